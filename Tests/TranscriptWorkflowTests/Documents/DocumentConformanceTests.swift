import CairoKit
import Foundation
import Testing

@testable import TranscriptWorkflow

private let hasValidator = FileManager.default.isExecutableFile(atPath: SampleDocuments.validator)

/// The real veraPDF over every kind of document, in every status and language.
@Suite(
  "Conformance of every document",
  .enabled(if: hasDocumentResources && hasValidator, "the fonts or the validator are missing"))
struct DocumentConformanceTests {
  @Test func `Every document is PDF/A-3a and PDF/UA-1, and the raw file of cairo is neither`()
    throws
  {
    let previews = try SampleDocuments.all.get()
    let files =
      previews.map { (name: $0.name, bytes: $0.bytes) }
      + [(name: "raw-cairo.pdf", bytes: try Self.raw())]
    // One run for all: the validator takes seconds to start.
    let result = try SampleDocuments.withFiles(files) {
      try SampleDocuments.run(SampleDocuments.validator, ["3a,ua1"] + $0)
    }
    let lines = result.text.split(separator: "\n").map(String.init)
    let passed = lines.filter { $0.hasPrefix("PASS") }
    let failed = lines.filter { $0.hasPrefix("FAIL") }
    #expect(passed.count == 2 * previews.count, "\(failed)")
    #expect(failed.count == 2)
    #expect(failed.allSatisfy { $0.contains("raw-cairo.pdf") }, "\(failed)")
  }

  /// A file as cairo writes it.
  private static func raw() throws -> [UInt8] {
    let engine = try TextEngine(fonts: FontLibrary(folder: Project.folders.fonts))
    let style = try engine.style(ShapingStyle(family: "Transcript Sans", size: 9))
    let run = try #require(engine.run(engine.line("A", style: style).pieces[0].run))
    return try engine.fontSheet(font: run.font, glyphs: [(run.glyphs[0].index, Array("A".utf8))])
  }
}
