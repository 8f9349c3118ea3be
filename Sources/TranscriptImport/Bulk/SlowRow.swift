import Diagnostics
import TranscriptModel

/// Reads a single line the way every other table is read, with all its checks and messages.
struct SlowRow: Sendable {
  /// The outcome for a line.
  struct Outcome {
    /// The record with the row, unless the row is refused.
    var parsed: Parsed<EvidenceRecord>?
    /// The row, if it is refused and can be cut into cells.
    var refused: RowReference?
    var diagnostics: [Diagnostic] = []
  }

  private let path: String
  private let header: [UInt8]
  private let limits: CSVReader.Limits
  private let lookups: EvidenceLookups
  private let rules = EvidenceColumn.allCases.map(\.rule)
  private let matched: TableHeader

  /// How many cells a row should have.
  var width: Int { matched.width }
  /// For each of our columns its position in a row.
  var positions: [Int?] { matched.positions }

  init?(
    path: String, header: [UInt8], references: References, limits: ImportLimits,
    _ diagnostics: inout DiagnosticList
  ) {
    var csv = CSVReader.Limits()
    csv.field = limits.field
    csv.fields = limits.columns
    self.limits = csv
    self.path = path
    self.header = header
    lookups = EvidenceLookups(references)
    let file = InputFile(path: path, bytes: header)
    var reader = CSVReader(header, limits: csv)
    var row = CSVRow()
    guard reader.next(&row), row.fault == nil else {
      diagnostics.add(
        Diagnostic(
          .missingHeader, at: SourceLocation(file: path, line: 1), "the header cannot be read",
          hint: "begin the table with \(rules.map(\.name).joined(separator: ","))"))
      return nil
    }
    matched = TableHeader(row, of: file, rules: rules)
    matched.problems.forEach { diagnostics.add($0) }
    guard matched.isUsable else { return nil }
  }

  /// Reads a line; `line` is its number for messages.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> Outcome {
    let file = InputFile(path: path, bytes: header + [0x0A] + bytes)
    let tableFile = TableFile(file: file, rules: rules, header: matched, limits: limits)
    var reader = CSVReader(file.bytes, limits: limits, from: header.count + 1)
    reader.expectedFields = width
    var row = TableRow<EvidenceColumn>(tableFile)
    guard reader.next(&row.csv) else { return Outcome() }
    row.csv.line = line
    let record = row.isSound() ? EvidenceTable(lookups).parse(&row) : nil
    var outcome = Outcome()
    outcome.diagnostics = row.takeProblems()
    let hasErrors = outcome.diagnostics.contains { $0.severity == .error }
    if let record, !hasErrors {
      outcome.parsed = Parsed(record: record, row: row.reference)
    } else if row.hasCells {
      outcome.refused = row.reference
    }
    return outcome
  }
}
