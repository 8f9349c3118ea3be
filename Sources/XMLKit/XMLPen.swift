/// Writes into room that is known to be large enough.
struct XMLPen {
  private let room: UnsafeMutableRawBufferPointer
  /// Where the next byte goes.
  private(set) var position: Int

  init(room: UnsafeMutableRawBufferPointer, at position: Int) {
    self.room = room
    self.position = position
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    room[position] = byte
    position += 1
  }

  @inline(__always)
  mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    UnsafeMutableRawBufferPointer(rebasing: room[position...])
      .copyMemory(from: UnsafeRawBufferPointer(text))
    position += text.count
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Bytes that stand before the position, once more.
  @inline(__always)
  mutating func `repeat`(_ range: Range<Int>) {
    UnsafeMutableRawBufferPointer(rebasing: room[position...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: room[range]))
    position += range.count
  }

  /// An end tag.
  @inline(__always)
  mutating func close(_ name: StaticString) {
    put(UInt8(ascii: "<"))
    put(UInt8(ascii: "/"))
    put(name)
    put(UInt8(ascii: ">"))
  }

  /// The last `count` digits of a number that is not negative.
  @inline(__always)
  mutating func putDigits(_ number: Int, count: Int) {
    var rest = number
    for index in stride(from: position + count - 1, through: position, by: -1) {
      room[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    position += count
  }
}
