import Mustache

/// Text that is put into markup: the five characters that would be markup are escaped.
///
/// The engine's own escaping looks up every character; most text has none to escape.
struct MarkupText: MustacheContentType {
  /// What templates call it.
  static let name = "XML"
  /// What stands before every template; not before a line of its own, so that lines keep their
  /// numbers.
  static let pragma = "{{% CONTENT_TYPE:XML}}"

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.isMarkup) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 { Self.append(byte, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
    case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
    case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
    case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
    case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
    default: bytes.append(byte)
    }
  }

  static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
