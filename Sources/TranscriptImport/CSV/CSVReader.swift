/// A strict reader of RFC 4180 tables over bytes in memory.
///
/// One pass finds cells and validates every byte (UTF-8, control characters, quotes). Line ends may
/// be CRLF, LF or CR, mixed; a UTF-8 byte-order mark is skipped, as are empty lines. A row with a
/// fault is handed out with it, and reading goes on at the next plausible row.
public struct CSVReader: Sendable {
  /// Caps on cells and rows, and what is between cells.
  public struct Limits: Hashable, Sendable {
    /// Bytes of one cell.
    public var field = 1 << 20
    /// Cells of one row.
    public var fields = 1_000
    /// The byte between cells: a comma, a semicolon or a tab.
    public var separator: UInt8 = 0x2C

    /// Creates the default limits.
    public init() {}
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var offset: Int
  private var line = 1
  private var scratch = CSVRow()
  /// How many cells a row should have; what makes a line plausible after a broken quote.
  public var expectedFields: Int?

  /// Creates a reader that begins at `start`, or after the byte-order mark.
  public init(_ bytes: [UInt8], limits: Limits = Limits(), from start: Int? = nil) {
    self.bytes = bytes
    self.limits = limits
    offset = start ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Where the next row begins, and its line.
  var place: (offset: Int, line: Int) {
    get { (offset, line) }
    set { (offset, line) = newValue }
  }

  /// Reads the next row into `row`; `false` at the end.
  public mutating func next(_ row: inout CSVRow) -> Bool {
    let scan = CSVScan(
      fieldLimit: limits.field, countLimit: limits.fields, separator: limits.separator)
    return bytes.withUnsafeBufferPointer { bytes in
      skipEmptyLines(bytes)
      guard offset < bytes.count else { return false }
      row.line = line
      var end = scan.row(bytes, from: offset, into: &row)
      // A row of the wrong width that spans lines was most likely joined by a forgotten quote.
      if let opened = row.spanningQuote, let expectedFields, row.fields.count != expectedFields {
        row.fault = .brokenQuote(offset: opened)
      }
      if case .brokenQuote(let opened) = row.fault {
        end = recover(bytes, after: opened, scan: scan)
        row.range = row.range.lowerBound..<Self.withoutLineEnd(bytes, row.range.lowerBound..<end)
        row.extraLines = Self.lines(bytes, row.range.lowerBound..<end) - 1
        row.fields.removeAll(keepingCapacity: true)
      }
      line += 1 + row.extraLines
      offset = end
      return true
    }
  }

  private mutating func skipEmptyLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count {
      if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
        offset += 2
      } else if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        offset += 1
      } else {
        return
      }
      line += 1
    }
  }

  /// The beginning of the next line that is a whole row by itself, after the line on which the
  /// quote opened.
  private mutating func recover(
    _ bytes: UnsafeBufferPointer<UInt8>, after opened: Int, scan: CSVScan
  ) -> Int {
    var start = Self.nextLine(bytes, after: opened)
    while start < bytes.count {
      _ = scan.row(bytes, from: start, into: &scratch)
      let isPlausible = scratch.fault == nil && scratch.extraLines == 0
      if isPlausible, scratch.fields.count == expectedFields ?? scratch.fields.count {
        return start
      }
      start = Self.nextLine(bytes, after: start)
    }
    return bytes.count
  }

  private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    guard at < bytes.count else { return at }
    let isPair = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
    return at + (isPair ? 2 : 1)
  }

  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      at = nextLine(bytes, after: at)
      count += 1
    }
    return count
  }

  private static func withoutLineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
