import Diagnostics

/// What has been found wrong so far, and the rows that are set aside for it.
struct Findings: Sendable {
  private(set) var diagnostics = DiagnosticList()
  private(set) var rejected: [RejectedRow] = []

  /// Adds a problem that belongs to no row.
  mutating func add(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

  /// Adds the problems of a row; an error among them sets the row aside.
  ///
  /// Returns whether it did.
  @discardableResult
  mutating func add(_ problems: [Diagnostic], of row: RowReference) -> Bool {
    for problem in problems { diagnostics.add(problem) }
    guard problems.contains(where: { $0.severity == .error }) else { return false }
    setAside(row, because: problems)
    return true
  }

  /// Sets a row aside for problems that are listed elsewhere.
  mutating func setAside(_ row: RowReference, because problems: [Diagnostic]) {
    rejected.append(row.rejected(because: problems))
  }

  /// Takes in rows that were set aside before they were rows of ours, with their problems.
  mutating func add(_ problems: [Diagnostic], setAside rows: [RejectedRow]) {
    for problem in problems { diagnostics.add(problem) }
    rejected += rows
  }

  /// Everything in order of place, with rejected rows that name all their reasons once.
  var sorted: (diagnostics: DiagnosticList, rejected: [RejectedRow]) {
    var list = DiagnosticList()
    for diagnostic in diagnostics.sorted { list.add(diagnostic) }
    let rows = rejected.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    return (list, rows)
  }
}
