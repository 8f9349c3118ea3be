/// A short text as two words, big-endian: comparing it takes no loop.
///
/// With its length it tells a text of at most 16 bytes from every other; of a longer one it holds the
/// first and the last eight bytes.
struct ByteKey: Equatable {
  let first: UInt64
  let last: UInt64
  let count: Int

  /// Longer texts have the same key as others.
  static let exact = 16

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(text)
    count = raw.count
    if count >= 8 {
      first = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      last = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      first = UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
      last = UInt64(
        UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
    } else if count > 0 {
      first = UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1])
      last = 0
    } else {
      first = 0
      last = 0
    }
  }

  /// A number for a table of slots.
  ///
  /// Codes of one district differ in few bits (`OBJ.170`, `OBJ.171`): the product of both words is
  /// folded so that each of them reaches the low bits, or most codes would share a few slots.
  @inline(__always)
  var hash: Int {
    let left = first ^ 0xE703_7ED1_A0B4_28DB ^ UInt64(truncatingIfNeeded: count)
    let product = left.multipliedFullWidth(by: last ^ 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.low ^ product.high)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are the same.
  func equals(_ other: Self) -> Bool {
    let left = ByteKey(self)
    guard left == ByteKey(other) else { return false }
    return left.count <= ByteKey.exact || elementsEqual(other)
  }

  /// Whether it comes before: the shorter first, of equal length by bytes.
  ///
  /// So numbered ids ascend whether or not they are padded with zeros.
  func precedes(_ other: Self) -> Bool {
    if count != other.count { return count < other.count }
    let left = ByteKey(self)
    let right = ByteKey(other)
    if left.first != right.first { return left.first < right.first }
    if count <= ByteKey.exact { return left.last < right.last }
    return lexicographicallyPrecedes(other)
  }
}
