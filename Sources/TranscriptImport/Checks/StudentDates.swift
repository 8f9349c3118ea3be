import Diagnostics
import TranscriptModel

/// Days of a student's row that cannot all be true.
struct StudentDates {
  let student: Student
  let today: CalendarDate?

  func check(_ row: inout TableRow<StudentColumn>) {
    let birth = student.birthDate
    // A student is between three and some decades old; years below 1900 are typing mistakes.
    if birth.components.year < 1900 || today.map({ birth > $0 }) == true {
      report(&row, .birthDate, "birth_date cannot be right", "correct the year")
    }
    later(&row, .enrolledOn, student.enrolledOn, than: birth, "birth_date")
    later(&row, .expectedOn, student.expectedOn, than: student.enrolledOn, "enrolled_on")
    let graduated = student.graduation?.date
    later(&row, .graduatedOn, graduated, than: student.enrolledOn ?? birth, "enrolled_on")
    later(&row, .withdrawnOn, student.withdrawnOn, than: student.enrolledOn, "enrolled_on")
    if let today, let graduated, graduated > today {
      report(
        &row, .graduatedOn, "graduated_on is still to come",
        "use expected_on until the day is posted")
    }
    if student.withdrawnOn != nil, graduated != nil {
      report(
        &row, .withdrawnOn, "the row says both graduated and withdrawn",
        "empty one of graduated_on and withdrawn_on")
    }
  }

  private func later(
    _ row: inout TableRow<StudentColumn>, _ column: StudentColumn, _ day: CalendarDate?,
    than other: CalendarDate?, _ name: String
  ) {
    guard let day, let other, day < other else { return }
    report(&row, column, "\(column.rule.name) is before \(name)", "correct one of the two days")
  }

  private func report(
    _ row: inout TableRow<StudentColumn>, _ column: StudentColumn, _ message: String,
    _ hint: String
  ) {
    row.report(.impossibleDate, column, message, hint: hint)
  }
}
