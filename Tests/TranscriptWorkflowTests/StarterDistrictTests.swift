import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel
import TranscriptWorkflow

/// What `init` writes.
@Suite struct StarterDistrictTests {
  private static let files = Dictionary(
    uniqueKeysWithValues: StarterDistrict.files.map { ($0.path, $0.text) })

  @Test func `The starter district has not even a warning`() throws {
    let today = CalendarDate(iso: "2026-10-15")
    let source = MemorySource(texts: Self.files)
    let result = DistrictImporter(source: source, today: today).load()
    let problems = result.diagnostics.all.map { DiagnosticText().render($0) }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    #expect(result.rejectedRows.isEmpty)
    let district = try #require(result.district)
    #expect(district.students.count == 3)
    #expect(district.profile.isFictional)
    #expect(district.students.allSatisfy { district.policy.plan(forClassOf: $0.classOf) != nil })
  }

  @Test func `Every file of the starter district ends with one line end`() {
    for (path, text) in Self.files {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
    }
  }
}
