import TranscriptModel
import XMLKit

/// Writes the elements of a document in the standard's order, and measures every leaf.
///
/// The one place where text is made ready for PESC: composed (NFC), white space at the ends taken
/// off and inside made single. What is empty then is left out, because PESC allows no empty leaf.
struct ElementWriter {
  /// What has been written so far.
  var markup: XMLMarkup
  /// Whether a value did not fit; ``LimitCheck`` says which.
  private(set) var hasMisfit = false

  init(capacity: Int = 96 << 10) {
    markup = XMLMarkup(capacity: capacity)
  }

  /// An optional leaf: nothing is written for `nil` or blank text.
  mutating func leaf(_ element: PESCElement, _ value: String?) {
    guard let value else { return }
    if let length = PESCText.plainLength(value) {
      write(element, value, length: length, isPlain: true)
    } else {
      let text = PESCText.prepared(value)
      if !text.isEmpty { write(element, text, length: PESCText.length(text), isPlain: false) }
    }
  }

  /// A leaf that the standard requires: a blank value is kept, so that it is refused by name.
  mutating func required(_ element: PESCElement, _ value: String) {
    if let length = PESCText.plainLength(value) {
      return write(element, value, length: length, isPlain: true)
    }
    let text = PESCText.prepared(value)
    write(element, text, length: PESCText.length(text), isPlain: false)
  }

  private mutating func write(
    _ element: PESCElement, _ text: String, length: Int, isPlain: Bool
  ) {
    if !element.holds(text, length: length) { hasMisfit = true }
    markup.leaf(element.name, text, isPlain: isPlain)
  }

  /// Elements that were written before, with what was found in them.
  mutating func append(_ fragment: Fragment) {
    if fragment.hasMisfit { hasMisfit = true }
    markup.append(fragment.bytes[...])
  }

  /// What is written again and again.
  struct Fragment: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let hasMisfit: Bool

    /// `nil` where a character is not allowed: that is written where it stands, so that it is found.
    init?(_ write: (inout ElementWriter) -> Void) {
      var writer = ElementWriter(capacity: 256)
      write(&writer)
      guard writer.markup.illegalCharacter == nil else { return nil }
      bytes = writer.markup.bytes
      hasMisfit = writer.hasMisfit
    }
  }

  /// A leaf for each value.
  mutating func leaves(_ element: PESCElement, _ values: [String]) {
    for value in values { leaf(element, value) }
  }

  mutating func date(_ element: PESCElement, _ value: CalendarDate?) {
    guard let value else { return }
    markup.open(element.name)
    markup.date(value)
    markup.close(element.name)
  }

  mutating func flag(_ element: PESCElement, _ value: Bool?) {
    guard let value else { return }
    markup.leaf(element.name, value ? "true" : "false", isPlain: true)
  }

  /// A decimal with as few digits as are exact, three at most.
  mutating func decimal(_ element: PESCElement, _ value: Rational?) {
    guard let value else { return }
    guard let thousandths = value.thousandths, thousandths >= 0 else {
      return markup.leaf(element.name, PESCText.decimal(value), isPlain: true)
    }
    markup.open(element.name)
    markup.digits(thousandths / 1000)
    var (fraction, width) = (thousandths % 1000, 3)
    while width > 0, fraction % 10 == 0 { (fraction, width) = (fraction / 10, width - 1) }
    if width > 0 {
      markup.append(".")
      markup.digits(fraction, width: width)
    }
    markup.close(element.name)
  }

  /// A structural element on a line of its own; nothing is written when it would be empty.
  mutating func element(_ name: StaticString, _ content: (inout ElementWriter) -> Void) {
    let start = markup.count
    markup.append("\n")
    markup.open(name)
    let inside = markup.count
    content(&self)
    if markup.count == inside {
      markup.removeAll(after: start)
    } else {
      markup.close(name)
    }
  }

  /// A structural element for each value.
  mutating func elements<Value>(
    _ name: StaticString, _ values: [Value], _ content: (Value, inout ElementWriter) -> Void
  ) {
    for value in values { element(name) { content(value, &$0) } }
  }
}

extension XMLMarkup {
  /// `YYYY-MM-DD`.
  mutating func date(_ date: CalendarDate) {
    let (year, month, day) = date.components
    self.date(year: year, month: month, day: day)
  }
}
