import Diagnostics
import TranscriptModel

/// A table whose header has been matched with the columns that are known.
final class TableFile: Sendable {
  let file: InputFile
  let rules: [ColumnRule]
  /// For each known column the position in the file's rows.
  let positions: [Int?]
  /// Known columns whose cells must be filled, with their positions.
  let required: [(ordinal: Int, position: Int)]
  /// How many cells a row should have.
  let width: Int
  /// Positions of columns whose cells must never be read.
  let confidential: Set<Int>
  let headerRange: Range<Int>
  let limits: CSVReader.Limits
  /// Where the rows come from, if not from this table.
  let origin: RecordOrigin?

  init(
    file: InputFile, rules: [ColumnRule], header: TableHeader, limits: CSVReader.Limits,
    origin: RecordOrigin? = nil
  ) {
    self.origin = origin
    self.file = file
    self.rules = rules
    self.limits = limits
    positions = header.positions
    required = header.positions.enumerated().compactMap { ordinal, position in
      position.flatMap { rules[ordinal].isRequired ? (ordinal, $0) : nil }
    }
    width = header.width
    confidential = header.confidential
    headerRange = header.range
  }

  /// Whether rows hold personal data, so that a whole line is shown only when asked for.
  var isPersonal: Bool { rules.contains(where: \.isPersonal) }

  /// What ends the header.
  var lineEnd: LineEnd { LineEnd(in: file.bytes, at: headerRange.upperBound) ?? .lineFeed }

  /// The header as a reject file has it: after what stands before it, with the CR of its end.
  var shownHeader: [UInt8] {
    file.bytes[..<headerRange.lowerBound] + shownBytes(of: headerRange) + lineEnd.mark
  }

  /// The bytes of a row without the cells of confidential columns; everything as written otherwise.
  func shownBytes(of range: Range<Int>) -> [UInt8] {
    guard !confidential.isEmpty else { return Array(file.bytes[range]) }
    var reader = CSVReader(Array(file.bytes[range]), limits: limits, from: 0)
    var row = CSVRow()
    // A row that cannot be cut into cells cannot be shown without what must not be shown.
    guard reader.next(&row), row.fault == nil, row.fields.count == width else { return [] }
    let kept = row.fields.indices.filter { !confidential.contains($0) }
    let cells = kept.map { index in
      let field = row.fields[index]
      let quote: [UInt8] = field.isQuoted ? [0x22] : []
      return quote
        + file.bytes[(range.lowerBound + field.start)..<(range.lowerBound + field.end)] + quote
    }
    return Array(cells.joined(separator: [0x2C]))
  }
}

/// Where a row is; enough to show it, or a cell of it, when something is wrong with it.
struct RowReference: Sendable {
  let table: TableFile
  let range: Range<Int>
  let line: Int

  /// The place of the row.
  var location: SourceLocation { SourceLocation(file: table.file.path, line: line) }

  /// The row as the reject file holds it.
  func rejected(because problems: [Diagnostic]) -> RejectedRow {
    RejectedRow(
      file: table.file.path, line: line,
      original: table.origin?.original(atLine: line) ?? table.shownBytes(of: range),
      header: table.origin == nil ? table.shownHeader : [],
      diagnostics: problems, student: text("student_id").map { Identifier($0) },
      lineEnd: LineEnd(in: table.file.bytes, at: range.upperBound) ?? table.lineEnd)
  }

  /// What stands in a cell as written, whatever is wrong with the row; `nil` when that is nothing.
  func text(_ column: String) -> String? {
    guard let rule = table.rules.firstIndex(where: { $0.name == column }),
      let position = table.positions[rule]
    else { return nil }
    var reader = CSVReader(table.file.bytes, limits: table.limits, from: range.lowerBound)
    var row = CSVRow()
    guard reader.next(&row), row.fields.indices.contains(position) else { return nil }
    let field = row.fields[position]
    return field.isEmpty ? nil : table.file.text(field.start..<field.end).composed
  }

  /// A problem with one of the row's cells.
  ///
  /// The row is read again: problems are rare.
  func problem(
    _ code: DiagnosticCode, _ column: some TableColumn, _ message: String, hint: String? = nil,
    related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    var reader = CSVReader(table.file.bytes, limits: table.limits, from: range.lowerBound)
    var row = CSVRow()
    guard reader.next(&row), let position = table.positions[column.rawValue],
      row.fields.indices.contains(position)
    else {
      return Diagnostic(code, at: location, message, hint: hint, related: related)
    }
    let field = row.fields[position]
    return Diagnostic(
      code, at: table.location(of: field, in: self), message,
      excerpt: table.excerpt(of: field, isPersonal: column.rule.isPersonal), hint: hint,
      related: related)
  }
}

extension TableFile {
  /// Where the cell begins, its quote included.
  func location(of field: CSVField, in row: RowReference) -> SourceLocation {
    guard origin == nil else { return row.location }
    let start = field.isQuoted ? field.start - 1 : field.start
    return file.location(of: start, from: row.range.lowerBound, line: row.line)
  }

  /// The cell as written.
  func excerpt(of field: CSVField, isPersonal: Bool) -> Excerpt? {
    field.isEmpty
      ? nil : Excerpt(cell: file.text(field.start..<field.end), isPersonal: isPersonal)
  }

  /// The line at a byte, with that byte marked; left out where the table has a confidential column.
  func excerpt(ofLineAt offset: Int) -> Excerpt? {
    guard confidential.isEmpty, origin == nil else { return nil }
    let range = file.lineRange(at: offset)
    let before = file.text(range.lowerBound..<max(range.lowerBound, offset))
    return Excerpt(
      text: file.text(range), markStart: before.unicodeScalars.count, markLength: 1,
      isPersonal: isPersonal)
  }
}
