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

  @Test func `an id of results is made of the number of the work, not of its title`() throws {
    let text = try draft(
      "StudentNumber\tStandard\tAssignmentID\tAssignment\tDate\tPct\n"
        + "1\tA.1\t5\tTest\t10/02/2026\t90\n1\tA.1\t6\tTest\t10/02/2026\t80%\n")
    #expect(text.contains("digest: [StudentNumber, Standard, AssignmentID] }\n"))
    #expect(text.contains("level: { column: Pct, scale: … }"))
    #expect(text.contains("# scales: {"))
  }

  @Test func `tables of students, courses and enrollments are drafted as such`() throws {
    let students = try draft(
      "Student Number,State ID,Last Name,First Name,DOB,Grade Level,Grad Year\n"
        + "1,1000000001,Brandt,Ilka,2/14/2010,11,2028\n")
    #expect(students.contains("table: students\n"))
    #expect(students.contains("  student_id: Student Number\n"))
    #expect(students.contains("  sasid: State ID\n"))
    #expect(students.contains("  birth_date: { column: DOB, date: M/D/YYYY }\n"))
    #expect(students.contains("  class_of: Grad Year\n"))
    let courses = try draft(
      "Course Number,Course Title,Credits,SCED Code\nALG1,Algebra 1,1,02052\n")
    #expect(courses.contains("table: courses\n"))
    #expect(courses.contains("  course: Course Number\n  title: Course Title\n  credit: Credits\n"))
    #expect(courses.contains("  # competencies: { constant: … }   # nothing here looks like it\n"))
    let enrollments = try draft(
      "Student Number,Course Number,School Year,Grade Level\n1,ALG1,2026-2027,9\n")
    #expect(enrollments.contains("table: enrollments\n"))
    #expect(enrollments.contains("  school_year: School Year\n"))
  }

  @Test func `columns whose names say nothing are told by their values`() throws {
    let text = try draft("Who,Which,When,Mark,Task\n1000000001,MATH-1,2026-09-14,3,Bridge\n")
    #expect(text.contains("  student_id: { column: Who, sasid: true }\n"))
    #expect(text.contains("  competency: Which\n"))
    #expect(text.contains("  demonstrated_on: { column: When, date: timestamp }\n"))
  }

  @Test func `columns that do not tell the rows apart are no id without a word`() throws {
    let text = try draft(
      "student number,standard,title,date\n1,A.1,Test,10/14/2026\n1,A.1,Test,10/14/2026\n")
    #expect(
      text.contains(
        "digest: [student number, standard, title, date] }   # not enough: some"))
    #expect(text.contains("# level: { column: …, scale: … }   # nothing here looks like it"))
  }

  @Test
  func
    `a header that is translated in part is told by the rest, the student's number and the days`()
    throws
  {
    let text = try draft(
      "student id,ID SIS del estudiante,ID de la evaluación,assessment type,fecha de entrega,"
        + "learning outcome id,attempt,assessment question id,assignment url,"
        + "learning outcome rating,learning outcome group title\n"
        + "901,1,55,quiz,2026-10-02T02:30:00Z,700,1,1,https://x.example,Proficient,Math\n")
    // Of the thirteen columns that the built-in mapping reads these are there: student id, learning
    // outcome id, assessment type, assessment question id, attempt, assignment url, rating.
    #expect(text.contains("# It has 7 of the 13 columns that canvas-outcome-results reads."))
    #expect(text.contains("assessment title, learning outcome name, outcome score, student sis id"))
    #expect(text.contains("student_id: ID SIS del estudiante\n"))
    #expect(text.contains("demonstrated_on: { column: fecha de entrega, date: timestamp }"))
    #expect(!text.contains("title: learning outcome group title"))
  }

  @Test(arguments: [
    ("Student name,Student ID,Student SIS ID,Units result,Units mastery points", "vendor-rollup"),
    ("Student,ID,SIS User ID,SIS Login ID,Section,Bridge (5),Current Score", "Outcome Results"),
    ("student id,competency,Mastery Average,date", "\"Mastery Average\""),
  ])
  func `no mapping is drafted for computed numbers`(
    header: String, reason: String
  ) {
    let file = InputFile(path: "x.csv", bytes: Array((header + "\n").utf8))
    let refusal = MappingSuggestion.refusal(of: file).map { DiagnosticText().render($0) }
    #expect(refusal?.contains(reason) == true)
  }

  @Test(arguments: [
    (
      "student sis id,assessment title,learning outcome name,outcome score",
      "(canvas-outcome-results)"
    ),
    (
      "student_id,legal_first,legal_last,birth_date,class_of,grade_level",
      "(our own table students)"
    ),
  ])
  func `the draft for a file of a known kind says that it needs none`(
    header: String, kind: String
  ) throws {
    #expect(try draft(header + "\n").contains("# import knows this kind of file \(kind)"))
  }

  @Test func `a table with scores of its own may have computed numbers beside them`() {
    let table = "StudentNumber,Standard,Assignment,Date,Pct,Final Grade\n"
    let file = InputFile(path: "x.csv", bytes: Array(table.utf8))
    #expect(MappingSuggestion.refusal(of: file) == nil)
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
