/// Cuts a page's content into operators with their operands (ISO 32000-1, 7.8.2).
struct ContentTokens {
  private let bytes: Bytes
  private var index = 0
  /// The letters of the operator that was read last, as one number.
  private(set) var operatorKey: UInt32 = 0
  /// The names among its operands, each with its slash.
  private(set) var names: [String] = []
  /// The bytes of its strings, joined.
  private(set) var strings: [UInt8] = []
  /// Its last number as written.
  private(set) var lastNumber = Bytes(start: nil, count: 0)

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// Reads up to the next operator; `false` at the end.
  mutating func readOperator() throws(PDFFailure) -> Bool {
    names.removeAll(keepingCapacity: true)
    strings.removeAll(keepingCapacity: true)
    while index < bytes.count {
      switch bytes[index] {
      case 32, 10, 13, 9, UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): index += 1
      case UInt8(ascii: "("): try readString()
      case UInt8(ascii: "<"): readHexadecimalOrDictionary()
      case UInt8(ascii: "/"): names.append(String(decoding: token(), as: UTF8.self))
      case UInt8(ascii: "+")...UInt8(ascii: "9"): lastNumber = token()
      default:
        operatorKey = token().reduce(0) { $0 &<< 8 | UInt32($1) }
        return true
      }
    }
    return false
  }

  private mutating func token() -> Bytes {
    let start = index
    index += 1
    while index < bytes.count, ByteReader.isRegular(bytes[index]) { index += 1 }
    return Bytes(rebasing: bytes[start..<index])
  }

  private mutating func readHexadecimalOrDictionary() {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      index += 1
      return
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    strings += HexadecimalText.bytes(bytes[start..<index])
  }

  private mutating func readString() throws(PDFFailure) {
    var depth = 1
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "("):
        depth += 1
        strings.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return }
        strings.append(byte)
      default: strings.append(byte)
      }
    }
    throw PDFFailure(unreadable: "a string of a page")
  }

  /// What follows a reverse solidus (7.3.4.2).
  private mutating func readEscape() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): strings.append(10)
    case UInt8(ascii: "r"): strings.append(13)
    case UInt8(ascii: "t"): strings.append(9)
    case UInt8(ascii: "b"): strings.append(8)
    case UInt8(ascii: "f"): strings.append(12)
    case 10: break
    case 48...55:
      var value = Int(byte - 48)
      for _ in 0..<2 {
        guard index < bytes.count, (48...55).contains(bytes[index]) else { break }
        value = value * 8 + Int(bytes[index] - 48)
        index += 1
      }
      strings.append(UInt8(truncatingIfNeeded: value))
    default: strings.append(byte)
    }
  }
}

/// Matches an operator's key whose bytes are the letters of its name.
func ~= (name: StaticString, key: UInt32) -> Bool {
  var value: UInt32 = 0
  for offset in 0..<name.utf8CodeUnitCount { value = value << 8 | UInt32(name.utf8Start[offset]) }
  return value == key
}
