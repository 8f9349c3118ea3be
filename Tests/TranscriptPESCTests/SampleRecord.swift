// Literals that are known to be right.
// swift-format-ignore-file: NeverForceUnwrap

import Diagnostics
import TranscriptModel

/// A fictional student's record, whose parts a test can change one by one.
struct SampleRecord {
  var schoolName = "Example Regional High School"
  var district = "Example Regional School District 99 (fictional)"
  var address = ["1 Example Road"]
  var city = "Hartford"
  var state = "CT"
  var postalCode = "06103"
  var phone: String? = "860-555-0100"
  var ceeb: String? = "070999"
  var isFictional = true
  var number: String? = "2026-S-100234-1"
  var status = DocumentStatus.official
  var replaces: String?
  var studentID = "S-100234"
  var first: String? = "Zoë"
  var middle: String? = "Nguyễn"
  var last = "O’Brien-Løvås"
  var suffix: String?
  var displayName: String?
  var courseTitle = "Quantitative Reasoning"
  var institutionName = "Fictional Community College"
  var courseID = "MAT-QR4"
  var sced: String? = "02061"
  var shortName = "Model relationships with functions"
  var areaTitle = "Mathematics"
  var requirementTitle = "STEM"
  var pescCode: String? = "Math"
  var mark = "B+"
  var earned = Rational.one
  var courseCount = 1
  var externalCredit = Rational.half
  var creditsEarned: Rational?
  var graduation = GraduationStatus.requirementsMet
  var externalDay = "2025-12-19"
  var lineStatus = RequirementStatus.inProgress
  var waived = Rational.zero
  var otherRequirement = RequirementStatus.notMet
  var gradePoints: RecordGradePoints?
  var notations: [RecordNotation] = []
  var narrative: RecordNarrative?

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text)!
  }

  static let nowhere = SourceLocation(file: "test")

  static func scale() -> PerformanceScale {
    let levels = [
      PerformanceLevel(
        code: "BG", number: Rational(1), label: "Beginning", description: "First steps"),
      PerformanceLevel(
        code: "DV", number: Rational(2), label: "Developing",
        description: "Meets parts of it, or meets it with support"),
      PerformanceLevel(
        code: "PR", number: Rational(3), label: "Proficient",
        description: "Meets the standard independently and in situations that were not practised"),
      PerformanceLevel(
        code: "EX", number: Rational(4), label: "Exemplary",
        description: "Extends the skill to new, harder problems"),
    ]
    return PerformanceScale(id: "s", title: "Levels 1 to 4", levels: levels, bar: 2)!
  }

  private func competency(
    _ id: String, _ name: String, _ status: AttainmentStatus, _ level: LevelIndex?
  ) -> RecordCompetency {
    RecordCompetency(
      id: Identifier(id), shortName: name, statement: "I can do \(name).",
      alignments: [Alignment(framework: "CCSS.Math", code: "HSF-BF.A.1")], status: status,
      level: level, date: level == nil ? nil : Self.day("2026-03-02"), counted: 2, needed: 2,
      shownIn: nil, basis: ["E-1", "E-2"])
  }

  private var competencies: [RecordCompetency] {
    [
      competency("MA-1", shortName, .attained, 2),
      competency("MA-2", "Reason about data & uncertainty", .attained, 3),
      competency("MA-3", "Prove <theorems>", .notYet, 1),
      competency("MA-4", "Measure", .metByDecision, nil),
      competency("MA-5", "Estimate", .notAssessed, nil),
    ]
  }

  private func course(_ index: Int) -> RecordCourse {
    RecordCourse(
      id: Identifier(index == 0 ? courseID : "C-\(index)"),
      title: index == 0 ? courseTitle : "Course \(index)", level: index == 0 ? .honors : .regular,
      status: .earned, mark: 2, markStatus: .attained, credit: earned, earned: earned,
      date: Self.day("2026-06-12"), creditAreas: ["stem"], contentArea: "MA",
      sced: index == 0 ? sced : nil, competencies: index == 0 ? competencies : [])
  }

  private var underWay: RecordCourse {
    RecordCourse(
      id: "CAP", title: "Capstone", status: .inProgress, mark: 1, markStatus: .notYet,
      credit: .one, earned: .zero, date: Self.day("2027-06-12"), creditAreas: ["capstone"])
  }

  private var institution: RecordInstitution {
    RecordInstitution(
      name: institutionName, kind: .dualEnrollment,
      courses: [
        RecordExternalCourse(
          id: "X-1", title: "English Composition I", mark: mark, credit: externalCredit,
          collegeCredit: Rational(3), earnedOn: Self.day(externalDay),
          gradeLevel: GradeLevel(11), level: .dual, creditAreas: ["humanities"])
      ])
  }

  private var requirements: [RecordRequirement] {
    [
      RecordRequirement(
        id: "stem", title: requirementTitle, isCredit: true, status: lineStatus, earned: earned,
        inProgress: .zero, required: Rational(9) - waived, waived: waived, pescCode: pescCode,
        parts: [
          RecordRequirement(
            id: "algebra", title: "Algebra", isCredit: true, status: .notMet, earned: .zero,
            inProgress: .zero, required: .one)
        ]),
      RecordRequirement(
        id: "core", title: "All core competencies", isCredit: false, status: otherRequirement,
        earned: Rational(2), inProgress: .zero, required: Rational(5)),
      RecordRequirement(
        id: "exam", title: "State examination", isCredit: false, status: .waived,
        earned: .zero, inProgress: .zero, required: .one),
    ]
  }

  func make() -> TranscriptRecord {
    let total = earned * Rational(courseCount) + externalCredit
    let legal = LegalName(first: first, middle: middle, last: last, suffix: suffix)
    return TranscriptRecord(
      document: DocumentIdentity(
        number: number, id: "0123456789abcdef0123456789abcdef", status: status,
        asOf: Self.day("2026-06-15"), issuedOn: Self.day("2026-06-20"), replaces: replaces),
      issuer: DistrictProfile(
        district: district, isFictional: isFictional, accent: "#123456",
        school: School(
          name: schoolName, address: address, city: city, state: state, postalCode: postalCode,
          phone: phone, email: "registrar@example.org", web: "https://example.org", ceeb: ceeb,
          act: "0999", ncessch: "090000000000", monogram: "E"),
        signatory: Signatory(name: "A. Registrar", office: "Registrar"),
        documentNumbers: "{student_id}", profileURL: "https://example.org/profile"),
      policy: PolicyReference(
        title: "Mastery policy", version: "2026.1", effectiveOn: Self.day("2025-07-01"),
        competencyRule: "Highest level in 2 distinct demonstrations.",
        graduationCompetencyRule: "Highest level in 2 distinct demonstrations.",
        objectiveRule: "Highest level.", courseMarkRule: "Half at Exemplary or above."),
      inputHash: String(repeating: "ab", count: 32),
      student: RecordStudent(
        id: Identifier(studentID), sasid: "1234567890", legalName: legal,
        displayName: displayName ?? legal.natural, birthDate: Self.day("2008-03-14"),
        gradeLevel: Self.grade, classOf: 2026),
      scale: Self.scale(),
      creditAreas: [CreditArea(id: "stem", title: "STEM", pescCode: "Math")],
      areas: [
        RecordArea(
          id: "MA", title: areaTitle, shortTitle: "Math",
          competencies: competencies + [competency("MA-9", "Model with geometry", .attained, 2)]),
        RecordArea(
          id: "SC", title: "Science", shortTitle: "Science",
          competencies: [
            competency("MA-9", "Model with geometry", .notYet, 1),
            competency("SC-1", "Plan an experiment", .insufficientEvidence, nil),
          ]),
      ],
      acrossAreas: [competency("MA-9", "Model with geometry", .attained, 2)],
      graduationCompetencies: [competency("GC-1", "Communicate", .attained, 3)],
      courseGroups: [
        RecordCourseGroup(
          gradeLevel: Self.grade, schoolYear: SchoolYear(start: 2025), isInProgress: false,
          courses: (0..<courseCount).map(course)),
        RecordCourseGroup(
          gradeLevel: Self.grade, schoolYear: SchoolYear(start: 2026), isInProgress: true,
          courses: [underWay]),
      ],
      institutions: [institution],
      graduation: RecordGraduation(
        planTitle: "Connecticut, classes of 2023 to 2026", authority: "C.G.S. 10-221a",
        status: graduation, creditsEarned: creditsEarned ?? total, creditsInProgress: .one,
        creditsRequired: Rational(25) - waived, requirements: requirements),
      gradePoints: gradePoints, notations: notations,
      experiences: [
        RecordExperience(
          kind: .internship, title: "Watershed survey", organization: "Fictional River Trust",
          description: "Sampled & reported.", hours: Rational(40),
          startedOn: Self.day("2025-06-20"), endedOn: Self.day("2025-08-15"))
      ],
      narrative: narrative)
  }

  static let grade = GradeLevel(12)!
}
