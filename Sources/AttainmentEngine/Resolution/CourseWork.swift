import TranscriptModel

/// What a student's enrollments say about each competency: whether work on it is under way.
struct CourseWork {
  /// Competencies that an enrolled course requires, or whose objectives it requires.
  let enrolled: Set<Identifier<Competency>>
  /// The same for planned courses.
  let planned: Set<Identifier<Competency>>
  /// Competencies that only courses which the student left require.
  let left: Set<Identifier<Competency>>

  /// What a student's enrollments say on a day; a course planned for a year after the student's class
  /// has left brings nothing in time.
  init(of student: Student, _ file: StudentFile, on day: CalendarDate, engine: AttainmentEngine) {
    let enrollments = file.enrollments(of: student, on: day)
    self.init(
      enrollments.filter { $0.status != .planned || $0.isInTime(for: student) }, engine: engine)
  }

  init(_ enrollments: [Enrollment], engine: AttainmentEngine) {
    func required(_ statuses: Set<Enrollment.Status>) -> Set<Identifier<Competency>> {
      var required: Set<Identifier<Competency>> = []
      for enrollment in enrollments where statuses.contains(enrollment.status) {
        required.formUnion(engine.courseCompetencies[enrollment.course] ?? [])
      }
      return required
    }
    enrolled = required([.enrolled])
    planned = required([.planned])
    let left = required([.withdrawn])
    self.left =
      left.isEmpty ? [] : left.subtracting(required([.enrolled, .planned, .completed]))
  }

  /// What "no evidence" is called: in progress, withdrawn or not assessed.
  func absence(of competency: Identifier<Competency>) -> AttainmentStatus {
    if enrolled.contains(competency) { return .inProgress }
    return left.contains(competency) ? .withdrawn : .notAssessed
  }
}
