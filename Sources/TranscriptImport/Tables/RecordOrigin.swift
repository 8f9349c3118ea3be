import Diagnostics

/// Where the rows of a table come from that was made of a file of another kind: lines of JSON, items
/// of a package.
struct RecordOrigin: Sendable {
  private let lines: [Int]
  private let originals: [Int: [UInt8]]

  /// Creates the origin of `rows`, in their order.
  init(_ rows: [ImportedRow]) {
    lines = rows.map(\.provenance.line)
    originals = Dictionary(
      rows.map { ($0.provenance.line, $0.original) }, uniquingKeysWith: { first, _ in first })
  }

  /// The line of the source that the row at `number`, from 0, was made of.
  func line(ofRow number: Int) -> Int { lines.indices.contains(number) ? lines[number] : 0 }

  /// What stands there.
  func original(atLine line: Int) -> [UInt8] { originals[line] ?? [] }
}

extension InputFile {
  /// A table in our words of rows that were made of the file at `path`.
  init(path: String, table: ImportTable, rows: [ImportedRow]) {
    let columns = table.columns
    var bytes = CSVWriter.line(columns)
    for row in rows {
      bytes.append(0x0A)
      bytes += CSVWriter.line(columns.map { row.cells[$0] ?? "" })
    }
    self.init(path: path, bytes: bytes)
  }
}
