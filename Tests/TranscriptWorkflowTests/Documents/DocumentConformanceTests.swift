import Foundation
import Testing
import TranscriptLayout
import TranscriptModel

@testable import TranscriptPDF
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

  /// The same transcript before the finishing pass.
  private static func raw() throws -> [UInt8] {
    let world = SystemWorld()
    let renderer = try PDFRenderer(
      resources: PDFResources(
        fontFolder: Project.folders.fonts,
        colorProfile: try world.read(Project.folders.colorProfile, limit: 8 << 20)))
    let source = TemplateSource(folders: Project.folders, world: world)
    let samples = try #require(SampleRecords())
    let document = try source.template(.official).layOut(
      samples.named("Raw Cairo"), measurer: renderer.measurer)
    return try renderer.draw(document).bytes
  }
}
