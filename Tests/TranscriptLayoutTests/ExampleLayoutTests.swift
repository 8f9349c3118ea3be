import Foundation
import Testing
import TranscriptImport
import TranscriptLayout
import TranscriptModel
import TranscriptPDF
import TranscriptWorkflow

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let fonts = root.appending(path: ".build/fonts").path
private let profile = "/usr/share/color/icc/sRGB.icc"
private let hasFonts =
  FileManager.default.fileExists(atPath: fonts + "/stamp")
  && FileManager.default.fileExists(atPath: profile)

/// Every document of the whole example district, and absurd ones, in the real fonts.
@Suite("Layout in the real fonts", .enabled(if: hasFonts, "run fonts/prepare"))
struct ExampleLayoutTests {
  private static let day = SampleRecord.day("2026-10-15")

  private static func renderer() throws -> PDFRenderer {
    try PDFRenderer(
      resources: PDFResources(
        fontFolder: fonts, colorProfile: Array(try Data(contentsOf: URL(filePath: profile)))))
  }

  private static func records() throws -> [TranscriptRecord] {
    let folder = root.appending(path: "examples/thistlemere").path
    let loaded = DistrictLoading(world: SystemWorld()).load(folder, asOf: day)
    let ready = try #require(loaded.ready)
    return ready.district.students.compactMap { student in
      ready.assembly.record(
        for: ready.resolve(student, asOf: day), request: .init(status: .official, issuedOn: day))
    }
  }

  /// Margins of a document: side, top of the first line, lowest baseline.
  private typealias Frame = (side: Double, top: Double, bottom: Double)

  private func check(_ document: LaidOutDocument, _ frame: Frame, _ comment: String) {
    for (index, page) in document.pages.enumerated() {
      let inspection = PageInspection(page: page)
      let bottom = frame.bottom == 0 ? page.height : frame.bottom
      let place: Comment = "\(comment), page \(index + 1)"
      #expect(inspection.outside(side: frame.side, top: frame.top, bottom: bottom) == [], place)
      #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [], place)
      #expect(inspection.structureProblems == [], place)
      #expect(inspection.crossings.prefix(3) == [], place)
      #expect(inspection.misalignedTables.prefix(2) == [], place)
      #expect(inspection.orphanedHeadings == [], place)
    }
  }

  /// Every cell that the record's rows need stands whole on the finished pages, in one piece:
  /// nothing is clipped, and no row is split.
  private func checkWhole(
    _ document: LaidOutDocument, _ texts: [String], _ renderer: PDFRenderer, _ comment: String
  ) throws {
    let blocks = Set(
      try FinishedPDF(renderer.render(document)).blocks.map { Self.squeezed($0.text) })
    let lost = texts.map(Self.squeezed).filter { !blocks.contains($0) }
    #expect(lost.prefix(3) == [], "\(comment): \(lost.count) of \(texts.count) are not whole")
  }

  /// Without white space, which differs with every line break.
  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The names of all rows of a transcript: competencies, courses, courses of other institutions.
  private static func rowNames(_ record: TranscriptRecord) -> [String] {
    let external = record.institutions.filter { $0.kind == .transfer }.flatMap(\.courses)
    return record.areas.flatMap(\.competencies).map(\.shortName)
      + record.graduationCompetencies.map(\.shortName)
      + record.courseGroups.flatMap(\.courses).map(\.title) + external.map(\.title)
      + external.map(\.mark)
  }

  @Test("every transcript and competency record of the example district") func transcripts() throws
  {
    let renderer = try Self.renderer()
    let official = try DocumentTemplate(TemplateFolder.files("official"))
    let competencies = try DocumentTemplate(TemplateFolder.files("competencies"))
    let frame = (side: 42.0, top: 24.0, bottom: 744.0)
    for record in try Self.records() {
      let id = "\(record.student.id)"
      let document = try official.layOut(
        record, measurer: renderer.measurer)
      check(document, frame, id)
      let names = record.areas.flatMap(\.competencies).map(\.shortName)
      try checkWhole(document, names, renderer, id)
      #expect(document.pages.count == 2, "\(id) needs \(document.pages.count) pages")
      check(try competencies.layOut(record, measurer: renderer.measurer), frame, id)
    }
  }

