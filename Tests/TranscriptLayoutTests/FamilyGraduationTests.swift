import Testing
import TranscriptLayout
import TranscriptModel

/// What a family hears of graduation beside the subjects, of skills that are waived, and of days
/// that have passed.
@Suite("Family report: graduation, waivers, days") struct FamilyGraduationTests {
  private static let half = Rational(1, over: 2) ?? .zero
  private static let whole = [SampleRecord.area("Science", "Data:3,Forces:4")]

  private func text(_ record: TranscriptRecord, _ language: String = "en") throws -> [String] {
    try text(record, language, template: #require(FamilyReportTests.template))
  }

  private func text(
    _ record: TranscriptRecord, _ language: String, template: DocumentTemplate
  ) throws -> [String] {
    try template.layOut(record, language: language, measurer: FakeMeasurer()).pages.flatMap {
      PageInspection(page: $0).readingOrder
    }
  }

  private static func requirement(
    _ title: String, isCredit: Bool = false, unit: RequirementUnit? = nil,
    _ status: RequirementStatus, earned: Rational,
    inProgress: Rational = .zero, required: Rational, parts: [RecordRequirement] = []
  ) -> RecordRequirement {
    RecordRequirement(
      id: Identifier(title), title: title, isCredit: isCredit, unit: unit, status: status,
      earned: earned,
      inProgress: inProgress, required: required, parts: parts)
  }

  private static func graduation(
    _ status: GraduationStatus, earned: Rational, inProgress: Rational = .zero,
    expectedOn: String = "2027-06-11", _ requirements: [RecordRequirement]
  ) -> RecordGraduation {
    RecordGraduation(
      planTitle: "Plan", status: status, expectedOn: SampleRecord.day(expectedOn),
      creditsEarned: earned, creditsInProgress: inProgress, creditsRequired: Rational(10),
      requirements: requirements)
  }

  /// Nine credits of ten in Humanities and half a credit under way, half of the missing one in Arts;
  /// no graduation competency of six; 12 of 40 hours; no subject in need.
  private static let lacking = SampleRecord.make(
    areas: whole,
    graduation: graduation(
      .notOnTrack, earned: Rational(9), inProgress: .zero,
      [
        requirement(
          "Humanities", isCredit: true, .notMet, earned: Rational(9), required: Rational(10),
          parts: [
            requirement(
              "Arts", isCredit: true, .notMet, earned: half, required: .one)
          ]),
        requirement("All graduation competencies", .notMet, earned: .zero, required: Rational(6)),
        requirement(
          "Service", unit: .hours, .notMet, earned: Rational(12), required: Rational(40)),
        requirement("Portfolio", .inProgress, earned: .zero, inProgress: .one, required: .one),
      ]))

  @Test("a family hears what is missing to graduate that is no subject, and what to do first")
  func gaps() throws {
    let all = try text(Self.lacking)
    let whole = all.joined(separator: " ")
    #expect(!whole.contains("No subject needs attention now"))
    #expect(whole.contains("What is missing to graduate is named below."))
    #expect(all.contains("Needs attention now"))
    #expect(all.contains("For graduation"))
    // Of the credit that Humanities lacks half is missing in Arts, and half anywhere in it.
    #expect(
      whole.contains(
        "Still missing: Arts (credits: 0.5), Humanities (credits: 0.5), All graduation "
          + "competencies (0 of 6 so far) and Service (hours: 12 of 40 so far)."))
    #expect(whole.contains("Next step: Plan with the advisor how to earn the credit in Arts."))
    #expect(!whole.contains("Portfolio"), "what is under way is not missing")
    #expect(!all.contains("subjects: 0"))
  }

