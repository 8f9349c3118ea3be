import Diagnostics

/// Rows that were left out: how many, and which values filters left them out by.
struct LeftOutRows: Sendable {
  /// So many values of a column are counted one by one.
  private static let most = 20

  private struct Value: Hashable {
    let column: String
    let text: String
  }

  /// A value that a filter wants otherwise spelt.
  private struct Spelling: Sendable {
    let wanted: String
    let first: SourceLocation
  }

  /// How many rows were left out.
  private(set) var count = 0
  private var counts: [Value: Int] = [:]
  private var valueCounts: [String: Int] = [:]
  /// How many rows of a column have values beyond those that are counted.
  private var others: [String: Int] = [:]
  private var spellings: [Value: Spelling] = [:]

  /// Counts a row that is left out for another reason than a filter.
  mutating func note(_ more: Int = 1) { count += more }

  /// Counts a row that a filter leaves out and that calls back nothing which is on file.
  mutating func note(_ row: ImportedRow) {
    if let cause = row.leftOutBy { note(cause.filter, cause.text, at: row.location) }
  }

  mutating func note(_ filter: MappingFilter, _ text: String, at place: SourceLocation) {
    count += 1
    let value = Value(column: filter.column, text: text)
    add(value, 1)
    guard spellings[value] == nil, !text.isEmpty else { return }
    let folded = text.lowercased()
    if let wanted = filter.only.sorted().first(where: { $0.lowercased() == folded }) {
      spellings[value] = Spelling(wanted: wanted, first: place)
    }
  }

  private mutating func add(_ value: Value, _ more: Int) {
    if counts[value] != nil {
      counts[value, default: 0] += more
    } else if valueCounts[value.column, default: 0] < Self.most {
      valueCounts[value.column, default: 0] += 1
      counts[value] = more
    } else {
      others[value.column, default: 0] += more
    }
  }

  mutating func append(_ other: LeftOutRows) {
    count += other.count
    for (value, more) in other.counts.sorted(by: { $0.key.text < $1.key.text }) {
      add(value, more)
    }
    others.merge(other.others, uniquingKeysWith: +)
    spellings.merge(other.spellings) { first, _ in first }
  }

  /// For each column of a filter the values of the rows that were left out, the most frequent first.
  var values: [ImportPlan.LeftOut] {
    Dictionary(grouping: counts, by: \.key.column).map { column, found in
      ImportPlan.LeftOut(
        column: column,
        values: found.map { (text: $0.key.text, count: $0.value) }
          .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
          .map { ImportPlan.LeftOut.Value(text: $0.text, count: $0.count) },
        otherCount: others[column] ?? 0)
    }.sorted { $0.column < $1.column }
  }

  /// Values that differ from those which a filter takes in their case only: once each.
  var problems: [Diagnostic] {
    spellings.sorted {
      ($0.value.first.file, $0.value.first.line) < ($1.value.first.file, $1.value.first.line)
    }.map { value, spelling in
      Diagnostic(
        .filteredByCase, at: spelling.first,
        "rows whose \(value.column) is \"\(value.text)\" are left out; the filter takes"
          + " \"\(spelling.wanted)\"",
        hint: "if they are the same, add \"\(value.text)\" to the filter in the mapping")
    }
  }
}
