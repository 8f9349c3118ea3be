import Diagnostics
import TranscriptModel

/// Checks rows of evidence by themselves, as the tables of the district folder are checked.
struct EvidenceChecker {
  /// What was found about a row.
  struct Outcome {
    var problems: [Diagnostic] = []
    /// What the row names whose own row is set aside.
    var dependency: Dependency?

    var isUsable: Bool { dependency == nil && !problems.contains(where: \.isError) }
  }

  private let table: EvidenceTable
  private let reader: TableReader<EvidenceColumn>

  init(references: References, limits: ImportLimits) {
    table = EvidenceTable(references: references)
    reader = TableReader(EvidenceColumn.self, limits: limits)
  }

  /// An outcome for each row, in their order, with problems at the place in the source.
  func check(_ rows: [ImportedRow]) -> [Outcome] {
    var silent = Findings()
    let file = InputFile(path: "", table: .evidence, rows: rows)
    guard let begun = reader.begin(file, &silent) else {
      return rows.map { _ in Outcome() }
    }
    var reader = begun.reader
    let parser = EvidenceTable(like: table)
    var current = TableRow<EvidenceColumn>(begun.table)
    return rows.map { row in
      guard reader.next(&current.csv) else { return Outcome() }
      if current.isSound() { _ = parser.parse(&current) }
      defer { current.dependency = nil }
      let line = current.csv.range
      let found = current.takeProblems().map { problem in
        let column = problem.location.flatMap {
          CellColumn.name(
            at: $0.column, of: Array(file.bytes[line]), header: ImportTable.evidence.columns)
        }
        return row.problem(problem, in: column)
      }
      return Outcome(problems: found, dependency: current.dependency)
    }
  }
}
