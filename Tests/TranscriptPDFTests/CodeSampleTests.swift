import CairoKit
import CodeSamples
import Diagnostics
import Testing

@testable import TranscriptPDF

/// Every code of this stage has a sample and the text that is printed for it.
@Suite struct CodeSampleTests {
  private static let samples: [(DiagnosticCode, @Sendable () throws -> Void)] = [
    (
      .missingGlyph,
      { throw PDFFailure(CairoError.missingGlyphs(characters: "\u{13000}", text: "A\u{13000}B")) }
    ),
    (
      .fontFolder,
      { throw PDFFailure(CairoError.fontFolder(path: "fonts", problems: ["a.ttf is missing"])) }
    ),
    (.pdfDrawing, { throw PDFFailure(CairoError.pageSize(width: 0, height: 792)) }),
    (
      .pdfFontSheet,
      {
        try Array("%PDF-1.4\n".utf8).withUnsafeBufferPointer { _ = try CairoFile($0) }
      }
    ),
    (.pdfUnreadable, { _ = try FinishedPDF(Array("%PDF-1.7\n".utf8)) }),
  ]

  @Test func `every code has a sample`() {
    #expect(Set(Self.samples.map(\.0)) == Set(DiagnosticCode.pdfCodes))
  }

  @Test(arguments: samples.indices)
  func `a sample is reported as expected`(index: Int) throws {
    let (code, make) = Self.samples[index]
    let failure = try #require(throws: PDFFailure.self) { try make() }
    try CodeSample.expect(code, among: failure.diagnostics)
  }
}
