import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Names that systems write so differently that only their words show whose they are.
@Suite struct IdentityNearTests {
  private static let header =
    "student_id,sasid,legal_first,legal_last,birth_date,grade_level,class_of\n"
  private static let onFile =
    header + "S-1,,José,Ibarra Łuczak,2009-11-19,11,2028\n"
    + "S-2,,Wren,Abernathy-Quist,2009-04-02,11,2028\n"
    + "S-3,,Ana,de la Cruz,2009-05-05,11,2028\n"

  private func plan(_ rows: String, _ more: [InputFile] = []) throws -> ImportPlan {
    let file = InputFile(path: "sis.csv", bytes: Array((Self.header + rows + "\n").utf8))
    let base = try Sample.base(["students.csv": Self.onFile])
    return ImportPlanner(district: base).plan([file] + more)
  }

  @Test(arguments: [
    ("S-8,,Abernathy-Quist,Wren,2009-04-02,11,2028", "S-2"),
    ("S-8,,Wren,Abernathy,2009-04-02,11,2028", "S-2"),
    ("S-8,,Wren,Quist,2009-04-02,11,2028", "S-2"),
    ("S-8,,José,Luczak,2009-11-19,11,2028", "S-1"),
    ("S-8,,Luczak Ibarra,Jose,2009-11-19,11,2028", ""),
    ("S-8,,Ana,Cruz,2009-05-05,11,2028", "S-3"),
    // What many names have in common, another first name or another day tell nothing.
    ("S-8,,Ana,de la Rosa,2009-05-05,11,2028", ""),
    ("S-8,,Wren,Abernathy,2009-04-03,11,2028", ""),
    ("S-8,,Robin,Abernathy,2009-04-02,11,2028", ""),
  ])
  func `exchanged names and half of a double name are looked at by a person`(
    row: String, student: String
  ) throws {
    let plan = try plan(row)
    guard !student.isEmpty else {
      #expect(plan.rejectedRows.isEmpty && plan.count(.added) == 1)
      return
    }
    let problem = try #require(plan.diagnostics.all.first)
    #expect(problem.code == .identityInDoubt && problem.message.contains("\"\(student)\""))
    #expect(problem.message.contains("nearly the name"))
    #expect(plan.files.isEmpty)
  }

  @Test func `check reports students on file who have nearly one name`() throws {
    let base = try Sample.base([
      "students.csv": Self.onFile + "S-4,,Wren,Quist,2009-04-02,11,2028\n"
    ])
    let found = DistrictImporter(source: base).check().diagnostics.all
    #expect(found.filter { $0.code == .possibleDuplicateStudent }.map(\.location?.line) == [5])
  }

  @Test func `ten equal digits are nobody's SASID`() throws {
    let plan = try plan("S-8,0000000000,Robin,Vole,2009-04-02,11,2028")
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.malformedSASID])
  }

  @Test func `evidence of a new student in doubt says that the student's own row is`() throws {
    let rows = "S-8,,Robin,Vole,2009-04-07,11,2028\nS-9,,Robin,Vole,2009-04-07,11,2028"
    let evidence = InputFile(
      path: "e.csv",
      bytes: Array(
        ("evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
          + "e-9,S-8,MA.1,2026-10-01,PR,test,summative,Bridge\n").utf8))
    let found = try plan(rows, [evidence]).rejectedRows.filter { $0.file == "e.csv" }
    #expect(found.flatMap(\.diagnostics).map(\.code) == [.identityInDoubt])
    #expect(found.first?.diagnostics.first?.message.contains("whose own row") == true)
    // A student's row that cannot be used takes the others with it by name.
    let broken = try plan("S-8,,Robin,Vole,someday,11,2028", [evidence])
      .rejectedRows.filter { $0.file == "e.csv" }
    #expect(broken.flatMap(\.diagnostics).map(\.code) == [.namesRejectedRow])
  }

  @Test func `two exchanged digits are told as such`() {
    #expect(NearMissIDs.distance("1234567980", "1234567890") == "two exchanged characters from")
    #expect(NearMissIDs.distance("1234567891", "1234567890") == "one character from")
    #expect(NearMissIDs.distance("123456789", "1234567890") == "one character from")
    #expect(NearMissIDs.distance("1234", "001234") == "but for leading zeros")
    #expect(NearMissIDs.isNear("1234", "001234") && NearMissIDs.isNear("01234", "001234"))
    #expect(!NearMissIDs.isNear("1234", "1235") && !NearMissIDs.isNear("0", "00"))
    #expect(NearMissIDs.isNear("12345", "12346"))
  }
}

