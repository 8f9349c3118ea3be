import Diagnostics
import TranscriptModel

/// Corrections of evidence: each names one earlier record of the same student, and none goes round
/// in a circle.
///
/// Where it is unclear which record holds, none of those concerned is used.
struct ReplacementCheck {
  private let rows: [Parsed<EvidenceRecord>]
  /// Codes of rows that are not used: a correction of one is welcome.
  private let setAside: Set<String>
  /// Corrections that were refused by themselves, before they were looked at together.
  private let refused: [RowReference]
  private let indexByID: [Identifier<EvidenceRecord>: Int]
  private var reasons: [Int: [Diagnostic]] = [:]
  /// Rows set aside for a problem that is reported at another row.
  private var alongside: [Int: Diagnostic] = [:]

  init(
    _ rows: [Parsed<EvidenceRecord>], setAside: Set<String>, refused: [RowReference] = []
  ) {
    self.rows = rows
    self.setAside = setAside
    // Most districts correct little: without a correction nothing needs to be found.
    self.refused = refused.filter { $0.text(EvidenceColumn.replaces.rule.name) != nil }
    let hasCorrections = !self.refused.isEmpty || rows.contains { $0.record.replaces != nil }
    indexByID = Dictionary(
      (hasCorrections ? Array(rows.indices) : []).map { (rows[$0].record.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func resolve(_ findings: inout Findings) -> [Parsed<EvidenceRecord>] {
    let replacing = rows.indices.filter { rows[$0].record.replaces != nil }
    guard !replacing.isEmpty || !refused.isEmpty else { return rows }
    for index in replacing { checkTarget(index) }
    checkCycles(replacing)
    checkTwice(replacing)
    checkRefused(&findings)
    spread(replacing)
    for (index, problems) in reasons.sorted(by: { $0.key < $1.key }) {
      findings.add(problems, of: rows[index].row)
    }
    for (index, problem) in alongside.sorted(by: { $0.key < $1.key })
    where reasons[index] == nil {
      findings.setAside(rows[index].row, because: [problem])
    }
    return rows.indices.filter { reasons[$0] == nil && alongside[$0] == nil }.map { rows[$0] }
  }

  private mutating func checkTarget(_ index: Int) {
    guard let target = rows[index].record.replaces else { return }
    guard let other = indexByID[target] else {
      guard !setAside.contains(target.code) else { return }
      return report(
        index, .unknownReplacement, "the evidence \"\(target)\" that the row replaces is not there",
        hint: "correct the id in replaces, or empty it")
    }
    if rows[other].record.student != rows[index].record.student {
      report(
        index, .replacesOtherStudent,
        "the evidence \"\(target)\" that the row replaces belongs to another student",
        hint: "correct the id in replaces", related: [other])
    }
  }

  private mutating func checkCycles(_ replacing: [Int]) {
    let links = replacing.map { index in
      (rows[index].record.id, [rows[index].record.replaces].compactMap(\.self))
    }
    for cycle in CycleSearch(links).cycles {
      let members = cycle.compactMap { indexByID[$0] }
      guard let first = members.first else { continue }
      let path = (cycle + [cycle[0]]).map(\.code).joined(separator: " replaces ")
      report(
        first, .replacementCycle, "the corrections go round in a circle: \(path)",
        hint: "empty replaces in the record that is not a correction",
        related: Array(members.dropFirst()))
      setAside(members.dropFirst(), with: first)
    }
  }

  private mutating func checkTwice(_ replacing: [Int]) {
    var first: [Identifier<EvidenceRecord>: Int] = [:]
    for index in replacing where reasons[index] == nil && alongside[index] == nil {
      guard let target = rows[index].record.replaces else { continue }
      guard let earlier = first[target] else {
        first[target] = index
        continue
      }
      report(
        index, .replacedTwice,
        "the evidence \"\(target)\" is replaced twice; neither correction is used, nor the original",
        hint: "let the second correction replace the first", related: [earlier])
      setAside([earlier] + [indexByID[target]].compactMap(\.self), with: index)
    }
  }

  /// What a refused correction was to put right is known to be wrong, and is not used either.
  private mutating func checkRefused(_ findings: inout Findings) {
    for row in refused {
      guard let target = row.text(EvidenceColumn.replaces.rule.name),
        let index = indexByID[Identifier(target)],
        rows[index].record.student.code == row.text(EvidenceColumn.student.rule.name)
      else { continue }
      let problem = row.problem(
        .correctionRefused, EvidenceColumn.replaces,
        "this row corrects the evidence \"\(target)\" and is refused; neither of the two is used",
        hint: "mend this row; it then replaces \"\(target)\"",
        related: [.init("what it corrects", at: rows[index].row.location)])
      findings.add(problem)
      if alongside[index] == nil { alongside[index] = problem }
    }
  }

  /// What is unclear spreads to later corrections of the same record, and to what they replace:
  /// nothing that was ever corrected counts again.
  private mutating func spread(_ replacing: [Int]) {
    var byTarget: [Int: [Int]] = [:]
    for index in replacing {
      if let other = rows[index].record.replaces.flatMap({ indexByID[$0] }) {
        byTarget[other, default: []].append(index)
      }
    }
    // Only what is unclear spreads; a row with a wrong id in `replaces` concerns no one else.
    var queue = reasons.filter { $0.value.contains { Self.isUnclear($0.code) } }.map(\.key)
    queue += alongside.keys
    while let index = queue.popLast() {
      guard let problem = reasons[index]?.first ?? alongside[index] else { continue }
      let earlier = rows[index].record.replaces.flatMap { indexByID[$0] }
      let concerned = (byTarget[index] ?? []) + [earlier].compactMap(\.self)
      for next in concerned where reasons[next] == nil && alongside[next] == nil {
        alongside[next] = problem
        queue.append(next)
      }
    }
  }

  private static func isUnclear(_ code: DiagnosticCode) -> Bool {
    code == .replacementCycle || code == .replacedTwice
  }

  private mutating func setAside(_ indices: some Sequence<Int>, with index: Int) {
    guard let problem = reasons[index]?.last else { return }
    for other in indices where alongside[other] == nil { alongside[other] = problem }
  }

  private mutating func report(
    _ index: Int, _ code: DiagnosticCode, _ message: String, hint: String, related: [Int] = []
  ) {
    reasons[index, default: []].append(
      rows[index].row.problem(
        code, EvidenceColumn.replaces, message, hint: hint,
        related: related.map { .init("the other record", at: rows[$0].row.location) }))
  }
}
