/// Collects bytes without making strings on the way.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }

  mutating func write(_ text: StaticString) {
    bytes.append(
      contentsOf: Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ number: Int) {
    guard number >= 10 else { return bytes.append(UInt8(48 + max(number, 0))) }
    write(number / 10)
    bytes.append(UInt8(48 + number % 10))
  }

  mutating func write(_ other: Bytes) { bytes.append(contentsOf: other) }

  mutating func write(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func write(text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
