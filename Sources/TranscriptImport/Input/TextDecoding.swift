/// Encodings that a mapping may declare; a file is never decoded on a guess.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case utf16 = "utf-16"

  /// The bytes as UTF-8; `nil` when they are not in this encoding.
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8: bytes
    case .windows1252: Self.decodeWindows1252(bytes)
    case .utf16: Self.decodeUTF16(bytes)
    }
  }

  /// Text in UTF-8 in this encoding, as it was before it was decoded.
  func encoded(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .windows1252:
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
        Self.windows1252Bytes[scalar] ?? UInt8(truncatingIfNeeded: scalar.value)
      }
    case .utf16:
      let units = String(decoding: bytes, as: UTF8.self).utf16.drop { $0 == 0xFEFF }
      return [0xFF, 0xFE]
        + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
  }

  private static let windows1252Bytes: [Unicode.Scalar: UInt8] = Dictionary(
    (0x80...0xFF).compactMap { byte -> (Unicode.Scalar, UInt8)? in
      EncodingCheck.windows1252(UInt8(byte)).map { ($0, UInt8(byte)) }
    }, uniquingKeysWith: { first, _ in first })

  private static func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        guard let scalar = EncodingCheck.windows1252(byte) else { return nil }
        decoded += Array(String(Character(scalar)).utf8)
      }
    }
    return decoded
  }

  /// With a byte-order mark, or little endian as spreadsheets write it.
  private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let isBig = bytes.starts(with: [0xFE, 0xFF])
    let start = isBig || bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    let units = stride(from: start, to: bytes.count, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else { return nil }
    return Array(text.utf8)
  }
}
