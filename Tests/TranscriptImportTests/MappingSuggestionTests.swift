import Diagnostics
import Testing
import TranscriptImport

@Suite struct MappingSuggestionTests {
  @Test func `a draft names what it can tell and says what it cannot`() throws {
    let table = """
      Result ID;SASID;Standard Code;Date Assessed;Score;Mastery Average;Assignment Name;IEP
      1;1000000001;MATH-1;10/14/2026;4;3.2;Bridge;CANARY
      2;1000000002;MATH-1;10/13/2026;3;3.1;Bridge;CANARY
      """
    let draft = try #require(
      MappingSuggestion(InputFile(path: "a/Standards Export.csv", bytes: Array(table.utf8))))
    #expect(
      draft.text == """
        # A first draft: read it line by line, and give what could not be told.
        mapping: standards-export
        table: evidence
        recognizes: [Result ID, SASID, Standard Code, Date Assessed]
        separator: ";"
        columns:
          evidence_id: Result ID
          student_id: { column: SASID, sasid: true }
          competency: Standard Code
          demonstrated_on: { column: Date Assessed, date: M/D/YYYY }
          level: { column: Score, values: { "3": …, "4": … } }
          # assessment_type: { constant: … }   # nothing here looks like it
          # purpose: { constant: … }   # nothing here looks like it
          title: Assignment Name
        # computed from other numbers, so no evidence: Mastery Average

        """)
  }

  @Test func `a day that could be read in two ways is left to a person`() throws {
    let table = "id,student id,standard,date,score,title\n1,2,3,3/4/2026,4,x\n"
    let draft = try #require(
      MappingSuggestion(InputFile(path: "x.csv", bytes: Array(table.utf8))))
    #expect(draft.text.contains("demonstrated_on: { column: date, date: … }"))
    #expect(draft.text.contains("evidence_id: { digest: [student id, standard, title, date] }"))
  }

  /// What each of our columns is taken from.
  private func choices(_ header: String, _ row: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in try draft(header + "\n" + row + "\n").split(separator: "\n")
    where line.hasPrefix("  ") && !line.contains("#") {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      let value = parts[1].split(separator: "column: ").last ?? parts[1]
      found[String(parts[0])] = String(value.prefix { $0 != "," }).replacing("\"", with: "")
        .replacing(" ", with: "")
    }
    return found
  }

  @Test func `columns of PowerSchool are told by the end of their names`() throws {
    let found = try choices(
      "STUDENTS.ID\tSTUDENTS.Student_Number\tSTUDENTS.LastFirst\tSTUDENTS.Grade_Level\tSTANDARD.StandardID"
        + "\tSTANDARD.Identifier\tSTANDARD.Name\tASSIGNMENT.ID\tASSIGNMENT.Name\tASSIGNMENT.DueDate"
        + "\tSTANDARDGRADESECTION.StandardGrade\tTEACHERS.LastFirst",
      "77\t1001\tA, B\t11\t9\tMATH-1\tNumbers\t5\tBridge\t10/14/2026\t3\tQ, M")
    #expect(found["student_id"] == "STUDENTS.Student_Number")
    #expect(found["competency"] == "STANDARD.Identifier")
    #expect(found["title"] == "ASSIGNMENT.Name")
    #expect(found["demonstrated_on"] == "ASSIGNMENT.DueDate")
    #expect(found["level"] == "STANDARDGRADESECTION.StandardGrade")
    #expect(found["assessor"] == "TEACHERS.LastFirst")
    #expect(found["recorded_on"] == nil)
  }

  @Test func `columns of Infinite Campus are told by the words of their names`() throws {
    let found = try choices(
      "score.id;student.stateID;student.lastName;standard.code;standard.name;assignment.name"
        + ";assignment.gradingTask;assignment.dueDate;score.date;score.modifiedDate;score.percent",
      "ic-1;1000000001;Ada;MATH.UNITS;Units;Units test;Summative;09/25/2026;09/28/2026;09/29/2026;91%"
    )
    #expect(found["evidence_id"] == "score.id")
    #expect(found["student_id"] == "student.stateID")
    #expect(found["competency"] == "standard.code")
    #expect(found["title"] == "assignment.name")
    #expect(found["purpose"] == "assignment.gradingTask")
    #expect(found["demonstrated_on"] == "score.date")
    #expect(found["recorded_on"] == "score.modifiedDate")
  }

  private static let table = """
    Result ID,Student Number,Standard,Day,Score,Task
    1,S-1,MA.1,10/14/2026,PR,Bridge
    2,S-1,MA.1,10/15/2026,PR,Tower

    """

  private func draft(_ text: String) throws -> String {
    try #require(MappingSuggestion(InputFile(path: "x.csv", bytes: Array(text.utf8)))).text
  }

  @Test(arguments: [
    ("Standards, fall term\n", 0), ("Standards Report\n", 1), ("\n\nStandards Report,,,,,\n", 1),
    ("Standards Report\n\n\"Made on 3 November\"\n", 2), (",,,,,\nStandards Report\n", 2),
    ("\n", 0),
  ])
  func `titles above the header are told apart from it`(above: String, rows: Int) throws {
    let text = try draft(above + Self.table)
    let skips = text.split(separator: "\n").filter { $0.hasPrefix("lines_before_header:") }
    let said = skips.first.map { $0.prefix { $0 != "#" } }.map { $0.trimmingSuffix { $0 == " " } }
    #expect(said.map(String.init) == (rows == 0 ? nil : "lines_before_header: \(rows)"))
    // A title with a comma could be a header of two columns: that is for a person to see.
    #expect(text.contains("recognizes: [Result ID") == !above.contains("fall term"))
  }

  @Test func `the header is found below a title whatever the separator`() throws {
    let text = try draft("Report, fall term\n" + Self.table.replacing(",", with: ";"))
    #expect(text.contains("separator: \";\""))
    #expect(text.contains("lines_before_header: 1   # line 2 seems to be the header"))
    #expect(text.contains("student_id: Student Number"))
  }

  @Test func `a finished draft reads the file below its title`() throws {
    let file = "Standards Report\n\nMade on 3 November\n" + Self.table
    let finished = try draft(file)
      .replacing("level: { column: Score, values: { PR: … } }", with: "level: Score")
      .replacing("# assessment_type: { constant: … }", with: "assessment_type: { constant: test }")
      .replacing("# purpose: { constant: … }", with: "purpose: { constant: summative }")
      .replacing("mapping: x", with: "mapping: standards")
    let base = try Sample.base(["mappings/x.yaml": finished])
    let plan = ImportPlanner(district: base).plan([
      InputFile(path: "x.csv", bytes: Array(file.utf8))
    ])
    #expect(plan.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(plan.count(.added) == 2)
    #expect(plan.changes.map(\.provenance.line) == [5, 6])
  }
}

extension Substring {
  /// Without what stands at the end and fits.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, fits(last) { rest.removeLast() }
    return rest
  }
}
