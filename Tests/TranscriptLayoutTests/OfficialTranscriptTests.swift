import Testing
import TranscriptLayout
import TranscriptModel

@Suite("Official transcript") struct OfficialTranscriptTests {
  static let template = try? DocumentTemplate(TemplateFolder.files("official"))

  static func layOut(_ record: TranscriptRecord) throws -> LaidOutDocument {
    try #require(template).layOut(record, measurer: FakeMeasurer())
  }

  @Test("a usual record fits two pages") func twoPages() throws {
    #expect(try Self.layOut(SampleRecord.make()).pages.count == 2)
  }

  @Test("the upper half of page 1 stands on the lines of the grid") func fixedPlaces() throws {
    // No notations: the usual spaces suffice. Places from the design's grid, section 1.
    let page = try Self.layOut(SampleRecord.make(notations: [])).pages[0]
    let lines = PageInspection(page: page).lines
    func baseline(_ text: String) -> Double? { lines.first { $0.text == text }?.baseline }
    #expect(baseline("Thistlemere Regional High School") == 54)
    #expect(baseline("Legal name") == 129)
    #expect(baseline("22.5 of 25") == 174)
    #expect(baseline("Mastery by content area") == 231)
    #expect(baseline("Credits") == 231)
    #expect(baseline("English Language Arts") == 261)
    #expect(baseline("Humanities") == 261)
    #expect(baseline("Courses") == 375)
    #expect(baseline("Grade 9") == 393)
    #expect(baseline("Reading the levels") == 669)
  }

  @Test("the page is read in the order in which it is meant") func readingOrder() throws {
    let pages = try Self.layOut(SampleRecord.make()).pages
    let text = pages.flatMap { PageInspection(page: $0).readingOrder }
    let expected = [
      "Thistlemere Regional High School", "Anaïs Đặng-Okonkwo", "Legal name", "22.5 of 25",
      "43 of 45", "3.59 on 4.0", "2027", "Mastery by content area", "Credits", "Courses",
      "Grade 9", "Grade 12, in progress", "Salt Meadow Community College", "Reading the levels",
      "Certified true and complete", "Competencies", "English Language Arts",
      "Graduation competencies", "Notations",
    ]
    var position = 0
    for wanted in expected {
      let found = text[position...].firstIndex(of: wanted)
      #expect(found != nil, "\(wanted) is missing or out of order")
      position = found ?? position
    }
    // A full page stacks the sections in two columns and reads one column after the other.
    for wanted in ["Pathways and notable work", "In the advisor\u{2019}s words"] {
      #expect(text.filter { $0 == wanted }.count == 1)
    }
  }

  @Test("credits have two decimals and are summed exactly") func credits() throws {
    let text = PageInspection(page: try Self.layOut(SampleRecord.make()).pages[0]).readingOrder
    let total = try #require(text.firstIndex(of: "Total"))
    #expect(Array(text[total...].prefix(4)) == ["Total", "22.50", "5.50", "25.00"])
  }

  @Test("each other institution has its own name and its marks as given") func institutions() throws
  {
    let text = PageInspection(page: try Self.layOut(SampleRecord.make()).pages[0]).readingOrder
    let head = try #require(text.firstIndex(of: "Salt Meadow Community College"))
    #expect(text[head + 1] == "dual enrollment, own marks")
    #expect(text[head + 2] == "ENV 110 Field Ecology, 3 cr.")
    #expect(text[head + 3] == "A- (college)")
  }

  @Test("no level code of two letters is printed") func noCodes() throws {
    let pages = try Self.layOut(SampleRecord.make()).pages
    let words = pages.flatMap { PageInspection(page: $0).lines }
      .flatMap { $0.text.split(separator: " ") }
    for code in ["BE", "DE", "PR", "EX"] { #expect(!words.contains { $0 == code }) }
  }

  @Test("without an adopted table the third figure counts the highest level") func noTable() throws
  {
    let page = try Self.layOut(SampleRecord.make(gradePoints: nil)).pages[0]
    let text = PageInspection(page: page).readingOrder
    #expect(text.contains("16 Exemplary"))
    #expect(!text.contains { $0.contains("GPA") })
  }

  @Test("empty sections vanish and graduation competencies keep a neighbour") func emptySections()
    throws
  {
    let record = SampleRecord.make(notations: [], experiences: [], narrative: nil)
    let pages = try Self.layOut(record).pages
    let text = pages.flatMap { PageInspection(page: $0).readingOrder }
    #expect(!text.contains("Notations"))
    #expect(!text.contains("Pathways and notable work"))
    let lines = PageInspection(page: pages[1]).lines
    let reading = try #require(lines.first { $0.text == "How to read this transcript" })
    let head = try #require(lines.first { $0.text == "Graduation competencies" })
    #expect(reading.baseline == head.baseline, "levels are not stretched over the page")
  }

  @Test("a draft is marked on every page, has no number and is not certified") func draft() throws {
    let pages = try Self.layOut(SampleRecord.make(status: .draft)).pages
    for page in pages {
      #expect(PageInspection(page: page).readingOrder.first == "DRAFT, NOT CERTIFIED.")
    }
    let text = PageInspection(page: pages[0]).readingOrder
    #expect(text.contains("No number until issued"))
    #expect(text.contains("Not certified"))
    #expect(!text.contains { $0.contains("Perpetua Lindqvist") })
  }

  @Test("an amended one names what it replaces") func amended() throws {
    let pages = try Self.layOut(SampleRecord.make(status: .amended)).pages
    #expect(
      PageInspection(page: pages[1]).readingOrder.prefix(2) == [
        "Amended October 15, 2026", "replaces No. TRHS-2027-00398, which is no longer valid",
      ])
  }

  @Test("every page has name, id, number and count in the footer; the last says the end")
  func footer() throws {
    let pages = try Self.layOut(SampleRecord.make()).pages
    for (index, page) in pages.enumerated() {
      let foot = PageInspection(page: page).lines.filter { $0.isArtifact && $0.baseline > 760 }
        .map(\.text).joined(separator: " | ")
      #expect(foot.contains("Đặng-Okonkwo, Anaïs Thuỷ \u{B7} SASID 0000 413 295"))
      #expect(foot.contains("Issued October 15, 2026 \u{B7} No. TRHS-2027-00413"))
      #expect(foot.contains("Page \(index + 1) of \(pages.count)"))
      #expect(foot.contains("Specimen: fictional"))
      #expect(foot.contains("End of transcript") == (index == pages.count - 1))
    }
  }

  @Test("markup, template tags and formats in a name print as themselves") func textIsText() throws
  {
    let name = "<b>&{{7*7}}%n\"'"
    let student = RecordStudent(
      id: "S", legalName: LegalName(first: "A", last: name), displayName: name,
      birthDate: SampleRecord.day("2009-03-02"), gradeLevel: SampleRecord.grade(12), classOf: 2027)
    let page = try Self.layOut(SampleRecord.make(student: student)).pages[0]
    #expect(PageInspection(page: page).readingOrder.contains(name))
  }

  @Test("text in another script says its language") func languages() throws {
    let student = RecordStudent(
      id: "S", legalName: LegalName(first: nil, last: "林美玲"), displayName: "ليلى حداد",
      birthDate: SampleRecord.day("2009-03-02"), gradeLevel: SampleRecord.grade(12), classOf: 2027)
    let page = try Self.layOut(SampleRecord.make(student: student)).pages[0]
    let elements = PageInspection(page: page).allElements
    #expect(elements.contains { $0.role == .heading(1) && $0.language == "ar" })
    #expect(elements.contains { $0.language == "zh" })
  }
}
