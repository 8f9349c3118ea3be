/// Reads exactly what is expected; anything else is a failure that shows the place.
struct ByteReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func expect(_ text: StaticString) throws(PDFFailure) {
    guard skip(text) else { throw failure("\(text)") }
  }

  /// Skips `text` if it comes next, and says whether it did.
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard rest.count >= count else { return false }
    let start = rest.startIndex
    for index in 0..<count where rest[start + index] != text.utf8Start[index] { return false }
    rest = rest[(start + count)...]
    return true
  }

  /// A whole number of 1 to 10 digits.
  mutating func number() throws(PDFFailure) -> Int {
    var index = rest.startIndex
    var value = 0
    while index < rest.endIndex, index < rest.startIndex + 10, (48...57).contains(rest[index]) {
      value = value * 10 + Int(rest[index] - 48)
      index += 1
    }
    guard index > rest.startIndex else { throw failure("a number") }
    rest = rest[index...]
    return value
  }

  /// A reference `N 0 R`.
  mutating func reference() throws(PDFFailure) -> Int {
    let number = try number()
    try expect(" 0 R")
    return number
  }

  /// A name without its slash.
  mutating func name() throws(PDFFailure) -> ArraySlice<UInt8> {
    try expect("/")
    return take { Self.isRegular($0) }
  }

  /// The bytes up to the next line feed, which is skipped.
  mutating func line() throws(PDFFailure) -> ArraySlice<UInt8> {
    let line = take { $0 != 10 }
    try expect("\n")
    return line
  }

  mutating func take(_ count: Int) throws(PDFFailure) -> ArraySlice<UInt8> {
    guard rest.count >= count else { throw failure("\(count) bytes") }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let end = rest.firstIndex { !isWanted($0) } ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  mutating func dropSuffix(_ text: StaticString) throws(PDFFailure) {
    let count = text.utf8CodeUnitCount
    var end = ByteReader(rest.suffix(count))
    guard rest.count >= count, end.skip(text) else { throw failure("\(text)") }
    rest = rest.dropLast(count)
  }

  func expectEnd() throws(PDFFailure) {
    guard rest.isEmpty else { throw failure("the end") }
  }

  /// What was expected, and the place; never the content, which may be personal.
  func failure(_ expected: String) -> PDFFailure {
    PDFFailure(unknown: "expected \(expected.debugDescription) at byte \(rest.startIndex)")
  }

  /// A regular character of PDF (ISO 32000-1, 7.2.2).
  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 37, 40, 41, 47, 60, 62, 91, 93, 123, 125: false
    default: true
    }
  }
}
