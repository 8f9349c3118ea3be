import Testing
import TranscriptLayout
import TranscriptModel

/// What the official transcript says about records that are not the usual senior's.
@Suite("Wording of the official transcript") struct OfficialWordingTests {
  private func text(_ record: TranscriptRecord) throws -> [String] {
    try OfficialTranscriptTests.layOut(record).pages.flatMap {
      PageInspection(page: $0).readingOrder
    }
  }

  private func area(_ statuses: [(String, AttainmentStatus, LevelIndex?)]) -> RecordArea {
    RecordArea(
      id: "A", title: "Arts", shortTitle: "Arts",
      competencies: statuses.map { id, status, level in
        RecordCompetency(
          id: Identifier(id), shortName: id, statement: id, status: status, level: level,
          isUnderWay: !status.satisfies, counted: status == .insufficientEvidence ? 1 : 2, needed: 2
        )
      })
  }

  @Test("too little evidence is counted, with empty dots and a sentence that explains it")
  func shown() throws {
    let record = SampleRecord.make(
      areas: [area([("Dance", .insufficientEvidence, 3)])], courseGroups: [])
    let text = try text(record)
    let row = try #require(text.firstIndex(of: "Dance"))
    #expect(Array(text[(row + 2)...].prefix(2)) == ["1 of 2 shown", "in progress"])
    #expect(!text.contains("Not assessed"), "nor in the rest of the page")
    #expect(text.joined(separator: " ").contains("“1 of 2 shown” counts demonstrations"))
  }

