import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Whose row it is: near names, twins, invisible characters, and what the crosswalk decides.
@Suite struct IdentityTests {
  private static let roster =
    "student_id,legal_first,legal_middle,legal_last,former_last,birth_date,grade_level,class_of\n"
  private static let evidence =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
  private static let crosswalk = "kind,theirs,ours,system,decided_by,decided_on\n"

  private func student(_ row: String) -> InputFile {
    InputFile(path: "sis.csv", bytes: Array((Self.roster + row + "\n").utf8))
  }

  private func plan(
    _ files: [InputFile], crosswalk: String? = nil, students: String? = nil
  ) throws -> ImportPlan {
    var changes: [String: String] = [:]
    if let crosswalk { changes["mappings/crosswalk.csv"] = Self.crosswalk + crosswalk + "\n" }
    if let students { changes["students.csv"] = students }
    var options = ImportPlanner.Options()
    options.asOf = CalendarDate(iso: "2026-10-15")
    return ImportPlanner(district: try Sample.base(changes), options: options).plan(files)
  }

  private static let onFile =
    roster + "S-1,José,María,Ibarra Łuczak,,2009-11-19,11,2028\n"
    + "S-2,Wren,,Abernathy-Quist,Vole,2009-04-02,11,2028\n"

  @Test(arguments: [
    ("S-8,jose,,ibarra luczak,,2009-11-19,11,2028", "S-1"),
    ("S-8,Jose\u{301} Maria,,IBARRA-ŁUCZAK,,2009-11-19,11,2028", "S-1"),
    ("S-8,Wren,,Abernathy Quist,,2009-04-02,11,2028", "S-2"),
    ("S-8,Wren,,Abernathy\u{2010}Quist,,2009-04-02,11,2028", "S-2"),
    ("S-8,Wren\u{A0},,AbernathyQuist,,2009-04-02,11,2028", "S-2"),
    ("S-8,Wren\u{200B},,Abernathy-Quist,,2009-04-02,11,2028", "S-2"),
    ("S-8,Wren,,Vole,,2009-04-02,11,2028", "S-2"),
    ("S-8,Wren,,Newname,Abernathy-Quist,2009-04-02,11,2028", "S-2"),
  ])
  func `a name that is written otherwise makes no other person`(
    row: String, student id: String
  ) throws {
    let doubtful = try plan([student(row)], students: Self.onFile)
    let problem = try #require(doubtful.diagnostics.all.first)
    #expect(problem.code == .identityInDoubt)
    #expect(problem.message.contains("\"\(id)\", who is on file"))
    #expect(problem.related.map(\.location.file) == ["students.csv"])
    #expect(doubtful.files.isEmpty && doubtful.rejectedRows.map(\.line) == [2])
    // The fix is a row of the crosswalk that can be typed as it is.
    let hint = try #require(problem.hint)
    #expect(hint.contains("one person: student,S-8,\(id),,YOUR NAME,2026-10-15"))
    #expect(hint.contains("two: student,S-8,S-8,,YOUR NAME,2026-10-15"))
  }

  @Test func `one person under two ids is settled by the crosswalk in our own tables as well`()
    throws
  {
    let row = student("S-8,Wren,,Abernathy Quist,,2009-04-02,12,2028")
    let more = InputFile(
      path: "e.csv",
      bytes: Array((Self.evidence + "e-9,S-8,MA.1,2026-10-01,PR,test,summative,Bridge\n").utf8))
    let line =
      #"{"evidence_id":"j-1","student_id":"S-8","competency":"MA.1","demonstrated_on":"2026-10-01","#
      + #""level":"PR","assessment_type":"lab","purpose":"summative","title":"Lab"}"#
    let lines = InputFile(path: "x.jsonl", bytes: Array(line.utf8))
    let refused = try plan([row, more, lines], students: Self.onFile)
    #expect(refused.files.isEmpty && refused.rejectedRows.count == 3)
    let settled = try plan(
      [row, more, lines], crosswalk: "student,S-8,S-2,,I. Calloway,2026-10-01",
      students: Self.onFile)
    #expect(settled.rejectedRows.isEmpty)
    #expect(settled.count(.changed) == 1 && settled.count(.added) == 2)
    let text = settled.files.mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(text["students.csv"]?.contains("S-8") == false)
    #expect(text["evidence/evidence.csv"]?.contains("e-9,S-2,MA.1") == true)
    #expect(text["evidence/jsonl.csv"]?.contains("j-1,S-2,MA.1") == true)
    // That theirs is ours for one id says nothing of another row with the id of ours.
    let other = try plan(
      [student("S-2,Teo,,Marsh,,2010-05-06,11,2028")],
      crosswalk: "student,S-8,S-2,,I. Calloway,2026-10-01", students: Self.onFile)
    #expect(other.diagnostics.all.map(\.code) == [.identityInDoubt])
  }

