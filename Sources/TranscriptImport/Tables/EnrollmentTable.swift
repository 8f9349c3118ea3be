import Diagnostics
import TranscriptModel

/// Columns of `enrollments.csv`.
enum EnrollmentColumn: Int, TableColumn {
  case student, course, schoolYear, gradeLevel, status, expectedOn

  var rule: ColumnRule {
    switch self {
    case .student: .required("student_id")
    case .course: .required("course")
    case .schoolYear: .required("school_year")
    case .gradeLevel: .required("grade_level")
    case .status: .required("status")
    case .expectedOn: .optional("expected_on")
    }
  }
}

/// `enrollments.csv`: courses under way, planned, done or left.
struct EnrollmentTable {
  let references: References

  func parse(_ row: inout TableRow<EnrollmentColumn>) -> Enrollment? {
    let student = row.reference(.student, in: references.students)
    let course = row.reference(.course, in: references.courses)
    let year = schoolYear(&row)
    let grade = row.gradeLevel(.gradeLevel)
    let status = row.word(.status, Enrollment.Status.self)
    let expected = row.date(.expectedOn)
    guard let student, let course, let year, let grade, let status else { return nil }
    return Enrollment(
      student: student, course: course, schoolYear: year, gradeLevel: grade, status: status,
      expectedOn: expected, location: row.location)
  }

  private func schoolYear(_ row: inout TableRow<EnrollmentColumn>) -> SchoolYear? {
    guard let text = row.text(.schoolYear) else { return nil }
    if let year = SchoolYear(text: text) { return year }
    row.report(
      .notASchoolYear, .schoolYear, "\"\(text)\" is not a school year",
      hint: "write two years that follow each other, like 2026-27")
    return nil
  }
}
