/// Writes canonical JSON straight into bytes, for what has thousands of members.
///
/// The same bytes as of a ``JSONValue``, without making one first. Whoever writes gives members in the
/// order of their names; nothing is sorted here.
public struct JSONPen: Sendable {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether nothing stands before the next member or item.
  private var isFirst = true

  /// A pen with nothing written.
  public init() {}

  /// Writes an object.
  public mutating func object(_ body: (inout JSONPen) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  /// Writes a member that is a list of objects or other items; `each` writes one.
  public mutating func list<Item>(
    _ name: StaticString, _ items: [Item], _ each: (Item, inout JSONPen) -> Void
  ) {
    self.name(name)
    bytes.append(UInt8(ascii: "["))
    isFirst = true
    for item in items {
      separate()
      each(item, &self)
      isFirst = false
    }
    bytes.append(UInt8(ascii: "]"))
    isFirst = false
  }

  /// Writes a text as an item of a list.
  public mutating func item(_ text: String) {
    JSONValue.write(text, to: &bytes)
  }

  /// Writes a member; nothing where there is no text.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    self.name(name)
    JSONValue.write(text, to: &bytes)
  }

  /// Writes a member.
  public mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    bytes += (flag ? "true" : "false").utf8
  }

  /// Writes a member.
  public mutating func member(_ name: StaticString, _ number: Int) {
    self.name(name)
    bytes += String(number).utf8
  }

  /// Writes a member, and gives the place of its value; nothing where there is none.
  @discardableResult
  public mutating func member(_ name: StaticString, _ value: JSONValue?) -> Range<Int> {
    guard let value else { return bytes.count..<bytes.count }
    self.name(name)
    let start = bytes.count
    value.write(to: &bytes)
    return start..<bytes.count
  }

  /// Names are words of the format: none has a character to escape.
  private mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }
}
