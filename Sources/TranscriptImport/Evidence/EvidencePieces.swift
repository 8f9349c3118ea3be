import Diagnostics

/// A table read piece by piece, each of whole lines.
struct EvidencePieces {
  let path: String
  /// The header without its line end.
  let header: [UInt8]
  /// Where the next piece begins in the file.
  private var offset: Int
  /// The line on which it begins.
  private var line: Int
  private let size: Int
  private var wanted: Int
  private let longestRow: Int
  /// Whether the piece that was handed out last is the last of the file.
  private(set) var isAtEnd = false

  /// Reads the header; `nil` when the table cannot be used, which is reported.
  init?(
    _ path: String, limits: ImportLimits, _ reader: TableReader<EvidenceColumn>,
    _ folder: inout FolderReader
  ) {
    guard let beyond = folder.piece(path, from: limits.table, count: 1) else { return nil }
    guard beyond.isEmpty else {
      folder.reportTooLarge(path, limit: limits.table)
      return nil
    }
    guard let (file, next) = Self.head(path, limits: limits, &folder) else { return nil }
    if let problem = EncodingCheck.problem(with: file) {
      folder.findings.add(problem)
      return nil
    }
    guard let (begun, table) = reader.begin(file, &folder.findings) else { return nil }
    self.path = path
    header = Array(file.bytes[table.headerRange])
    // A head that is the whole file ends where its reader stands.
    offset = min(next, begun.place.offset)
    line = begun.place.line
    size = limits.piece
    longestRow = limits.row
    wanted = size
  }

  /// As much of the beginning as holds the header, and its length.
  private static func head(
    _ path: String, limits: ImportLimits, _ folder: inout FolderReader
  ) -> (file: InputFile, count: Int)? {
    var count = limits.piece
    while true {
      guard let bytes = folder.piece(path, from: 0, count: count) else { return nil }
      let file = InputFile(path: path, bytes: bytes)
      var reader = CSVReader(bytes)
      var row = CSVRow()
      _ = reader.next(&row)
      let isWhole = bytes.count < count || reader.place.offset < bytes.count
      if isWhole || count >= limits.row {
        return (file, bytes.count)
      }
      count *= 4
    }
  }

  /// The next piece; `nil` at the end.
  mutating func next(_ folder: inout FolderReader) -> [UInt8]? {
    while true {
      guard var bytes = folder.piece(path, from: offset, count: wanted), !bytes.isEmpty else {
        return nil
      }
      isAtEnd = bytes.count < wanted
      if isAtEnd { return bytes }
      if let end = bytes.lastIndex(of: 0x0A) {
        bytes.removeLast(bytes.count - end - 1)
        return bytes
      }
      guard canWiden else {
        reportEndless(&folder)
        return nil
      }
      widen()
    }
  }

  /// Whether a row may be longer than the piece that was handed out last.
  var canWiden: Bool { wanted < longestRow }

  private func reportEndless(_ folder: inout FolderReader) {
    folder.findings.add(
      Diagnostic(
        .fieldTooLong, at: SourceLocation(file: path, line: line),
        "the row has more than \(longestRow) bytes; neither it nor what follows is read",
        hint: "shorten it, or close the quote that opens it"))
  }

  /// Goes on after so many bytes and lines of the piece that was handed out last.
  mutating func advance(by count: Int, lines: Int) {
    offset += count
    line += lines
    // A piece that could not be read at all is read again, larger.
    if count > 0 { wanted = size }
  }

  /// Makes the next piece larger than the last.
  mutating func widen() { wanted = max(wanted, size) * 4 }

  /// The rows of a piece.
  func rows(of bytes: [UInt8], limits: CSVReader.Limits) -> PieceRows {
    PieceRows(
      bytes, header: header, path: path, before: offset, line: line, limits: limits)
  }
}

/// The rows of a piece of a table, one by one.
struct PieceRows {
  let table: TableFile
  private var reader: CSVReader
  private let headerLength: Int
  private let firstLine: Int

  init(
    _ bytes: [UInt8], header: [UInt8], path: String, before: Int, line: Int,
    limits: CSVReader.Limits
  ) {
    var file = InputFile(path: path, bytes: header + [0x0A] + bytes)
    headerLength = header.count + 1
    file.before = before - headerLength
    firstLine = line
    let rules = EvidenceColumn.allCases.map(\.rule)
    var row = CSVRow()
    reader = CSVReader(file.bytes, limits: limits, from: 0)
    _ = reader.next(&row)
    let matched = TableHeader(row, of: file, rules: rules)
    table = TableFile(file: file, rules: rules, header: matched, limits: limits)
    reader.expectedFields = table.width
    reader.place = (headerLength, line)
  }

  /// Where the next row begins in the piece.
  var offset: Int { place.offset - headerLength }
  /// How many lines of the piece are before it.
  var line: Int { place.line - firstLine }

  var place: (offset: Int, line: Int) {
    get { reader.place }
    set { reader.place = newValue }
  }

  mutating func next(_ row: inout TableRow<EvidenceColumn>) -> Bool { reader.next(&row.csv) }

  /// Whether the row may go on after the end of the piece.
  func isCutOff(_ row: TableRow<EvidenceColumn>) -> Bool {
    guard place.offset >= table.file.bytes.count, case .brokenQuote = row.csv.fault else {
      return false
    }
    return true
  }

  /// A few of the next lines.
  func part() -> [UInt8]? {
    let bytes = table.file.bytes
    guard place.offset < bytes.count else { return nil }
    let least = min(place.offset + 2048, bytes.count)
    let end = bytes[(least - 1)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return Array(bytes[place.offset..<end])
  }

  /// Goes on after a part that was read otherwise.
  mutating func skip(_ count: Int, lines: Int) {
    reader.place = (place.offset + count, place.line + lines)
  }
}
