import Foundation
import Testing
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

@testable import TranscriptWorkflow

/// What no validator sees: the order in which a screen reader meets the text, names in every
/// script, and what a bad photocopy leaves.
@Suite(
  "Reading", .enabled(if: hasDocumentResources, "run fonts/prepare; install icc-profiles-free"))
struct ReadingTests {
  private static func renderer() throws -> PDFRenderer {
    try PDFRenderer(
      resources: PDFResources(
        fontFolder: Project.folders.fonts,
        colorProfile: try SystemWorld().read(Project.folders.colorProfile, limit: 8 << 20)))
  }

  private static func template(_ name: TemplateName) throws -> DocumentTemplate {
    try TemplateSource(folders: Project.folders, world: SystemWorld()).template(name)
  }

  private static func records() throws -> [TranscriptRecord] {
    let ready = try #require(Project.load(try Project.example("thistlemere")).ready)
    return ready.district.students.compactMap { student in
      ready.assembly.record(
        for: ready.resolve(student, asOf: Project.day),
        request: .init(status: .official, issuedOn: Project.day))
    }
  }

  @Test func `The text of every transcript follows the order of its record`() throws {
    let renderer = try Self.renderer()
    let template = try Self.template(.official)
    for record in try Self.records() {
      let document = try template.layOut(record, measurer: renderer.measurer)
      let text = try FinishedPDF(renderer.render(document)).blocks
        .filter { $0.tag != "Artifact" }.map(\.text)
      try Self.expect(Self.expected(record), inOrderIn: text, of: record)
    }
  }

  /// The record's facts in its own order: name, courses, areas with their competencies.
  private static func expected(_ record: TranscriptRecord) -> [String] {
    let early = record.courseGroups.filter { $0.gradeLevel.number < 9 }
    return [record.student.displayName]
      + (early.isEmpty ? record.courses.map(\.title) : [])
      + record.areas.flatMap { [$0.title] + $0.competencies.map(\.shortName) }
  }

  private static func expect(
    _ expected: [String], inOrderIn text: [String], of record: TranscriptRecord
  ) throws {
    // Competencies stand on page 2, areas are also named on page 1: page 2 begins at its title.
    let competencies = try #require(text.firstIndex { $0.hasPrefix("Competencies") })
    var place = 0
    for (index, fact) in expected.enumerated() {
      let isArea = index > 0 && record.areas.contains { $0.title == fact }
      if isArea { place = max(place, competencies) }
      let found = text[place...].firstIndex { $0.contains(fact) }
      #expect(found != nil, "\(record.student.id): \(fact) is not after what comes before it")
      guard let found else { return }
      place = found
    }
  }

  @Test func `Every document says what its figures show, in words that differ`() throws {
    let renderer = try Self.renderer()
    let samples = try #require(SampleRecords())
    let record = try #require(samples.all.first).record
    for name in [TemplateName.official, .family, .familyPhone, .competencies, .guide] {
      let template = try Self.template(name)
      for language in template.languages {
        let document = try template.layOut(record, language: language, measurer: renderer.measurer)
        for element in document.pages.flatMap(\.elements).flatMap(\.withDescendants)
        where element.role == .figure {
          let words = element.alternativeText ?? ""
          #expect(words.contains { $0.isNumber } && words.count > 8, "\(name): \(words)")
        }
      }
    }
  }

  @Test func `A bad photocopy keeps all text: every colour prints black or is the paper`() throws {
    let renderer = try Self.renderer()
    let samples = try #require(SampleRecords())
    let record = try #require(samples.all.first).record
    for name in [TemplateName.official, .family, .familyPhone, .competencies, .guide] {
      let document = try Self.template(name).layOut(record, measurer: renderer.measurer)
      for page in document.pages {
        for color in page.colors where color != .white {
          // Rec. 601 luma, as a copier's grey; the threshold is the copy test of the design, 150.
          let grey = (299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue)) / 1_000
          #expect(grey < 150, "\(name): \(color)")
        }
      }
    }
  }

  @Test(arguments: ScriptSample.all)
  func `A name in every script is drawn and extracts as written`(sample: ScriptSample) throws {
    let renderer = try Self.renderer()
    let samples = try #require(SampleRecords())
    let document = try Self.template(.official).layOut(
      samples.named(sample.name), measurer: renderer.measurer)
    // A missing glyph would be refused here, by name.
    let bytes = try renderer.render(document)
    let blocks = try FinishedPDF(bytes).blocks.map(\.text)
    // Marks that stand above or below a letter are placed one by one, which our reader shows as
    // spaces; Poppler, below, judges the spaces.
    let name = Self.withoutSpaces(sample.name)
    #expect(
      blocks.contains { Self.withoutSpaces($0) == name }, "\(blocks.prefix(12))")
  }

  @Test func `Poppler extracts each name as written, too`() throws {
    guard let pdftotext = SampleDocuments.program("pdftotext") else { return }
    let renderer = try Self.renderer()
    let samples = try #require(SampleRecords())
    let template = try Self.template(.official)
    for sample in ScriptSample.all {
      let document = try template.layOut(samples.named(sample.name), measurer: renderer.measurer)
      let bytes = try renderer.render(document)
      // Its default mode moves marks below a Thai letter; its raw mode mirrors Hebrew and Arabic.
      let texts = try SampleDocuments.withFiles([(name: "a.pdf", bytes: bytes)]) { files in
        try [["-nopgbrk"], ["-raw"]].map { mode in
          try SampleDocuments.run(pdftotext, mode + [files[0], "-"]).text
        }
      }
      #expect(
        texts.contains { $0.unicodeScalars.filter { !Self.isMark($0) }.contains(sample.name) },
        "\(sample.script)")
    }
  }

  /// By scalar: a space before a mark is one character with it.
  private static func withoutSpaces(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  /// Poppler adds direction marks around right-to-left text.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069].contains(scalar.value)
  }
}

extension Sequence<Unicode.Scalar> {
  fileprivate func contains(_ text: String) -> Bool {
    String(String.UnicodeScalarView(self)).contains(text)
  }
}

extension StructureElement {
  fileprivate var withDescendants: [StructureElement] {
    guard case .elements(let children) = content else { return [self] }
    return [self] + children.flatMap(\.withDescendants)
  }

  fileprivate var allMarks: [Mark] {
    switch content {
    case .marks(let marks): marks
    case .elements(let children): children.flatMap(\.allMarks)
    }
  }
}

extension PositionedPage {
  /// Every colour on the page.
  fileprivate var colors: Set<RGBColor> {
    Set((artifacts + elements.flatMap(\.allMarks)).flatMap(\.colors))
  }
}

extension Mark {
  fileprivate var colors: [RGBColor] {
    switch self {
    case .text(let text): text.colors
    case .strokes(_, _, let color), .outlines(_, _, let color), .ring(_, _, let color): [color]
    case .rectangles(_, let color), .disc(_, let color), .shape(_, let color): [color]
    }
  }
}
