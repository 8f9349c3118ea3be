extension StudentFile {
  /// The enrollments as they stand on a day.
  ///
  /// A course of a school year that has not begun is planned, also where the row says enrolled. Who
  /// has left by then has left every course that was under way, and plans none.
  public func enrollments(of student: Student, on day: CalendarDate) -> [Enrollment] {
    let known = enrollments(on: day)
    guard student.hasLeft(by: day) else { return known }
    return known.compactMap { enrollment in
      switch enrollment.status {
      case .completed, .withdrawn: enrollment
      case .enrolled: enrollment.with(.withdrawn)
      case .planned: nil
      }
    }
  }

  private func enrollments(on day: CalendarDate) -> [Enrollment] {
    guard enrollments.contains(where: { $0.isAhead(on: day) }) else { return enrollments }
    return enrollments.map { $0.isAhead(on: day) ? $0.with(.planned) : $0 }
  }

  /// Courses that the student takes on a day or has taken to the end; leaving the school takes none
  /// away.
  public func coursesTaken(on day: CalendarDate) -> Set<Identifier<CreditRule>> {
    Set(
      enrollments(on: day).filter { $0.status == .enrolled || $0.status == .completed }.map(
        \.course))
  }
}

extension Student {
  /// Whether the student has left without graduating, on or before the day.
  public func hasLeft(by day: CalendarDate) -> Bool {
    withdrawnOn.map { $0 <= day } ?? false
  }
}

extension Enrollment {
  /// Whether the row says enrolled although its school year has not begun on a day.
  public func isAhead(on day: CalendarDate) -> Bool {
    status == .enrolled && schoolYear > SchoolYear(containing: day)
  }

  /// The same course, left or planned; who has left it expects nothing of it.
  fileprivate func with(_ status: Status) -> Enrollment {
    Enrollment(
      student: student, course: course, schoolYear: schoolYear, gradeLevel: gradeLevel,
      status: status, expectedOn: status == .withdrawn ? nil : expectedOn, location: location)
  }
}
