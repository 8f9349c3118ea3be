import Diagnostics

/// The rows of one table as they are taken in, be it in one piece or in several.
struct TableRun<Column: TableColumn, Record: Sendable> {
  private let key: Column?
  private(set) var contents = TableContents<Record>()
  /// Rows that name something set aside.
  private var waiting: [Dependency: [RowReference]] = [:]

  init(key: Column?) { self.key = key }

  /// Takes the record that `parse` makes of a row, or what is wrong with the row.
  mutating func take(
    _ row: inout TableRow<Column>, _ findings: inout Findings,
    parse: (inout TableRow<Column>) -> Record?
  ) {
    let record = row.isSound() ? parse(&row) : nil
    let reference = row.reference
    if record == nil || !row.problems.isEmpty, let key, row.hasCells, let code = row.rawText(key) {
      contents.setAside.insert(code)
    }
    if !row.problems.isEmpty, findings.add(row.takeProblems(), of: reference) {
      row.dependency = nil
      if row.hasCells { contents.refused.append(reference) }
    } else if let dependency = row.dependency {
      waiting[dependency, default: []].append(reference)
      row.dependency = nil
      contents.refused.append(reference)
    } else if let record {
      contents.rows.append(Parsed(record: record, row: reference))
    }
  }

  /// Reports rows that name something set aside: once for each such thing, not once a row.
  mutating func finish(_ findings: inout Findings) {
    for (dependency, rows) in waiting.sorted(by: { $0.key < $1.key }) {
      guard let first = rows.first else { continue }
      let problem = dependency.problem(at: first.location, rows: rows.count)
      findings.add(problem)
      for row in rows { findings.setAside(row, because: [problem]) }
    }
    waiting = [:]
  }
}
