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
      guard enrollment.status == .planned || enrollment.isAhead(on: day),
        !enrollment.isInTime(for: student)
      else { return nil }
      return Diagnostic(
        AttainmentDiagnostic.planAfterClass, at: enrollment.location,
        "\(enrollment.course) is planned for \(enrollment.schoolYear.written), and the class of "
          + "\(student.classOf) has left by then: it counts toward nothing",
        hint: "correct school_year, or class_of in students.csv",
        related: [.init("the student", at: student.location)])
    }
  }
}

extension AttainmentEngine {
  /// Courses of the very same competencies that a student takes or has taken besides each other: each
  /// has its credit.
  ///
  /// A group is reported once, at the last of its rows.
  public func coursesTakenTwice(in file: StudentFile) -> [Diagnostic] {
    guard coursesAlike.contains(where: { $0.count > 1 }) else { return [] }
    let taken = file.enrollments.filter { $0.status == .enrolled || $0.status == .completed }
    return Set(coursesAlike.filter { $0.count > 1 }).sorted { $0[0] < $1[0] }.compactMap { alike in
      let rows = taken.filter { alike.contains($0.course) }.sorted { $0.location < $1.location }
      guard let first = rows.first, let last = rows.last(where: { $0.course != first.course })
      else { return nil }
      return Diagnostic(
        AttainmentDiagnostic.sharedCompetency, at: last.location,
        "\(first.course) and \(last.course) ask for the very same competencies, and \(first.student) "
          + "has taken both: who shows them once is given credit in both",
        hint: "keep one of the rows where both are one course in two forms",
        related: [.init("the other row", at: first.location)])
    }
  }
}

extension Enrollment {
  /// Whether the student is still listed as enrolled although the last day is past: the expected day,
  /// or, where there is none, the last one of the school year.
  public func isAwaited(on day: CalendarDate) -> Bool { status == .enrolled && isLate(on: day) }

  /// Whether its time is over on a day.
  ///
  /// A course that goes on after its school year until an expected day is in time; a plan for a year that
  /// is over is not, whatever day it names.
  private func isLate(on day: CalendarDate) -> Bool {
    let isYearOver = schoolYear < SchoolYear(containing: day)
    guard let expectedOn else { return isYearOver }
    return expectedOn < day || status == .planned && isYearOver
  }

  /// Why its time is over on a day; `nil` while it is not.
  fileprivate func lateness(on day: CalendarDate) -> String? {
    guard isLate(on: day) else { return nil }
    if let expectedOn, schoolYear >= SchoolYear(containing: day) {
      return "its credit was expected on \(expectedOn), before \(day)"
    }
    return "the school year \(schoolYear.written) is over on \(day)"
  }
}

extension SchoolYear {
  /// `2026-27`, as files have it.
  fileprivate var written: String { text.replacing("\u{2013}", with: "-") }
}
