import TranscriptModel
import XMLKit

/// Collects the children of one element in the standard's order.
///
/// The one place where text is made ready for PESC: composed (NFC), white space at the ends taken
/// off and inside made single. What is empty then is left out, because PESC allows no empty leaf.
struct ElementBuilder {
  private(set) var children: [XMLNode] = []

  /// An optional leaf: nothing is written for `nil` or blank text.
  mutating func leaf(_ name: String, _ value: String?) {
    guard let value else { return }
    let text = PESCText.prepared(value)
    if !text.isEmpty { children.append(.element(XMLElement(name, text: text))) }
  }

  /// A leaf that the standard requires: a blank value is kept, so that it is refused by name.
  mutating func required(_ name: String, _ value: String) {
    children.append(.element(XMLElement(name, text: PESCText.prepared(value))))
  }

  /// A leaf for each value.
  mutating func leaves(_ name: String, _ values: [String]) {
    for value in values { leaf(name, value) }
  }

  mutating func date(_ name: String, _ value: CalendarDate?) {
    leaf(name, value?.isoText)
  }

  mutating func flag(_ name: String, _ value: Bool?) {
    leaf(name, value.map { $0 ? "true" : "false" })
  }

  /// A decimal with as few digits as are exact, three at most.
  mutating func decimal(_ name: String, _ value: Rational?) {
    leaf(name, value.map { PESCText.decimal($0) })
  }

  /// A structural element; nothing is written when it would be empty.
  mutating func element(_ name: String, _ content: (inout ElementBuilder) -> Void) {
    var inner = ElementBuilder()
    content(&inner)
    guard !inner.children.isEmpty else { return }
    children.append(.element(XMLElement(name, children: inner.children)))
  }

  /// A structural element for each value.
  mutating func elements<Value>(
    _ name: String, _ values: [Value], _ content: (Value, inout ElementBuilder) -> Void
  ) {
    for value in values { element(name) { content(value, &$0) } }
  }

  /// An element that is made elsewhere.
  mutating func append(_ element: XMLElement) {
    children.append(.element(element))
  }
}
