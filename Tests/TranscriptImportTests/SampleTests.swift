import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// Every code has a sample of its own, and the text that `check` prints for it.
///
/// `UPDATE_SAMPLES=1` writes the texts anew; they are read before they are committed.
@Suite struct SampleTests {
  @Test func `every code of the catalogue has a sample, and every sample has a code`() {
    let codes = ImportCatalogue.codes.map(\.name)
    #expect(codes == Sample.all.map(\.code))
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: Sample.all)
  func `a sample shows its code and is reported as expected`(sample: Sample) throws {
    let rendered = try sample.rendered()
    #expect(rendered.contains("[\(sample.code)]"))
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" {
      try rendered.write(to: sample.expectedFile, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: sample.expectedFile, encoding: .utf8)
    #expect(rendered == expected)
  }

  @Test func `the district that the samples differ from has nothing wrong with it`() throws {
    let base = FolderSource(root: Sample.folder.appending(path: "base"))
    let result = DistrictImporter(source: base, limits: Sample.limits).load()
    #expect(result.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(result.district != nil)
  }

  @Test func `an error in a row sets the row aside, with its bytes as written`() throws {
    let result = try Sample(code: "not-utf-8").load()
    let row = try #require(result.rejectedRows.first)
    // 0xEB is the letter e with a diaeresis in Windows-1252.
    #expect(
      row.original == Array("S-3,,Zo".utf8) + [0xEB] + Array(",Vandenberg,2010-07-08,11,2028".utf8))
    #expect(row.line == 4)
    #expect(
      row.header
        == Array("student_id,sasid,legal_first,legal_last,birth_date,grade_level,class_of".utf8))
    #expect(result.district?.students.count == 2)
  }

  @Test func `nothing of a confidential column is kept or shown`() throws {
    for code in ["confidential-column", "confidential-key"] {
      let result = try Sample(code: code).load()
      let text = result.diagnostics.all.map { DiagnosticText(showsPersonal: true).render($0) }
      let json = result.diagnostics.all.map { $0.json(showsPersonal: true).canonicalText }
      let rows = result.rejectedRows.map { String(decoding: $0.original, as: UTF8.self) }
      #expect(!(text + json + rows).joined().contains("CANARY"))
    }
  }
}
