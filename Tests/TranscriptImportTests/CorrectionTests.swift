import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// Nothing that was ever corrected counts again, whatever becomes of the correction.
@Suite struct CorrectionTests {
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title,replaces\n"

  private func row(
    _ id: String, level: String = "PR", student: String = "S-1", replaces: String = ""
  ) -> String {
    "\(id),\(student),MA.1,2026-09-14,\(level),project,summative,Bridge,\(replaces)\n"
  }

  private func load(_ rows: [String]) throws -> (used: [String], codes: [DiagnosticCode]) {
    let source = try Sample.base(["evidence/fall.csv": Self.header + rows.joined()])
    let result = DistrictImporter(source: source).load()
    let records = try #require(result.district).files.values.flatMap(\.evidence)
    return (records.map(\.id.code).sorted(), result.diagnostics.all.map(\.code))
  }

  @Test func `what a refused correction was to put right is not used`() throws {
    let (used, codes) = try load([row("a"), row("b", level: "XX", replaces: "a"), row("c")])
    #expect(used == ["c"])
    #expect(Set(codes) == [.unknownLevel, .correctionRefused])
  }

  @Test func `a correction of a refused correction is used alone`() throws {
    let (used, _) = try load([
      row("a"), row("b", level: "XX", replaces: "a"), row("c", replaces: "b"),
    ])
    #expect(used == ["c"])
  }

  @Test func `where a second correction is refused, neither the first nor the original counts`()
    throws
  {
    let (used, _) = try load([
      row("a"), row("b", replaces: "a"), row("c", level: "XX", replaces: "b"),
    ])
    #expect(used == [])
  }

  @Test func `where a record is replaced twice, what it replaced itself stays out`() throws {
    let (used, codes) = try load([
      row("a"), row("b", replaces: "a"), row("c", replaces: "b"), row("d", replaces: "b"),
    ])
    #expect(used == [])
    #expect(codes == [.replacedTwice])
  }

  @Test func `a refused row that names another student's record concerns only itself`() throws {
    let (used, codes) = try load([
      row("a"), row("b", level: "XX", student: "S-2", replaces: "a"),
    ])
    #expect(used == ["a"])
    #expect(codes == [.unknownLevel])
  }
}
