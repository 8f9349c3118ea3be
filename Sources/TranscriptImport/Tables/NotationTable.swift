import Diagnostics
import TranscriptModel

/// Columns of `notations.csv`.
enum NotationColumn: Int, TableColumn {
  case student, kind, title, detail, awardedOn

  var rule: ColumnRule {
    switch self {
    case .student: .required("student_id")
    case .kind: .required("kind")
    case .title: .required("title")
    case .detail: .optional("detail")
    case .awardedOn: .required("awarded_on")
    }
  }
}

/// `notations.csv`: seals, state goals, honours, awards.
struct NotationTable {
  let references: References

  func parse(_ row: inout TableRow<NotationColumn>) -> Notation? {
    let student = row.reference(.student, in: references.students)
    let kind = row.word(.kind, Notation.Kind.self)
    let awarded = row.date(.awardedOn)
    row.checkPast(.awardedOn, awarded, today: references.today)
    guard let student, let kind, let awarded, let title = row.text(.title) else { return nil }
    return Notation(
      student: student, kind: kind, title: title, detail: row.text(.detail), awardedOn: awarded,
      location: row.location)
  }
}
