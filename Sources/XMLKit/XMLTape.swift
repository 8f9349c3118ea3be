/// A document as a flat list of its elements with their texts, in document order.
///
/// It is what one pass over a document leaves behind where a tree would cost more than the pass.
/// Attributes are not kept.
public struct XMLTape: Sendable {
  private struct Element {
    let name: Int
    var end: Int
    let textStart: Int
    var textEnd: Int
  }

  private var elements: [Element] = []
  private var open: [Int] = []
  private var text: [UInt8] = []
  private var nameBytes: [UInt8] = []
  private var nameEnds: [Int] = []

  init(capacity: Int) {
    elements.reserveCapacity(capacity / 32)
    text.reserveCapacity(capacity / 2)
  }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The element after this one that is not inside it, or ``count``.
  public func end(of element: Int) -> Int { elements[element].end }

  /// Whether elements are inside it.
  public func hasChildren(_ element: Int) -> Bool { elements[element].end > element + 1 }

  /// The element's local name.
  public func name(of element: Int) -> String {
    String(decoding: nameBytes[nameRange(elements[element].name)], as: UTF8.self)
  }

  /// The text of an element without elements in it.
  public func text(of element: Int) -> String {
    String(decoding: text[elements[element].textStart..<elements[element].textEnd], as: UTF8.self)
  }

  /// Whether the element has this local name.
  public func isNamed(_ name: StaticString, _ element: Int) -> Bool {
    let range = nameRange(elements[element].name)
    guard range.count == name.utf8CodeUnitCount else { return false }
    return nameBytes.withUnsafeBufferPointer { bytes in
      bytes[range].elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: range.count))
    }
  }

  /// What `body` makes of the element's text.
  public func withText<Result>(
    of element: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = elements[element].textStart..<elements[element].textEnd
    return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func nameRange(_ name: Int) -> Range<Int> {
    (name == 0 ? 0 : nameEnds[name - 1])..<nameEnds[name]
  }

  /// Adds a name and returns its number.
  mutating func addName(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    nameBytes.append(contentsOf: name)
    nameEnds.append(nameBytes.count)
    return nameEnds.count - 1
  }

  mutating func begin(_ name: Int) {
    open.append(elements.count)
    elements.append(Element(name: name, end: 0, textStart: text.count, textEnd: text.count))
  }

  mutating func add(_ run: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: run)
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    elements[element].end = elements.count
    elements[element].textEnd = text.count
  }
}