  @Test("the line on graduation is in every language, on paper and on a phone")
  func languages() throws {
    for language in FamilyReportTests.languageTags {
      for template in [FamilyReportTests.template, FamilyReportTests.phone] {
        let shown = try text(Self.lacking, language, template: #require(template))
          .joined(separator: " ")
        #expect(shown.contains("Service"), "\(language)")
        #expect(!shown.contains("[") && !shown.contains("{"), "\(language)")
      }
    }
  }

  @Test("where all graduation competencies are asked for, the next step names the first to work on")
  func competencies() throws {
    // Four of the sample's five are met; the last is below the bar.
    let record = SampleRecord.make(
      areas: Self.whole,
      graduation: Self.graduation(
        .notOnTrack, earned: Rational(10),
        [
          Self.requirement(
            "All graduation competencies", .notMet, earned: Rational(4), required: Rational(5))
        ]))
    #expect(
      try text(record).joined(separator: " ").contains(
        "Still missing: All graduation competencies (4 of 5 so far). Next step: Show Directs own "
          + "learning again in new work."))
  }

  @Test("where all core competencies are asked for, the next step names the first to work on")
  func coreCompetencies() throws {
    let open = RecordCompetency(
      id: "ART", shortName: "Technique", statement: "Technique", status: .insufficientEvidence,
      counted: 1, needed: 2)
    let art = RecordArea(id: "ART", title: "Arts", shortTitle: "Arts", competencies: [open])
    let lacking = { (required: Int) in
      SampleRecord.make(
        areas: Self.whole + [art],
        graduation: Self.graduation(
          .notOnTrack, earned: Rational(10),
          [
            Self.requirement(
              "Competencies", .notMet, earned: Rational(2), required: Rational(required))
          ]))
    }
    // Two of three are met. Of four nobody can say which they are.
    #expect(
      try text(lacking(3)).joined(separator: " ").contains(
        "Competencies (2 of 3 so far). Next step: Hand in more work for Technique (1 of 2 so far).")
    )
    #expect(
      try text(lacking(4)).joined(separator: " ").contains(
        "Next step: Ask the advisor what to do first for Competencies."))
  }

  @Test("credit of any subject is missing where the total is more than the lines") func total()
    throws
  {
    let record = SampleRecord.make(
      areas: Self.whole,
      graduation: Self.graduation(
        .notOnTrack, earned: Rational(8), inProgress: .one,
        [
          Self.requirement(
            "STEM", isCredit: true, .met, earned: Rational(5), required: Rational(5))
        ]))
    #expect(
      try text(record).joined(separator: " ").contains(
        "Still missing: any subject (credits: 1)."))
  }

  @Test("who has years left, is on track or has left hears of no graduation that is at risk")
  func notDue() throws {
    let requirements = Self.lacking.graduation.requirements
    for status in [
      GraduationStatus.yearsRemain, .onTrack, .withdrawn(SampleRecord.day("2026-09-01")),
    ] {
      let record = SampleRecord.make(
        areas: Self.whole,
        graduation: Self.graduation(status, earned: Rational(9), requirements))
      #expect(!(try text(record)).contains("For graduation"))
    }
  }

  @Test("eleven subjects beside the line on graduation are twelve items") func twelve() throws {
    let record = SampleRecord.make(
      areas: (0..<12).map { SampleRecord.area("Subject \($0)", "Skill A:3,Skill B:3") },
      graduation: Self.lacking.graduation)
    let first = try #require(FamilyReportTests.template).layOut(
      record, measurer: FakeMeasurer()
    ).pages[0]
    let shown = PageInspection(page: first).readingOrder
    #expect(shown.contains("For graduation"))
    #expect(shown.filter { $0.hasPrefix("Subject ") }.count == 11)
  }

  @Test("the pages after the first name every graduation competency") func detail() throws {
    let shown = try text(SampleRecord.make())
    let start = try #require(shown.firstIndex(of: "Across all subjects"))
    for competency in SampleRecord.graduationCompetencies {
      #expect(shown[start...].contains(competency.shortName))
    }
  }

  @Test(
    "a day that has passed is not one on which a student will graduate",
    arguments: [
      GraduationStatus.onTrack, .requirementsMet, .notOnTrack,
    ])
  func passed(status: GraduationStatus) throws {
    // Levels are as of 9 October 2026.
    let underWay = Self.requirement(
      "STEM", isCredit: true, .inProgress, earned: Rational(9), inProgress: .one,
      required: Rational(10))
    let record = SampleRecord.make(
      areas: Self.whole,
      graduation: Self.graduation(
        status, earned: Rational(9), inProgress: .one, expectedOn: "2026-10-08", [underWay]))
    let family = try text(record).joined(separator: " ")
    #expect(family.contains("Anaïs was to graduate in October 2026 and has not graduated yet."))
    #expect(!family.contains("on track to graduate"))
    #expect(family.contains("Still missing: STEM (credits: 1)."))
    let official = try OfficialTranscriptTests.layOut(record).pages.flatMap {
      PageInspection(page: $0).readingOrder
    }.joined(separator: " ")
    #expect(!official.contains("expected to"))
    #expect(
      official.contains(
        status == .notOnTrack ? "requirements still open" : "Class of 2027 not graduated yet"))
  }

  @Test("the expected day itself is still to come") func theDayItself() throws {
    let record = SampleRecord.make(
      areas: Self.whole,
      graduation: Self.graduation(
        .onTrack, earned: Rational(9), inProgress: .one, expectedOn: "2026-10-09", []))
    #expect(try text(record).joined(separator: " ").contains("on track to graduate"))
  }

  @Test("waived skills are not shown, and the sentence, the bar and the pages after say so")
  func waived() throws {
    let skills = [
      ("Movement", AttainmentStatus.waived), ("Health", .attained), ("Safety", .notYet),
    ]
    .map { name, status in
      RecordCompetency(
        id: Identifier(name), shortName: name, statement: name, status: status,
        level: status == .waived ? nil : status == .attained ? 2 : 1)
    }
    let areas = { (skills: [RecordCompetency]) in
      [RecordArea(id: "HPE", title: "Health", shortTitle: "Health", competencies: skills)]
    }
    let open = try text(SampleRecord.make(areas: areas(skills))).joined(separator: " ")
    #expect(open.contains("has shown 1 of 3 skills, and is not yet at the goal in Safety."))
    #expect(open.contains("The school does not ask for Movement."))
    #expect(open.contains("1 of 3 skills are shown."))
    #expect(open.contains("Waived: 1."))

    let done = try text(SampleRecord.make(areas: areas(Array(skills.prefix(2)))))
      .joined(separator: " ")
    #expect(done.contains("Anaïs has shown 1 of 2 skills. The school does not ask for Movement."))
    #expect(!done.contains("has shown all"))
    for language in FamilyReportTests.languageTags {
      let shown = try text(SampleRecord.make(areas: areas(skills)), language)
      #expect(!shown.contains { $0.contains("[") || $0.contains("{") }, "\(language)")
    }
  }

  @Test("a name in an Arabic line is a direction of its own, markup in it prints as itself")
  func isolates() throws {
    for first in ["Sam", "<b>&{{7*7}}%n"] {
      let record = SampleRecord.make(
        student: RecordStudent(
          id: "S-1042", legalName: LegalName(first: first, last: "Davis Jr."),
          displayName: "\(first) Davis Jr.", birthDate: SampleRecord.day("2009-03-02"),
          gradeLevel: SampleRecord.grade(12), classOf: 2027))
      let pages = try #require(FamilyReportTests.template).layOut(
        record, language: "ar", measurer: FakeMeasurer()
      ).pages
      let lines = pages.flatMap { PageInspection(page: $0).lines.map(\.text) }.joined()
      let whole = lines.count(of: "\u{2066}\(first) Davis Jr.\u{2069}")
      let short = lines.count(of: "\u{2066}\(first)\u{2069}")
      // The head of each page or its name, and its footer; in sentences the first name alone.
      #expect(whole >= 2 * pages.count)
      #expect(short > 0)
      #expect(lines.count(of: first) == whole + short)
      let english = try text(record).joined(separator: " ")
      #expect(!english.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
    }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
