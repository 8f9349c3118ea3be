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
    let end = count
    endTag()
    let inside = count
    content(&self)
    if count > inside { return close(name) }
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

  /// Days as one attribute, separated by spaces; nothing where there are none.
  mutating func add(_ name: StaticString, _ days: some Sequence<CalendarDate>) {
    var isFirst = true
    for day in days {
      if isFirst { beginAttribute(name) } else { append(" ") }
      isFirst = false
      date(day)
    }
    if !isFirst { endAttribute() }
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
    let isListed = codes.map { !$0.hasListSeparator }
    if isListed.contains(true) {
      beginTag(name)
      attributes(&self)
      endTag()
      var isFirst = true
      for (code, isListed) in zip(codes, isListed) where isListed {
        if !isFirst { append(" ") }
        isFirst = false
        text(PESCText.composed(code))
      }
      close(name)
    }
    for (code, isListed) in zip(codes, isListed) where !isListed {
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
