public import TranscriptModel

extension StudentFile {
  /// The enrollments as they stand on `day`.
  ///
  /// Of a student who has left by then, courses under way are left as well, and planned ones are no
  /// longer planned: nothing is to come that would post.
  public func enrollments(of student: Student, on day: CalendarDate) -> [Enrollment] {
    guard let left = student.withdrawnOn, left <= day else { return enrollments }
    return enrollments.compactMap { enrollment in
      switch enrollment.status {
      case .planned: nil
      case .enrolled: enrollment.withdrawn
      case .completed, .withdrawn: enrollment
      }
    }
  }

  /// Courses that the student took here: credit that rests on it stays when the student leaves.
  var takenCourses: Set<Identifier<CreditRule>> {
    Set(
      enrollments.filter { $0.status == .enrolled || $0.status == .completed }.map(\.course))
  }
}

extension Enrollment {
  /// The same course, left.
  fileprivate var withdrawn: Enrollment {
    Enrollment(
      student: student, course: course, schoolYear: schoolYear, gradeLevel: gradeLevel,
      status: .withdrawn, expectedOn: nil, location: location)
  }
}