  @Test(
    "every family report of the example district, on paper and on a phone",
    arguments: FamilyReportTests.languageTags)
  func families(language: String) throws {
    let renderer = try Self.renderer()
    let paper = try DocumentTemplate(TemplateFolder.files("family"))
    let phone = try DocumentTemplate(TemplateFolder.files("family-phone"))
    for record in try Self.records() {
      let id = "\(record.student.id) \(language)"
      let report = try paper.layOut(record, language: language, measurer: renderer.measurer)
      check(report, (50, 24, 740), id)
      let narrow = try phone.layOut(record, language: language, measurer: renderer.measurer)
      check(narrow, (15, 10, 0), "\(id) phone")
      #expect(narrow.pages.count == 1)
    }
  }

  @Test(
    "a heavy family report has a sentence for each of twelve subjects on its first page",
    arguments: FamilyReportTests.languageTags, [1, 6, 7, 11, 12])
  func heavyFamilies(language: String, inNeed: Int) throws {
    let renderer = try Self.renderer()
    let template = try DocumentTemplate(TemplateFolder.files("family"))
    let record = SampleRecord.make(
      areas: (0..<12).map { FamilyReportTests.subject($0, isInNeed: $0 < inNeed) })
    let report = try template.layOut(record, language: language, measurer: renderer.measurer)
    check(report, (50, 24, 740), "\(language), \(inNeed) in need")
    // Names in another language stand between isolates.
    let isolates: Set<Unicode.Scalar> = ["\u{2066}", "\u{2068}", "\u{2069}"]
    let first = PageInspection(page: report.pages[0]).readingOrder.map {
      String(String.UnicodeScalarView($0.unicodeScalars.filter { !isolates.contains($0) }))
    }
    for subject in 0..<12 {
      #expect(first.contains("Subject \(subject)"), "\(language), \(inNeed) in need: \(subject)")
    }
    #expect(first.contains { $0.contains("860-555") }, "\(language), \(inNeed) in need")
  }

  @Test("absurd content in the real fonts", arguments: 0..<8) func absurd(seed: Int) throws {
    let renderer = try Self.renderer()
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let record = AbsurdRecord.make(&random)
    for name in ["official", "competencies"] {
      let template = try DocumentTemplate(TemplateFolder.files(name))
      let document = try template.layOut(record, measurer: renderer.measurer)
      check(document, (42, 24, 744), "\(name), seed \(seed)")
      if name == "official" {
        try checkWhole(document, Self.rowNames(record), renderer, "\(name), seed \(seed)")
      }
    }
    let family = try DocumentTemplate(TemplateFolder.files("family"))
    for language in ["en", "ar"] {
      check(
        try family.layOut(record, language: language, measurer: renderer.measurer), (50, 24, 740),
        "family \(language), seed \(seed)")
    }
  }

  /// Each absurdity alone, so that a failure names it.
  enum Absurdity: String, CaseIterable, Sendable {
    case names = "60-character names"
    case competencies = "200 competencies"
    case narrative = "an empty narrative"
    case transfers = "40 transfer rows"
    case titles = "ten-line titles"

