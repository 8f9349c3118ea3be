/// Text as a PDF string object.
enum PDFText {
  /// A text string: ASCII as a literal, everything else as UTF-16 with a byte-order mark.
  ///
  /// ISO 32000-1, 7.9.2.2.
  static func string(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ (32...126).contains($0) }) { return literal(text) }
    return utf16(text)
  }

  /// A text string as UTF-16 with a byte-order mark.
  static func utf16(_ text: String) -> [UInt8] {
    var bytes = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in [12, 8, 4, 0] { bytes.append(digit(Int(unit) >> shift & 15)) }
    }
    bytes.append(UInt8(ascii: ">"))
    return bytes
  }

  /// A literal string of printable ASCII.
  private static func literal(_ text: String) -> [UInt8] {
    var bytes = [UInt8(ascii: "(")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: ")"))
    return bytes
  }

  /// A hexadecimal digit.
  static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 10 ? 48 + value : 55 + value)
  }
}
