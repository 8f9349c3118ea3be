import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Rows that contradict themselves or come in floods.
@Suite struct DoubtfulRowTests {
  private static let header =
    "student name,student id,student sis id,assessment title,assessment id,assessment type,"
    + "submission date,learning outcome name,learning outcome id,attempt,outcome score,"
    + "learning outcome rating\n"

  private func row(_ name: String, _ number: Int, competency: String = "MA.1") -> String {
    "\(name),91,S-1,Bridge,\(number),assignment,2026-10-20T14:00:00Z,\(competency),51,1,2,"
      + "Proficient\n"
  }

  private func plan(
    _ rows: String, most: Int = 100, crosswalk: String? = nil
  ) throws -> ImportPlan {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    options.mostRejected = most
    let file = InputFile(path: "canvas.csv", bytes: Array((Self.header + rows).utf8))
    let base = try Sample.base(crosswalk.map { ["mappings/crosswalk.csv": $0] } ?? [:])
    return ImportPlanner(district: base, options: options).plan([file])
  }

  @Test func `a row with the id of one student and the name of another is set aside`() throws {
    // S-1 is Ilka Brandt.
    let rows = row("\"Brandt, I.\"", 1) + row("Teo Marsh", 2) + row("", 3)
    let plan = try plan(rows)
    #expect(plan.count(.added) == 2)
    #expect(plan.rejectedRows.map(\.line) == [3])
    let problem = try #require(plan.diagnostics.all.first)
    #expect(problem.code == .identityInDoubt && problem.location?.column == 1)
    #expect(problem.excerpt?.isPersonal == true)
    #expect(!problem.message.contains("Marsh"))
    #expect(problem.related.map(\.location.file) == ["students.csv"])
    let line = try #require(problem.hint?.split(separator: " ").dropFirst(0).joined(separator: " "))
    #expect(line.hasSuffix("student,S-1,S-1,,YOUR NAME,YYYY-MM-DD"))
    let settled = try self.plan(
      rows,
      crosswalk: """
        kind,theirs,ours,system,decided_by,decided_on
        student,S-1,S-1,,A. Registrar,2026-10-21
        """)
    #expect(settled.count(.added) == 3)
  }

  @Test(arguments: [
    ("José Łuczak", true), ("JOSE LUCZAK", true), ("Luczak, Jose Maria", true),
    ("Pepe Łuczak", true), ("J. Luczak", true), ("Jose Ibarra", true), ("Ana Łuczak", false),
    ("José Marsh", false), ("ONeil Luczak", false),
  ])
  func `marks, case, order and initials make no other name`(name: String, isSame: Bool) {
    let student = Student(
      id: "S-1", legalName: LegalName(first: "José", middle: "María", last: "Łuczak"),
      preferredName: "Pepe Łuczak", formerLast: "Ibarra",
      birthDate: CalendarDate(iso: "2010-01-02")!,
      gradeLevel: GradeLevel(11)!, classOf: 2028, location: SourceLocation(file: "students.csv"))
    #expect(NameCheck.names(name, student) == isSame)
  }

  /// Rows with the score and the points possible: an outcome of another total than the scale's.
  private func scored(
    _ rows: [(score: String, total: String)], level: String, rowByRow: Bool
  ) throws -> ImportPlan {
    let mapping = """
      mapping: canvas-scores
      extends: canvas-outcome-results
      scales:
        four: { highest: 4, steps: [{ at_least: 3.5, level: EX }, { at_least: 0, level: DV }] }
      columns:
        level: \(level)
      """
    let header = Self.header.replacing("\n", with: ",learning outcome points possible\n")
    let text = rows.enumerated().map { index, row in
      ",91,S-1,Bridge,\(index),assignment,2026-10-20T14:00:00Z,MA.1,51,1,\(row.score),,\(row.total)\n"
    }.joined()
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    var limits = ImportLimits()
    limits.readsRowByRow = rowByRow
    let base = try Sample.base(["mappings/c.yaml": mapping])
    return ImportPlanner(district: base, options: options, limits: limits).plan([
      InputFile(path: "canvas.csv", bytes: Array((header + text).utf8))
    ])
  }