    /// The usual record with this alone changed.
    var record: TranscriptRecord {
      switch self {
      case .names: Self.named(Self.long(60))
      case .competencies:
        SampleRecord.make(
          areas: (0..<10).map { area in
            SampleRecord.area(
              "Area \(area)", (0..<20).map { "Skill \(area)-\($0):3" }.joined(separator: ","))
          })
      case .narrative:
        SampleRecord.make(narrative: RecordNarrative(text: " \n\n", author: "Idris Vanterpool"))
      case .transfers:
        SampleRecord.make(institutions: [
          RecordInstitution(
            name: "Elder Ridge High School", kind: .transfer,
            courses: (0..<40).map { index in
              RecordExternalCourse(
                id: Identifier("x\(index)"), title: "Transferred \(index)", mark: "B+ \(index)",
                credit: Rational(1), earnedOn: SampleRecord.day("2025-06-10"), creditAreas: [])
            })
        ])
      case .titles:
        SampleRecord.make(
          areas: [
            SampleRecord.area(
              "Area", (0..<6).map { "\(Self.long(440)) \($0):3" }.joined(separator: ","))
          ],
          courseGroups: [
            SampleRecord.courses(9, "\(Self.long(440)):3:1,\(Self.long(430)):4:1,Short:3:1")
          ])
      }
    }

    /// Everything that has a name has this one.
    private static func named(_ name: String) -> TranscriptRecord {
      SampleRecord.make(
        student: RecordStudent(
          id: "S-1042", sasid: "0000413295",
          legalName: LegalName(first: String(name.prefix(30)), last: String(name.suffix(30))),
          displayName: name, birthDate: SampleRecord.day("2009-03-02"),
          gradeLevel: SampleRecord.grade(12), classOf: 2027,
          enrolledOn: SampleRecord.day("2023-08-28")),
        areas: (0..<8).map { area in
          SampleRecord.area(
            "\(area) \(name)", (0..<5).map { "\($0) \(name):3" }.joined(separator: ","))
        },
        courseGroups: [SampleRecord.courses(9, "\(name):3:1,\(name) 2:4:1,Short:3:1")])
    }

    /// Words of so many characters in all.
    private static func long(_ count: Int) -> String {
      String(
        repeatElement("Interdisciplinary watershed studies ", count: count / 30 + 1).joined()
          .prefix(count))
    }
  }

  @Test("absurd content of each kind, on every paper", arguments: Absurdity.allCases)
  func eachAbsurdity(_ absurdity: Absurdity) throws {
    let renderer = try Self.renderer()
    let record = absurdity.record
    for name in ["official", "competencies"] {
      let template = try DocumentTemplate(TemplateFolder.files(name))
      let document = try template.layOut(record, measurer: renderer.measurer)
      check(document, (42, 24, 744), "\(name): \(absurdity.rawValue)")
      if name == "official" {
        try checkWhole(document, Self.rowNames(record), renderer, absurdity.rawValue)
      }
    }
    for (name, side) in [("family", 50.0), ("family-phone", 15.0)] {
      let template = try DocumentTemplate(TemplateFolder.files(name))
      for language in FamilyReportTests.languageTags {
        let report = try template.layOut(record, language: language, measurer: renderer.measurer)
        let frame = (side: side, top: 10.0, bottom: name == "family" ? 740.0 : 0)
        check(report, frame, "\(name) \(language): \(absurdity.rawValue)")
        try checkWhole(
          report, record.areas.flatMap(\.competencies).map(\.shortName), renderer,
          "\(name) \(language): \(absurdity.rawValue)")
      }
    }
  }

  @Test("squares of the mastery figure keep a size that a copier shows") func squares() throws {
    let renderer = try Self.renderer()
    let template = try DocumentTemplate(TemplateFolder.files("official"))
    let document = try template.layOut(
      Absurdity.competencies.record, measurer: renderer.measurer)
    let figures = document.pages.flatMap { PageInspection(page: $0).allElements }
      .filter { $0.role == .figure }
    #expect(figures.count == 10)
    for figure in figures {
      guard case .marks(let marks) = figure.content else { continue }
      for case .rectangles(let squares, _) in marks {
        #expect(squares.count == 20)
        #expect(squares.allSatisfy { $0.width >= 4 && $0.height >= 4 })
        // In rows: no two share a place.
        #expect(Set(squares.map { "\($0.x) \($0.y)" }).count == 20)
      }
    }
  }

