/// UTF-16 files with a byte-order mark, for tests.
enum UTF16Bytes {
  static func little(_ text: String) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { (unit: UInt16) -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  static func big(_ text: String) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { (unit: UInt16) -> [UInt8] in
      [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }
}
