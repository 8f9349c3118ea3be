/// A document as a flat list of its elements with their texts and attributes, in document order.
///
/// It is what one pass over a document leaves behind where a tree would cost more than the pass.
/// Namespaces are not kept.
public struct XMLTape: Sendable {
  private struct Element {
    let name: Int32
    var end: Int32
    let textStart: Int32
    var textEnd: Int32
    let firstAttribute: Int32

    /// The run of text in the element.
    var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  }

  private struct Attribute {
    let name: Int32
    let start: Int32
    let end: Int32

    var value: Range<Int> { Int(start)..<Int(end) }
  }

  private var elements: [Element] = []
  private var open: [Int] = []
  private var text: [UInt8] = []
  private var attributes: [Attribute] = []
  private var values: [UInt8] = []
  private var nameBytes: [UInt8] = []
  private var nameEnds: [Int] = []

  init(capacity: Int) {
    guard capacity > 0 else { return }
    elements.reserveCapacity(capacity / 32)
    text.reserveCapacity(capacity / 2)
  }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The element after this one that is not inside it, or ``count``.
  public func end(of element: Int) -> Int { Int(elements[element].end) }

  /// Whether elements are inside it.
  public func hasChildren(_ element: Int) -> Bool { end(of: element) > element + 1 }

  /// The element's local name.
  public func name(of element: Int) -> String {
    String(decoding: nameBytes[nameRange(Int(elements[element].name))], as: UTF8.self)
  }

  /// The text of an element without elements in it.
  public func text(of element: Int) -> String {
    String(decoding: text[elements[element].text], as: UTF8.self)
  }

  /// The value of an attribute by its local name; `nil` where the element has none of it.
  public func attribute(_ name: StaticString, of element: Int) -> String? {
    for index in attributes(of: element) where isName(name, Int(attributes[index].name)) {
      return String(decoding: values[attributes[index].value], as: UTF8.self)
    }
    return nil
  }

  /// How many attributes an element has, declarations of namespaces not among them.
  public func attributeCount(of element: Int) -> Int { attributes(of: element).count }

  /// The local names of an element's attributes.
  public func attributeNames(of element: Int) -> [String] {
    attributes(of: element).map {
      String(decoding: nameBytes[nameRange(Int(attributes[$0].name))], as: UTF8.self)
    }
  }

  private func attributes(of element: Int) -> Range<Int> {
    let next = element + 1
    let end = next < elements.count ? Int(elements[next].firstAttribute) : attributes.count
    return Int(elements[element].firstAttribute)..<end
  }

  /// Whether the element has this local name.
  public func isNamed(_ name: StaticString, _ element: Int) -> Bool {
    isName(name, Int(elements[element].name))
  }

  private func isName(_ name: StaticString, _ number: Int) -> Bool {
    let range = nameRange(number)
    guard range.count == name.utf8CodeUnitCount else { return false }
    return nameBytes.withUnsafeBufferPointer { bytes in
      bytes[range].elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: range.count))
    }
  }

  /// What `body` makes of the element's text.
  public func withText<Result>(
    of element: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = elements[element].text
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
    elements.append(
      Element(
        name: Int32(name), end: 0, textStart: Int32(text.count), textEnd: Int32(text.count),
        firstAttribute: Int32(attributes.count)))
  }

  /// Adds an attribute to the element that was begun last.
  mutating func addAttribute(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    let start = values.count
    values.append(contentsOf: value)
    attributes.append(
      Attribute(name: Int32(name), start: Int32(start), end: Int32(values.count)))
  }

  /// The same of a value as libxml2 hands it over: an `&` is `&#38;`, and no other character so.
  mutating func addEscapedAttribute(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    guard value.contains(UInt8(ascii: "&")) else { return addAttribute(name, value) }
    var plain: [UInt8] = []
    var index = 0
    while index < value.count {
      plain.append(value[index])
      index += value[index] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
    }
    plain.withUnsafeBufferPointer { addAttribute(name, $0) }
  }

  mutating func add(_ run: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: run)
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    elements[element].end = Int32(elements.count)
    elements[element].textEnd = Int32(text.count)
  }
}
