import Testing
import TranscriptLayout
import TranscriptModel

@Suite("Family report") struct FamilyReportTests {
  static let template = try? DocumentTemplate(TemplateFolder.files("family"))
  static let phone = try? DocumentTemplate(TemplateFolder.files("family-phone"))
  static let languageTags = ["ar", "en", "es", "ht", "pl", "pt-BR", "zh-Hans"]

  private func pages(
    _ language: String, _ record: TranscriptRecord = SampleRecord.make()
  ) throws -> [PositionedPage] {
    try #require(Self.template).layOut(
      record, language: language, measurer: FakeMeasurer()
    ).pages
  }

  @Test("seven languages have every phrase") func languages() throws {
    #expect(try #require(Self.template).languages == Self.languageTags)
    #expect(try #require(Self.phone).languages == Self.languageTags)
  }

  @Test("no page shows the key of a phrase that is missing", arguments: languageTags) func noKeys(
    language: String
  ) throws {
    let text = try pages(language).flatMap { PageInspection(page: $0).lines.map(\.text) }
    #expect(!text.contains { $0.contains("[") || $0.contains("{") })
  }

  @Test("nothing overlaps or leaves the margins", arguments: languageTags) func places(
    language: String
  ) throws {
    for page in try pages(language) {
      let inspection = PageInspection(page: page)
      #expect(inspection.outside(side: 50, top: 30, bottom: 738) == [])
      #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [])
      #expect(inspection.structureProblems == [])
    }
  }

  @Test("the narrow page is 360 pixels wide and nothing leaves it", arguments: languageTags)
  func narrow(language: String) throws {
    let pages = try #require(Self.phone).layOut(
      SampleRecord.make(), language: language, measurer: FakeMeasurer()
    ).pages
    #expect(pages.count == 1)
    #expect(pages[0].width * 4 / 3 == 360)
    let inspection = PageInspection(page: pages[0])
    #expect(inspection.outside(side: 15, top: 10, bottom: pages[0].height) == [])
    #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [])
  }

  @Test("phone and mail of the narrow page are links on lines of their own, 44 pixels apart")
  func links() throws {
    let school = SampleRecord.issuer.school
    let issuer = DistrictProfile(
      district: "District", isFictional: true, accent: "#12524B",
      school: School(
        name: school.name, address: school.address, city: school.city, state: school.state,
        postalCode: school.postalCode, phone: "860-555-0117", email: "office@school.example",
        monogram: "T"),
      signatory: SampleRecord.issuer.signatory, documentNumbers: "{digest}")
    for language in Self.languageTags {
      let pages = try #require(Self.phone).layOut(
        SampleRecord.make(issuer: issuer), language: language, measurer: FakeMeasurer()
      ).pages
      let inspection = PageInspection(page: pages[0])
      let links = inspection.allElements.compactMap { element -> String? in
        if case .link(let destination) = element.role { destination } else { nil }
      }
      #expect(links == ["tel:+18605550117", "mailto:office@school.example"])
      let places = inspection.lines.filter {
        $0.text.contains("860-555-0117") || $0.text.contains("office@school.example")
      }.map(\.baseline)
      #expect(places.count == 2)
      #expect((places.max() ?? 0) - (places.min() ?? 0) >= 33)
    }
  }

  @Test("Arabic pages are the mirror of English ones") func mirror() throws {
    let english = try pages("en")[0]
    let arabic = try pages("ar")[0]
    let rules = { (page: PositionedPage) -> [Double] in
      page.artifacts.flatMap { mark in
        if case .strokes(let segments, _, _) = mark { segments.map(\.x1) } else { [Double]() }
      }
    }
    // Rules of the left column in English lie in the right column in Arabic.
    #expect(rules(english).contains { abs($0 - 319) < 0.1 })
    #expect(rules(arabic).contains { abs($0 - 319) < 0.1 })
    let name = { (page: PositionedPage) in
      PageInspection(page: page).lines.first {
        $0.text.contains("Anaïs Đặng-Okonkwo") && $0.baseline > 90
      }
    }
    #expect(try #require(name(english)).x == 50)
    #expect(abs(try #require(name(arabic)).end - 562) < 0.01)
  }

  @Test("the district's own words are marked as English in every other language")
  func languageOfRuns() throws {
    for language in Self.languageTags where language != "en" {
      let elements = try pages(language).flatMap { PageInspection(page: $0).allElements }
      #expect(elements.contains { $0.language == "en" })
    }
    let english = try pages("en").flatMap { PageInspection(page: $0).allElements }
    #expect(!english.contains { $0.language == "en" })
  }

  @Test("subjects in need come first, with a next step, and only they have one")
  func needsFirst() throws {
    let text = PageInspection(page: try pages("en")[0]).readingOrder
    let needs = try #require(text.firstIndex(of: "Needs attention now"))
    let onTrack = try #require(text.firstIndex(of: "On track"))
    #expect(needs < onTrack)
    let steps = text.indices.filter { text[$0].hasPrefix("Next step:") }
    #expect(steps.count == 1)
    #expect(steps.allSatisfy { $0 > needs && $0 < onTrack })
  }

  /// A subject of six skills; in need, two of them are below the bar.
  static func subject(_ number: Int, isInNeed: Bool) -> RecordArea {
    let names = [
      "Collaboration and teamwork \(number)", "Geography and environment \(number)", "Data",
      "Speaking", "Systems", "Design",
    ]
    let levels = isInNeed ? [2, 2, 3, 3, 3, 3] : [3, 3, 3, 3, 3, 4]
    return SampleRecord.area(
      "Subject \(number)", zip(names, levels).map { "\($0):\($1)" }.joined(separator: ","))
  }

  @Test("a next step names the day on which its course is to end") func nextStepDay() throws {
    let skill = SampleRecord.competency("S-0", "Forces", level: 1, month: 5)
    let course = RecordCourse(
      id: "PHY", title: "Physics", status: .inProgress, mark: 1, markStatus: .notYet,
      credit: Rational(1), earned: .zero, date: SampleRecord.day("2027-06-11"), creditAreas: [],
      competencies: [skill])
    let record = SampleRecord.make(
      areas: [
        RecordArea(id: "SCI", title: "Science", shortTitle: "Science", competencies: [skill])
      ],
      courseGroups: [
        RecordCourseGroup(
          gradeLevel: SampleRecord.grade(12), schoolYear: SchoolYear(start: 2026),
          isInProgress: true, courses: [course])
      ])
    let text = PageInspection(page: try pages("en", record)[0]).readingOrder
      .joined(separator: " ")
    #expect(text.contains("Show Forces again in new work. By June 11, 2027."))
  }

  @Test("twelve subjects at most stand on the first page, and where the others are is said")
  func twelve() throws {
    let areas = (0..<20).map { SampleRecord.area("Subject \($0)", "Skill A:3,Skill B:3") }
    let text = PageInspection(page: try pages("en", SampleRecord.make(areas: areas))[0])
      .readingOrder
    #expect(text.filter { $0.hasPrefix("Subject ") }.count == 12)
    #expect(text.contains("subjects: 20"))
    #expect(
      text.joined(separator: " ").contains(
        "More subjects are on the next pages: Subject 12, Subject 13, Subject 14 and 5 more."))
  }

  private func text(_ language: String, _ record: TranscriptRecord) throws -> String {
    try pages(language, record).flatMap { PageInspection(page: $0).readingOrder }
      .joined(separator: " ")
  }

  @Test("the first sentences agree with their number and end with one full stop") func lede() throws
  {
    let one = SampleRecord.make(areas: [Self.subject(1, isInNeed: true)])
    #expect(try text("en", one).contains("Subject 1 needs attention now."))
    let polish = try pages("pl", one).flatMap { PageInspection(page: $0).readingOrder }
    #expect(polish.contains { $0.contains(" r.") })
    #expect(!polish.contains { $0.contains("..") })
  }

  @Test("names that hold a comma are kept apart by semicolons") func semicolons() throws {
    let areas = ["Arts", "Career, Technology", "Science"].map {
      SampleRecord.area($0, "A:2,B:3")
    }
    #expect(
      try text("en", SampleRecord.make(areas: areas)).contains(
        "These need attention now: Arts; Career, Technology; Science."))
  }

  @Test("a skill of two subjects that is met in both together asks for nothing in either")
  func shared() throws {
    let research = SampleRecord.competency("RES", "Research and citation", level: 1, month: 5)
    let reading = SampleRecord.competency("READ", "Reading", level: 2, month: 5)
    let areas = ["English", "History"].map { title in
      RecordArea(
        id: Identifier(title), title: title, shortTitle: title, competencies: [reading, research])
    }
    let apart = try text("en", SampleRecord.make(areas: areas))
    #expect(apart.contains("Show Research and citation again"))
    let whole = SampleRecord.competency("RES", "Research and citation", level: 2, month: 6)
    let together = try text("en", SampleRecord.make(areas: areas, acrossAreas: [whole]))
    #expect(!together.contains("Show Research and citation again"))
    #expect(together.contains("No subject needs attention now."))
  }

  @Test("a subject far behind the goal for today needs attention, with what comes next")
  func behind() throws {
    // 9 October of grade 12: 1134 of 1379 days, 82 percent; the goal of ten skills is eight.
    let skills = (0..<10).map { index in
      let skill = SampleRecord.competency("S\(index)", "Skill \(index)", level: nil, month: 5)
      return RecordCompetency(
        id: skill.id, shortName: skill.shortName, statement: skill.statement,
        status: .notAssessed, level: nil, date: nil, isUnderWay: false)
    }
    let record = SampleRecord.make(areas: [
      RecordArea(id: "MUS", title: "Music", shortTitle: "Music", competencies: skills)
    ])
    let text = try text("en", record)
    #expect(text.contains("Music needs attention now."))
    #expect(text.contains("Anaïs has shown 0 of 10 skills. The goal for today is 8."))
    #expect(text.contains("Plan with the advisor when to begin Skill 0."))
    #expect(!text.contains("No subject needs attention now"))
  }

  @Test("a skill of a course that has ended is not worked on: its result is not in")
  func awaited() throws {
    let skill = RecordCompetency(
      id: "F", shortName: "Forces", statement: "", status: .insufficientEvidence, isAwaited: true,
      counted: 1, needed: 2)
    let met = SampleRecord.competency("D", "Data", level: 3, month: 5)
    let record = SampleRecord.make(areas: [
      RecordArea(id: "SCI", title: "Science", shortTitle: "Science", competencies: [met, skill])
    ])
    let said = [
      "en": "Anaïs has shown 1 of 2 skills. The result is not in yet for Forces.",
      "es": "todavía no hay resultado de", "pt-BR": "ainda não há resultado de",
      "ht": "rezilta a poko rive pou", "pl": "jeszcze bez wyniku:", "zh-Hans": "成绩尚未公布：",
      "ar": "ولم تصدر النتيجة بعد",
    ]
    for (language, words) in said {
      #expect(try text(language, record).contains(words), "\(language)")
    }
    let text = try text("en", record)
    #expect(!text.contains("working on"))
    #expect(text.contains("Result not in yet"))
    #expect(text.contains("No subject needs attention now."))
  }

  @Test("who has left or graduated is not told how to get help and go further") func left() throws {
    let usual = try text("en", SampleRecord.make())
    #expect(usual.contains("To get help:"))
    let graduation = SampleRecord.graduation
    let left = SampleRecord.make(
      graduation: RecordGraduation(
        planTitle: graduation.planTitle, status: .withdrawn(SampleRecord.day("2026-02-13")),
        expectedOn: nil, creditsEarned: graduation.creditsEarned,
        creditsInProgress: graduation.creditsInProgress,
        creditsRequired: graduation.creditsRequired, requirements: graduation.requirements))
    let text = try text("en", left)
    #expect(text.contains("Anaïs left the school on February 13, 2026."))
    #expect(!text.contains("To get help:"))
    #expect(!text.contains("To go further:"))
  }

  @Test("two students of one name are told apart on every page, and the advisor is named")
  func identity() throws {
    for language in Self.languageTags {
      for page in try pages(language) {
        let foot = PageInspection(page: page).lines.filter { $0.isArtifact && $0.baseline > 740 }
        #expect(foot.contains { $0.text.contains("S-1042") }, "\(language)")
      }
    }
    let first = PageInspection(page: try pages("en")[0]).readingOrder.joined(separator: " ")
    #expect(first.contains("Grade 12 · Class of 2027 · ID S-1042"))
    #expect(first.contains("Ask for Matteo Brandvold, advisor"))
  }

  @Test("help is offered first where it is needed, and more where a subject is ahead")
  func support() throws {
    let record = SampleRecord.make(areas: [
      SampleRecord.area("Physics", "A:2,B:3"), SampleRecord.area("Dance", "A:4,B:4"),
    ])
    let text = try text("en", record)
    #expect(text.contains("To get help: Ask first for help in Physics."))
    #expect(text.contains("To go further: Anaïs is ready for more in Dance."))
  }

  @Test("no level is said where none is decided") func emptyDots() throws {
    let words = try pages("en").flatMap { PageInspection(page: $0).allElements }
      .compactMap(\.actualText)
    #expect(words.contains("no level yet"))
    #expect(!words.contains { $0.contains("level 0") })
  }

  @Test("the band of a draft lies over nothing", arguments: ["family", "family-phone"])
  func draft(name: String) throws {
    let template = try DocumentTemplate(TemplateFolder.files(name))
    for language in template.languages {
      let draft = try template.layOut(
        SampleRecord.make(status: .draft), language: language, measurer: FakeMeasurer())
      for page in draft.pages {
        let inspection = PageInspection(page: page)
        #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [])
        #expect(inspection.crossings == [], "\(name) \(language)")
      }
      #expect(draft.metadata.status == .draft)
      let finished = try template.layOut(
        SampleRecord.make(), language: language, measurer: FakeMeasurer())
      #expect(draft.metadata.subject != finished.metadata.subject)
    }
  }

  @Test("names that the district has not translated are said to be in English") func untranslated()
    throws
  {
    let record = SampleRecord.make(areas: [
      RecordArea(
        id: "ART", title: "Arts", shortTitle: "Arts",
        competencies: [SampleRecord.competency("A1", "Technique", level: 2, month: 5)])
    ])
    let shown = { (text: [PositionedPage]) in
      text.flatMap { PageInspection(page: $0).readingOrder }.joined(separator: " ")
    }
    let sentence = "Los nombres en inglés son de la escuela y aún no están traducidos."
    #expect(shown(try pages("es", record)).contains(sentence))
    #expect(!shown(try pages("en", record)).contains("not translated"))

    let codes =
      ["ART", "A1"] + record.graduationCompetencies.map(\.id.code) + record.scale.levels.map(\.code)
    var files = TemplateFolder.files("family")
    files.phrases["own-es"] = Array(codes.map { "\($0): Palabra\n" }.joined().utf8)
    let translated = try DocumentTemplate(files).layOut(
      record, language: "es", measurer: FakeMeasurer()
    ).pages
    #expect(!shown(translated).contains("en inglés"))
    #expect(shown(translated).contains("Palabra"))

    files.phrases["own-es"] = Array(codes.dropLast().map { "\($0): Palabra\n" }.joined().utf8)
    let partly = try DocumentTemplate(files).layOut(
      record, language: "es", measurer: FakeMeasurer()
    ).pages
    #expect(shown(partly).contains(sentence))
  }

  @Test("every sentence of the English table reads at grade 8 or below, also those of rare cases")
  func readingLevelOfPhrases() throws {
    let table = try #require(TemplateFolder.files("family").phrases["family-en"])
    let phrases = String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^[a-z0-9-]+: "?(.*\.)"?$/).map { String($0.output.1) }
    }
    #expect(phrases.count > 25)
    for phrase in phrases {
      let filled = phrase.replacing(/\{(name|skill|skills|subjects)\}/, with: "Reading")
        .replacing(/\{date\}/, with: "June 4").replacing(/\{[a-z]+\}/, with: "4")
      for sentence in ReadingLevel.sentences(filled) {
        let grade = ReadingLevel.grade([sentence])
        #expect(grade <= 8, "grade \(grade): \(sentence)")
      }
    }
  }
}
