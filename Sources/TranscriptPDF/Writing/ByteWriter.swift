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

  /// A whole number of either sign.
  mutating func write(signed number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(Int(number.magnitude))
  }

  /// A number with at most two decimals.
  mutating func write(hundredths number: Int) { write(number, places: 2) }

  /// A number with at most three decimals.
  mutating func write(thousandths number: Int) { write(number, places: 3) }

  /// A decimal number without zeros at its end, and without one before its point.
  private mutating func write(_ number: Int, places: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let scale = places == 2 ? 100 : 1000
    let (whole, rest) = Int(number.magnitude).quotientAndRemainder(dividingBy: scale)
    if whole > 0 || rest == 0 { write(whole) }
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var digits = rest
    var unit = scale / 10
    while digits > 0 {
      bytes.append(UInt8(48 + digits / unit))
      digits %= unit
      unit /= 10
    }
  }

  /// The last bytes of a number, the highest first.
  mutating func write(bigEndian number: Int, bytes count: Int) {
    for byte in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - byte))))
    }
  }

  mutating func write(_ other: Bytes) { bytes.append(contentsOf: other) }

  mutating func write(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func write(text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
