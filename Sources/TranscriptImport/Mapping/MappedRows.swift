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
  /// The JSON files that records were read from.
  var json: [JSONSource] = []

  /// Where reading stopped before the end of a file.
  var unread: [SourceLocation] = []
  /// Rows that say something else than what was given for all of them, by file and column.
  var keptValues: [KeptValue.Key: KeptValue] = [:]

  /// Ids of students whose own rows cannot be used.
  var unusedStudents: Set<String> = []

  mutating func append(_ other: MappedRows) {
    unusedStudents.formUnion(other.unusedStudents)
    rows += other.rows
    rejected += other.rejected
    problems += other.problems
    leftOut.append(other.leftOut)
    sets += other.sets
    json += other.json
    streams += other.streams
    unread += other.unread
    keptValues.merge(other.keptValues) { $0.adding($1) }
  }
}

/// A value that was given for all rows and is not used in some, which say something else.
struct KeptValue: Sendable {
  struct Key: Hashable, Sendable {
    let file: String
    let column: String
  }

  let given: String
  /// The first line, from 1, on which a row says something else.
  let line: Int
  var count = 1

  func adding(_ other: KeptValue) -> KeptValue {
    KeptValue(given: given, line: min(line, other.line), count: count + other.count)
  }

  func problem(_ key: Key) -> Diagnostic {
    Diagnostic(
      .filledAlready, at: SourceLocation(file: key.file, line: line),
      "--set \(key.column)=\(given) is not used in \(count) row\(count == 1 ? "" : "s"), which"
        + " \(count == 1 ? "says" : "say") something else",
      hint: "correct them where they come from, or translate the column in a mapping")
  }
}

extension MappedRows {
  /// Counts a row that says something else than what was given for all.
  mutating func keepOwn(_ column: String, given: String, at place: SourceLocation) {
    let key = KeptValue.Key(file: place.file, column: column)
    let value = KeptValue(given: given, line: place.line)
    keptValues[key] = keptValues[key]?.adding(value) ?? value
  }

  /// Fills the cells that a row leaves empty with what was given for all.
  mutating func fill(_ index: Int, with given: [String: String]) {
    let row = rows[index]
    for (column, value) in given where row.table.columns.contains(column) {
      let own = row.cells[column] ?? ""
      if own.isEmpty {
        rows[index].cells[column] = value
      } else if own != value {
        keepOwn(column, given: value, at: row.location)
      }
    }
  }

  /// Says of which rows a value that was given for all is not used.
  mutating func reportKeptValues() {
    let sorted = keptValues.sorted { ($0.key.file, $0.key.column) < ($1.key.file, $1.key.column) }
    problems += sorted.map { $0.value.problem($0.key) }
  }
}
