import Testing
import TranscriptLayout
import TranscriptModel

@Suite("Long content") struct LongContentTests {
  private func check(_ record: TranscriptRecord, _ comment: Comment) throws {
    let document = try OfficialTranscriptTests.layOut(record)
    for (index, page) in document.pages.enumerated() {
      let inspection = PageInspection(page: page)
      #expect(
        inspection.outside(side: 42, top: 24, bottom: 744) == [], "page \(index + 1): \(comment)")
      #expect(
        inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [],
        "page \(index + 1): \(comment)")
      #expect(inspection.structureProblems == [], "page \(index + 1): \(comment)")
    }
  }

  @Test("the usual record keeps inside its margins and nothing overlaps") func usual() throws {
    try check(SampleRecord.make(), "usual")
  }

  @Test("nothing overlaps on records of absurd content", arguments: 0..<12) func absurd(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try check(AbsurdRecord.make(&random), "seed \(seed)")
  }

  @Test("200 competencies flow on, each printed once") func manyCompetencies() throws {
    let areas = (0..<10).map { area in
      SampleRecord.area(
        "Area \(area)", (0..<20).map { "Skill \(area)-\($0):3" }.joined(separator: ","))
    }
    let document = try OfficialTranscriptTests.layOut(SampleRecord.make(areas: areas))
    let text = document.pages.flatMap { PageInspection(page: $0).readingOrder }
    for area in 0..<10 {
      for skill in 0..<20 {
        #expect(text.filter { $0 == "Skill \(area)-\(skill)" }.count == 1)
      }
    }
  }

  @Test("forty transfer rows go on over the page under a repeated head, each printed once")
  func manyTransferRows() throws {
    let courses = (0..<40).map { index in
      RecordExternalCourse(
        id: Identifier("x\(index)"), title: "Transferred \(index)", mark: "B+",
        credit: Rational(1, over: 2)!, earnedOn: SampleRecord.day("2025-06-10"), creditAreas: [])
    }
    let record = SampleRecord.make(institutions: [
      RecordInstitution(name: "Elder Ridge High School", kind: .transfer, courses: courses)
    ])
    let pages = try OfficialTranscriptTests.layOut(record).pages
    let text = pages.flatMap { PageInspection(page: $0).readingOrder }
    for index in 0..<40 { #expect(text.filter { $0 == "Transferred \(index)" }.count == 1) }
    #expect(text.contains("Courses, continued"))
    let band = PageInspection(page: pages[0]).lines.first { $0.text == "Reading the levels" }
    #expect(band?.baseline == 669, "the band stays at the foot of page 1")
  }

  @Test("a heading is never the last thing in its column") func noOrphans() throws {
    for seed in 0..<6 {
      var random = SeededGenerator(seed: UInt64(seed))
      let document = try OfficialTranscriptTests.layOut(AbsurdRecord.make(&random))
      for page in document.pages {
        let inspection = PageInspection(page: page)
        let heads = Self.headings(inspection)
        for head in heads {
          let below = inspection.lines.contains {
            !$0.isArtifact && $0.baseline > head.baseline + 5 && $0.x >= head.x - 1
          }
          #expect(below, "seed \(seed): \(head.text)")
        }
      }
    }
  }

  private static func headings(_ inspection: PageInspection) -> [PageInspection.Line] {
    let texts = inspection.allElements.compactMap { element -> String? in
      guard case .heading = element.role, case .marks(let marks) = element.content,
        case .text(let text)? = marks.last
      else { return nil }
      return text.line.text
    }
    return inspection.lines.filter { !$0.isArtifact && texts.contains($0.text) }
  }

  @Test("a table's columns line up on every row") func alignedColumns() throws {
    let page = try OfficialTranscriptTests.layOut(SampleRecord.make()).pages[0]
    let credits = PageInspection(page: page).lines.filter {
      $0.text.hasSuffix(".00") && $0.x > 300 && $0.baseline > 250 && $0.baseline < 345
        && $0.end > 540
    }
    #expect(credits.count >= 7)
    #expect(Set(credits.map { ($0.end * 10).rounded() }).count == 1)
  }
}
