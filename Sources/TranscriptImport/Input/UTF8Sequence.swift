/// The well-formed byte sequences of UTF-8: Unicode 16.0, table 3-7.
enum UTF8Sequence {
  /// The length of the sequence that begins at `start` with a byte of 0x80 or more; 0 when it is
  /// not well-formed.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let first = bytes[start]
    let left = bytes.count - start
    guard first >= 0xC2, first <= 0xF4, left >= 2 else { return 0 }
    let second = bytes[start + 1]
    if first < 0xE0 { return isTail(second) ? 2 : 0 }
    guard left >= 3, isTail(bytes[start + 2]) else { return 0 }
    if first < 0xF0 {
      let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= lowest && second <= highest ? 3 : 0
    }
    guard left >= 4, isTail(bytes[start + 3]) else { return 0 }
    let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    return second >= lowest && second <= highest ? 4 : 0
  }

  @inline(__always)
  private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The offset of the first byte that is not UTF-8; `nil` when all are.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if bytes[at] < 0x80 {
          at += 1
        } else {
          let length = length(bytes, at: at)
          guard length > 0 else { return at }
          at += length
        }
      }
      return nil
    }
  }
}