  @Test func `an entry that gives a row to a student leaves the student's name as it is`() throws {
    let row = student("68,Wrenna,,Smith,,2008-01-01,12,2028")
    let entry = "student,68,S-2,,I. Calloway,2026-10-01"
    let kept = try plan([row], crosswalk: entry, students: Self.onFile)
    let problem = try #require(kept.diagnostics.all.first)
    #expect(kept.diagnostics.all.map(\.code) == [.keptAsOnFile])
    #expect(problem.message.contains("another legal_first, legal_last, birth_date, which stays"))
    #expect(problem.hint?.hasSuffix("student,S-2,S-2,,YOUR NAME,2026-10-15") == true)
    #expect(kept.changes.flatMap(\.differences).map(\.column) == ["grade_level"])
    let students = String(decoding: kept.files["students.csv"] ?? [], as: UTF8.self)
    #expect(students.contains("S-2,Wren,,Abernathy-Quist,Vole,2009-04-02,12,2028"))
    // Somebody has said that the row has the legal name.
    let right = try plan(
      [student("68,Wren,,Smith,,2009-04-02,11,2028")],
      crosswalk: entry + "\nstudent,S-2,S-2,,I. Calloway,2026-10-01", students: Self.onFile)
    #expect(right.diagnostics.all.isEmpty)
    #expect(right.changes.flatMap(\.differences).map(\.column).contains("legal_last"))
  }

  @Test func `an entry covers a new name or a birth date, and no other person`() throws {
    let entry = "student,S-2,S-2,,I. Calloway,2026-10-01"
    let named = try plan(
      [student("S-2,Wren,,Smith,,2009-04-02,11,2028")], crosswalk: entry, students: Self.onFile)
    #expect(named.diagnostics.all.isEmpty && named.count(.changed) == 1)
    let other = try plan(
      [student("S-2,Zed,,Other,,2001-01-01,11,2028")], crosswalk: entry, students: Self.onFile)
    #expect(other.diagnostics.all.map(\.code) == [.identityInDoubt])
    #expect(other.files.isEmpty && other.rejectedRows.count == 1)
  }

  @Test func `half of a last name with another first name and one birth date is told`() throws {
    let plan = try plan(
      [student("S-8,José Luis,,Ibarra,,2009-11-19,11,2028")], students: Self.onFile)
    #expect(plan.diagnostics.all.map(\.code) == [.similarStudent])
    #expect(plan.diagnostics.all[0].message.contains("\"S-1\" and \"S-8\""))
  }

