import Diagnostics
import TranscriptModel

/// New students who are like another: of one surname and birth date, as twins are, of one name with
/// another birth date, or with one id but for leading zeros.
///
/// Most are two people, so their rows are used; a person who knows both looks at them once.
struct SimilarStudents {
  /// Whom a row may be confused with.
  private struct Person {
    let id: String
    let birth: String
    let place: SourceLocation
  }

  /// By surname and birth date, then by whole name.
  private var bySurname: [String: Person] = [:]
  private var byName: [String: Person] = [:]
  /// By the id without leading zeros.
  private var byBareID: [String: Person] = [:]

  init(_ students: [Student]) {
    for student in students.sorted(by: { $0.id < $1.id }) {
      let person = Person(
        id: student.id.code, birth: student.birthDate.isoText, place: student.location)
      note(
        person, names: student.foldedNames,
        surnames: [student.legalName.last, student.formerLast].compactMap(\.self)
          .flatMap(FoldedName.surnames))
    }
  }

  /// A warning for each new row that is like a student on file or like a row before it.
  func problems(with rows: [ImportedRow]) -> [Diagnostic] {
    var seen = self
    return rows.compactMap { seen.problem(with: $0) }
  }

  private mutating func note(_ person: Person, names: Set<String>, surnames: [String]) {
    let bare = NearMissIDs.bare(person.id)
    if byBareID[bare] == nil { byBareID[bare] = person }
    for name in names where byName[name] == nil { byName[name] = person }
    for surname in surnames {
      let key = Self.key(surname, person.birth)
      if bySurname[key] == nil { bySurname[key] = person }
    }
  }

  private static func key(_ surname: String, _ birth: String) -> String {
    "\(surname) \(birth)"
  }

  private mutating func problem(with row: ImportedRow) -> Diagnostic? {
    let person = Person(
      id: row.cells["student_id"] ?? "", birth: row.cells["birth_date"] ?? "", place: row.location)
    let surnames = ["legal_last", "former_last"].compactMap { row.cells[$0] }
      .flatMap { FoldedName.surnames($0).sorted() }
    let names = row.foldedNames
    defer { note(person, names: names, surnames: surnames) }
    if let other = byBareID[NearMissIDs.bare(person.id)], other.id != person.id {
      return similar(person, other, "one id but for leading zeros")
    }
    guard !person.birth.isEmpty else { return nil }
    if let other = surnames.compactMap({ bySurname[Self.key($0, person.birth)] }).first,
      other.id != person.id
    {
      return similar(person, other, "one surname and one birth date")
    }
    guard let other = names.sorted().compactMap({ byName[$0] }).first, other.id != person.id,
      other.birth != person.birth
    else { return nil }
    return similar(person, other, "one name and two birth dates")
  }

  private func similar(_ person: Person, _ other: Person, _ what: String) -> Diagnostic {
    Diagnostic(
      .similarStudent, at: person.place,
      "the students \"\(other.id)\" and \"\(person.id)\" have \(what); both are used",
      hint: "if they are one person, remove one; if they are two, nothing needs to be done",
      related: [.init("the student \"\(other.id)\"", at: other.place)])
  }
}
