/// A table of the district folder as it is stored, so that rows can be added and replaced while
/// every other byte stays.
struct StoredTable: Sendable {
  let path: String
  private(set) var header: [String]
  /// What stands before the header: a byte-order mark.
  private var before: [UInt8] = []
  /// The header as written, as long as no column is added.
  private var headerLine: [UInt8]
  private var lines: [[UInt8]]
  /// What stands before each line, back to the line before it: the end of that one, and empty lines.
  private var gaps: [[UInt8]]
  /// What stands after the last line.
  private var after: [UInt8]
  /// Cells of each line by column; `nil` for a line that is not a sound row.
  private var rows: [[String: String]?]
  /// What ends the header ends the lines that are added.
  private var lineEnd: LineEnd = .lineFeed

  /// An empty table with these columns.
  init(path: String, columns: [String]) {
    self.path = path
    header = columns
    headerLine = CSVWriter.line(columns)
    (lines, gaps, rows) = ([], [], [])
    after = lineEnd.bytes
  }

  /// Reads a table; `nil` when it has no header.
  init?(_ file: InputFile, limits: CSVReader.Limits) {
    path = file.path
    var reader = CSVReader(file.bytes, limits: limits)
    var row = CSVRow()
    guard reader.next(&row), row.fault == nil else { return nil }
    let source = SourceRow(csv: row, header: SourceHeader(row, of: file), file: file)
    header = source.cells
    before = Array(file.bytes[..<row.range.lowerBound])
    headerLine = Array(file.bytes[row.range])
    lineEnd = source.lineEnd
    (lines, gaps, rows) = ([], [], [])
    var end = row.range.upperBound
    reader.expectedFields = header.count
    while reader.next(&row) {
      let source = SourceRow(csv: row, header: source.header, file: file)
      let isSound = row.fault == nil && row.fields.count == header.count
      gaps.append(Array(file.bytes[end..<row.range.lowerBound]))
      lines.append(Array(file.bytes[row.range]))
      end = row.range.upperBound
      rows.append(
        isSound
          ? Dictionary(zip(header, source.cells), uniquingKeysWith: { first, _ in first }) : nil)
    }
    after = Array(file.bytes[end...])
  }

  var count: Int { lines.count }

  /// The bytes of a row.
  func line(_ index: Int) -> [UInt8] { lines[index] }

  /// The cells of the row at `index`, by column.
  func cells(_ index: Int) -> [String: String]? { rows[index] }

  /// The line, from 1, on which each row will be.
  var lineNumbers: [Int] {
    var line = 1 + LineEnd.count(in: before) + LineEnd.count(in: headerLine)
    return zip(gaps, lines).map { gap, bytes in
      line += LineEnd.count(in: gap)
      defer { line += LineEnd.count(in: bytes) }
      return line
    }
  }

  /// Adds a row; columns that the header lacks are added to it.
  mutating func append(_ cells: [String: String], order: [String]) {
    widen(for: cells, order: order)
    // The line before may have no end.
    gaps.append(after.last == 0x0A || after.last == 0x0D ? after : after + lineEnd.bytes)
    lines.append(CSVWriter.line(header.map { cells[$0] ?? "" }))
    after = lineEnd.bytes
    rows.append(cells)
  }

  /// Replaces cells of a row; the others stay as they are.
  mutating func replace(_ index: Int, with cells: [String: String], order: [String]) {
    widen(for: cells, order: order)
    let merged = (rows[index] ?? [:]).merging(cells) { $1 }
    lines[index] = CSVWriter.line(header.map { merged[$0] ?? "" })
    rows[index] = merged
  }

  private mutating func widen(for cells: [String: String], order: [String]) {
    let missing = order.filter { cells[$0]?.isEmpty == false && !header.contains($0) }
    guard !missing.isEmpty else { return }
    header += missing
    headerLine = CSVWriter.line(header)
    let commas = [UInt8](repeating: 0x2C, count: missing.count)
    for index in lines.indices where rows[index] != nil { lines[index] += commas }
  }

  /// The whole file.
  var bytes: [UInt8] {
    var bytes = before + headerLine
    for (gap, line) in zip(gaps, lines) { bytes += gap + line }
    return bytes + after
  }
}

extension SourceRow {
  /// All cells as text, exactly as written.
  var cells: [String] {
    csv.fields.map { field in
      let text = file.text(field.start..<field.end)
      return field.hasEscapes ? text.replacing("\"\"", with: "\"") : text
    }
  }
}
