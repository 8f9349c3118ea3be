import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// What `--set` fills, what it leaves, and what an import refuses as a whole.
@Suite struct GivenValueTests {
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"

  private func plan(
    _ text: String, _ constants: [String: String] = [:], path: String = "e.csv",
    changes: [String: String] = [:], allOrNothing: Bool = false
  ) throws -> ImportPlan {
    var options = ImportPlanner.Options()
    options.constants = constants
    options.isAllOrNothing = allOrNothing
    return ImportPlanner(district: try Sample.base(changes), options: options)
      .plan([InputFile(path: path, bytes: Array(text.utf8))])
  }

  @Test func `a given value fills empty cells and never replaces a filled one`() throws {
    let text =
      Self.header + "e-8,S-1,MA.1,2026-10-20,PR,test,,Bridge\n"
      + "e-9,S-1,MA.1,2026-10-21,PR,test,formative,Span\n"
    let plan = try plan(text, ["purpose": "summative", "level": "EX"])
    #expect(plan.count(.added) == 2)
    let out = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(out.contains("2026-10-20,,PR,test,summative"))
    #expect(out.contains("2026-10-21,,PR,test,formative"))
    #expect(plan.diagnostics.all.map(\.code) == [.filledAlready, .filledAlready])
    #expect(
      plan.diagnostics.all.map(\.message) == [
        "--set level=EX is not used in 2 rows, which say something else",
        "--set purpose=summative is not used in 1 row, which says something else",
      ])
  }

  @Test func `a line of JSON is filled in the same way`() throws {
    let line =
      #"{"evidence_id":"j-1","student_id":"S-1","competency":"MA.1","demonstrated_on":"2026-10-01","#
      + #""level":"PR","assessment_type":"lab","title":"Lab"}"#
    let plan = try plan(line, ["purpose": "summative", "level": "EX"], path: "x.jsonl")
    let out = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(out.contains(",PR,lab,summative,"))
    #expect(plan.diagnostics.all.map(\.code) == [.filledAlready])
  }

  @Test func `a column that no imported table has is refused`() throws {
    let plan = try plan(
      Self.header + "e-8,S-1,MA.1,2026-10-20,PR,test,summative,Bridge\n", ["credit": "1"])
    #expect(plan.diagnostics.all.map(\.code) == [.unknownColumn])
  }

  @Test func `nothing is imported into a folder that is no district's`() {
    let file = InputFile(
      path: "e.csv",
      bytes: Array((Self.header + "e-8,S-1,MA.1,2026-10-20,PR,test,summative,Bridge\n").utf8))
    let plan = ImportPlanner(district: MemorySource([:])).plan([file])
    #expect(plan.diagnostics.all.map(\.code) == [.notADistrictFolder])
    #expect(plan.files.isEmpty && plan.hold == .notADistrict && plan.isUnreadable)
  }

  @Test func `all or nothing holds for a file that cannot be read as well`() throws {
    let broken = InputFile(path: "x.csv", bytes: Array("a,b\n1,2\n".utf8))
    let good = InputFile(
      path: "e.csv",
      bytes: Array((Self.header + "e-8,S-1,MA.1,2026-10-20,PR,test,summative,Bridge\n").utf8))
    var options = ImportPlanner.Options()
    options.isAllOrNothing = true
    let plan = ImportPlanner(district: try Sample.base([:]), options: options).plan([broken, good])
    #expect(plan.files.isEmpty && plan.hold == .allOrNothing)
  }

  @Test func `a row of empty cells says nothing`() throws {
    let plan = try plan(
      Self.header + ",,,,,,,\ne-8,S-1,MA.1,2026-10-20,PR,test,summative,Bridge\n,,,,,,,\n")
    #expect(plan.diagnostics.all.isEmpty && plan.count(.added) == 1)
    let blank = try Sample.base(["evidence/more.csv": Self.header + ",,,,,,,\n"])
    for result in [DistrictImporter(source: blank).load(), DistrictImporter(source: blank).check()]
    {
      #expect(result.diagnostics.all.map(\.code) == [.missingCell])
    }
  }

  @Test func `a misspelt column of enrollments is named, required or not`() throws {
    let optional = try plan(
      "student_id,course,school_year,grade_level,status,expceted_on\nS-1,X,2026-27,11,enrolled,\n")
    #expect(optional.diagnostics.all.map(\.code) == [.unknownColumn] && optional.files.isEmpty)
    let required = try plan("student_id,course,school_year,grade_level,staus\nS-1,X,2026-27,11,x\n")
    #expect(required.diagnostics.all.map(\.code) == [.missingColumn])
    #expect(required.diagnostics.all[0].hint == "rename staus to status")
  }

  @Test func `two mappings that fit a file are both named, whatever their tables`() throws {
    let first = """
      mapping: one
      table: evidence
      recognizes: [N, S]
      columns: { title: S }
      """
    let second = """
      mapping: two
      table: students
      recognizes: [N, S]
      columns: { legal_last: S }
      """
    let plan = try plan(
      "N,S\n1,2\n", changes: ["mappings/a.yaml": first, "mappings/b.yaml": second])
    #expect(plan.diagnostics.all.map(\.code) == [.unknownFormat])
    #expect(plan.diagnostics.all[0].message == "two mappings fit the file: one and two")
  }
}
