extension StudentFile {
  /// The enrollments as they stand on a day: who has left by then has left every course that was under
  /// way, and plans none.
  public func enrollments(of student: Student, on day: CalendarDate) -> [Enrollment] {
    guard student.hasLeft(by: day) else { return enrollments }
    return enrollments.compactMap { enrollment in
      switch enrollment.status {
      case .completed, .withdrawn: enrollment
      case .enrolled: enrollment.left
      case .planned: nil
      }
    }
  }

  /// Courses that the student takes or has taken to the end; leaving the school takes none away.
  public var coursesTaken: Set<Identifier<CreditRule>> {
    Set(enrollments.filter { $0.status == .enrolled || $0.status == .completed }.map(\.course))
  }
}

extension Student {
  /// Whether the student has left without graduating, on or before the day.
  public func hasLeft(by day: CalendarDate) -> Bool {
    withdrawnOn.map { $0 <= day } ?? false
  }
}

extension Enrollment {
  /// The same course, left.
  fileprivate var left: Enrollment {
    Enrollment(
      student: student, course: course, schoolYear: schoolYear, gradeLevel: gradeLevel,
      status: .withdrawn, expectedOn: nil, location: location)
  }
}
