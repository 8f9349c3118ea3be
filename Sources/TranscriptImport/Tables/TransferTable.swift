import Diagnostics
import TranscriptModel

/// Columns of `transfer.csv`.
enum TransferColumn: Int, TableColumn {
  case id, student, institution, kind, title, mark, credit, creditAreas, earnedOn, gradeLevel
  case collegeCredit, level, satisfies

  var rule: ColumnRule {
    switch self {
    case .id: .required("transfer_id")
    case .student: .required("student_id")
    case .institution: .required("institution")
    case .kind: .required("kind")
    case .title: .required("title")
    case .mark: .required("mark")
    case .credit: .required("credit")
    case .creditAreas: .required("credit_areas")
    case .earnedOn: .required("earned_on")
    case .gradeLevel: .optional("grade_level")
    case .collegeCredit: .optional("college_credit")
    case .level: .optional("level")
    case .satisfies: .optional("satisfies")
    }
  }
}

/// `transfer.csv`: credit from other institutions, with the mark as they gave it.
struct TransferTable {
  let references: References

  func parse(_ row: inout TableRow<TransferColumn>) -> ExternalCredit? {
    let student = row.reference(.student, in: references.students)
    let kind = row.word(.kind, ExternalCredit.Kind.self)
    let credit = row.positive(.credit)
    let areas = row.references(.creditAreas, in: references.creditAreas)
    let earned = row.date(.earnedOn)
    row.checkPast(.earnedOn, earned, today: references.today)
    let grade = row.gradeLevel(.gradeLevel)
    let college = row.positive(.collegeCredit)
    let level = row.word(.level, CourseLevel.self) ?? .regular
    let satisfies = row.references(.satisfies, in: references.competencies)
    guard let id = row.identifier(.id, of: ExternalCredit.self), let student, let kind, let credit,
      let earned, let institution = row.text(.institution), let title = row.text(.title),
      let mark = row.text(.mark)
    else { return nil }
    return ExternalCredit(
      id: id, student: student, institution: institution, kind: kind, title: title, mark: mark,
      credit: credit, creditAreas: areas, earnedOn: earned, gradeLevel: grade,
      collegeCredit: college, level: level, satisfies: satisfies, location: row.location)
  }
}