  @Test("the headline counts what is met and says how; the figure draws it apart")
  func metWithoutLevel() throws {
    let record = SampleRecord.make(areas: [
      area([
        ("a", .attained, 3), ("b", .attained, 2), ("c", .transferred, nil),
        ("d", .waived, nil), ("e", .notYet, 1),
      ])
    ])
    let document = try OfficialTranscriptTests.layOut(record)
    let inspection = PageInspection(page: document.pages[0])
    let text = inspection.readingOrder
    #expect(text.contains("4 of 5"))
    #expect(text.contains("competencies met"))
    #expect(text.joined(separator: " ").contains("1 Exemplary, 1 by transfer, 1 waived"))
    let figure = inspection.allElements.first { $0.role == .figure }
    #expect(
      figure?.alternativeText
        == "Arts: 1 not yet, 1 Proficient, 2 met without a level, 1 Exemplary")
    #expect(text.contains("Open square right of the line: met without a level."))
  }

  @Test("a competency of several areas is named, and counts once") func severalAreas() throws {
    let areas = ["Arts", "Science"].map { title in
      RecordArea(
        id: Identifier(title), title: title, shortTitle: title,
        competencies: [SampleRecord.competency("X", "Research", level: 2, month: 5)])
    }
    let text = try text(SampleRecord.make(areas: areas))
    #expect(text.contains("1 of 1"))
    #expect(text.contains("Research counts in two areas; in both together: Proficient."))
  }

  @Test("a planned course says so in its row, its group and the headline") func planned() throws {
    let groups = SampleRecord.courseGroups.dropLast() + [planned("Psychology")]
    let text = try text(SampleRecord.make(courseGroups: Array(groups)))
    let row = try #require(text.firstIndex(of: "Psychology"))
    #expect(text[row + 1] == "Planned")
    #expect(text.contains("Grade 12, in progress"))
    #expect(text.contains { $0.hasPrefix("5.5 more begun or") })
  }

  private func planned(_ title: String) -> RecordCourseGroup {
    let group = SampleRecord.courses(12, "Physics:3:1", inProgress: true)
    let course = RecordCourse(
      id: "P", title: title, status: .planned, mark: 2, markStatus: .inProgress,
      credit: Rational(1), earned: .zero, creditAreas: [])
    return RecordCourseGroup(
      gradeLevel: group.gradeLevel, schoolYear: group.schoolYear, isInProgress: true,
      courses: group.courses + [course])
  }

  @Test(
    "credit beside the lines has a row of its own, so that columns add up",
    arguments: [
      // Lines: 18 of 22.5 earned, 3.5 of 5.5 in progress, 21 of 21, 25 or 26 required: 4.5 and 2 are left.
      (21, ["Beyond requirements", "4.50", "2.00", "\u{2013}"]),
      // Four of the 4.5 are what any subject may bring.
      (25, ["Any subject", "4.00", "\u{2013}", "4.00"]),
      (25, ["Beyond requirements", "0.50", "2.00", "\u{2013}"]),
      // All 4.5, and half a credit of the two in progress.
      (26, ["Any subject", "4.50", "0.50", "5.00"]),
      (26, ["Beyond requirements", "\u{2013}", "1.50", "\u{2013}"]),
    ])
  func besideTheLines(required: Int, row: [String]) throws {
    let graduation = RecordGraduation(
      planTitle: "Plan", status: .onTrack, creditsEarned: Rational(45, over: 2) ?? .zero,
      creditsInProgress: Rational(11, over: 2) ?? .zero, creditsRequired: Rational(required),
      requirements: [
        SampleRecord.requirement("Humanities", 16, 3, 18),
        SampleRecord.requirement("STEM", 20, 4, 24),
      ])
    let text = try text(SampleRecord.make(graduation: graduation))
    let start = try #require(text.firstIndex(of: row[0]))
    #expect(Array(text[start...].prefix(4)) == row)
  }

  @Test("a course that ended without a result is not in progress any more") func awaited() throws {
    // One course of grade 12, with a level so far, which is none of an ended course.
    let course = RecordCourse(
      id: "PSY", title: "Psychology", status: .inProgress, markStatus: .insufficientEvidence,
      credit: Rational(1), earned: .zero, date: SampleRecord.day("2026-06-12"), creditAreas: [],
      isAwaited: true)
    let skill = RecordCompetency(
      id: "M", shortName: "Memory", statement: "", status: .notAssessed, isAwaited: true)
    let groups =
      SampleRecord.courseGroups.dropLast() + [
        RecordCourseGroup(
          gradeLevel: SampleRecord.grade(12), schoolYear: SchoolYear(start: 2025),
          isInProgress: true, courses: [course])
      ]
    let text = try text(
      SampleRecord.make(
        areas: [
          RecordArea(id: "S", title: "Science", shortTitle: "Science", competencies: [skill])
        ],
        courseGroups: Array(groups)))
    let row = try #require(text.firstIndex(of: "Psychology"))
    #expect(Array(text[row...].prefix(4)) == ["Psychology", "Not reported", "1.00", "\u{2013}"])
    #expect(text.contains("Grade 12, not reported yet"))
    #expect(!text.contains("Grade 12, in progress"))
    let name = try #require(text.firstIndex(of: "Memory"))
    #expect(text[(name + 1)...].prefix(3).contains("Not reported"))
    let whole = text.joined(separator: " ")
    #expect(whole.contains("5.5 more not reported yet"))
    #expect(whole.contains("In progress counts courses whose results are not in yet."))
    #expect(whole.contains("Not reported: ended, the result is not in yet."))
    #expect(!whole.contains("level as of"))
  }

  @Test("hours that are missing are named with their unit") func hours() throws {
    let service = RecordRequirement(
      id: "SVC", title: "Community service", isCredit: false, unit: .hours, status: .notMet,
      earned: Rational(12), inProgress: .zero, required: Rational(40))
    let usual = SampleRecord.graduation
    let graduation = RecordGraduation(
      planTitle: usual.planTitle, status: .notOnTrack, creditsEarned: usual.creditsEarned,
      creditsInProgress: usual.creditsInProgress, creditsRequired: usual.creditsRequired,
      requirements: usual.requirements + [service])
    let text = try text(SampleRecord.make(graduation: graduation)).joined(separator: " ")
    #expect(text.contains("Not yet met: Community service (12 of 40 hours)"))
  }

  @Test("where printed credits are rounded the pages say that totals are exact") func thirds()
    throws
  {
    let third = Rational(1, over: 3) ?? .zero
    let courses = (1...3).map {
      RecordCourse(
        id: Identifier("T\($0)"), title: "Trimester \($0)", status: .earned, mark: 2,
        markStatus: .attained, credit: third, earned: third, creditAreas: [])
    }
    let group = RecordCourseGroup(
      gradeLevel: SampleRecord.courses(9, "Physics:3:1").gradeLevel,
      schoolYear: SampleRecord.courses(9, "Physics:3:1").schoolYear, isInProgress: false,
      courses: courses)
    let sentence = "Credits are printed to the hundredth; totals add the exact amounts."
    let thirds = try text(SampleRecord.make(courseGroups: [group])).joined(separator: " ")
    #expect(thirds.contains(sentence))
    #expect(!(try text(SampleRecord.make()).joined(separator: " ")).contains(sentence))
  }

  @Test("a waived line says so, and not why") func waivedLine() throws {
    let waived = RecordRequirement(
      id: "PE", title: "PE and wellness", isCredit: true, status: .waived, earned: .zero,
      inProgress: .zero, required: Rational(1))
    let graduation = RecordGraduation(
      planTitle: "Plan", status: .onTrack, creditsEarned: .zero, creditsInProgress: .zero,
      creditsRequired: Rational(1), requirements: [waived])
    let text = try text(SampleRecord.make(graduation: graduation))
    #expect(text.contains("Waived: PE and wellness"))
    #expect(text.joined(separator: " ").contains("Waived: the school does not ask it"))
  }

  @Test("a line that is waived in part says how much of it") func partlyWaived() throws {
    let waived = RecordRequirement(
      id: "PE", title: "PE and wellness", isCredit: true, status: .waived,
      earned: Rational(1, over: 2)!, inProgress: .zero,
      required: Rational(1, over: 2)!, waived: Rational(1, over: 2)!)
    let graduation = RecordGraduation(
      planTitle: "Plan", status: .onTrack, creditsEarned: Rational(1, over: 2)!,
      creditsInProgress: .zero, creditsRequired: Rational(1, over: 2)!, requirements: [waived])
    let text = try text(SampleRecord.make(graduation: graduation))
    #expect(text.contains("Waived: PE and wellness (0.50)"))
  }

  @Test("a long legal name keeps the footer on one line") func longName() throws {
    let student = RecordStudent(
      id: "S", sasid: "0000413295",
      legalName: LegalName(
        first: "Maximiliana", middle: "Aurelia Konstantina", last: "Thibodeaux-Rosenqvist"),
      displayName: "Maximiliana", birthDate: SampleRecord.day("2009-03-02"),
      gradeLevel: SampleRecord.grade(12), classOf: 2027)
    for page in try OfficialTranscriptTests.layOut(SampleRecord.make(student: student)).pages {
      let foot = PageInspection(page: page).lines.filter { $0.isArtifact && $0.baseline > 760 }
      #expect(Set(foot.map(\.baseline)).count == 1)
      #expect(foot.contains { $0.text.hasPrefix("Thibodeaux-Rosenqvist, M") })
      #expect(foot.contains { $0.text.contains("Specimen: fictional") })
    }
  }

  @Test("an honor of a student who has not graduated is as of its day") func honor() throws {
    let honor = RecordNotation(
      kind: .honor, title: "Cum laude", awardedOn: SampleRecord.day("2026-04-09"))
    let before = try text(SampleRecord.make(notations: [honor])).joined(separator: " ")
    #expect(before.contains("as of April 9, 2026, before graduation"))
    #expect(before.contains("Cum laude (before graduation)"))
    let usual = SampleRecord.graduation
    let graduated = RecordGraduation(
      planTitle: usual.planTitle, status: .graduated(SampleRecord.day("2026-06-11")),
      creditsEarned: usual.creditsEarned, creditsInProgress: usual.creditsInProgress,
      creditsRequired: usual.creditsRequired, requirements: usual.requirements)
    let after = try text(SampleRecord.make(notations: [honor], graduation: graduated))
      .joined(separator: " ")
    #expect(after.contains("awarded April 2026"))
    #expect(!after.contains("before graduation"))
  }

  @Test("the file does not claim a certification that it does not carry") func subject() throws {
    let metadata = try OfficialTranscriptTests.layOut(SampleRecord.make()).metadata
    #expect(metadata.subject == "Official transcript \u{B7} No. TRHS-2027-00413")
  }

  @Test("marks of other institutions are explained where there are any") func others() throws {
    let sentence = "Marks of other institutions are as given"
    #expect(try text(SampleRecord.make()).joined(separator: " ").contains(sentence))
    let none = try text(SampleRecord.make(institutions: [])).joined(separator: " ")
    #expect(!none.contains(sentence))
  }

  @Test("a course posted in part has no mark, and says of how much it is a part") func inPart()
    throws
  {
    let group = SampleRecord.courses(11, "Physics:3:1")
    func course(_ id: String, _ status: AttainmentStatus) -> RecordCourse {
      RecordCourse(
        id: Identifier(id), title: "Course \(id)", status: .partial, markStatus: status,
        credit: .one, earned: Rational(2, over: 3) ?? .zero, creditAreas: [])
    }
    let groups = [
      RecordCourseGroup(
        gradeLevel: group.gradeLevel, schoolYear: group.schoolYear, isInProgress: false,
        courses: [course("A", .insufficientEvidence), course("B", .withdrawn)])
    ]
    let text = try text(SampleRecord.make(courseGroups: groups))
    let row = try #require(text.firstIndex(of: "Course A"))
    #expect(Array(text[row...].prefix(3)) == ["Course A", "In part, of 1", "0.67"])
    let left = try #require(text.firstIndex(of: "Course B"))
    #expect(Array(text[left...].prefix(3)) == ["Course B", "Withdrawn", "0.67"])
    let whole = text.joined(separator: " ")
    #expect(whole.contains("In part: credit for the competencies that are met"))
    #expect(whole.contains("A credit beside \u{201C}Withdrawn\u{201D} is the part"))
  }

  @Test("a result of two areas together says so in each of them") func together() throws {
    let one = RecordCompetency(
      id: "X", shortName: "Research", statement: "Research", status: .attained, level: 2,
      basis: ["e1", "e2"])
    let areas = ["Mathematics", "Science"].map {
      RecordArea(id: Identifier($0), title: $0, shortTitle: $0, competencies: [one])
    }
    let text = try text(SampleRecord.make(areas: areas, acrossAreas: [one]))
    #expect(text.count { $0 == "Research, in both areas together" } == 2)
    let apart = try self.text(SampleRecord.make(areas: Array(areas.prefix(1)), acrossAreas: [one]))
    #expect(!apart.contains("Research, in both areas together"))
  }
}
