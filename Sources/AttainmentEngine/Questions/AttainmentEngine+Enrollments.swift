public import Diagnostics
public import TranscriptModel

extension AttainmentEngine {
  /// Courses under way or planned whose school year or expected day is past on `day`, and plans for
  /// years after the student's class has left.
  public func enrollmentsOutOfTime(
    of student: Student, file: StudentFile, on day: CalendarDate
  ) -> [Diagnostic] {
    // Of a student who has left or graduated nothing is expected any more.
    guard !student.hasLeft(by: day), student.graduation == nil else { return [] }
    return file.enrollments.compactMap { enrollment in
      guard enrollment.status == .enrolled || enrollment.status == .planned else { return nil }
      if let reason = enrollment.lateness(on: day) {
        return Diagnostic(
          AttainmentDiagnostic.overdueEnrollment, at: enrollment.location,
          "\(enrollment.course) is \(enrollment.status.rawValue), and \(reason)",
          hint: "write completed or withdrawn, or correct the year or the day")
      }
      guard enrollment.status == .planned, !enrollment.isInTime(for: student) else { return nil }
      return Diagnostic(
        AttainmentDiagnostic.planAfterClass, at: enrollment.location,
        "\(enrollment.course) is planned for \(enrollment.schoolYear.written), and the class of "
          + "\(student.classOf) has left by then: it counts toward nothing",
        hint: "correct school_year, or class_of in students.csv",
        related: [.init("the student", at: student.location)])
    }
  }
}

extension Enrollment {
  /// Why its time is over on a day; `nil` while it is not.
  fileprivate func lateness(on day: CalendarDate) -> String? {
    if schoolYear < SchoolYear(containing: day) {
      return "the school year \(schoolYear.written) is over on \(day)"
    }
    guard let expectedOn, expectedOn < day else { return nil }
    return "its credit was expected on \(expectedOn), before \(day)"
  }
}

extension SchoolYear {
  /// `2026-27`, as files have it.
  fileprivate var written: String { text.replacing("\u{2013}", with: "-") }
}
