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
      let courses = Set(enrollments.filter { statuses.contains($0.status) }.map(\.course))
      let members = engine.policy.creditRules.filter { courses.contains($0.id) }
        .flatMap(\.requires.members)
      let parents = members.flatMap { engine.framework.competency($0)?.parents ?? [] }
      return Set(members).union(parents)
    }
    enrolled = required([.enrolled])
    planned = required([.planned])
    left = required([.withdrawn]).subtracting(required([.enrolled, .planned, .completed]))
  }

  /// What "no evidence" is called: in progress, withdrawn or not assessed.
  func absence(of competency: Identifier<Competency>) -> AttainmentStatus {
    if enrolled.contains(competency) { return .inProgress }
    return left.contains(competency) ? .withdrawn : .notAssessed
  }
}
