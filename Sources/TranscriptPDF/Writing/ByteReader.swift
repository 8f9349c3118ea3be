/// Bytes of a file that outlives every use: whoever reads a file runs inside one
/// `withUnsafeBufferPointer`.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Reads exactly what is expected; anything else is a failure that shows the place.
struct ByteReader {
  private let bytes: Bytes
  private(set) var index: Int
  private var end: Int

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = 0
    end = bytes.count
  }

  init(_ bytes: Bytes, from index: Int, to end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  /// What is not read yet.
  var rest: Bytes { Bytes(rebasing: bytes[index..<end]) }

  mutating func expect(_ text: StaticString) throws(PDFFailure) {
    guard skip(text) else { throw failure("\(text)") }
  }

  /// Skips `text` if it comes next, and says whether it did.
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - index >= count else { return false }
    let start = text.utf8Start
    for offset in 0..<count where bytes[index + offset] != start[offset] { return false }
    index += count
    return true
  }

  /// A whole number of 1 to 10 digits.
  mutating func number() throws(PDFFailure) -> Int {
    let start = index
    var value = 0
    while index < end, index < start + 10, (48...57).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    guard index > start else { throw failure("a number") }
    return value
  }

  /// A reference `N 0 R`.
  mutating func reference() throws(PDFFailure) -> Int {
    let number = try number()
    try expect(" 0 R")
    return number
  }

  /// A name without its slash.
  mutating func name() throws(PDFFailure) -> Bytes {
    try expect("/")
    let start = index
    while index < end, Self.isRegular(bytes[index]) { index += 1 }
    return Bytes(rebasing: bytes[start..<index])
  }

  /// The bytes up to the next line feed, which is skipped.
  mutating func line() throws(PDFFailure) -> Bytes {
    let start = index
    while index < end, bytes[index] != 10 { index += 1 }
    let line = Bytes(rebasing: bytes[start..<index])
    try expect("\n")
    return line
  }

  /// The bytes before the next `text`, which is skipped with them.
  mutating func skipPast(_ text: StaticString) throws(PDFFailure) -> Bytes {
    let start = index
    let count = text.utf8CodeUnitCount
    while end - index >= count {
      let found = index
      if skip(text) { return Bytes(rebasing: bytes[start..<found]) }
      index += 1
    }
    throw failure("\(text)")
  }

  mutating func take(_ count: Int) throws(PDFFailure) -> Bytes {
    guard count >= 0, end - index >= count else { throw failure("\(count) bytes") }
    defer { index += count }
    return Bytes(rebasing: bytes[index..<index + count])
  }

  mutating func dropSuffix(_ text: StaticString) throws(PDFFailure) {
    let count = text.utf8CodeUnitCount
    guard end - index >= count else { throw failure("\(text)") }
    var tail = ByteReader(bytes, from: end - count, to: end)
    try tail.expect(text)
    end -= count
  }

  func expectEnd() throws(PDFFailure) {
    guard index == end else { throw failure("the end") }
  }

  /// What was expected, and the place; never the content, which may be personal.
  func failure(_ expected: String) -> PDFFailure {
    PDFFailure(unknown: "expected \(expected.debugDescription) at byte \(index)")
  }

  /// Where a file's cross-reference table begins: its last number (ISO 32000-1, 7.5.5).
  static func tableOffset(_ file: Bytes) throws(PDFFailure) -> Int {
    let tail: StaticString = "\n%%EOF\n"
    var start = file.count - tail.utf8CodeUnitCount
    guard start > 0 else { throw PDFFailure(unknown: "a short file") }
    var reader = ByteReader(file, from: start, to: file.count)
    try reader.expect(tail)
    while start > 0, (48...57).contains(file[start - 1]) { start -= 1 }
    reader = ByteReader(file, from: start, to: file.count)
    let offset = try reader.number()
    guard offset < file.count else { throw reader.failure("the table's place") }
    return offset
  }

  /// A regular character of PDF (ISO 32000-1, 7.2.2).
  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 37, 40, 41, 47, 60, 62, 91, 93, 123, 125: false
    default: true
    }
  }
}
