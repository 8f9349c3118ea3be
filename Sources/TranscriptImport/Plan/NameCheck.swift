import Diagnostics
import TranscriptModel

/// Rows of evidence that give the name of another person than their student's.
///
/// The id decides whose a row is, never the name; but a row that contradicts itself is set aside until
/// a person has looked at it. Every word of the name must be one of the names on file, in any order;
/// an initial stands for the name that it begins.
struct NameCheck {
  private let students: [Identifier<Student>: Student]
  private let crosswalk: Crosswalk
  /// Students whose own rows of this import are set aside.
  private let doubted: Set<String>
  /// Students whose own rows of this import cannot be used.
  private let unused: Set<String>
  /// The day to be typed for a decision; `nil` where the caller gives none.
  private let day: CalendarDate?
  /// What was found before: sources say one name thousands of times.
  private var known: [String: Bool] = [:]

  init(
    _ students: [Identifier<Student>: Student], _ crosswalk: Crosswalk, doubted: Set<String> = [],
    unused: Set<String> = [], on day: CalendarDate? = nil
  ) {
    self.day = day
    self.unused = unused
    self.doubted = doubted
    self.students = students
    self.crosswalk = crosswalk
  }

  /// What is wrong with the student of a row, as far as the student's own row of this import is.
  func standing(of row: ImportedRow) -> Diagnostic? {
    guard let id = row.cells["student_id"] else { return nil }
    if doubted.contains(id) { return row.inDoubt(id) }
    return unused.contains(id) && students[Identifier(id)] == nil ? row.withoutStudent(id) : nil
  }

  /// What is wrong with the name of a row, if it gives one.
  mutating func problem(with row: ImportedRow) -> Diagnostic? {
    if let problem = standing(of: row) { return problem }
    guard let name = row.personName, let id = row.cells["student_id"],
      let student = students[Identifier(id)], !crosswalk.settles(row)
    else { return nil }
    let key = "\(id)\u{1F}\(name)"
    let isSame = known[key] ?? Self.names(name, student)
    known[key] = isSame
    guard !isSame else { return nil }
    let place = row.origin.flatMap { origin in
      origin.nameColumn.map {
        origin.record.problem(.identityInDoubt, $0, "", hint: "", isPersonal: true)
      }
    }
    return Diagnostic(
      .identityInDoubt, at: place?.location ?? row.location,
      "the row gives another name than the student \"\(id)\" has on file",
      excerpt: place?.excerpt,
      hint: "correct the id, or if a person has made sure who it is, enter it in"
        + " mappings/crosswalk.csv: " + Crosswalk.line(row.statedStudent ?? id, is: id, on: day),
      related: [.init("the student \"\(id)\"", at: student.location)])
  }

  /// Whether a name can be that of a student.
  static func names(_ name: String, _ student: Student) -> Bool {
    let legal = student.legalName
    let onFile = [
      legal.first, legal.middle, legal.last, legal.suffix, student.preferredName,
      student.formerLast,
    ].compactMap(\.self).flatMap(FoldedName.words)
    return FoldedName.words(name).allSatisfy { word in
      onFile.contains(word) || word.count == 1 && onFile.contains { $0.first == word[0] }
    }
  }
}

extension ImportedRow {
  /// The row is of nobody as long as the student's own cannot be used.
  fileprivate func withoutStudent(_ id: String) -> Diagnostic {
    Diagnostic(
      .namesRejectedRow, at: location,
      "the row names the student \"\(id)\", whose own row of this import is set aside",
      hint: "mend that row first; then import this one again")
  }

  /// The row is another's if the student is.
  fileprivate func inDoubt(_ id: String) -> Diagnostic {
    Diagnostic(
      .identityInDoubt, at: location,
      "the row names the student \"\(id)\", whose own row of this import is in doubt",
      hint: "settle that row first; then import this one again")
  }
}
