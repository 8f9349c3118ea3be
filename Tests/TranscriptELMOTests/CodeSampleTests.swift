import CodeSamples
import Diagnostics
import Testing
import TranscriptELMO
import TranscriptModel

/// Every code of this stage has a sample and the text that is printed for it.
@Suite struct CodeSampleTests {
  private static let samples: [(DiagnosticCode, TranscriptRecord)] = [
    (ELMOCodes.missingWeb, ELMOExporterTests.record(web: nil)),
    (ELMOCodes.schema, ELMOExporterTests.record(first: "Bad\u{1}name")),
  ]

  @Test func `every code has a sample`() {
    #expect(Set(Self.samples.map(\.0)) == Set(ELMOCodes.all))
  }

  @Test(arguments: samples.indices)
  func `a sample is reported as expected`(index: Int) throws {
    let (code, record) = Self.samples[index]
    let refusal = try #require(throws: ELMORefusal.self) {
      try ELMOExporter().document(for: record, delivery: ELMOExporterTests.delivery)
    }
    try CodeSample.expect(code, among: refusal.diagnostics)
  }
}