  @Test("every transcript names its policy and version, and no line parts a standard's code")
  func policiesAndCodes() throws {
    let renderer = try Self.renderer()
    let official = try DocumentTemplate(TemplateFolder.files("official"))
    let competencies = try DocumentTemplate(TemplateFolder.files("competencies"))
    for record in try Self.records() {
      let pages = try official.layOut(record, measurer: renderer.measurer).pages
      let text = pages.flatMap { PageInspection(page: $0).readingOrder }.joined(separator: " ")
      #expect(text.contains("version \(record.policy.version)"), "\(record.student.id)")
      var lines: [String] = []
      for page in try competencies.layOut(record, measurer: renderer.measurer).pages {
        let texts = PageInspection(page: page).lines.map(\.text)
        #expect(texts.filter { $0.hasSuffix("-") }.prefix(2) == [], "\(record.student.id)")
        lines += texts.map(Self.joined)
      }
      let codes = record.areas.flatMap(\.competencies).flatMap(\.alignments).map { alignment in
        alignment.code.hasPrefix(alignment.framework.prefix(4))
          ? alignment.code : "\(alignment.framework) \(alignment.code)"
      }
      let parted = Set(codes).filter { code in !lines.contains { $0.contains(Self.joined(code)) } }
      #expect(parted.sorted().prefix(3) == [], "\(record.student.id)")
    }
  }

  /// Without white space and word joiners.
  private static func joined(_ text: String) -> String {
    squeezed(text).replacing("\u{2060}", with: "")
  }

  @Test("no line parts a range of numbers, however narrow") func ranges() throws {
    let renderer = try Self.renderer()
    let style = TextStyle(family: .wideSans, size: 10.5)
    let texts = [
      "Ask for Ruth Paquette, advisor, grades 11\u{2013}12.", "In 2023\u{2013}24, 9\u{2013}12",
    ]
    for text in texts {
      let spans = [TextSpan(text, style: style)]
      let two = [TextSpan("Ask: ", style: style), TextSpan(text, style: style)]
      for width in stride(from: 40.0, through: 240, by: 3) {
        for lines in [spans, two].map({ renderer.measurer.breakLines($0, width: width) }) {
          #expect(
            !lines.contains { $0.text.hasSuffix("\u{2013}") }, "\(width): \(lines.map(\.text))")
          #expect(lines.allSatisfy { $0.width <= width + 0.1 })
        }
      }
    }
  }

  @Test("an empty narrative leaves no heading and no name") func emptyNarrative() throws {
    let renderer = try Self.renderer()
    let template = try DocumentTemplate(TemplateFolder.files("official"))
    let pages = try template.layOut(Absurdity.narrative.record, measurer: renderer.measurer).pages
    let text = pages.flatMap { PageInspection(page: $0).readingOrder }
    #expect(!text.contains { $0.contains("advisor") || $0.contains("Vanterpool") })
  }

  @Test("every English family report of the example district reads at grade 8 or below")
  func readingLevel() throws {
    let renderer = try Self.renderer()
    for name in ["family", "family-phone"] {
      let template = try DocumentTemplate(TemplateFolder.files(name))
      for record in try Self.records() {
        let report = try template.layOut(record, measurer: renderer.measurer)
        // Running text ends with a full stop; headings, labels and names do not.
        let running = try FinishedPDF(renderer.render(report)).blocks.map(\.text)
          .filter { $0.hasSuffix(".") }
        let sentences = running.flatMap { ReadingLevel.sentences($0, of: record) }
        #expect(sentences.count >= 8, "\(name), \(record.student.id)")
        let grade = ReadingLevel.grade(sentences)
        #expect(grade <= 8, "\(name), \(record.student.id): grade \(grade)")
      }
    }
  }
}
