/// A place in a document: line and column from 1, the column in code points.
struct SourcePosition {
  private(set) var line = 1
  private(set) var column = 1
  private var offset = 0

  init() {}

  /// The place of a byte, found from the start of the document.
  init(of offset: Int, in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { advance(to: offset, in: $0) }
  }

  /// Moves forward to a later byte; an earlier one leaves the place as it is.
  mutating func advance(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(target, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
  }
}
