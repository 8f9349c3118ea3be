/// The row of someone else's table that seems to be its header, if cells are parted by a separator.
///
/// A title stands alone in its row: a row with at most one cell that is filled, above rows with more,
/// is no header.
struct SuggestedHeader {
  /// How many rows are looked at for the header.
  private static let depth = 20

  let separator: UInt8
  let row: CSVRow
  /// Rows before the header; empty lines are no rows.
  let rowsBefore: Int
  /// Stands behind the header.
  let reader: CSVReader
  /// How many cells of the header are filled.
  let width: Int

  /// The header with the separator that gives it most cells; `nil` when the table is empty.
  static func best(of file: InputFile) -> SuggestedHeader? {
    let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    let found = separators.compactMap { SuggestedHeader(file, separator: $0) }
    guard var best = found.first else { return nil }
    for other in found where other.width > best.width { best = other }
    return best
  }

  /// `nil` when the table is empty.
  init?(_ file: InputFile, separator: UInt8) {
    var limits = CSVReader.Limits()
    limits.separator = separator
    var reader = CSVReader(file.bytes, limits: limits)
    var row = CSVRow()
    var found: (row: CSVRow, reader: CSVReader, width: Int, before: Int)?
    for before in 0..<Self.depth where reader.next(&row) {
      let width = row.fields.count { !$0.isEmpty }
      // The first row is the header unless a wider one shows that it is a title.
      if found == nil { found = (row, reader, width, before) }
      guard width > 1 else { continue }
      if found.map({ $0.width <= 1 }) == true { found = (row, reader, width, before) }
      break
    }
    guard let found else { return nil }
    self.separator = separator
    self.row = found.row
    self.reader = found.reader
    width = found.width
    rowsBefore = found.before
  }
}
