/// Encodings that a mapping may declare; a file is never decoded on a guess.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case utf16 = "utf-16"
  case utf16BigEndian = "utf-16be"

  /// The encoding of a file in UTF-16, of which a mark at its beginning says which half comes first.
  func marked(by bytes: [UInt8]) -> TextEncoding {
    guard self == .utf16 || self == .utf16BigEndian else { return self }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return bytes.starts(with: [0xFF, 0xFE]) ? .utf16 : self
  }

  /// The bytes as UTF-8; `nil` when they are not in this encoding.
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8: bytes
    case .windows1252: Self.decodeWindows1252(bytes)
    case .utf16, .utf16BigEndian:
      Self.decodeUTF16(bytes, isBig: marked(by: bytes) == .utf16BigEndian)
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
    case .utf16, .utf16BigEndian:
      return String(decoding: bytes, as: UTF8.self).utf16.flatMap { unit in
        let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
        return self == .utf16 ? [low, high] : [high, low]
      }
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

  /// A byte-order mark stays, as the first character: what is written again has it as well.
  private static func decodeUTF16(_ bytes: [UInt8], isBig: Bool) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else { return nil }
    return Array(text.utf8)
  }
}
