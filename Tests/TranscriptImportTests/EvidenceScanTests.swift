import Diagnostics
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptImport

/// A check reads evidence in pieces and keeps none of it; it must find what loading finds.
@Suite struct EvidenceScanTests {
  @Test(arguments: Sample.all, [40, 300, 1 << 20])
  func `a check finds what loading finds`(sample: Sample, pieces: Int) throws {
    let loaded = try sample.load()
    let checked = try sample.check(pieces: pieces)
    Self.expectEqual(checked, loaded)
  }

  private static func expectEqual(_ checked: ImportResult, _ loaded: ImportResult) {
    #expect(
      checked.diagnostics.all.filter { $0.location?.file.hasPrefix("mappings/") != true }
        == loaded.diagnostics.all)
    #expect(checked.rejectedRows == loaded.rejectedRows)
    #expect(checked.evidenceCount == loaded.evidenceCount)
    #expect((checked.district == nil) == (loaded.district == nil))
  }

  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title,replaces\n"

  /// Rows of two students, with repetitions and corrections among them.
  private static func rows(_ count: Int) -> [String] {
    (0..<count).map { row in
      let competency = ["MA.1", "MA.1.a", "EN.1"][row % 3]
      let replaces = row % 17 == 16 ? "e-\(row - 1)" : ""
      let id = row % 29 == 28 ? "e-\(row - 20)" : "e-\(row)"
      let title = row % 5 == 0 ? "\"Bridge, model\"" : "Étude \(row)"
      return "\(id),S-\(1 + row % 2),\(competency),2026-09-\(10 + row % 20),PR,project,summative,"
        + "\(title),\(row % 2 == 0 ? replaces : "")"
    }
  }

  @Test(arguments: [64, 500, 4_000])
  func `damaged rows are found alike, wherever a piece ends`(pieces: Int) throws {
    var chance = Chance(state: 23)
    var limits = ImportLimits()
    limits.piece = pieces
    for _ in 0..<40 {
      let text = Self.header + Self.rows(120).joined(separator: "\n") + "\n"
      let damaged = chance.damaged(Array(text.utf8))
      var files = try Sample.base([:]).files
      files["evidence/fall.csv"] = damaged
      let importer = DistrictImporter(source: MemorySource(files), limits: limits)
      Self.expectEqual(importer.check(), importer.load())
    }
  }

  @Test func `ids that two tables share, and corrections across tables, are found`() throws {
    let first =
      Self.header + "e-1,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,\n"
      + "e-2,S-1,MA.1,2026-09-15,PR,project,summative,Bridge,\n"
    let second =
      Self.header + "e-2,S-1,MA.1,2026-09-16,PR,project,summative,Other,\n"
      + "e-3,S-1,MA.1,2026-09-17,EX,project,summative,Bridge,e-1\n"
    let source = try Sample.base(["evidence/fall.csv": first, "evidence/winter.csv": second])
    let importer = DistrictImporter(source: source)
    Self.expectEqual(importer.check(), importer.load())
    #expect(importer.check().diagnostics.all.map(\.code) == [.duplicateEvidence])
    #expect(importer.check().evidenceCount == 2)
  }

  @Test func `the byte that is wrong is counted from the beginning of the file`() throws {
    var bytes = Array(
      (Self.header + Self.rows(60).joined(separator: "\n") + "\ne-99,S-1,MA.1,2026-09-14,PR,").utf8)
    let offset = bytes.count
    bytes += [0xEB] + Array(",summative,T,\n".utf8)
    var files = try Sample.base([:]).files
    files["evidence/fall.csv"] = bytes
    var limits = ImportLimits()
    limits.piece = 100
    let found = DistrictImporter(source: MemorySource(files), limits: limits).check()
    let problem = try #require(found.diagnostics.all.first { $0.code == .notUTF8 })
    #expect(problem.message.contains("at offset \(offset) "))
    #expect(problem.location?.line == 62)
  }
}
