/// A document as a flat list of its elements with their texts and attributes, in document order.
///
/// It is what one pass over a document leaves behind where a tree would cost more than the pass.
/// Namespaces are not kept.
public struct XMLTape: Sendable {
  private struct Element {
    let name: Int
    var end: Int
    let textStart: Int
    var textEnd: Int
    let firstAttribute: Int
  }

  private struct Attribute {
    let name: Int
    let start: Int
    let end: Int
  }

  private var elements: [Element] = []
  private var open: [Int] = []
  private var text: [UInt8] = []
  private var attributes: [Attribute] = []
  private var values: [UInt8] = []
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

  /// The value of an attribute by its local name; `nil` where the element has none of it.
  public func attribute(_ name: StaticString, of element: Int) -> String? {
    for index in attributes(of: element) where isName(name, attributes[index].name) {
      return String(
        decoding: values[attributes[index].start..<attributes[index].end], as: UTF8.self)
    }
    return nil
  }

  /// How many attributes an element has, declarations of namespaces not among them.
  public func attributeCount(of element: Int) -> Int { attributes(of: element).count }

  /// The local names of an element's attributes.
  public func attributeNames(of element: Int) -> [String] {
    attributes(of: element).map {
      String(decoding: nameBytes[nameRange(attributes[$0].name)], as: UTF8.self)
    }
  }

  private func attributes(of element: Int) -> Range<Int> {
    let next = element + 1
    let end = next < elements.count ? elements[next].firstAttribute : attributes.count
    return elements[element].firstAttribute..<end
  }

  /// Whether the element has this local name.
  public func isNamed(_ name: StaticString, _ element: Int) -> Bool {
    isName(name, elements[element].name)
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
    elements.append(
      Element(
        name: name, end: 0, textStart: text.count, textEnd: text.count,
        firstAttribute: attributes.count))
  }

  /// Adds an attribute to the element that was begun last.
  mutating func addAttribute(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    let start = values.count
    values.append(contentsOf: value)
    attributes.append(Attribute(name: name, start: start, end: values.count))
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
