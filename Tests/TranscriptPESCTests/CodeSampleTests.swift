import CodeSamples
import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptPESC

/// Every code of this stage has a sample and the text that is printed for it.
@Suite struct CodeSampleTests {
  private static let changes: [(DiagnosticCode, @Sendable (inout SampleRecord) -> Void)] = [
    (PESCCodes.tooLong, { $0.courseTitle = String(repeating: "t", count: 61) }),
    (PESCCodes.tooShort, { $0.city = "" }),
    (PESCCodes.notAllowed, { $0.suffix = "Esq." }),
    (PESCCodes.creditSum, { $0.creditsEarned = Rational(7) }),
    (PESCCodes.illegalCharacter, { $0.courseTitle = "Bad\u{1}title" }),
  ]

  @Test func `every code has a sample`() {
    let others = [PESCCodes.schema, PESCCodes.disagrees]
    #expect(Set(Self.changes.map(\.0) + others) == Set(PESCCodes.all))
  }

  @Test(arguments: changes.indices)
  func `a refused record is reported as expected`(index: Int) throws {
    var sample = SampleRecord()
    Self.changes[index].1(&sample)
    let refusal = try #require(throws: PESCRefusal.self) { try PESCExporterTests.export(sample) }
    try CodeSample.expect(Self.changes[index].0, among: refusal.diagnostics)
  }

  /// A schema that knows no element at all.
  @Test func `a document that a schema refuses is reported as expected`() throws {
    let empty = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:none"/>
      """
    let schemas = try PESCSchemas(
      version: .v1_3_0, pescFiles: ["HighSchoolTranscript_v1.3.0.xsd": Array(empty.utf8)])
    let refusal = try #require(throws: PESCRefusal.self) {
      try PESCExporter(schemas: schemas).document(
        for: SampleRecord().make(), delivery: PESCExporterTests.delivery)
    }
    try CodeSample.expect(PESCCodes.schema, among: refusal.diagnostics)
  }

  @Test func `a document that states another fact is reported as expected`() throws {
    let sample = SampleRecord()
    let text = String(decoding: try PESCExporterTests.export(sample).bytes, as: UTF8.self)
    let changed = text.replacing("<RAPCode>DV", with: "<RAPCode>PR", maxReplacements: 1)
    let findings = CrossCheck.findings(in: Array(changed.utf8), of: sample.make())
    try CodeSample.expect(PESCCodes.disagrees, among: findings.map(\.diagnostic))
  }
}
