import TranscriptModel

/// The parts of the sample records.
extension SampleRecords {
  func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  func number(_ text: String) -> Rational { Rational(text: text) ?? .zero }

  /// `Reading complex texts:4`: each competency with its level; `:-` for one not yet assessed.
  func area(_ id: String, _ title: String, _ names: [String]) -> RecordArea {
    RecordArea(
      id: Identifier(id), title: title, shortTitle: title,
      competencies: names.enumerated().map { index, text in
        let parts = text.split(separator: ":").map(String.init)
        return competency(
          "\(id)-\(index)", parts.first ?? text, level: parts.last.flatMap(Int.init).map { $0 - 1 },
          month: index % 9 + 1)
      })
  }

  func competency(
    _ id: String, _ name: String, level: LevelIndex?, month: Int = 5, shownIn: String? = nil
  ) -> RecordCompetency {
    RecordCompetency(
      id: Identifier(id), shortName: name,
      statement: "\(name), in work of the student\u{2019}s own.",
      alignments: [Alignment(framework: "STATE", code: id)],
      status: level.map { $0 >= scale.bar ? .attained : .notYet } ?? .notAssessed, level: level,
      date: level == nil ? nil : day(2024 + month % 3, month, 5),
      isUnderWay: (level ?? 0) < scale.bar,
      counted: level == nil ? 0 : 2, needed: 2, shownIn: shownIn)
  }

  var areas: [RecordArea] {
    [
      area(
        "ELA", "English Language Arts",
        ["Reading complex texts:4", "Argument writing:3", "Research and citation:3", "Speaking:4"]),
      area("MAT", "Mathematics", ["Algebra:3", "Functions:4", "Geometry:3", "Statistics:2"]),
      area("SCI", "Science", ["Investigations:4", "Data:4", "Living systems:3", "Forces:3"]),
      area("SOC", "Social Studies", ["Sources:4", "Civics:3", "Economics:-", "Geography:3"]),
      area("LAN", "World Language", ["Reading:3", "Listening:3", "Speaking:3"]),
      area("ART", "Arts", ["Creating:4", "Technique:4", "Presenting:3"]),
    ]
  }

  /// `Algebra I:3:1`: title, level, credit.
  func courses(_ grade: Int, _ text: String, isInProgress: Bool = false) -> RecordCourseGroup {
    let courses = text.split(separator: ",").enumerated().map { index, item -> RecordCourse in
      let parts = item.split(separator: ":").map(String.init)
      let level = parts.dropFirst().first.flatMap(Int.init).map { $0 - 1 }
      let credit = number(parts.last ?? "1")
      return RecordCourse(
        id: Identifier("\(grade)-\(index)"), title: parts.first ?? "",
        status: isInProgress ? (level == nil ? .planned : .inProgress) : .earned, mark: level,
        markStatus: level == nil ? .notAssessed : .attained, credit: credit,
        earned: isInProgress ? .zero : credit, date: day(2015 + grade, 6, 11), creditAreas: [])
    }
    return RecordCourseGroup(
      gradeLevel: grades[grade] ?? senior, schoolYear: SchoolYear(start: 2014 + grade),
      isInProgress: isInProgress, courses: courses)
  }

  var courses: [RecordCourseGroup] {
    [
      courses(9, "English 9:3:1,Algebra I:3:1,Biology:4:1,World History:3:1,Studio Art:4:0.5"),
      courses(10, "English 10:3:1,Geometry:3:1,Chemistry:4:1,Civics:3:0.5,Spanish II:3:1"),
      courses(11, "AP English Language:4:1,Algebra II:3:1,Physics:3:1,Personal Finance:3:0.5"),
      courses(12, "English 12:3:1,Statistics:2:1,Economics:-:0.5", isInProgress: true),
    ]
  }

  var institutions: [RecordInstitution] {
    [
      RecordInstitution(
        name: "Fernhollow Community College", kind: .dualEnrollment,
        courses: [
          RecordExternalCourse(
            id: "x1", title: "HIS 101 Local History", mark: "A-", credit: number("0.5"),
            collegeCredit: Rational(3), earnedOn: day(2026, 8, 14), level: .dual, creditAreas: [])
        ])
    ]
  }

  var graduation: RecordGraduation {
    func line(_ title: String, _ earned: String, _ coming: String, _ required: String)
      -> RecordRequirement
    {
      RecordRequirement(
        id: Identifier(title), title: title, isCredit: true,
        status: number(earned) >= number(required) ? .met : .inProgress, earned: number(earned),
        inProgress: number(coming), required: number(required))
    }
    return RecordGraduation(
      planTitle: "Plan", status: .onTrack, expectedOn: day(2027, 6, 11),
      creditsEarned: number("17.5"), creditsInProgress: number("2.5"),
      creditsRequired: number("25"),
      requirements: [
        line("Humanities", "7.5", "1.5", "9"), line("STEM", "7", "1", "9"),
        line("World language", "1", "0", "1"), line("Electives", "2", "0", "6"),
      ])
  }

  func gradePoints(_ unweighted: Rational) -> RecordGradePoints {
    RecordGradePoints(
      title: "GPA equivalent", unweighted: unweighted, weighted: unweighted + number("0.1"),
      places: 2, asOf: day(2026, 6, 30), adoptedOn: day(2024, 8, 14),
      adoptedBy: "Board of Education",
      points: [nil, number("2"), number("3.3"), number("4")], weights: [.ap: number("0.5")])
  }

  var notations: [RecordNotation] {
    [
      RecordNotation(
        kind: .sealOfBiliteracy, title: "State Seal of Biliteracy",
        detail: "Spanish, awarded June 2026", awardedOn: day(2026, 6, 10))
    ]
  }

  var experiences: [RecordExperience] {
    [
      RecordExperience(
        kind: .internship, title: "Town engineer\u{2019}s office",
        description: "Measured the mill race and drew its flood map.",
        hours: Rational(80),
        startedOn: day(2026, 1, 12), endedOn: day(2026, 5, 29))
    ]
  }
}
