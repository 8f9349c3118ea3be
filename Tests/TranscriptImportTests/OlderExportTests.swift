import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// An export that was imported before a newer one does not turn the newer results back.
@Suite struct OlderExportTests {
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"

  private func file(_ path: String, _ rows: String...) -> InputFile {
    InputFile(path: path, bytes: Array((Self.header + rows.map { $0 + "\n" }.joined()).utf8))
  }

  private func row(_ level: String, id: String = "e-9") -> String {
    "\(id),S-1,MA.1,2026-10-20,\(level),test,summative,Bridge"
  }

  private func run(
    _ file: InputFile, _ district: inout MemorySource, given: [String: String] = [:]
  ) -> ImportPlan {
    var options = ImportPlanner.Options()
    options.constants = given
    let plan = ImportPlanner(district: district, options: options).plan([file])
    district = MemorySource.merging(district, plan.files)
    return plan
  }

  @Test func `old, newer, old and newer again leave the newer result`() throws {
    var district = try Sample.base([:])
    let (old, newer) = (file("old.csv", row("PR")), file("newer.csv", row("EX")))
    #expect(run(old, &district).count(.added) == 1)
    #expect(run(newer, &district).count(.changed) == 1)
    let stale = run(old, &district)
    #expect(stale.files.isEmpty && stale.count(.changed) == 0 && stale.count(.older) == 1)
    let problem = try #require(stale.diagnostics.all.first)
    #expect(problem.code == .olderExport)
    #expect(problem.location == SourceLocation(file: "old.csv", line: 2))
    #expect(
      problem.related.map(\.location) == [SourceLocation(file: "evidence/evidence.csv", line: 3)])
    #expect(run(newer, &district).count(.unchanged) == 1)
    let records = try #require(DistrictImporter(source: district).load().district)
      .file(of: "S-1").evidence.filter { $0.id.code.hasPrefix("e-9") }
    #expect(records.map(\.rating?.level) == [1, 0] || records.map(\.rating?.level) == [1, 2])
    #expect(records.count == 2)
  }

  @Test func `the same value in an export that is new is a correction`() throws {
    var district = try Sample.base([:])
    _ = run(file("old.csv", row("PR")), &district)
    _ = run(file("newer.csv", row("EX")), &district)
    let back = run(file("third.csv", row("PR"), row("PR", id: "e-8")), &district)
    #expect(back.count(.changed) == 1 && back.count(.added) == 1 && back.count(.older) == 0)
    // Now the export with the better level is the older one.
    #expect(run(file("newer.csv", row("EX")), &district).count(.older) == 1)
  }

  @Test func `one export read in another way and back is mended, not older`() throws {
    var district = try Sample.base([:])
    let export = file("e.csv", "e-9,S-1,MA.1,2026-10-20,,test,summative,Bridge")
    #expect(run(export, &district, given: ["level": "PR"]).count(.added) == 1)
    #expect(run(export, &district, given: ["level": "EX"]).count(.changed) == 1)
    let mended = run(export, &district, given: ["level": "PR"])
    #expect(mended.count(.changed) == 1 && mended.count(.older) == 0)
    #expect(run(export, &district, given: ["level": "PR"]).count(.unchanged) == 1)
  }

  @Test func `an export is known again by any of its rows`() throws {
    var district = try Sample.base([:])
    _ = run(file("old.csv", row("PR")), &district)
    // The row of e-9 was unchanged then, so only e-8 names this file.
    let middle = file("middle.csv", row("PR"), row("PR", id: "e-8"))
    #expect(run(middle, &district).count(.added) == 1)
    _ = run(file("newer.csv", row("EX")), &district)
    let again = run(middle, &district)
    #expect(again.count(.older) == 1 && again.count(.unchanged) == 1 && again.files.isEmpty)
  }
}
