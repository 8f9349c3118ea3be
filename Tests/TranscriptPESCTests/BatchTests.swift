import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@Suite struct BatchTests {
  static func batch(_ version: PESCVersion, id: String = "B-2026-1") throws -> PESCBatch {
    let documents = try [SampleRecord(), PESCExporterTests.full].enumerated().map { index, sample in
      var sample = sample
      sample.studentID = "S-\(index)"
      return try PESCExporterTests.export(sample, version: version)
    }
    return PESCBatch(
      id: id, createdAt: PESCExporterTests.delivery.createdAt,
      source: Organization(names: ["Example Regional High School"]),
      destination: Organization(names: ["University of Fiction"]), documents: documents)
  }

  @Test(arguments: PESCVersion.allCases)
  func `A batch holds every transcript as it was released`(version: PESCVersion) throws {
    let batch = try Self.batch(version)
    let bytes = try PESCBatchExporter(version: version).bytes(of: batch)
    let root = try XMLDocument.parse(bytes: bytes, name: "batch.xml")
    #expect(root.namespace == PESCBatch.namespace)
    let transcripts = root.all(at: "BatchContent", "HighSchoolTranscript")
    #expect(transcripts.count == 2)
    for (index, element) in transcripts.enumerated() {
      let read = try PESCReader.read(element, name: "batch.xml")
      #expect(
        read.person == (try PESCReader.read(batch.documents[index].bytes, name: "one.xml")).person)
      #expect(read.version == version)
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent), arguments: PESCVersion.allCases)
  func `A batch satisfies PESC's own schemas`(version: PESCVersion) throws {
    let files = try SharedFolder.schemas("schemas/pesc/related-1.5.0").merging(
      SharedFolder.schemas("schemas/pesc/hst-\(version.rawValue)")
    ) { first, _ in first }
    let exporter = try PESCBatchExporter(version: version, pescFiles: files)
    #expect(!(try exporter.bytes(of: Self.batch(version)).isEmpty))
  }

  @Test func `A batch id of more than 35 characters is refused`() throws {
    let exporter = try PESCBatchExporter(version: .v1_3_0)
    let longest = try Self.batch(.v1_3_0, id: String(repeating: "b", count: 35))
    #expect(!(try exporter.bytes(of: longest).isEmpty))
    let longer = try Self.batch(.v1_3_0, id: String(repeating: "b", count: 36))
    let refusal = try #require(throws: PESCRefusal.self) { try exporter.bytes(of: longer) }
    #expect(refusal.findings.map(\.actual) == [36])
  }

  @Test func `A transcript of another version does not get into a batch`() throws {
    let exporter = try PESCBatchExporter(version: .v1_5_0)
    let batch = try Self.batch(.v1_3_0)
    #expect(throws: PESCRefusal.self) { try exporter.bytes(of: batch) }
  }
}
