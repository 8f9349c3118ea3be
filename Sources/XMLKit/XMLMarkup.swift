/// A document's bytes while they are written piece by piece, without a tree.
///
/// The caller opens and closes elements in the right order; text is escaped here. Names come from
/// the program's own text and are not checked.
public struct XMLMarkup: Sendable {
  /// What has been written, and room behind it: a whole element is then copied in one go.
  private var storage: [UInt8]
  /// How many bytes have been written so far.
  public private(set) var count = 0
  /// The first character that XML 1.0 does not allow; U+FFFD was written in its place.
  public private(set) var illegalCharacter: Unicode.Scalar?
  /// The element or attribute that the character stands in.
  public private(set) var placeOfIllegalCharacter: String?

  /// What has been written so far, in UTF-8.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// What has been written, without a copy; nothing is left.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &storage)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }

  /// Starts with nothing written.
  public init(capacity: Int = 64 << 10) {
    storage = [UInt8](repeating: 0, count: max(capacity, 64))
  }

  /// The XML declaration, in a line of its own.
  static let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Writes the XML declaration, in a line of its own.
  public mutating func declaration() {
    append(Self.declaration)
  }

  /// Markup that is at hand as bytes, such as a document that was written before.
  public mutating func append(_ markup: ArraySlice<UInt8>) {
    markup.withUnsafeBufferPointer { text in write(text.count) { $0.put(text) } }
  }

  /// Markup that has been written before, once more.
  public mutating func append(again range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= count else { return }
    write(range.count) { $0.repeat(range) }
  }

  /// Markup as the program's own text has it.
  public mutating func append(_ markup: StaticString) {
    write(markup.utf8CodeUnitCount) { $0.put(markup) }
  }

  /// Markup that is made while writing.
  mutating func append(made markup: String) {
    var markup = markup
    markup.withUTF8 { text in write(text.count) { $0.put(text) } }
  }

  /// A start tag without attributes.
  public mutating func open(_ name: StaticString) {
    write(name.utf8CodeUnitCount + 2) { pen in
      pen.put(UInt8(ascii: "<"))
      pen.put(name)
      pen.put(UInt8(ascii: ">"))
    }
  }

  /// An end tag.
  public mutating func close(_ name: StaticString) {
    write(name.utf8CodeUnitCount + 3) { $0.close(name) }
  }

  /// The beginning of a start tag that has attributes.
  public mutating func beginTag(_ name: StaticString) {
    write(name.utf8CodeUnitCount + 1) { pen in
      pen.put(UInt8(ascii: "<"))
      pen.put(name)
    }
  }

