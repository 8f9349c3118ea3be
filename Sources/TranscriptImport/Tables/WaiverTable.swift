import Diagnostics
import TranscriptModel

/// Columns of `waivers.csv`.
enum WaiverColumn: Int, TableColumn {
  case student, requirement, credit, authorizedBy, authorizedOn

  var rule: ColumnRule {
    switch self {
    case .student: .required("student_id")
    case .requirement: .required("requirement")
    case .credit: .optional("credit")
    case .authorizedBy: .required("authorized_by")
    case .authorizedOn: .required("authorized_on")
    }
  }
}

/// `waivers.csv`: requirements waived; the reason has no column.
struct WaiverTable {
  let references: References
  /// Ids of the requirements of all plans.
  let requirements: Set<String>

  func parse(_ row: inout TableRow<WaiverColumn>) -> Waiver? {
    let student = row.reference(.student, in: references.students)
    let credit = row.positive(.credit)
    let day = row.date(.authorizedOn)
    row.checkPast(.authorizedOn, day, today: references.today)
    guard let requirement = row.text(.requirement) else { return nil }
    check(&row, requirement)
    guard let student, let day, let by = row.text(.authorizedBy) else { return nil }
    return Waiver(
      student: student, requirement: requirement, credit: credit, authorizedBy: by,
      authorizedOn: day, location: row.location)
  }

  private func check(_ row: inout TableRow<WaiverColumn>, _ requirement: String) {
    let competencies = references.competencies
    guard competencies.isComplete, !requirements.contains(requirement),
      !competencies.ids.contains(Identifier(requirement))
    else { return }
    let names = requirements.sorted() + competencies.ids.sorted().map(\.code)
    row.report(
      .unknownRequirement, .requirement,
      "\"\(requirement)\" is neither a requirement of a plan nor a competency",
      hint: NearestName.find(requirement, in: names).map { "write \($0)" }
        ?? "write an id from the plans of policy.yaml, or a competency's code")
  }
}
