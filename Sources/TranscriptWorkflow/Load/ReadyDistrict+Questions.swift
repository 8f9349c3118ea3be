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

  /// The honour that each student's documents name, over all classes of `students`.
  ///
  /// An honour is named once it is final: from the day of the freeze, or, in a policy without one,
  /// once the student has graduated.
  func awardedHonors(
    of students: [Student], asOf: CalendarDate
  ) -> [Identifier<Student>: RecordNotation] {
    guard let policy = district.policy.honors else { return [:] }
    var awarded: [Identifier<Student>: RecordNotation] = [:]
    for year in Set(students.map(\.classOf)).sorted() {
      for honor in engine.honors(of: classFigures(of: year, asOf: asOf)) {
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
}
