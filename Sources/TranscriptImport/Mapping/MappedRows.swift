import Diagnostics

/// What a file of someone else's became.
struct MappedRows: Sendable {
  /// Rows in our words.
  var rows: [ImportedRow] = []
  /// Rows that could not be put in our words.
  var rejected: [RejectedRow] = []
  var problems: [Diagnostic] = []
  /// Rows that the filters left out.
  var leftOut = LeftOutRows()
  /// Tables of evidence that are read a few rows at a time.
  var streams: [EvidenceStream] = []
  /// The OneRoster sets that rows were joined from.
  var sets: [OneRosterSet] = []

  mutating func append(_ other: MappedRows) {
    rows += other.rows
    rejected += other.rejected
    problems += other.problems
    leftOut.append(other.leftOut)
    sets += other.sets
    streams += other.streams
  }
}
