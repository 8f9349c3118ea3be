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
  mutating func list<Item>(
    _ name: StaticString, _ items: [Item], each: StaticString, code: (Item) -> String,
    _ attributes: (inout XMLMarkup) -> Void = { _ in }
  ) {
    var hasList = false
    var hasOther = false
    for item in items {
      let code = code(item)
      if code.hasListSeparator {
        hasOther = true
        continue
      }
      if hasList {
        append(" ")
      } else {
        beginTag(name)
        attributes(&self)
        endTag()
        hasList = true
      }
      text(PESCText.composed(code))
    }
    if hasList { close(name) }
    guard hasOther else { return }
    for item in items where code(item).hasListSeparator {
      tag(name) { tag in
        attributes(&tag)
        tag.add(each, code(item))
      }
    }
  }
}

extension String {
  /// Whether it cannot stand in a list: XML Schema, part 2, 4.3.6 separates by these.
  var hasListSeparator: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var found: UInt8 = 0
      for byte in bytes { found |= byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
      return found != 0
    }
  }
}
