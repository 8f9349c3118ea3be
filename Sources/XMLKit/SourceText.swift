/// A document's bytes after everything that can be refused without parsing has been refused.
///
/// The bytes are valid UTF-8 without a byte-order mark, within the limits, with no NUL, no
/// document type declaration and no overlong tag.
struct SourceText: Sendable {
  let bytes: [UInt8]

  init(_ file: [UInt8], name: String, limits: XMLLimits) throws(XMLError) {
    guard file.count <= limits.maximumBytes else {
      throw XMLError(
        .tooLarge, document: name,
        message: "the file has \(file.count) bytes; at most \(limits.maximumBytes) are read")
    }
    if let bigEndian = Self.utf16ByteOrder(file) {
      bytes = try Self.transcodeUTF16(file, bigEndian: bigEndian, name: name, limits: limits)
    } else {
      bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
      try Self.requireUTF8(bytes, name: name)
      try Self.requireUTF8Declaration(bytes, name: name)
    }
    var scan = MarkupScan(name: name, limits: limits)
    try scan.check(bytes)
  }

  /// Whether the file is UTF-16 and big-endian, by its byte-order mark; `nil` without one.
  private static func utf16ByteOrder(_ file: [UInt8]) -> Bool? {
    guard file.count >= 2 else { return nil }
    switch (file[0], file[1]) {
    case (0xFE, 0xFF): return true
    case (0xFF, 0xFE): return false
    default: return nil
    }
  }

  private static func transcodeUTF16(
    _ file: [UInt8], bigEndian: Bool, name: String, limits: XMLLimits
  ) throws(XMLError) -> [UInt8] {
    guard limits.acceptsUTF16 else {
      throw XMLError(
        .unsupportedEncoding, document: name, message: "the file is UTF-16; UTF-8 is expected")
    }
    let high = bigEndian ? 0 : 1
    let units = stride(from: 2, to: file.count - 1, by: 2).map { index -> UInt16 in
      let upper = UInt16(file[index + high])
      let lower = UInt16(file[index + 1 - high])
      return upper << 8 | lower
    }
    guard file.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw XMLError(
        .invalidEncoding, document: name,
        message: "the file starts with a UTF-16 byte-order mark but is not valid UTF-16")
    }
    return Array(text.utf8)
  }

  private static func requireUTF8(_ bytes: [UInt8], name: String) throws(XMLError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let place = SourcePosition(of: error.byteOffsets.lowerBound, in: bytes)
      throw XMLError(
        .invalidEncoding, document: name, line: place.line, column: place.column,
        message: "the bytes are not valid UTF-8")
    }
  }

  /// Refuses a declaration of an encoding that would make other readers see another text.
  private static func requireUTF8Declaration(
    _ bytes: [UInt8], name: String
  ) throws(XMLError) {
    guard let declared = declaredEncoding(bytes) else { return }
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(declared.lowercased()) else { return }
    throw XMLError(
      .unsupportedEncoding, document: name, line: 1, column: 1,
      message: "the XML declaration names the encoding \"\(declared)\"; UTF-8 is expected")
  }

  /// The encoding that the XML declaration names (XML 1.0, production 80), if it names one.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
    let head = bytes.prefix(1024)
    guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = String(decoding: head[..<end], as: UTF8.self)
    guard let label = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[label.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}
