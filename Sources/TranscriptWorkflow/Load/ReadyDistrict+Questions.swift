import AttainmentEngine
public import TranscriptModel

extension ReadyDistrict {
  /// The students of one class who have not left.
  func classmates(of year: Int) -> [Student] {
    district.students.filter { $0.classOf == year && $0.withdrawnOn == nil }
  }

  /// Whose evidence a teacher has assessed, and of which competencies, in the district's order.
  public func assessed(
    by teacher: String
  ) -> (students: [Student], competencies: [Identifier<Competency>]) {
    var competencies: Set<Identifier<Competency>> = []
    let students = district.students.filter { student in
      let own = district.file(of: student.id).evidence.filter { $0.assessor == teacher }
      competencies.formUnion(own.map(\.competency))
      return !own.isEmpty
    }
    return (students, district.framework.competencies.map(\.id).filter(competencies.contains))
  }

  /// The figures of a class on the day on which honours are decided.
  func classFigures(of year: Int, asOf: CalendarDate) -> [ClassFigure] {
    let day = engine.honorsDay(asOf, classOf: year)
    return engine.figures(of: classmates(of: year).map { resolve($0, asOf: day) })
  }

  /// The same, parts of the class resolved side by side.
  private func classFigures(
    of year: Int, asOf: CalendarDate, jobs: Int
  ) async -> [ClassFigure] {
    let day = engine.honorsDay(asOf, classOf: year)
    let mates = classmates(of: year)
    let size = max(1, (mates.count + jobs - 1) / max(1, jobs))
    return await withTaskGroup(of: [ClassFigure].self) { group in
      for start in stride(from: 0, to: mates.count, by: size) {
        group.addTask {
          mates[start..<min(start + size, mates.count)].compactMap { student in
            engine.figure(of: student, file: district.file(of: student.id), asOf: day)
          }
        }
      }
      return engine.merged(await group.reduce(into: []) { $0.append($1) })
    }
  }

  /// The honour that each student's documents name, over all classes of `students`.
  ///
  /// An honour is named once it is final: from the day of the freeze, or, in a policy without one,
  /// once the student has graduated.
  ///
  /// - Parameter jobs: how many parts of a class are resolved at once.
  func awardedHonors(
    of students: [Student], asOf: CalendarDate, jobs: Int
  ) async -> [Identifier<Student>: RecordNotation] {
    guard let policy = district.policy.honors else { return [:] }
    var awarded: [Identifier<Student>: RecordNotation] = [:]
    for year in Set(students.map(\.classOf)).sorted()
    where canAwardHonors(policy, classOf: year, asOf: asOf) {
      for honor in engine.honors(of: await classFigures(of: year, asOf: asOf, jobs: jobs)) {
        let posting = district.students.first { $0.id == honor.student }?.graduation?.date
        guard let day = policy.freeze?.day(forClassOf: year) ?? posting, day <= asOf else {
          continue
        }
        awarded[honor.student] = RecordNotation(
          kind: .honor, title: honor.honor.title, awardedOn: day)
      }
    }
    return awarded
  }

  /// Whether any honour of the class may be final: before that nobody's figure is needed, and to
  /// find the figures is to resolve the whole class once more.
  private func canAwardHonors(
    _ policy: HonorsPolicy, classOf year: Int, asOf: CalendarDate
  ) -> Bool {
    if let day = policy.freeze?.day(forClassOf: year) { return day <= asOf }
    return classmates(of: year).contains { $0.graduation.map { $0.date <= asOf } ?? false }
  }
}
