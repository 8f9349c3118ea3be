import Diagnostics
import TranscriptModel

/// Students who may be one person, or two under one id: set aside or reported, never guessed.
struct StudentCheck {
  func resolve(
    _ rows: [Parsed<Student>], _ findings: inout Findings
  ) -> [Parsed<Student>] {
    let unique = Duplicates(
      code: .duplicateStudent, noun: "student", quarantinesEqualRows: true,
      hint: "correct the id of one, or remove the one that repeats the other"
    ).remove(from: rows, StudentColumn.studentID, &findings) { $0.id.code }
    let apart = removeShared(
      unique, .studentIDsAlike, .studentID, by: { $0.id.code.lowercased() },
      message: "differ only in case, so that the files of one would overwrite those of the other; "
        + "neither row is used",
      hint: "correct one, or remove one if both are the same person", &findings)
    let kept = removeShared(
      apart, .duplicateSASID, .sasid, by: \.sasid,
      message: "have one SASID; neither row is used",
      hint: "correct one, or remove one if both are the same person", &findings)
    reportLookalikes(kept, &findings)
    return kept
  }

  /// Without the students who share what only one may have.
  private func removeShared(
    _ rows: [Parsed<Student>], _ code: DiagnosticCode, _ column: StudentColumn,
    by key: (Student) -> String?, message: String, hint: String, _ findings: inout Findings
  ) -> [Parsed<Student>] {
    var first: [String: Int] = [:]
    var dropped: Set<Int> = []
    for (index, row) in rows.enumerated() {
      guard let shared = key(row.record) else { continue }
      guard let earlier = first[shared] else {
        first[shared] = index
        continue
      }
      let problem = row.row.problem(
        code, column,
        "the students \"\(rows[earlier].record.id)\" and \"\(row.record.id)\" \(message)",
        hint: hint,
        related: [.init("first used here", at: rows[earlier].row.location)])
      findings.add([problem], of: row.row)
      dropped.insert(index)
      if dropped.insert(earlier).inserted {
        findings.setAside(rows[earlier].row, because: [problem])
      }
    }
    return rows.indices.filter { !dropped.contains($0) }.map { rows[$0] }
  }

  private func reportLookalikes(_ rows: [Parsed<Student>], _ findings: inout Findings) {
    struct Look: Hashable {
      let name: String
      let birth: CalendarDate
    }
    var first: [Look: Parsed<Student>] = [:]
    for row in rows {
      let student = row.record
      let looks = student.foldedNames.union(student.nearNames).map {
        Look(name: $0, birth: student.birthDate)
      }
      let earlier = looks.compactMap { first[$0] }.min { $0.row.line < $1.row.line }
      for look in looks where first[look] == nil { first[look] = row }
      guard let earlier else { continue }
      let isSame = !student.foldedNames.isDisjoint(with: earlier.record.foldedNames)
      findings.add(
        row.row.problem(
          .possibleDuplicateStudent, StudentColumn.studentID,
          "the students \"\(earlier.record.id)\" and \"\(student.id)\" have"
            + (isSame ? " one name and one birth date" : " nearly one name, and one birth date"),
          hint: "check whether they are one person; evidence is not moved between them",
          related: [.init("the other", at: earlier.row.location)]))
    }
  }
}

extension Student {
  /// More ways in which systems may have the student, folded.
  var nearNames: Set<String> {
    FoldedName.near(first: legalName.first, last: legalName.last, former: formerLast)
  }

  /// The names by which the student may be known elsewhere, folded.
  var foldedNames: Set<String> {
    FoldedName.all(
      first: legalName.first, middle: legalName.middle, last: legalName.last, former: formerLast)
  }
}
