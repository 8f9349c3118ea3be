/// What a font's codes mean: its ToUnicode map (ISO 32000-1, 9.10.3).
struct ExtractionFont: Sendable {
  /// Two bytes a code for fonts with Identity-H, one byte for the others.
  let bytesPerCode: Int
  private let isWindowsLatin: Bool
  /// UTF-8 by code.
  private let meanings: [Int: [UInt8]]

  init(_ number: Int, in objects: borrowing StoredObjects) throws(PDFFailure) {
    let font = try objects.body(number)
    bytesPerCode = font.has("/Type0") ? 2 : 1
    isWindowsLatin = bytesPerCode == 1 && font.has("/WinAnsiEncoding")
    meanings =
      isWindowsLatin
      ? WindowsLatin.meanings
      : try Self.meanings(objects.stream(font.required("/ToUnicode")))
  }

  /// Adds what a shown string says; a code without a meaning is U+FFFD.
  func append(_ codes: [UInt8], to text: inout [UInt8]) {
    // Printable ASCII is itself.
    if isWindowsLatin, codes.allSatisfy({ (0x20...0x7E).contains($0) }) { return text += codes }
    var index = 0
    while index + bytesPerCode <= codes.count {
      let code =
        bytesPerCode == 2 ? Int(codes[index]) << 8 | Int(codes[index + 1]) : Int(codes[index])
      index += bytesPerCode
      text += meanings[code] ?? [0xEF, 0xBF, 0xBD]
    }
  }

  /// Pairs of code and text between `beginbfchar` and `endbfchar`: the only form that is written.
  static func meanings(_ map: [UInt8]) throws(PDFFailure) -> [Int: [UInt8]] {
    var result: [Int: [UInt8]] = [:]
    var isInside = false
    for line in map.split(separator: 10) {
      if line.ends(with: "beginbfrange") { throw PDFFailure(unreadable: "a range of codes") }
      guard line.first == UInt8(ascii: "<") else {
        isInside = line.ends(with: "beginbfchar")
        continue
      }
      let strings = line.split(whereSeparator: { $0 == 60 || $0 == 62 || $0 == 32 })
      guard isInside, strings.count == 2, let code = Int(ascii: strings[0]) else { continue }
      result[code] = UTF16Text.utf8(HexadecimalText.bytes(strings[1]))
    }
    return result
  }
}

/// What codes of WinAnsiEncoding mean (ISO 32000-1, D.2).
enum WindowsLatin {
  /// U+20AC to U+0178 stand where Latin 1 has control characters.
  private static let others: [Int: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]

  /// UTF-8 by code.
  static let meanings: [Int: [UInt8]] = {
    var result: [Int: [UInt8]] = [:]
    for code in 0...0xFF {
      let scalar = scalar(of: code).flatMap(Unicode.Scalar.init)
      result[code] = scalar.map { Array(String($0).utf8) }
    }
    return result
  }()

  /// The character of Unicode that a code means; `nil` for one that means none.
  static func scalar(of code: Int) -> UInt32? {
    switch code {
    case 0x20...0x7E, 0xA0...0xFF: UInt32(code)
    default: others[code]
    }
  }
}

/// Hexadecimal strings of PDF.
enum HexadecimalText {
  /// The bytes; an odd last digit is followed by 0 (ISO 32000-1, 7.3.4.3).
  static func bytes(_ digits: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = value(of: digit) else { continue }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    if let high { bytes.append(high << 4) }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 65...70: digit - 55
    case 97...102: digit - 87
    default: nil
    }
  }
}

/// UTF-16, big-endian, as PDF has it.
enum UTF16Text {
  /// The text in UTF-8; a byte-order mark is passed over.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return Array(String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self).utf8)
  }
}

extension Int {
  fileprivate init?(ascii digits: ArraySlice<UInt8>) {
    guard (1...4).contains(digits.count) else { return nil }
    self = HexadecimalText.bytes(digits.count % 2 == 0 ? Array(digits) : [48] + digits)
      .reduce(0) { $0 << 8 | Int($1) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    let wanted = Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return suffix(wanted.count).elementsEqual(wanted)
  }
}
