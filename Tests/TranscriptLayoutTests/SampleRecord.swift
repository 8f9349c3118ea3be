// swift-format-ignore-file: NeverForceUnwrap

import TranscriptModel

/// Records for tests; the school and all people are made up.
enum SampleRecord {
  static let scale = PerformanceScale(
    id: "s", title: "Levels",
    levels: [
      level("BE", 1, "Beginning", "First steps; no credit is awarded"),
      level("DE", 2, "Developing", "Meets parts of it, or meets it with support"),
      level("PR", 3, "Proficient", "Meets the standard independently"),
      level("EX", 4, "Exemplary", "Extends the skill to new, harder problems"),
    ], bar: 2)!

  private static func level(
    _ code: String, _ number: Int, _ label: String, _ description: String
  ) -> PerformanceLevel {
    PerformanceLevel(
      code: code, number: Rational(number), label: label, description: description)
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

  static let issuer = DistrictProfile(
    district: "Thistlemere Regional School District", isFictional: true, accent: "#5A2A5E",
    school: School(
      name: "Thistlemere Regional High School", address: ["31 Carding Mill Lane"],
      city: "Thistlemere", state: "CT", postalCode: "06998", phone: "860-555-0117",
      ceeb: "079998", monogram: "T"),
    signatory: Signatory(name: "Perpetua Lindqvist", office: "Registrar"),
    documentNumbers: "TRHS-{class_of}-{sequence}")

  static let policy = PolicyReference(
    title: "Mastery policy", version: "2026.1", effectiveOn: day("2023-07-01"),
    competencyRule: "the highest level shown in 2 distinct summative demonstrations",
    graduationCompetencyRule: "the level that a panel gives to a portfolio",
    objectiveRule: "the highest level shown", courseMarkRule: "the lowest level of its competencies"
  )

  static let student = RecordStudent(
    id: "S-1042", sasid: "0000413295",
    legalName: LegalName(first: "Anaïs", middle: "Thuỷ", last: "Đặng-Okonkwo"),
    displayName: "Anaïs Đặng-Okonkwo", birthDate: day("2009-03-02"), gradeLevel: grade(12),
    classOf: 2027, enrolledOn: day("2023-08-28"))

  static func grade(_ number: Int) -> GradeLevel { GradeLevel(number)! }

  static func document(
    _ status: DocumentStatus = .official, edition: DocumentEdition = .usual,
    issuedTo: DocumentReceiver? = nil
  ) -> DocumentIdentity {
    DocumentIdentity(
      number: status == .draft ? nil : "TRHS-2027-00413",
      id: "0123456789abcdef0123456789abcdef",
      status: status, asOf: day("2026-10-09"), issuedOn: day("2026-10-15"),
      replaces: status == .amended ? "TRHS-2027-00398" : nil, edition: edition,
      issuedTo: issuedTo)
  }

  /// `Reading complex texts:4`: a competency with its level; `:-` for one not yet assessed.
  static func area(_ title: String, _ names: String) -> RecordArea {
    RecordArea(
      id: Identifier(title), title: title, shortTitle: title,
      competencies: names.split(separator: ",").enumerated().map { index, text in
        let parts = text.split(separator: ":")
        return competency(
          "\(title)-\(index)", String(parts[0]), level: Int(parts[1]).map { $0 - 1 },
          month: index % 9 + 1)
      })
  }

  static func competency(
    _ id: String, _ name: String, level: LevelIndex?, month: Int, shownIn: String? = nil
  ) -> RecordCompetency {
    RecordCompetency(
      id: Identifier(id), shortName: name, statement: name,
      status: level.map { $0 >= scale.bar ? .attained : .notYet } ?? .notAssessed, level: level,
      date: level == nil ? nil : CalendarDate(year: 2026, month: month, day: 5),
      isUnderWay: (level ?? 0) < scale.bar, shownIn: shownIn)
  }

  static let areas = [
    area(
      "English Language Arts",
      "Reading complex texts:4,Literary analysis:3,Argument writing:4,Narrative writing:3,"
        + "Research and citation:4,Speaking and listening:3"),
    area(
      "Mathematics",
      "Number and quantity:3,Algebraic structure:3,Functions and modeling:4,"
        + "Geometric reasoning:3,Statistics and probability:3,Mathematical argument:3"),
    area(
      "Science",
      "Planning investigations:4,Analyzing data:4,Matter and energy:3,Living systems:4,"
        + "Earth and climate systems:4,Forces and motion:3,Explaining from evidence:3"),
    area(
      "Social Studies",
      "Historical inquiry:4,Sources and evidence:4,Civics and government:3,"
        + "Geography and environment:3,Economics:-,Taking informed action:3"),
    area(
      "World Language: Spanish",
      "Interpretive reading:4,Interpretive listening:4,Interpersonal speaking:4,"
        + "Presentational writing:3,Cultures and communities:4"),
    area(
      "Arts",
      "Creating original work:4,Technique and craft:3,Presenting and exhibiting:4,"
        + "Responding and critique:3,Connecting art and culture:3"),
    area(
      "Health and Physical Education",
      "Health literacy:3,Movement skills:3,Fitness planning:3,Personal and public safety:3,"
        + "Mental and social health:3"),
    area(
      "Career, Technology and Finance",
      "Personal finance:3,Digital citizenship:3,Computational thinking:3,"
        + "Design and fabrication:2,Career exploration:3"),
  ]

  /// `Algebra I:3:1`: title, level, credit; in quarters of a credit after a slash.
  static func courses(_ grade: Int, _ text: String, inProgress: Bool = false) -> RecordCourseGroup {
    let courses = text.split(separator: ",").enumerated().map { index, item -> RecordCourse in
      let parts = item.split(separator: ":")
      let level = Int(parts[1]).map { $0 - 1 }
      let credit = parts[2] == "h" ? Rational(1, over: 2)! : Rational(1)
      return RecordCourse(
        id: Identifier("\(grade)-\(index)"), title: String(parts[0]),
        status: inProgress ? .inProgress : .earned, mark: level,
        markStatus: level == nil ? .notAssessed : .attained, credit: credit,
        earned: inProgress ? .zero : credit,
        date: CalendarDate(year: 2015 + grade, month: index % 3 == 2 ? 5 : 6, day: 11),
        creditAreas: [])
    }
    return RecordCourseGroup(
      gradeLevel: self.grade(grade), schoolYear: SchoolYear(start: 2014 + grade),
      isInProgress: inProgress, courses: courses)
  }

  static let courseGroups = [
    courses(
      9,
      "Algebra I (taken in grade 8):3:1,English 9:3:1,World History:3:1,Geometry:3:1,Biology:4:1,"
        + "Spanish II:3:1,Studio Art I:4:h,Digital Design:3:h,Wellness 9:3:h,Health 9:3:h"),
    courses(
      10,
      "English 10:3:1,United States History:4:1,Civics:3:h,Algebra II Honors:3:1,Chemistry:4:1,"
        + "Spanish III:4:1,Studio Art II:4:h,Wellness 10:3:h,Health 10:3:h"),
    courses(
      11,
      "AP English Language:4:1,Modern World Issues:3:1,Precalculus Honors:4:1,Physics:3:1,"
        + "AP Environmental Science:4:1,Spanish IV Honors:4:1,Ceramics:3:h,"
        + "Personal Financial Management:3:h"),
    courses(
      12,
      "English 12 Capstone Seminar:3:1,"
        + "AP Statistics:3:1,AP Spanish Language:4:1,Engineering Design:3:1,Economics:-:h,"
        + "Internship at Watershed Lab:3:1", inProgress: true),
  ]

  static func requirement(
    _ title: String, _ earned: Int, _ inProgress: Int, _ required: Int,
    parts: [RecordRequirement] = []
  ) -> RecordRequirement {
    RecordRequirement(
      id: Identifier(title), title: title, isCredit: true,
      status: earned >= required ? .met : .inProgress, earned: Rational(earned, over: 2)!,
      inProgress: Rational(inProgress, over: 2)!, required: Rational(required, over: 2)!,
      parts: parts)
  }

  static let graduation = RecordGraduation(
    planTitle: "Plan", status: .onTrack, expectedOn: day("2027-06-11"),
    creditsEarned: Rational(45, over: 2)!, creditsInProgress: Rational(11, over: 2)!,
    creditsRequired: Rational(25),
    requirements: [
      requirement("Humanities", 16, 3, 18), requirement("STEM", 18, 4, 18),
      requirement("PE and wellness", 2, 0, 2), requirement("Health and safety", 2, 0, 2),
      requirement("World language", 2, 0, 2),
      requirement("Electives", 5, 4, 8, parts: [requirement("Personal finance", 1, 0, 1)]),
    ])

  static let gradePoints = RecordGradePoints(
    title: "GPA equivalent", unweighted: Rational(text: "3.59")!, weighted: Rational(text: "3.70")!,
    places: 2, asOf: day("2026-06-30"), adoptedOn: day("2024-08-14"), adoptedBy: "Board",
    points: [nil, Rational(2), Rational(text: "3.3")!, Rational(4)],
    weights: [.ap: Rational(1, over: 2)!, .honors: Rational(1, over: 2)!])

  static let institutions = [
    RecordInstitution(
      name: "Salt Meadow Community College", kind: .dualEnrollment,
      courses: [
        RecordExternalCourse(
          id: "x1", title: "ENV 110 Field Ecology", mark: "A-", credit: Rational(1, over: 2)!,
          collegeCredit: Rational(3), earnedOn: day("2026-08-14"), level: .dual, creditAreas: [])
      ])
  ]

  static let notations = [
    RecordNotation(
      kind: .sealOfBiliteracy, title: "Connecticut State Seal of Biliteracy",
      detail: "Spanish, awarded June 2026", awardedOn: day("2026-06-10")),
    RecordNotation(
      kind: .stateGoal, title: "State goal met",
      detail: "Reading and writing, mathematics and science, spring 2026",
      awardedOn: day("2026-07-01")),
    RecordNotation(kind: .award, title: "AP Scholar", awardedOn: day("2026-07-05")),
    RecordNotation(
      kind: .habitsHonor, title: "Habits of work honors",
      detail: "Kept apart from academic levels; awarded June 2026", awardedOn: day("2026-06-20")),
  ]

  static let experiences = [
    RecordExperience(
      kind: .internship, title: "Watershed Lab",
      description:
        "Samples and reports on three Connecticut streams.", hours: Rational(120),
      startedOn: day("2026-09-01")),
    RecordExperience(
      kind: .exhibition, title: "\u{201C}What the mill pond keeps\u{201D}",
      description:
        "A field study of sediment, defended before a panel of six.", endedOn: day("2026-05-20")),
    RecordExperience(
      kind: .dualEnrollment, title: "Field Ecology",
      organization: "Salt Meadow Community College",
      description: "Three college credits.", endedOn: day("2026-08-14")),
  ]

  static let narrative = RecordNarrative(
    text: """
      Anaïs asks the second question. The pond study began as a class assignment and became a \
      two-year record that the town now uses. Anaïs writes with care, revises without being \
      asked, and brings quieter classmates into the work.
      """, author: "Matteo Brandvold, advisor, grades 9\u{2013}12")

  static let graduationCompetencies = [
    competency(
      "G1", "Communicates with purpose", level: 3, month: 5,
      shownIn: "Portfolio, scored by two readers"),
    competency(
      "G2", "Inquires and solves problems", level: 3, month: 6, shownIn: "Exhibition, panel of six"),
    competency(
      "G3", "Acts as an informed citizen", level: 2, month: 6,
      shownIn: "Portfolio and town meeting brief"),
    competency(
      "G4", "Works well with others", level: 2, month: 6, shownIn: "Team project, panel of three"),
    competency("G5", "Directs own learning", level: 1, month: 4, shownIn: "Capstone, due April"),
  ]

  static func make(
    status: DocumentStatus = .official, student: RecordStudent = student,
    areas: [RecordArea] = areas,
    graduationCompetencies: [RecordCompetency] = graduationCompetencies,
    courseGroups: [RecordCourseGroup] = courseGroups,
    institutions: [RecordInstitution] = institutions,
    gradePoints: RecordGradePoints? = gradePoints, notations: [RecordNotation] = notations,
    experiences: [RecordExperience] = experiences, narrative: RecordNarrative? = narrative,
    issuer: DistrictProfile = issuer, graduation: RecordGraduation = graduation,
    edition: DocumentEdition = .usual, issuedTo: DocumentReceiver? = nil,
    scale: PerformanceScale = scale, acrossAreas: [RecordCompetency] = []
  ) -> TranscriptRecord {
    TranscriptRecord(
      document: document(status, edition: edition, issuedTo: issuedTo), issuer: issuer,
      policy: policy, inputHash: "00",
      student: student, scale: scale, creditAreas: [], areas: areas,
      acrossAreas: acrossAreas,
      graduationCompetencies: graduationCompetencies, courseGroups: courseGroups,
      institutions: institutions, graduation: graduation, gradePoints: gradePoints,
      notations: notations, experiences: experiences, narrative: narrative)
  }
}
