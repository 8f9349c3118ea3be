import TranscriptModel
import XMLKit

extension XMLMarkup {
  /// An element with attributes, and nothing in it.
  mutating func tag(_ name: StaticString, _ attributes: (inout XMLMarkup) -> Void) {
    beginTag(name)
    attributes(&self)
    endTag(isEmpty: true)
  }

  /// An element with attributes and elements in it, on a line of its own; a short tag where there
  /// are none.
  mutating func tag(
    _ name: StaticString, _ attributes: (inout XMLMarkup) -> Void,
    content: (inout XMLMarkup) -> Void
  ) {
    append("\n")
    beginTag(name)
    attributes(&self)
    let end = bytes.count
    endTag()
    let inside = bytes.count
    content(&self)
    if bytes.count > inside { return close(name) }
    removeAll(after: end)
    endTag(isEmpty: true)
  }

  /// An element with attributes and text; nothing where the text is missing or empty.
  mutating func leaf(
    _ name: StaticString, _ text: String?, _ attributes: (inout XMLMarkup) -> Void
  ) {
    guard let text, !text.isEmpty else { return }
    beginTag(name)
    attributes(&self)
    endTag()
    self.text(PESCText.composed(text))
    close(name)
  }

  /// An attribute; nothing where there is no value, or where it is the schema's default.
  mutating func add(_ name: StaticString, _ value: String?, default usual: String? = nil) {
    guard let value, value != usual else { return }
    attribute(name, PESCText.composed(value))
  }

  /// A day as an attribute.
  mutating func add(_ name: StaticString, _ day: CalendarDate?) {
    guard let day else { return }
    beginAttribute(name)
    date(day)
    endAttribute()
  }

  /// A number that is not negative as an attribute.
  mutating func add(_ name: StaticString, _ number: Int) {
    beginAttribute(name)
    digits(number)
    endAttribute()
  }

  /// An element that lists codes: those without white space together, as its text; each of the
  /// others in an element of its own, as an attribute.
  mutating func list(
    _ name: StaticString, _ codes: [String], each: StaticString,
    _ attributes: (inout XMLMarkup) -> Void = { _ in }
  ) {
    let single = codes.filter(\.hasListSeparator)
    let listed = single.isEmpty ? codes : codes.filter { !$0.hasListSeparator }
    leaf(name, listed.joined(separator: " "), attributes)
    for code in single {
      tag(name) { tag in
        attributes(&tag)
        tag.add(each, code)
      }
    }
  }
}

extension String {
  /// Whether it cannot stand in a list: XML Schema, part 2, 4.3.6 separates by these.
  var hasListSeparator: Bool {
    utf8.contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
