import Diagnostics
import TranscriptModel

/// Enrollments that are open although the student has left the school.
struct OpenEnrollments {
  let students: [Identifier<Student>: Student]
  let today: CalendarDate?

  /// Warns of each, with the place of both rows; documents show the course as left.
  func report(_ rows: [Parsed<Enrollment>], _ findings: inout Findings) {
    for row in rows where row.record.status == .enrolled || row.record.status == .planned {
      guard let student = students[row.record.student], let left = student.withdrawnOn,
        today.map({ left <= $0 }) ?? true
      else { continue }
      findings.add(
        row.row.problem(
          .openEnrollment, EnrollmentColumn.status,
          "\(row.record.course) is \(row.record.status.rawValue), and the student "
            + "\"\(student.id)\" left on \(left.isoText): from then on documents show none as such",
          hint: "write withdrawn, or correct withdrawn_on in students.csv",
          related: [.init("left", at: student.location)]))
    }
  }
}