  /// An attribute of the tag that has begun.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { text in
      guard Self.isLiteral(text) else {
        beginAttribute(name)
        escape(text, inAttribute: true)
        return endAttribute()
      }
      write(name.utf8CodeUnitCount + text.count + 4) { pen in
        pen.put(UInt8(ascii: " "))
        pen.put(name)
        pen.put(UInt8(ascii: "="))
        pen.put(UInt8(ascii: "\""))
        pen.put(text)
        pen.put(UInt8(ascii: "\""))
      }
    }
    noteIllegalCharacter(in: name)
  }

  /// The beginning of an attribute whose value is made of ``digits(_:width:)`` and the like.
  public mutating func beginAttribute(_ name: StaticString) {
    write(name.utf8CodeUnitCount + 3) { pen in
      pen.put(UInt8(ascii: " "))
      pen.put(name)
      pen.put(UInt8(ascii: "="))
      pen.put(UInt8(ascii: "\""))
    }
  }

  /// The end of an attribute.
  public mutating func endAttribute() {
    write(1) { $0.put(UInt8(ascii: "\"")) }
  }

  /// The end of a start tag that has attributes; `isEmpty` where nothing is in the element.
  public mutating func endTag(isEmpty: Bool = false) {
    write(2) { pen in
      if isEmpty { pen.put(UInt8(ascii: "/")) }
      pen.put(UInt8(ascii: ">"))
    }
  }

  /// Character data, escaped.
  public mutating func text(_ text: String) {
    escape(text, inAttribute: false)
  }

  /// A whole element that holds text only.
  ///
  /// - Parameter isPlain: the text is printable ASCII without markup, and is copied as it is.
  public mutating func leaf(_ name: StaticString, _ text: String, isPlain: Bool = false) {
    var text = text
    text.withUTF8 { text in
      guard isPlain || Self.isLiteral(text) else {
        open(name)
        escape(text, inAttribute: false)
        return close(name)
      }
      write(2 * name.utf8CodeUnitCount + 5 + text.count) { pen in
        pen.put(UInt8(ascii: "<"))
        pen.put(name)
        pen.put(UInt8(ascii: ">"))
        pen.put(text)
        pen.close(name)
      }
    }
    noteIllegalCharacter(in: name)
  }

  private mutating func noteIllegalCharacter(in name: StaticString) {
    if illegalCharacter != nil, placeOfIllegalCharacter == nil {
      placeOfIllegalCharacter = name.description
    }
  }

  /// `YYYY-MM-DD`, each part with leading zeros.
  public mutating func date(year: Int, month: Int, day: Int) {
    write(10) { pen in
      pen.putDigits(year, count: 4)
      pen.put(UInt8(ascii: "-"))
      pen.putDigits(month, count: 2)
      pen.put(UInt8(ascii: "-"))
      pen.putDigits(day, count: 2)
    }
  }

  /// A number that is not negative, with leading zeros to a width.
  public mutating func digits(_ number: Int, width: Int = 1) {
    var length = 1
    var rest = number / 10
    while rest > 0 || length < width {
      length += 1
      rest /= 10
    }
    write(length) { $0.putDigits(number, count: length) }
  }

  /// Takes back everything after the first `count` bytes.
  public mutating func removeAll(after count: Int) {
    self.count = min(count, self.count)
  }

  /// Writes runs of bytes as they are and references between them.
  mutating func escape(_ text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { escape($0, inAttribute: inAttribute) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    if Self.isLiteral(text) { return copy(text) }
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte > 0x3E && byte != 0xEF { continue }
      if let illegal = Self.illegalCharacter(at: index, in: text) {
        illegalCharacter = illegalCharacter ?? illegal
        copy(UnsafeBufferPointer(rebasing: text[start..<index]))
        append("\u{FFFD}")
        start = index + (byte == 0xEF ? 3 : 1)
      } else if let reference = Self.reference(for: byte, inAttribute: inAttribute) {
        copy(UnsafeBufferPointer(rebasing: text[start..<index]))
        append(reference)
        start = index + 1
      }
    }
    copy(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether no byte needs a look: neither markup, nor a control, nor the start of U+FFFE.
  ///
  /// A word of eight bytes at a time; the last word overlaps the one before.
  private static func isLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    guard bytes.count >= 8 else {
      for byte in bytes where byte < 0x20 || byte == 0xEF || isMarkup(byte) { return false }
      return true
    }
    var special: UInt64 = 0
    var index = 0
    while index + 8 <= bytes.count {
      special |= specialBytes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    special |= specialBytes(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return special == 0
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
  }

  /// The high bit of some byte where a byte of the word is special; a byte behind it may be marked
  /// as well.
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- ones &* 0x20) & ~word
    let found =
      zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x26)) | zeros(word ^ (ones &* 0x3C))
      | zeros(word ^ (ones &* 0x3E)) | zeros(word ^ (ones &* 0xEF)) | controls
    return found & (ones &* 0x80)
  }

  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
    write(text.count) { $0.put(text) }
  }

  /// Makes room for at most `length` bytes and lets `body` write them.
  @inline(__always)
  private mutating func write(_ length: Int, _ body: (inout XMLPen) -> Void) {
    if storage.count - count < length {
      storage.append(contentsOf: repeatElement(0, count: max(length, storage.count)))
    }
    let start = count
    count = storage.withUnsafeMutableBytes { room in
      var pen = XMLPen(room: room, at: start)
      body(&pen)
      return pen.position
    }
  }

  /// Every reference that is written, and what it stands for.
  static let references: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#13;", UInt8(ascii: "\r")), ("&#10;", UInt8(ascii: "\n")),
    ("&#9;", UInt8(ascii: "\t")),
  ]

  private static func reference(for byte: UInt8, inAttribute: Bool) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\r"): "&#13;"
    case UInt8(ascii: "\"") where inAttribute: "&quot;"
    case UInt8(ascii: "\n") where inAttribute: "&#10;"
    case UInt8(ascii: "\t") where inAttribute: "&#9;"
    default: nil
    }
  }

  /// A control character, U+FFFE or U+FFFF (XML 1.0, production 2).
  private static func illegalCharacter(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: nil
    case let byte where byte < 0x20: Unicode.Scalar(byte)
    case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
      Unicode.Scalar(0xFF40 + UInt32(text[index + 2]))
    default: nil
    }
  }
}
