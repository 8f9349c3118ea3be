/// A table of the district folder as it is stored, so that rows can be added and replaced while
/// every other byte stays.
struct StoredTable: Sendable {
  let path: String
  private(set) var header: [String]
  private var lines: [[UInt8]]
  /// Cells of each line by column; `nil` for a line that is not a sound row.
  private var rows: [[String: String]?]
  /// What ends the header ends every line.
  private var lineEnd: [UInt8] = [0x0A]

  /// An empty table with these columns.
  init(path: String, columns: [String]) {
    self.path = path
    header = columns
    lines = []
    rows = []
  }

  /// Reads a table; `nil` when it has no header.
  init?(_ file: InputFile, limits: CSVReader.Limits) {
    path = file.path
    var reader = CSVReader(file.bytes, limits: limits)
    var row = CSVRow()
    guard reader.next(&row), row.fault == nil else { return nil }
    let source = SourceRow(csv: row, header: SourceHeader(row, of: file), file: file)
    header = source.cells
    let end = file.bytes[row.range.upperBound...].prefix { $0 == 0x0D || $0 == 0x0A }
    if end.starts(with: [0x0D, 0x0A]) { lineEnd = [0x0D, 0x0A] }
    lines = []
    rows = []
    reader.expectedFields = header.count
    while reader.next(&row) {
      let source = SourceRow(csv: row, header: source.header, file: file)
      let isSound = row.fault == nil && row.fields.count == header.count
      lines.append(Array(file.bytes[row.range]))
      rows.append(
        isSound
          ? Dictionary(zip(header, source.cells), uniquingKeysWith: { first, _ in first }) : nil)
    }
  }

  var count: Int { lines.count }

  /// The bytes of a row.
  func line(_ index: Int) -> [UInt8] { lines[index] }

  /// The cells of the row at `index`, by column.
  func cells(_ index: Int) -> [String: String]? { rows[index] }

  /// The line, from 1, on which each row will be.
  var lineNumbers: [Int] {
    var line = 2
    return lines.map { bytes in
      defer { line += 1 + bytes.count { $0 == 0x0A } }
      return line
    }
  }

  /// Adds a row; columns that the header lacks are added to it.
  mutating func append(_ cells: [String: String], order: [String]) {
    widen(for: cells, order: order)
    lines.append(CSVWriter.line(header.map { cells[$0] ?? "" }))
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
    let commas = [UInt8](repeating: 0x2C, count: missing.count)
    for index in lines.indices where rows[index] != nil { lines[index] += commas }
  }

  /// The whole file.
  var bytes: [UInt8] {
    var bytes = CSVWriter.line(header) + lineEnd
    for line in lines { bytes += line + lineEnd }
    return bytes
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
