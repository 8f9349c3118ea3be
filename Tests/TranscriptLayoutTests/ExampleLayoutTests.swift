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
    }
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
      check(
        try template.layOut(record, measurer: renderer.measurer), (42, 24, 744),
        "\(name), seed \(seed)")
    }
    let family = try DocumentTemplate(TemplateFolder.files("family"))
    for language in ["en", "ar"] {
      check(
        try family.layOut(record, language: language, measurer: renderer.measurer), (50, 24, 740),
        "family \(language), seed \(seed)")
    }
  }

  @Test("titles of ten lines push nothing out of its place") func tenLineTitles() throws {
    let renderer = try Self.renderer()
    let title = Array(repeating: "A title that goes on for a long while", count: 12)
      .joined(separator: " and ")
    let record = SampleRecord.make(
      areas: [SampleRecord.area("Area", (0..<6).map { "\(title) \($0):3" }.joined(separator: ","))],
      courseGroups: [SampleRecord.courses(9, "\(title):3:1,\(title):4:1,Short:3:1")])
    for name in ["official", "competencies"] {
      let template = try DocumentTemplate(TemplateFolder.files(name))
      let document = try template.layOut(record, measurer: renderer.measurer)
      check(document, (42, 24, 744), name)
    }
  }
}
