/// A document's bytes while they are written piece by piece, without a tree.
///
/// The caller opens and closes elements in the right order; text is escaped here. Names come from
/// the program's own text and are not checked.
public struct XMLMarkup: Sendable {
  /// What has been written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// The first character that XML 1.0 does not allow; U+FFFD was written in its place.
  public private(set) var illegalCharacter: Unicode.Scalar?

  /// The element or attribute that the character stands in.
  public private(set) var placeOfIllegalCharacter: String?

  /// Starts with nothing written.
  public init(capacity: Int = 64 << 10) {
    bytes.reserveCapacity(capacity)
  }

  /// The XML declaration, in a line of its own.
  public mutating func declaration() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Markup that is at hand as bytes, such as a document that was written before.
  public mutating func append(_ markup: ArraySlice<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  /// Markup as the program's own text has it.
  public mutating func append(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Markup that is made while writing.
  mutating func append(made markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// A start tag without attributes.
  public mutating func open(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An end tag.
  public mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// The beginning of a start tag that has attributes.
  public mutating func beginTag(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
  }

  /// An attribute of the tag that has begun.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    escape(value, inAttribute: true)
    endAttribute()
    noteIllegalCharacter(in: name)
  }

  /// The beginning of an attribute whose value is made of ``digits(_:width:)`` and the like.
  public mutating func beginAttribute(_ name: StaticString) {
    bytes.append(UInt8(ascii: " "))
    append(name)
    append("=\"")
  }

  /// The end of an attribute.
  public mutating func endAttribute() {
    bytes.append(UInt8(ascii: "\""))
  }

  /// The end of a start tag that has attributes; `isEmpty` where nothing is in the element.
  public mutating func endTag(isEmpty: Bool = false) {
    if isEmpty { bytes.append(UInt8(ascii: "/")) }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Character data, escaped.
  public mutating func text(_ text: String) {
    escape(text, inAttribute: false)
  }

  /// A whole element that holds text only.
  ///
  /// - Parameter isPlain: the text is printable ASCII without markup, and is copied as it is.
  public mutating func leaf(_ name: StaticString, _ text: String, isPlain: Bool = false) {
    open(name)
    if isPlain {
      var text = text
      text.withUTF8 { bytes.append(contentsOf: $0) }
    } else {
      escape(text, inAttribute: false)
      noteIllegalCharacter(in: name)
    }
    close(name)
  }

  private mutating func noteIllegalCharacter(in name: StaticString) {
    if illegalCharacter != nil, placeOfIllegalCharacter == nil {
      placeOfIllegalCharacter = name.description
    }
  }

  /// A number that is not negative, with leading zeros to a width.
  public mutating func digits(_ number: Int, width: Int = 1) {
    var power = 1
    var count = 1
    while count < width || number / power > 9 {
      power *= 10
      count += 1
    }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  /// Takes back everything after the first `count` bytes.
  public mutating func removeAll(after count: Int) {
    bytes.removeLast(bytes.count - count)
  }

  /// Writes runs of bytes as they are and references between them.
  mutating func escape(_ text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { escape($0, inAttribute: inAttribute) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte > 0x3E && byte != 0xEF { continue }
      if let illegal = Self.illegalCharacter(at: index, in: text) {
        illegalCharacter = illegalCharacter ?? illegal
        bytes.append(contentsOf: text[start..<index])
        append("\u{FFFD}")
        start = index + (byte == 0xEF ? 3 : 1)
      } else if let reference = Self.reference(for: byte, inAttribute: inAttribute) {
        bytes.append(contentsOf: text[start..<index])
        append(reference)
        start = index + 1
      }
    }
    bytes.append(contentsOf: text[start...])
  }

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