  @Test func `twins and namesakes are imported with a warning that names both`() throws {
    let rows = [
      "S-7,Tea,,Marsh,,2010-05-06,11,2028", "S-8,Ilka,,Brandt,,2010-03-02,11,2028",
      "S-9,Rue,,Quay,,2010-03-09,11,2028",
    ]
    let plan = try plan([student(rows.joined(separator: "\n"))])
    #expect(plan.count(.added) == 3)
    #expect(plan.diagnostics.all.map(\.code) == [.similarStudent, .similarStudent])
    #expect(plan.diagnostics.all.map(\.location?.line) == [2, 3])
    #expect(
      plan.diagnostics.all.flatMap(\.related).map(\.location) == [
        SourceLocation(file: "students.csv", line: 3),
        SourceLocation(file: "students.csv", line: 2),
      ])
    let seen = try self.plan(
      [student(rows.joined(separator: "\n"))],
      crosswalk: "student,S-7,S-7,,I. Calloway,2026-10-01\nstudent,S-8,S-8,,I. Calloway,2026-10-01")
    #expect(seen.diagnostics.all.isEmpty && seen.count(.added) == 3)
  }

  @Test(arguments: [
    ("S-8,We\u{200B}n,,Holm,,2009-04-02,11,2028", DiagnosticCode.controlCharacter, "U+200B"),
    ("S-8,Wren,,Holm\u{200F},,2009-04-02,11,2028", .bidiOverride, "U+200F"),
    ("S-8,Wren,,Ho\u{AD}lm,,2009-04-02,11,2028", .controlCharacter, "U+00AD"),
    ("S-8,Wren,,Holm\u{200D},,2009-04-02,11,2028", .controlCharacter, "U+200D"),
  ])
  func `what cannot be seen in a name is refused by name`(
    row: String, code: DiagnosticCode, character: String
  ) throws {
    let plan = try plan([student(row)])
    #expect(plan.files.isEmpty)
    #expect(plan.diagnostics.all.map(\.code) == [code])
    #expect(plan.diagnostics.all.allSatisfy { $0.message.contains(character) })
  }

  @Test func `joiners of the scripts that need them are no fault`() throws {
    // Persian: a zero-width non-joiner parts the two halves of the name.
    let plan = try plan([student("S-8,علی\u{200C}رضا,,نوری,,2009-04-02,11,2028")])
    #expect(plan.diagnostics.all.isEmpty && plan.count(.added) == 1)
  }

  @Test func `evidence of a student whose rows contradict each other stays out`() throws {
    let rows = student(
      "S-1,Ilka,,Brandt,,2010-02-03,11,2028\nS-1,Teo,,Brandt,,2010-02-03,11,2028")
    let more = InputFile(
      path: "e.csv",
      bytes: Array((Self.evidence + "e-9,S-1,MA.1,2026-10-01,PR,test,summative,Bridge\n").utf8))
    let plan = try plan([rows, more])
    #expect(plan.files.isEmpty)
    #expect(plan.rejectedRows.map(\.file) == ["e.csv", "sis.csv", "sis.csv"])
    #expect(plan.rejectedRows[0].diagnostics.map(\.code) == [.identityInDoubt])
  }

  @Test func `entries of the crosswalk that lead nowhere are reported by check`() throws {
    let entries = [
      "student,8,S-77,,I. Calloway,2026-10-01", "competency,X,ZZ.9,,I. Calloway,2026-10-01",
      "course,X,NONE,,I. Calloway,2026-10-01", "area,X,none,,I. Calloway,2026-10-01",
      "student,S-9,S-9,,I. Calloway,2026-10-01", "student,9,S-2,,I. Calloway,2026-10-01",
    ]
    let source = try Sample.base([
      "mappings/crosswalk.csv": Self.crosswalk + entries.joined(separator: "\n") + "\n"
    ])
    let found = DistrictImporter(source: source).check().diagnostics.all
    #expect(
      found.map(\.code) == [.unknownStudent, .unknownCompetency, .unknownCourse, .unknownArea])
    #expect(found.map(\.location?.line) == [2, 3, 4, 5])
  }

  @Test func `an entry that gives the rows of one of ours to another is not used`() throws {
    let row = InputFile(
      path: "e.csv",
      bytes: Array((Self.evidence + "e-9,S-1,MA.1,2026-10-01,PR,test,summative,Bridge\n").utf8))
    let plan = try plan([row], crosswalk: "student,S-1,S-2,,I. Calloway,2026-10-01")
    #expect(plan.diagnostics.all.map(\.code) == [.crosswalkMovesStudent])
    let text = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(text.contains("e-9,S-1,MA.1"))
    // Another system's S-1 may be our S-2.
    let named = try self.plan(
      [row], crosswalk: "student,S-1,S-2,canvas-outcome-results,I. Calloway,2026-10-01")
    #expect(named.diagnostics.all.isEmpty)
  }

  @Test func `an unknown SASID says whose is near, and one that is none says so`() throws {
    let mapping = """
      mapping: sas
      table: evidence
      recognizes: [SASID, What]
      columns:
        evidence_id: { digest: [SASID, What] }
        student_id: { column: SASID, sasid: true }
        competency: What
        demonstrated_on: { constant: 2026-10-01 }
        level: { constant: PR }
        assessment_type: { constant: test }
        purpose: { constant: summative }
        title: { constant: Bridge }
      """
    let file = InputFile(
      path: "s.csv", bytes: Array("SASID,What\n10000001,MA.1\n1000000003,MA.1\n".utf8))
    let plan = ImportPlanner(district: try Sample.base(["mappings/sas.yaml": mapping])).plan([file])
    #expect(plan.diagnostics.all.map(\.code) == [.malformedSASID, .unknownStudent])
    #expect(plan.diagnostics.all[0].message.contains("8 characters"))
    #expect(
      plan.diagnostics.all[1].related.map(\.location.line) == [2, 3])
  }
}
