import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Blocks must accept and report what the reader of ordinary tables does.
@Suite struct EvidenceBlockTests {
  private let header =
    "evidence_id,student_id,competency,demonstrated_on,recorded_on,level,assessment_type,"
    + "purpose,content_area,pathway,title,status,replaces,hours"

  private let lines = [
    "e-01,S-1,MA.1,2026-09-14,,PR,project,summative,,,Bridge,,,",
    "e-02,S-1,MA.1,2026-09-15,2026-09-16,2,project,formative,MA,course,Bridge,rated,,",
    "e-03,S-1,MA.1,2026-09-16,,2.0,test,summative,,internship,\"Test: equations, again\",,,",
    "e-04,S-1,EN.1,2026-09-17,,EX,essay,summative,,,Über Brücken,,,12.5",
    "e-05,S-2,EN.1,2026-09-18,,,essay,summative,,,Missed,missed,,",
    "e-06,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Corrected,,e-05,",
    "",
    "e-07,S-2,EN.1,2026-02-30,,PR,essay,summative,,,No such day,,,",
    "e-08,S-9,EN.1,2026-09-19,,PR,essay,summative,,,No such student,,,",
    "e-09,S-2,EN.9,2026-09-19,,PR,essay,summative,,,No such competency,,,",
    "e-10,S-2,EN.1,2026-09-19,,XX,essay,summative,,,No such level,,,",
    "e-11,S-2,EN.1,2026-09-19,,PR,esay,summative,,,No such type,,,",
    "e-12,S-2,EN.1,2026-09-19,2026-09-18,PR,essay,summative,,,Recorded before,,,",
    "e-13,S-2,EN.1,2026-09-19,,PR,essay,summative,MA,,Area of another,,,",
    "e-14,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Too few cells",
    "e-15,S-2,EN.1,2009-09-19,,PR,essay,summative,,,Before birth,,,",
    "e-16,S-2,EN.1,2026-09-19,,,essay,summative,,,Rated without level,,,",
    "e-17,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Level without rating,excused,,",
    "e-18,S-2,EN.1,2026-09-19,,PR,essay,summative,,,,,,",
    "e-19,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Stray \" quote,,,",
    "e-20,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Last \u{202E}mark,,,",
    "e-22 ,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Space after the id,,,",
    "\u{A0}e-23,S-2,EN.1,2026-09-19,,PR,essay,summative,,,Space before the id,,,",
    "e-21,S-2,MA.1.a,2026-09-20,,PR,lab,pre-assessment,,,Fine,,,",
  ]

  private func compare(_ text: String) throws {
    let path = "evidence/fall.csv"
    let source = try Sample.base([path: header + "\n" + text])
    let expected = DistrictImporter(source: source).load()
    let district = try #require(expected.district)
    var problems = DiagnosticList()
    let reader = try #require(
      EvidenceBlockReader(
        path: path, header: Array(header.utf8), district: district, diagnostics: &problems))
    let block = reader.read(Array(text.utf8))
    let ids = district.students.flatMap { district.file(of: $0.id).evidence }.map(\.id.code)
    #expect(Set(block.rows.map(\.id)) == Set(ids.map { PackedEvidence.hash(of: $0) }))
    #expect(block.rows.count == ids.count)
    let reported = block.diagnostics(after: 1).sorted()
    let known = expected.diagnostics.all.filter { $0.location?.file == path }.sorted()
    #expect(reported.map(\.code) == known.map(\.code))
    #expect(reported.map(\.location) == known.map(\.location))
    #expect(reported.map(\.message) == known.map(\.message))
    #expect(block.rejectedCount == expected.rejectedRows.count)
  }

  @Test func `good and bad rows come out as from an ordinary table`() throws {
    try compare(lines.joined(separator: "\n") + "\n")
  }

  @Test func `line ends of two bytes and a last line without one change nothing`() throws {
    try compare(lines.joined(separator: "\r\n"))
  }

  @Test func `each row alone comes out as from an ordinary table`() throws {
    for line in lines where !line.contains("e-06") { try compare(line + "\n") }
  }

  @Test func `a packed row holds what the record holds`() throws {
    let district = try #require(
      DistrictImporter(source: try Sample.base(["evidence/fall.csv": header + "\n"])).load()
        .district)
    var problems = DiagnosticList()
    let reader = try #require(
      EvidenceBlockReader(
        path: "evidence/fall.csv", header: Array(header.utf8), district: district,
        diagnostics: &problems))
    let block = reader.read(Array((lines[1] + "\n" + lines[4] + "\n" + lines[5] + "\n").utf8))
    let first = block.rows[0]
    #expect(first.day == CalendarDate(iso: "2026-09-15")?.dayNumber)
    #expect(district.framework.competencies[Int(first.competency)].id == "MA.1")
    #expect(first.level == 1)
    #expect(AssessmentPurpose.allCases[Int(first.purpose)] == .formative)
    #expect(first.title == PackedEvidence.hash(of: "Bridge"))
    #expect(EvidenceStatus.allCases[Int(block.rows[1].status)] == .missed)
    #expect(block.rows[1].level == -1)
    #expect(block.corrections.map(\.replaced) == [PackedEvidence.hash(of: "e-05")])
    #expect(block.runs.map(\.student) == [0, 1])
  }

  @Test func `ids that are there twice are found among many`() {
    let hashes = (0..<5_000).map { PackedEvidence.hash(of: "e-\($0)") }
    #expect(RepeatedIDs.find(in: [hashes]).isEmpty)
    let twice = [hashes[17], hashes[4_999]]
    #expect(RepeatedIDs.find(in: [hashes, twice]) == Set(twice))
  }
}
