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

  init(students: [Student], crosswalk: Crosswalk) {
    self.crosswalk = crosswalk
    studentByID = Dictionary(
      students.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    studentByLook = Dictionary(
      students.map { (Self.look(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Sets rows in doubt aside, and rows of other tables that give another name than their student's;
  /// the ids of students in doubt.
  func apply(to mapped: inout MappedRows) -> Set<String> {
    var kept: [ImportedRow] = []
    var doubted: Set<String> = []
    let newByLook = Dictionary(grouping: mapped.rows.filter(isNew), by: Self.look)
    for row in mapped.rows {
      guard let problem = problem(with: row, newByLook) else {
        kept.append(row)
        continue
      }
      if let id = row.cells["student_id"] { doubted.insert(id) }
      mapped.problems.append(problem)
      mapped.rejected.append(row.rejected(because: [problem]))
    }
    var names = NameCheck(studentByID, crosswalk, doubted: doubted)
    mapped.rows = kept.filter { row in
      guard row.table != .students, let problem = names.problem(with: row) else { return true }
      mapped.problems.append(problem)
      mapped.rejected.append(row.rejected(because: [problem]))
      return false
    }
    return doubted
  }

  private func isNew(_ row: ImportedRow) -> Bool {
    row.table == .students && studentByID[Identifier(row.cells["student_id"] ?? "")] == nil
  }

  private func problem(
    with row: ImportedRow, _ newByLook: [Look: [ImportedRow]]
  ) -> Diagnostic? {
    guard row.table == .students, let id = row.cells["student_id"], !id.isEmpty,
      !crosswalk.settles(.student, id)
    else { return nil }
    if let known = studentByID[Identifier(id)] { return changed(row, known) }
    let look = Self.look(of: row)
    guard !look.name.isEmpty else { return nil }
    if let other = studentByLook[look] {
      return doubt(
        row, "the student \"\(id)\" has the name and birth date of \"\(other.id)\", who is on file",
        related: .init("the student \"\(other.id)\"", at: other.location))
    }
    // Which of the two is right, or whether both are, nothing in the file says.
    guard let twin = newByLook[look]?.first(where: { $0.cells["student_id"] != id }) else {
      return nil
    }
    let other = twin.cells["student_id"] ?? ""
    return doubt(
      row, "the students \"\(id)\" and \"\(other)\" have one name and one birth date",
      related: .init("the other row", at: twin.location))
  }

  /// A row whose id is on file under another name, birth date or SASID.
  private func changed(_ row: ImportedRow, _ known: Student) -> Diagnostic? {
    let old = [
      "legal_first": known.legalName.first, "legal_last": known.legalName.last,
      "birth_date": known.birthDate.isoText, "sasid": known.sasid,
    ]
    let different = ["legal_first", "legal_last", "birth_date", "sasid"].filter { column in
      guard let new = row.cells[column], !new.isEmpty, let before = old[column] ?? nil else {
        return false
      }
      return new != before
    }
    guard !different.isEmpty else { return nil }
    return doubt(
      row,
      "the student \"\(known.id)\" is on file with another \(different.joined(separator: ", "))",
      related: .init("the row on file", at: known.location))
  }

  private func doubt(
    _ row: ImportedRow, _ message: String, related: Diagnostic.Related
  ) -> Diagnostic {
    let id = row.cells["student_id"] ?? ""
    return Diagnostic(
      .identityInDoubt, at: row.location, message,
      hint: "if a person has made sure who it is, enter it in mappings/crosswalk.csv: "
        + Crosswalk.line(.student, id),
      related: [related])
  }

  private static func look(of student: Student) -> Look {
    look(student.legalName.first, student.legalName.last, student.birthDate.isoText)
  }

  private static func look(of row: ImportedRow) -> Look {
    look(row.cells["legal_first"], row.cells["legal_last"] ?? "", row.cells["birth_date"] ?? "")
  }

  private static func look(_ first: String?, _ last: String, _ birth: String) -> Look {
    let name = [first ?? "", last].filter { !$0.isEmpty }.joined(separator: " ").lowercased()
    return Look(name: name, birth: birth)
  }
}
