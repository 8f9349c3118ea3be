import Diagnostics
import Testing
import TranscriptImport

/// Files that no mapping fits, and what is said of them.
@Suite struct NearKindTests {
  private func problem(_ header: String) throws -> Diagnostic {
    let plan = ImportPlanner(district: try Sample.base([:])).plan([
      InputFile(path: "x.csv", bytes: Array((header + "\n1,2,3\n").utf8))
    ])
    #expect(plan.files.isEmpty)
    return try #require(plan.diagnostics.all.first)
  }

  @Test func `one of our own tables with a misspelt column is told which`() throws {
    let found = try problem(
      "evidence_id,student_id,competency,demonstrated_on,level,assesment_type,purpose,title")
    #expect(found.code == .missingColumn)
    #expect(found.message.contains("\"assessment_type\""))
    #expect(found.hint == "rename assesment_type to assessment_type")
  }

  @Test(arguments: ["Decaying Average", "Mastery Average", "Final Grade", "Average"])
  func `a file whose only scores are computed is refused for that`(name: String) throws {
    let found = try problem("Student Number,Standard,\(name),Date")
    #expect(found.code == .vendorRollup)
    #expect(found.message.contains("\"\(name)\""))
  }

  @Test func `the gradebook of Canvas is refused by name`() throws {
    let found = try problem(
      "Student,ID,SIS User ID,SIS Login ID,Section,Bridge test (55),Current Score,Final Score")
    #expect(found.code == .vendorRollup)
    #expect(found.hint?.contains("Outcome Results") == true)
  }

  @Test func `a translated header is told by the columns that are not`() throws {
    let found = try problem(
      "student id,ID SIS,assessment type,fecha,learning outcome id,attempt,"
        + "assessment question id,assignment url,learning outcome rating")
    #expect(found.code == .unknownFormat)
    #expect(found.message.contains("7 of the 13 columns that canvas-outcome-results reads"))
    #expect(found.hint?.contains("extends: canvas-outcome-results") == true)
  }

  @Test func `any other table is of no known kind`() throws {
    #expect(try problem("a,b,c").code == .unknownFormat)
  }
}