/// Names of columns that nobody reads.
@Suite struct ConfidentialNameTests {
  @Test(arguments: [
    "SpEd", "Sp Ed", "SPED Flag", "SPEDFlag", "McKinney-Vento", "McKinneyVento Status", "ISS Days",
    "ISSDays", "OSS", "SNAP", "Title I", "Title I Status", "titleI", "Case Manager", "CaseManager",
    "Services", "Related Service", "Incident", "Incident Count", "Truancy", "Truant",
    "Home Language",
    "home_language", "HomeLanguageCode", "Religion", "Religious", "Immigration", "Immigrant",
    "Gender", "gender", "GenderCode", "Sex", "Race", "Ethnicity Code", "IEP", "IEPStatus",
    "504 Plan",
    "ELLs", "EL Status", "LEP", "FRL", "Free/Reduced", "Reduced-Price Lunch", "Medical Alert",
    "Medicaid", "Homeless", "Unaccompanied Youth", "Foster Care", "SSN", "Social Sec",
    "Direct Certification", "Low Income", "Refugee", "Country of Birth", "Behavior Referral",
    "Suspended", "Expelled", "Detention", "Discipline", "Disability", "Accommodations", "PPT Date",
    "Economically Disadvantaged", "DCF", "Pregnancy", "Pronouns", "SWD", "Autism", "ADHD",
    "Nationality", "Military Family", "WIDA", "Unhoused", "Probation", "Tribe", "Home Lang",
    "Econ Dis",
    "IEP Diagnostic Test", "Health Condition",
  ])
  func `what is confidential is told by the stems of its words`(name: String) {
    #expect(ConfidentialName.matches(name))
  }

  @Test(arguments: [
    "title", "Title", "titleId", "assessment title", "Standard", "Score", "student sis id",
    "learning outcome name", "English Language Arts", "World Language", "Language",
    "Community Services",
    "Service Hours", "Latin", "Elective", "Model", "Issue", "Issued On", "Essay", "Session",
    "Incoming Grade", "Trace", "Terrace", "Section", "Sextant",
    "Citizenship", "Economics", "Course", "Snapshot", "Digital Citizenship", "Academic Discipline",
    "Health Education", "Health Standards", "Diagnostic Test", "Religions of the World",
    "Racial Justice Unit",
  ])
  func `what only sounds alike is read`(name: String) {
    #expect(!ConfidentialName.matches(name))
  }

  @Test(arguments: ["Q1 Grade", "Period Grade", "S2 Grade"])
  func `the grade of a term is a computed number`(column: String) {
    #expect(RollupName.matches(column))
  }

  @Test(arguments: ["Q1 Score", "Grade", "Grade Level", "T Chart"])
  func `a result is none`(column: String) {
    #expect(!RollupName.matches(column))
  }

  @Test func `the language of a family is read where a mapping asks for it, and kept nowhere else`()
    throws
  {
    let mapping = """
      mapping: sis
      table: students
      recognizes: [ID, Home Language]
      columns:
        student_id: ID
        legal_first: First
        legal_last: Last
        birth_date: Born
        grade_level: { constant: 11 }
        class_of: { constant: 2028 }
        family_language: { column: Home Language, values: { Spanish: es } }
      """
    let file = InputFile(
      path: "sis.csv",
      bytes: Array(
        ("ID,First,Last,Born,Home Language,Gender\nS-8,Rue,Quay,2010-01-02,Spanish,CANARY\n"
          + "S-9,Ana,Vole,2010-01-03,Polish,CANARY\n").utf8))
    let plan = ImportPlanner(district: try Sample.base(["mappings/sis.yaml": mapping])).plan([file])
    #expect(plan.count(.added) == 1)
    let students = String(decoding: plan.files["students.csv"] ?? [], as: UTF8.self)
    #expect(students.contains(",es,"))
    let kept = String(decoding: plan.rejects.flatMap(\.files).flatMap(\.bytes), as: UTF8.self)
    #expect(kept == "ID,First,Last,Born,Home Language\nS-9,Ana,Vole,2010-01-03,Polish\n")
    // Of evidence nobody asks it.
    let title = mapping.replacing("legal_first: First", with: "legal_first: Home Language")
    let checked = DistrictImporter(source: try Sample.base(["mappings/sis.yaml": title])).check()
    #expect(checked.diagnostics.all.map(\.code) == [.confidentialColumn])
  }
}
