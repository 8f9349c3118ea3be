import Diagnostics
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Importing the exports of other systems into the district of `Samples/base`.
@Suite struct ImportPlanTests {
  private static let canvasHeader =
    "student name,student id,student sis id,assessment title,assessment id,assessment type,"
    + "submission date,learning outcome name,learning outcome id,attempt,outcome score,"
    + "learning outcome rating\n"

  private func canvas(_ rows: String...) -> InputFile {
    InputFile(
      path: "canvas.csv",
      bytes: Array((Self.canvasHeader + rows.map { $0 + "\n" }.joined()).utf8))
  }

  private func options() -> ImportPlanner.Options {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    return options
  }

  private func plan(
    _ file: InputFile, into district: any DistrictSource, _ options: ImportPlanner.Options? = nil
  ) -> ImportPlan {
    ImportPlanner(district: district, options: options ?? self.options()).plan([file])
  }

  private let bridge = ",91,S-1,Bridge,71,assignment,2026-10-20T14:00:00Z,MA.1,51,1,2,Proficient"
  private let bridgeBetter =
    ",91,S-1,Bridge,71,assignment,2026-10-20T14:00:00Z,MA.1,51,1,3,Exemplary"

  @Test func `a Canvas result becomes evidence with its source beside it`() throws {
    let base = try Sample.base([:])
    let file = canvas(bridge)
    let plan = plan(file, into: base)
    #expect(plan.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(plan.count(.added) == 1)
    let bytes = try #require(plan.files["evidence/canvas-outcome-results.csv"])
    let text = String(decoding: bytes, as: UTF8.self)
    let hash = SHA256.hex(Array((Self.canvasHeader + bridge + "\n").utf8)).prefix(16)
    #expect(text.contains("canvas.csv:2 sha256:\(hash) canvas-outcome-results/1"))
    let merged = MemorySource.merging(base, plan.files)
    let district = try #require(DistrictImporter(source: merged).load().district)
    let record = try #require(
      district.file(of: "S-1").evidence.first { $0.id.code.hasPrefix("canvas-") })
    #expect(record.competency == "MA.1")
    #expect(record.rating?.level == 1)
    #expect(record.demonstratedOn == CalendarDate(iso: "2026-10-20"))
    #expect(record.title == "Bridge")
  }

  @Test func `importing twice adds nothing, whatever export the row is in`() throws {
    let base = try Sample.base([:])
    let first = plan(canvas(bridge), into: base)
    let merged = MemorySource.merging(base, first.files)
    let other = ",92,S-2,Bridge,71,assignment,2026-10-21T14:00:00Z,MA.1,51,1,2,Proficient"
    let second = plan(canvas(other, bridge), into: merged)
    #expect(second.count(.unchanged) == 1)
    #expect(second.count(.added) == 1)
    let third = plan(canvas(other, bridge), into: MemorySource.merging(merged, second.files))
    #expect(third.count(.unchanged) == 2)
    #expect(third.files.isEmpty)
  }

  @Test func `a changed result is a correction that names what it replaces`() throws {
    let base = try Sample.base([:])
    let first = MemorySource.merging(base, plan(canvas(bridge), into: base).files)
    let change = plan(canvas(bridgeBetter), into: first)
    #expect(change.changes.map(\.kind) == [.changed])
    #expect(
      change.changes[0].differences
        == [.init(column: "level", before: "PR", after: "EX")])
    let second = MemorySource.merging(first, change.files)
    let district = try #require(DistrictImporter(source: second).load().district)
    let records = district.file(of: "S-1").evidence.filter { $0.id.code.hasPrefix("canvas-") }
    #expect(records.count == 2)
    #expect(records[1].replaces == records[0].id)
    #expect(plan(canvas(bridgeBetter), into: second).files.isEmpty)
    // Going back in another export is a change as well: a third record, not the first one again.
    let back = plan(canvas(bridge, ""), into: second)
    #expect(back.changes.map(\.kind) == [.changed])
    let third = MemorySource.merging(second, back.files)
    let all = try #require(DistrictImporter(source: third).load().district)
    #expect(all.file(of: "S-1").evidence.filter { $0.id.code.hasPrefix("canvas-") }.count == 3)
  }

  @Test func `rows that cannot be used keep their bytes, and the others are imported`() throws {
    let base = try Sample.base([:])
    let unknown = ",93,S-9,Bridge,71,assignment,2026-10-20T14:00:00Z,MA.1,51,1,2,Proficient"
    let plan = plan(canvas(unknown, bridge), into: base)
    #expect(plan.count(.added) == 1)
    #expect(plan.rejectedRows.map(\.original) == [Array(unknown.utf8)])
    #expect(plan.rejectedRows[0].header == Array(Self.canvasHeader.dropLast().utf8))
    #expect(plan.rejectedRows[0].diagnostics.map(\.code) == [.unknownStudent])
    #expect(plan.diagnostics.all.map(\.location?.description) == ["canvas.csv:2:5"])
    let mended = canvas(unknown.replacing("S-9", with: "S-2"))
    let again = self.plan(mended, into: MemorySource.merging(base, plan.files))
    #expect(again.count(.added) == 1 && again.rejectedRows.isEmpty)
  }

  @Test func `all or nothing keeps everything out when one row cannot be used`() throws {
    var options = options()
    options.isAllOrNothing = true
    let unknown = ",93,S-9,Bridge,71,assignment,2026-10-20T14:00:00Z,MA.1,51,1,2,Proficient"
    let plan = plan(canvas(unknown, bridge), into: try Sample.base([:]), options)
    #expect(plan.files.isEmpty && plan.changes.isEmpty && plan.rejectedRows.count == 1)
  }

  @Test func `a crosswalk that a person has decided settles another id`() throws {
    let crosswalk = """
      kind,theirs,ours,decided_by,decided_on
      student,9-S,S-2,Ottoline Brack,2026-11-01
      competency,Argue!,EN.1,Ottoline Brack,2026-11-01
      """
    let base = try Sample.base(["mappings/crosswalk.csv": crosswalk])
    let row = ",93,9-S,Letter,72,assignment,2026-10-20T14:00:00Z,Argue!,52,1,2,Proficient"
    let plan = plan(canvas(row), into: base)
    #expect(plan.rejectedRows.isEmpty)
    #expect(plan.changes.map(\.kind) == [.added])
    let text = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(text.contains(",S-2,EN.1,2026-10-20,"))
  }

  @Test func `work handed in late in the evening keeps its day`() throws {
    // Half past nine in the evening of 20 October in Connecticut.
    let row = bridge.replacing("2026-10-20T14:00:00Z", with: "2026-10-21T01:30:00Z")
    let plan = plan(canvas(row), into: try Sample.base([:]))
    let text = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(text.contains(",2026-10-20,"))
  }

  @Test func `two rows of one export that contradict each other are both set aside`() throws {
    let plan = plan(canvas(bridge, bridgeBetter), into: try Sample.base([:]))
    #expect(plan.rejectedRows.map(\.line) == [2, 3])
    #expect(plan.files.isEmpty)
  }

  private static let roster = "student_id,legal_first,legal_last,birth_date,grade_level,class_of\n"

  @Test(arguments: [
    ("S-1,Ilka,Brandt-Sole,2010-02-03,11,2028", "another legal_last", "students.csv", 2),
    ("S-1,Ilka,Brandt,2010-02-04,11,2028", "another birth_date", "students.csv", 2),
    ("S-9,Teo,MARSH,2010-05-06,11,2028", "of \"S-2\", who is on file", "students.csv", 3),
  ])
  func `a student in doubt is set aside with both rows, until the crosswalk settles it`(
    row: String, message: String, file: String, line: Int
  ) throws {
    let input = InputFile(path: "sis.csv", bytes: Array((Self.roster + row + "\n").utf8))
    let doubtful = plan(input, into: try Sample.base([:]), .init())
    let problem = try #require(doubtful.diagnostics.all.first)
    #expect(problem.code == .identityInDoubt)
    #expect(problem.message.contains(message))
    #expect(problem.location == SourceLocation(file: "sis.csv", line: 2))
    #expect(problem.related.map(\.location) == [SourceLocation(file: file, line: line)])
    #expect(doubtful.files.isEmpty && doubtful.rejectedRows.map(\.original) == [Array(row.utf8)])

    let id = row.prefix(3)
    let crosswalk = """
      kind,theirs,ours,decided_by,decided_on
      student,\(id),\(id),I. Calloway,2026-10-01

      """
    let settled = try Sample.base(["mappings/crosswalk.csv": crosswalk])
    let accepted = plan(input, into: settled, .init())
    #expect(accepted.rejectedRows.isEmpty)
    #expect(accepted.changes.count == 1)
  }

  @Test func `of two new students with one name and one birth date neither is taken`() throws {
    let rows = "S-8,Ada,Quay,2010-07-08,11,2028\nS-9,Ada,Quay,2010-07-08,11,2028\n"
    let input = InputFile(path: "sis.csv", bytes: Array((Self.roster + rows).utf8))
    let plan = plan(input, into: try Sample.base([:]), .init())
    #expect(plan.diagnostics.all.map(\.code) == [.identityInDoubt, .identityInDoubt])
    #expect(plan.rejectedRows.map(\.line) == [2, 3])
    #expect(plan.files.isEmpty)
  }

  @Test func `any table is read through a mapping of the district's own`() throws {
    let mapping = """
      mapping: powerschool-standards
      table: evidence
      recognizes: [StudentNumber, Standard, Pct]
      separator: ";"
      encoding: windows-1252
      scales:
        percent:
          - { at_least: 90, level: EX }
          - { at_least: 75, level: PR }
          - { at_least: 0, level: DV }
      filters:
        - { column: Kind, is: [Summative] }
      columns:
        evidence_id: { digest: [StudentNumber, Standard, AssignmentID], prefix: ps- }
        student_id: { column: StudentNumber, sasid: true }
        competency: { column: Standard, values: { MATH-1: MA.1 } }
        demonstrated_on: { column: Date, date: M/D/YYYY }
        level: { column: Pct, scale: percent }
        assessment_type: { constant: test }
        purpose: { column: Kind, values: { Summative: summative } }
        title: Assignment
      """
    let base = try Sample.base(["mappings/powerschool.yaml": mapping])
    let text = """
      StudentNumber;Standard;Pct;Kind;Date;Assignment;AssignmentID;IEP
      1000000001;MATH-1;89.99%;Summative;3/4/2026;Fin\u{E9} art of proof;A1;CANARY
      1000000002;MATH-1;90;Summative;10/14/2026;Proof;A1;CANARY
      1000000002;MATH-1;12;Formative;10/14/2026;Proof;A2;CANARY
      1000000003;MATH-1;90;Summative;10/14/2026;Proof;A1;CANARY
      """
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let plan = plan(InputFile(path: "ps.csv", bytes: bytes), into: base, .init())
    #expect(plan.count(.added) == 2 && plan.filteredCount == 1)
    #expect(plan.rejectedRows.map(\.line) == [5])
    #expect(!String(decoding: plan.rejectedRows[0].original, as: UTF8.self).contains("CANARY"))
    let out = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(out.contains("S-1,MA.1,2026-03-04,,PR,test,summative,,,Finé art of proof,"))
    #expect(out.contains("S-2,MA.1,2026-10-14,,EX,test,summative,,,Proof,"))
    #expect(!out.contains("CANARY"))
  }

  @Test(arguments: ["windows-1252", "utf-16"])
  func `rejected rows keep the title, separator and encoding that the mapping reads`(
    encoding: String
  ) throws {
    let mapping = """
      mapping: own
      table: evidence
      recognizes: [Student, Standard]
      separator: ";"
      encoding: \(encoding)
      lines_before_header: 1
      columns:
        evidence_id: { digest: [Student, Standard, Title] }
        student_id: Student
        competency: Standard
        demonstrated_on: { column: Day, date: D.M.YYYY }
        level: Level
        assessment_type: { constant: test }
        purpose: { constant: summative }
        title: Title
      """
    let base = try Sample.base(["mappings/own.yaml": mapping])
    let table =
      "Standards\nStudent;Standard;Day;Level;Title;IEP\nS-9;MA.1;3.9.2026;PR;Caf\u{E9}, no;CANARY\n"
    let bytes: [UInt8] =
      encoding == "utf-16"
      ? [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      : table.unicodeScalars.map { UInt8($0.value) }
    var options = ImportPlanner.Options()
    options.mapping = "own"
    let first = plan(InputFile(path: "x.csv", bytes: bytes), into: base, options)
    let file = try #require(first.rejects.first?.files.first)
    let letters = file.bytes.filter { $0 != 0 }
    #expect(!String(decoding: letters, as: UTF8.self).contains("CANARY"))
    // The only 9 behind a hyphen is in the id of the student.
    let hyphen = try #require(file.bytes.firstIndex(of: 0x2D))
    var mended = file.bytes
    mended[encoding == "utf-16" ? hyphen + 2 : hyphen + 1] = 0x32
    let second = plan(InputFile(path: file.name, bytes: mended), into: base, options)
    #expect(second.diagnostics.all.map { DiagnosticText().render($0) } == [])
    let out = String(decoding: second.files.values.joined(), as: UTF8.self)
    #expect(out.contains("S-2,MA.1,2026-09-03") && out.contains("\"Caf\u{E9}, no\""))
  }

  @Test func `a mapping cannot name a confidential column or a computed number`() throws {
    let mapping = """
      mapping: bad
      table: evidence
      columns:
        level: Mastery Average
        title: IEP Status
      """
    let base = try Sample.base(["mappings/bad.yaml": mapping])
    let codes = plan(canvas(bridge), into: base).diagnostics.all.map(\.code)
    #expect(codes == [.vendorRollup, .confidentialColumn])
  }

  @Test func `Slate's missed demonstration is missed, its override is refused`() throws {
    let header =
      "Demonstration Skill ID,Student Number,Skill,Created,Rating,Task Title,Teacher Name\n"
    let rows = """
      11,S-1,MA.1,10/14/2026 15:00:00 -04:00,M,Bridge,M. Quill
      12,S-1,MA.1,10/15/2026 15:00:00 -04:00,O,Bridge,M. Quill
      13,S-1,MA.1,10/16/2026 15:00:00 -04:00,9,Bridge,M. Quill
      """
    var options = options()
    options.constants["assessment_type"] = "performance-task"
    let file = InputFile(path: "demonstrations.csv", bytes: Array((header + rows).utf8))
    let plan = plan(file, into: try Sample.base([:]), options)
    #expect(plan.count(.added) == 1)
    #expect(plan.rejectedRows.map(\.line) == [3, 4])
    #expect(
      plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedScore, .unmappedScore])
    let out = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(
      out.contains("slate-11,S-1,MA.1,2026-10-14,2026-10-14,,performance-task,summative,,,Bridge,"))
    #expect(out.contains(",missed,"))
  }

  @Test func `a row of our own table that differs is changed in place, its neighbours untouched`()
    throws
  {
    let students = """
      student_id,legal_last,birth_date,grade_level,class_of
      S-2,Marsh,2010-05-06,12,2028
      """
    let base = try Sample.base([:])
    let plan = plan(
      InputFile(path: "mended.csv", bytes: Array(students.utf8)), into: base, .init())
    #expect(plan.changes.map(\.kind) == [.changed])
    #expect(
      plan.changes[0].differences == [.init(column: "grade_level", before: "11", after: "12")])
    let bytes = try #require(plan.files["students.csv"])
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasSuffix(",class_of,source"))
    #expect(lines[1] == "S-1,1000000001,Ilka,Brandt,2010-02-03,11,2028,")
    #expect(lines[2].hasPrefix("S-2,1000000002,Teo,Marsh,2010-05-06,12,2028,mended.csv:2 sha256:"))
  }

  @Test func `a table from a spreadsheet keeps its line ends`() throws {
    let students = try Sample.text("students.csv").replacing("\n", with: "\r\n")
    let base = try Sample.base(["students.csv": students])
    let change =
      "student_id,legal_last,birth_date,grade_level,class_of\nS-1,Brandt,2010-02-03,12,2028\n"
    let plan = plan(InputFile(path: "c.csv", bytes: Array(change.utf8)), into: base, .init())
    let text = String(decoding: try #require(plan.files["students.csv"]), as: UTF8.self)
    #expect(text.unicodeScalars.count { $0 == "\r" } == 3)
    #expect(text.contains("S-2,1000000002,Teo,Marsh,2010-05-06,11,2028,\r\n"))
  }

  @Test func `a table that cannot be read is never written over`() throws {
    var files = try Sample.base([:]).files
    let utf16 = try Sample.text("students.csv").utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    files["students.csv"] = [0xFF, 0xFE] + utf16
    let row = "student_id,legal_last,birth_date,grade_level,class_of\nS-3,Quay,2010-05-06,11,2028\n"
    let plan = plan(
      InputFile(path: "new.csv", bytes: Array(row.utf8)), into: MemorySource(files), .init())
    #expect(plan.files.isEmpty)
    #expect(plan.rejectedRows.map(\.line) == [2])
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unreadableFile])
  }

  @Test func `rows without an id are each reported for that`() throws {
    let rows = #"{"student_id":"S-1","title":"A"}"# + "\n" + #"{"student_id":"S-1","title":"B"}"#
    let plan = plan(
      InputFile(path: "x.jsonl", bytes: Array(rows.utf8)), into: try Sample.base([:]), .init())
    #expect(plan.files.isEmpty)
    #expect(plan.rejectedRows.map(\.line) == [1, 2])
    #expect(
      plan.rejectedRows.allSatisfy { row in
        row.diagnostics.allSatisfy { $0.code == .missingCell }
      })
  }

  @Test func `formulas are kept here and neutralised for spreadsheets`() {
    #expect(CSVWriter.line(["=1+1", "a,b"]) == Array("=1+1,\"a,b\"".utf8))
    for text in ["=1+1", "+1", "-1", "@SUM(A1)"] {
      #expect(CSVWriter.spreadsheetCell(text) == Array("'\(text)".utf8))
    }
    #expect(CSVWriter.spreadsheetCell("=1,2") == Array("\"'=1,2\"".utf8))
    #expect(CSVWriter.spreadsheetCell("1+1") == Array("1+1".utf8))
  }

  @Test func `every built-in mapping can be read`() {
    #expect(
      ImportPlanner.builtInMappings == [
        "canvas-outcome-results", "canvas-student-assignment-outcome-map", "slate-cbl-ratings",
        "canvas-outcomes", "moodle-competencies", "case-package", "xapi-statements",
        "oneroster-users", "oneroster-enrollments", "oneroster-results",
      ])
  }
}

extension MemorySource {
  /// The files of `base` with some of them replaced.
  static func merging(_ base: MemorySource, _ files: [String: [UInt8]]) -> MemorySource {
    MemorySource(base.files.merging(files) { $1 })
  }
}