  @Test(
    arguments: [true, false],
    [
      "",
      "points: { column: learning outcome rating points, of: learning outcome points possible }",
    ])
  func `a score of another total than the scale's is set aside`(rowByRow: Bool, points: String)
    throws
  {
    // The same score both ways: what a score is of does not follow from the score.
    let rows = [
      ("4", "4"), ("4", "10"), ("4", "4.0"), ("4", ""), ("4", "ten"), ("4", "10"), ("2", "4"),
    ]
    let level = "{ column: outcome score, scale: four\(points.isEmpty ? "" : ", " + points) }"
    let plan = try scored(rows, level: level, rowByRow: rowByRow)
    #expect(plan.rejectedRows.map(\.line) == [3, 6, 7])
    #expect(plan.count(.added) == 4)
    let problems = plan.diagnostics.all.filter { $0.code == .unmappedScore }
    #expect(problems.count == 3 && plan.diagnostics.all.count == 3)
    let first = try #require(problems.first)
    #expect(
      first.message
        == "learning outcome points possible is 10, and the scale of the mapping is of 4")
    #expect(
      first.hint?.contains("{ column: learning outcome points possible, is: [\"4\"] }") == true)
  }

  @Test(arguments: [true, false])
  func `the total of an outcome says nothing about another score`(rowByRow: Bool) throws {
    // The submission's score, here of the attempt, has a total of its own.
    let plan = try scored(
      [("4", "10")], level: "{ column: attempt, scale: four }", rowByRow: rowByRow)
    #expect(plan.count(.added) == 1 && plan.rejectedRows.isEmpty)
  }

  @Test(arguments: [
    ("section name,section id", []), ("task id,task part", [DiagnosticCode.rowsBecomeOne]),
  ])
  func `a row for each section is one result, without a word`(
    columns: String, codes: [DiagnosticCode]
  ) throws {
    let header = Self.header.replacing("\n", with: ",\(columns)\n")
    let rows = ["North,1", "South,2"].map {
      row("", 1).replacing("\n", with: ",\($0)\n")
    }.joined()
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    let plan = ImportPlanner(district: try Sample.base([:]), options: options).plan([
      InputFile(path: "canvas.csv", bytes: Array((header + rows).utf8))
    ])
    #expect(plan.count(.added) == 1)
    #expect(plan.diagnostics.all.map(\.code) == codes)
  }

  @Test(arguments: [true, false])
  func `otherwise with an empty text empties the cell`(rowByRow: Bool) throws {
    let mapping = """
      mapping: links
      table: evidence
      recognizes: [N, S, D, L]
      columns:
        evidence_id: { digest: [N, S, D], prefix: l- }
        student_id: N
        competency: S
        demonstrated_on: D
        level: { constant: PR }
        assessment_type: { constant: test }
        purpose: { constant: summative }
        title: { constant: Bridge }
        link: { column: L, values: { A: "https://one.example/a" }, otherwise: "" }
      """
    var limits = ImportLimits()
    limits.readsRowByRow = rowByRow
    let plan = ImportPlanner(
      district: try Sample.base(["mappings/l.yaml": mapping]), limits: limits
    ).plan([
      InputFile(
        path: "l.csv",
        bytes: Array("N,S,D,L\nS-1,MA.1,2026-10-01,A\nS-1,MA.1,2026-10-02,B\n".utf8))
    ])
    #expect(plan.count(.added) == 2 && plan.diagnostics.all.isEmpty)
    let text = String(decoding: plan.files["evidence/links.csv"] ?? [], as: UTF8.self)
    #expect(text.contains(",https://one.example/a,"))
    #expect(!text.contains(",B,"))
  }

  @Test func `with more rejected rows than are kept nothing is imported`() throws {
    let bad = (1...5).map { row("", $0, competency: "X-\($0)") }.joined()
    let few = try plan(bad + row("", 9), most: 5)
    #expect(few.count(.added) == 1 && few.rejects.count == 1)
    let many = try plan(bad + row("", 9), most: 4)
    #expect(many.count(.added) == 0 && many.files.isEmpty && many.rejects.isEmpty && many.isHeld)
    #expect(many.diagnostics.all.contains { $0.code == .tooManyRejected })
    // Reading stops there: rows far behind are not looked at.
    let flood = (1...50_000).map { row("", $0, competency: "X") }.joined()
    let stopped = try plan(flood, most: 10)
    #expect(stopped.rejectedRows.count <= EvidenceChunks.size)
  }

  @Test func `an empty cell is told by the name of the source's column, with the line`() throws {
    let rows = row("", 1).replacing(",S-1,", with: ",,")
    let problem = try #require(try plan(rows).diagnostics.all.first)
    #expect(problem.message == "student sis id is empty, which is our student_id")
    #expect(problem.excerpt?.text.contains("Bridge") == true)
    #expect(problem.location?.column == 5)
  }

  @Test
  func `a draft has a digest that tells the rows of the sample apart, and a day by its values`()
    throws
  {
    let text = """
      student name,ID SIS,resultado,titulo,fecha de entrega,intento
      Ilka Brandt,S-1,MA.1,Puente,2026-10-20T14:00:00Z,1
      Ilka Brandt,S-1,MA.1,Puente,2026-10-20T14:00:00Z,2
      Teo Marsh,S-2,MA.1,Puente,2026-10-21T14:00:00Z,1
      """
    let draft = try #require(
      MappingSuggestion(InputFile(path: "canvas-es.csv", bytes: Array(text.utf8)))
    ).text
    #expect(draft.contains("demonstrated_on: { column: fecha de entrega, date: timestamp }"))
    #expect(draft.contains("student_name: student name"))
    let digest = try #require(draft.split(separator: "\n").first { $0.contains("digest") })
    #expect(digest.contains("intento") && !digest.contains("not enough"))
  }

  @Test(arguments: [
    // 2026: summer time from 8 March to 1 November.
    ("2026-10-02T04:30:00Z", "2026-10-02"), ("2026-10-02T03:30:00Z", "2026-10-01"),
    ("2026-12-02T04:30:00Z", "2026-12-01"), ("2026-12-02T05:00:00Z", "2026-12-02"),
    ("2026-03-08T04:30:00Z", "2026-03-07"), ("2026-03-09T04:30:00Z", "2026-03-09"),
    ("2026-11-01T04:30:00Z", "2026-11-01"), ("2026-11-02T04:30:00Z", "2026-11-01"),
    ("2026-10-02T00:30:00-04:00", "2026-10-02"),
  ])
  func `a time in UTC is of the school's day, in summer time as well`(text: String, day: String) {
    let pattern = DatePattern("timestamp", hoursFromUTC: -5, hasSummerTime: true)
    #expect(pattern?.date(text)?.isoText == day)
  }

  @Test func `a misspelt or confidential column of our own table is named, and nothing is read`()
    throws
  {
    let table = """
      evidence_id,student_id,competency,demonstrated_on,level,purpose,assessment_type,title,staus,ssn
      e-1,S-1,MA.1,2026-10-20,PR,summative,test,Bridge,withdrawn,CANARY
      """
    let file = InputFile(path: "own.csv", bytes: Array(table.utf8))
    let plan = ImportPlanner(district: try Sample.base([:])).plan([file])
    #expect(plan.diagnostics.all.map(\.code) == [.unknownColumn, .confidentialColumn])
    #expect(plan.diagnostics.all[0].hint == "rename it status")
    #expect(plan.files.isEmpty)
  }
}
