import Testing
import TranscriptLayout
import TranscriptModel

/// Districts have scales of other lengths, and longer words for their levels.
@Suite("Scales of other lengths and words") struct LevelScaleTests {
  /// A scale with the third level as its bar.
  static func scale(_ labels: [String], bar: LevelIndex = 2) -> PerformanceScale? {
    PerformanceScale(
      id: "other", title: "Levels",
      levels: labels.enumerated().map { index, label in
        PerformanceLevel(
          code: "L\(index)", number: Rational(index), label: label,
          description: "What level \(index) means")
      }, bar: bar)
  }

  static let short = ["Not yet", "Beginning", "Proficient", "Exemplary", "Master"]
  static let usual = [
    "Not Yet Meeting", "Partially Meeting", "Meets the Standard", "Exceeds the Standard",
  ]
  static let long = [
    "No evidence shown yet", "Just beginning to learn", "Proficient and independent",
    "Exemplary and beyond expectation", "Master of the subject", "Teaches others what is learned",
  ]

  static func pages(
    _ folder: String, _ labels: [String], areas: [RecordArea] = SampleRecord.areas
  ) throws -> [PositionedPage] {
    try DocumentTemplate(TemplateFolder.files(folder)).layOut(
      SampleRecord.make(areas: areas, scale: try #require(scale(labels))),
      measurer: FakeMeasurer()
    ).pages
  }

  @Test(
    "nothing overlaps, leaves its column or the page",
    arguments: ["official", "competencies", "guide", "family", "family-phone"],
    [short, usual, long])
  func places(folder: String, labels: [String]) throws {
    for page in try Self.pages(folder, labels) {
      let inspection = PageInspection(page: page)
      #expect(inspection.outside(side: 15, top: 10, bottom: page.height) == [])
      #expect(inspection.overlaps.prefix(3).map { "\($0.0) | \($0.1)" } == [])
      #expect(inspection.misalignedTables.prefix(2) == [])
      #expect(inspection.crossings.prefix(2) == [])
    }
  }

  @Test(
    "a usual record fits three pages whatever its levels are called",
    arguments: [short, usual, long])
  func count(labels: [String]) throws {
    #expect(try Self.pages("official", labels).count <= 3)
  }

  @Test(
    "columns of dots are as wide as the dots, with a gap of five points",
    arguments: [(0, "2 Proficient"), (1, "Proficient")])
  func dots(page: Int, word: String) throws {
    // Five dots of 5.2 with gaps of 1.7 are 32.8 wide: the word begins 37.8 after them.
    let lines = PageInspection(page: try Self.pages("official", Self.short)[page]).lines
    let dots = lines.filter { $0.text.unicodeScalars.first?.value == 0xE053 }
    let distances = lines.filter { $0.text == word }.compactMap { word in
      // Rows of two columns stand beside each other: a word's own dots are the nearest before it.
      dots.filter { $0.baseline == word.baseline && $0.x < word.x }.map(\.x).max()
        .map { word.x - $0 }
    }
    #expect(!distances.isEmpty)
    #expect(distances.allSatisfy { abs($0 - 37.8) < 0.01 })
  }

  private func figures(_ page: PositionedPage) -> [String] {
    PageInspection(page: page).allElements.filter { $0.role == .figure }
      .compactMap(\.alternativeText)
  }

  @Test("the figure of mastery counts each level that passes") func columns() throws {
    // Two at Proficient, one at Exemplary, one at Master, one below the bar.
    let areas = [SampleRecord.area("Music", "A:3,B:3,C:4,D:5,E:2")]
    let page = try Self.pages("official", Self.short, areas: areas)[0]
    #expect(figures(page) == ["Music: 1 not yet, 2 Proficient, 1 Exemplary, 1 Master"])
    let squares = PageInspection(page: page).allElements.filter { $0.role == .figure }.flatMap {
      element -> [Rectangle] in
      guard case .marks(let marks) = element.content else { return [] }
      return marks.flatMap { mark -> [Rectangle] in
        if case .rectangles(let rectangles, _) = mark { rectangles } else { [] }
      }
    }
    // 180 points from the margin at 42; three levels share 124 points.
    #expect(squares.map { ($0.x * 10).rounded() / 10 } == [222, 230, 263.3, 304.7])
  }

  @Test("levels go by their numbers in the figure where a word has no room, and are read by name")
  func numbers() throws {
    let page = try Self.pages("official", Self.long)[0]
    let heads = PageInspection(page: page).allElements.filter {
      $0.actualText == "Exemplary and beyond expectation"
    }
    #expect(heads.count == 1)
    #expect(PageInspection(page: page).lines.contains { $0.text == "3" })
  }

  @Test("long names of levels take two lines above their squares") func headLines() throws {
    let page = try Self.pages("official", Self.usual)[0]
    let lines = PageInspection(page: page).lines
    let first = try #require(lines.first { $0.text == "Exceeds the" })
    let second = try #require(lines.first { $0.text == "Standard" && $0.x == first.x })
    #expect(second.baseline - first.baseline == 12)
  }

  @Test("a course has the number of a level with a long word, and the key has the word")
  func shortMarks() throws {
    let page = try Self.pages("official", Self.long)[0]
    let text = PageInspection(page: page).readingOrder
    #expect(text.contains("Level 2"))
    #expect(text.contains("2 Proficient and independent"))
    #expect(
      !PageInspection(page: try Self.pages("official", Self.usual)[0]).readingOrder
        .contains("Level 2"))
  }

  @Test("where the bar is the highest level nobody is ahead") func nobodyAhead() throws {
    let record = SampleRecord.make(
      areas: [SampleRecord.area("Music", "A:3,B:3")],
      scale: try #require(Self.scale(["Beginning", "Emerging", "Reached"])))
    let text = try DocumentTemplate(TemplateFolder.files("family")).layOut(
      record, measurer: FakeMeasurer()
    ).pages.flatMap { PageInspection(page: $0).readingOrder }
    #expect(text.contains("On track"))
    #expect(!text.contains("Ahead"))
    #expect(!text.joined(separator: " ").contains("highest level"))
  }
}
