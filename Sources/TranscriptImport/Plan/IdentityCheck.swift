import Diagnostics
import TranscriptModel

/// Imported students who may not be who their id says, or who may be on file under another id.
///
/// Their rows are set aside with both places named, until the crosswalk says what a person decided.
struct IdentityCheck {
  private struct Look: Hashable {
    let name: String
    let birth: String
  }

  private let studentByID: [Identifier<Student>: Student]
  private let studentByLook: [Look: Student]
  private let crosswalk: Crosswalk
  /// The day to be typed for a decision; `nil` where the caller gives none.
  private let day: CalendarDate?

  init(students: [Student], crosswalk: Crosswalk, on day: CalendarDate? = nil) {
    self.crosswalk = crosswalk
    self.day = day
    studentByID = Dictionary(
      students.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    studentByLook = Dictionary(
      students.flatMap { student in Self.looks(of: student).map { ($0, student) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Sets rows in doubt aside, and rows of other tables that give another name than their student's;
  /// the ids of students in doubt.
  ///
  /// Students of `contradicted` are in doubt already: rows of the import say two things of them.
  func apply(to mapped: inout MappedRows, contradicted: Set<String> = []) -> Set<String> {
    var kept: [ImportedRow] = []
    var doubted = contradicted
    let newByLook = Self.byLook(mapped.rows.filter(isNew))
    for row in mapped.rows {
      guard let problem = problem(with: row, newByLook) else {
        kept.append(keepingWhoIsOnFile(row, &mapped.problems))
        continue
      }
      if let id = row.cells["student_id"] { doubted.insert(id) }
      mapped.problems.append(problem)
      mapped.rejected.append(row.rejected(because: [problem]))
    }
    var names = NameCheck(
      studentByID, crosswalk, doubted: doubted, unused: mapped.unusedStudents, on: day)
    mapped.rows = kept.filter { row in
      guard row.table != .students, let problem = names.problem(with: row) else { return true }
      mapped.problems.append(problem)
      mapped.rejected.append(row.rejected(because: [problem]))
      return false
    }
    let new = mapped.rows.filter { isNew($0) && !crosswalk.settles($0) }
    mapped.problems += SimilarStudents(Array(studentByID.values)).problems(with: new)
    return doubted
  }

  private func isNew(_ row: ImportedRow) -> Bool {
    row.table == .students && studentByID[Identifier(row.cells["student_id"] ?? "")] == nil
  }

  private static func byLook(_ rows: [ImportedRow]) -> [Look: [ImportedRow]] {
    var found: [Look: [ImportedRow]] = [:]
    for row in rows {
      for look in looks(of: row) { found[look, default: []].append(row) }
    }
    return found
  }

  private func problem(
    with row: ImportedRow, _ newByLook: [Look: [ImportedRow]]
  ) -> Diagnostic? {
    guard row.table == .students, let id = row.cells["student_id"], !id.isEmpty else { return nil }
    if let known = studentByID[Identifier(id)] { return changed(row, known) }
    guard !crosswalk.settles(row) else { return nil }
    let looks = Self.looks(of: row)
    if let other = looks.compactMap({ studentByLook[$0] }).min(by: { $0.id < $1.id }) {
      let isSame = !row.foldedNames.isDisjoint(with: other.foldedNames)
      return doubt(
        row,
        "the student \"\(id)\" has \(isSame ? "the name and birth date" : "nearly the name, and the birth date,")"
          + " of \"\(other.id)\", who is on file",
        otherwise: other.id.code,
        related: .init("the student \"\(other.id)\"", at: other.location))
    }
    // Which of the two is right, or whether both are, nothing in the file says.
    let alike = looks.flatMap { newByLook[$0] ?? [] }.filter { $0.cells["student_id"] != id }
    guard let twin = alike.min(by: { $0.location < $1.location }) else { return nil }
    let other = twin.cells["student_id"] ?? ""
    let isSame = !row.foldedNames.isDisjoint(with: twin.foldedNames)
    return doubt(
      row,
      "the students \"\(id)\" and \"\(other)\" have"
        + (isSame ? " one name and one birth date" : " nearly one name, and one birth date"),
      otherwise: other, related: .init("the other row", at: twin.location))
  }

  /// A row whose id is on file under another name, birth date or SASID.
  ///
  /// That a person has decided about the id covers a new name or a corrected birth date; with both it
  /// would be somebody else.
  private func changed(_ row: ImportedRow, _ known: Student) -> Diagnostic? {
    let different = differences(row, known)
    guard !different.isEmpty else { return nil }
    let isOther =
      different.contains("birth_date")
      && !different.isDisjoint(with: ["legal_first", "legal_last"])
    guard !crosswalk.settles(row) else {
      guard isOther, crosswalk.saysRight(row) else { return nil }
      return Diagnostic(
        .identityInDoubt, at: row.location,
        "the student \"\(known.id)\" is on file with another name and another birth date, which no"
          + " entry of the crosswalk covers together",
        hint: "if it is the same person, correct the row in students.csv; if not, give the id of"
          + " another system through the crosswalk",
        related: [.init("the row on file", at: known.location)])
    }
    return doubt(
      row,
      "the student \"\(known.id)\" is on file with another"
        + " \(Self.who.filter(different.contains).joined(separator: ", "))",
      related: .init("the row on file", at: known.location))
  }

  /// The columns by which a row is another person's.
  private static let who = ["legal_first", "legal_last", "birth_date", "sasid"]
  /// The other columns of a name, which a row of another system leaves as they are.
  private static let names = ["legal_middle", "legal_suffix", "preferred_name", "former_last"]

  /// The columns in which a row says another person than is on file.
  private func differences(_ row: ImportedRow, _ known: Student) -> Set<String> {
    let old = [
      "legal_first": known.legalName.first, "legal_last": known.legalName.last,
      "birth_date": known.birthDate.isoText, "sasid": known.sasid,
    ]
    return Set(
      Self.who.filter { column in
        guard let new = row.cells[column], !new.isEmpty, let before = old[column] ?? nil else {
          return false
        }
        return new != before
      })
  }

  /// A row that the crosswalk gives to a student on file, without what it says otherwise of who that
  /// is: whose it is was decided, not that the other system has the legal name.
  private func keepingWhoIsOnFile(
    _ row: ImportedRow, _ problems: inout [Diagnostic]
  ) -> ImportedRow {
    guard row.table == .students, crosswalk.settles(row), !crosswalk.saysRight(row),
      let known = studentByID[Identifier(row.cells["student_id"] ?? "")]
    else { return row }
    let different = differences(row, known)
    var kept = row
    for column in Self.names + different { kept.cells[column] = nil }
    guard !different.isEmpty else { return kept }
    let id = known.id.code
    problems.append(
      Diagnostic(
        .keptAsOnFile, at: row.location,
        "the student \"\(id)\" is on file with another"
          + " \(Self.who.filter(different.contains).joined(separator: ", ")), which stays",
        hint: "if the row is right, enter in mappings/crosswalk.csv:"
          + " \(Crosswalk.line(id, is: id, on: day))",
        related: [.init("the row on file", at: known.location)]))
    return kept
  }

  /// The row may be of the student `other` as well, if there is one.
  private func doubt(
    _ row: ImportedRow, _ message: String, otherwise other: String? = nil,
    related: Diagnostic.Related
  ) -> Diagnostic {
    let id = row.cells["student_id"] ?? ""
    let theirs = row.statedStudent ?? id
    let own = Crosswalk.line(theirs, is: id, on: day)
    let fix =
      other.map {
        "if they are one person: \(Crosswalk.line(theirs, is: $0, on: day)); if they are two: \(own)"
      } ?? "if the row is right: \(own)"
    return Diagnostic(
      .identityInDoubt, at: row.location, message,
      hint: "find out who it is, and enter it in mappings/crosswalk.csv; \(fix)",
      related: [related])
  }

  private static func looks(of student: Student) -> [Look] {
    student.foldedNames.union(student.nearNames).map {
      Look(name: $0, birth: student.birthDate.isoText)
    }
  }

  private static func looks(of row: ImportedRow) -> [Look] {
    row.foldedNames.union(row.nearNames).map {
      Look(name: $0, birth: row.cells["birth_date"] ?? "")
    }
  }
}

extension ImportedRow {
  /// More ways in which systems may have the student of a row, folded.
  var nearNames: Set<String> {
    FoldedName.near(
      first: cells["legal_first"], last: cells["legal_last"], former: cells["former_last"])
  }

  /// The names by which the student of a row may be known elsewhere, folded.
  var foldedNames: Set<String> {
    FoldedName.all(
      first: cells["legal_first"], middle: cells["legal_middle"], last: cells["legal_last"],
      former: cells["former_last"])
  }
}
