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
      PageInspection(page: page).lines.first { $0.text == "Anaïs Đặng-Okonkwo" && $0.baseline > 90 }
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

  @Test("twelve subjects at most stand on the first page") func twelve() throws {
    let areas = (0..<20).map { SampleRecord.area("Subject \($0)", "Skill A:3,Skill B:3") }
    let text = PageInspection(page: try pages("en", SampleRecord.make(areas: areas))[0])
      .readingOrder
    #expect(text.filter { $0.hasPrefix("Subject ") }.count == 12)
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

    let codes = ["ART", "A1"] + record.scale.levels.map(\.code)
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

  @Test("English family text reads at grade 8 or below") func readingLevel() throws {
    let record = SampleRecord.make()
    let pages = try pages("en", record)
    let names = Set(
      record.areas.flatMap { [$0.title] + $0.competencies.map(\.shortName) } + [
        "Exemplary", "Proficient", "Developing",
      ])
    let sentences = pages.prefix(2).flatMap { PageInspection(page: $0).readingOrder }
      .filter { !names.contains($0) }.joined(separator: " ")
      .split(whereSeparator: { ".!?:".contains($0) }).map(String.init)
      .filter { $0.split(separator: " ").count >= 4 }
    let words = sentences.flatMap { $0.split(separator: " ") }
    let syllables = words.reduce(0) { $0 + Self.syllables(String($1)) }
    // Flesch-Kincaid grade level, Kincaid and others 1975.
    let grade =
      0.39 * Double(words.count) / Double(sentences.count)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
    #expect(grade <= 8, "grade \(grade)")
  }

  /// Groups of vowels, without a silent e at the end; at least one.
  private static func syllables(_ word: String) -> Int {
    var letters = word.lowercased().filter(\.isLetter)
    if letters.count > 3, letters.hasSuffix("e"), !letters.hasSuffix("le") { letters.removeLast() }
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouyäëïöüáéíóú".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(count, 1)
  }
}
