import Diagnostics
import Testing
import TranscriptModel
import TranscriptWorkflow

/// Awards and experiences of days after the one that is asked about.
@Suite struct DaysToComeTests {
  private static func files() throws -> [String: [UInt8]] {
    var files = try Project.example("tiny")
    files["district/notations.csv"] = Array(
      """
      student_id,kind,title,detail,awarded_on
      1,award,Early,,2026-06-01
      1,award,Late,,2027-06-01

      """.utf8)
    return files
  }

  @Test func `An award of a later day is not stated, and check names it`() throws {
    let files = try Self.files()
    let ready = try #require(Project.load(files).ready)
    let student = try #require(ready.district.students.first { $0.id.code == "1" })
    let record = try #require(
      ready.assembly.record(
        for: ready.resolve(student, asOf: Project.day),
        request: RecordAssembly.Request(status: .official, issuedOn: Project.day)))
    let titles = record.notations.map(\.title)
    #expect(titles.contains("Early"))
    #expect(!titles.contains("Late"))
    let found = DistrictLoading(world: MemoryWorld(files))
      .check("district", asOf: Project.day).diagnostics
      .filter { $0.code.name == "evidence-after-as-of" }
    #expect(found.map { $0.location?.line } == [3])
  }
}
