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
    "\"e-22\",S-2,MA.1.a,2026-09-20,,PR,lab,summative,,,\"\",,,\"\"",
    "e-23,S-2,MA.1.a,2026-09-20,,PR,lab,summative,,,\"Said \"\"yes\"\"\",,,",
    "e-26,S-2,MA.1.a,2026-09-20,,PR,lab,summative,,,Too many,,,,",
  ]

  private let scores = [
    "e-31,S-1,MA.1,2026-09-14,,87,project,summative,,,Bridge,,,,percent",
    "e-32,S-1,MA.1,2026-09-15,,87.5%,project,summative,,,Tower,,,,percent",
    "e-33,S-1,MA.1,2026-09-16,,B,project,summative,,,Arch,,,,letters",
    "e-34,S-1,MA.1,2026-09-17,,B-,project,summative,,,Dome,,,,letters",
    "e-35,S-1,MA.1,2026-09-18,,101,project,summative,,,Vault,,,,percent",
    "e-36,S-1,MA.1,2026-09-19,,4,project,summative,,,Beam,,,,five",
    "e-37,S-2,MA.1,2026-09-19,,,project,summative,,,Missed,missed,,,percent",
  ]

  private func compare(_ text: String, extra: String = "", policy: String = "") throws {
    let path = "evidence/fall.csv"
    let header = header + extra
    let source = try Sample.base([
      path: header + "\n" + text, "policy.yaml": try Sample.text("policy.yaml") + policy,
    ])
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
    let records = district.students.flatMap { district.file(of: $0.id).evidence }
    let levels = Dictionary(
      records.map { (PackedEvidence.hash(of: $0.id.code), $0.rating?.level ?? -1) },
      uniquingKeysWith: { first, _ in first })
    #expect(block.rows.allSatisfy { levels[$0.id] == Int($0.level) })
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

  @Test func `accents stored apart from their letter come out as from an ordinary table`() throws {
    let lines = [
      "e\u{301}-1,S-1,MA.1,2026-09-14,,PR,project,summative,,,Bridge,,,",
      "a-\u{E9},S-1,MA.1,2026-09-15,,PR,project,summative,,,Cafe\u{301},,,",
    ]
    try compare(lines.joined(separator: "\n") + "\n")
  }

  @Test func `scores of other scales come out as from an ordinary table`() throws {
    let policy = """
      score_tables:
        - { scale: percent, highest: 100, steps: [{ at_least: 0, level: DV }, { at_least: 85, level: PR }] }
        - { scale: letters, scores: { A: EX, B: PR } }

      """
    try compare(scores.joined(separator: "\n") + "\n", extra: ",scale", policy: policy)
    for line in scores { try compare(line + "\n", extra: ",scale", policy: policy) }
  }

  @Test func `ids that ascend are known to be distinct, and no others are`() throws {
    func order(_ ids: [String]) throws -> IDOrder {
      let district = try #require(
        DistrictImporter(source: try Sample.base(["evidence/fall.csv": header + "\n"])).load()
          .district)
      var problems = DiagnosticList()
      let reader = try #require(
        EvidenceBlockReader(
          path: "evidence/fall.csv", header: Array(header.utf8), district: district,
          diagnostics: &problems))
      // A row with hours goes the careful way.
      let rows = ids.enumerated().map { number, id in
        "\(id),S-1,MA.1,2026-09-14,,PR,project,summative,,,Bridge,,,\(number % 3 == 1 ? "2" : "")\n"
      }
      return reader.read(Array(rows.joined().utf8)).ids
    }
    #expect(try order(["e-8", "e-9", "e-10", "e-11"]).ascends)
    #expect(try order(["evidence-number-000008", "evidence-number-000009"]).ascends)
    #expect(try !order(["e-1", "e-1"]).ascends)
    #expect(try !order(["e-1", "e-2", "e-3", "e-3"]).ascends)
    #expect(try !order(["e-2", "e-1", "e-3"]).ascends)
    let low = try order(["e-1", "e-4"])
    let high = try order(["e-5", "e-9"])
    #expect(IDOrder.areDistinct([high, try order([]), low]))
    #expect(!IDOrder.areDistinct([low, high, try order(["e-3"])]))
    #expect(!IDOrder.areDistinct([low, try order(["e-4", "e-5"])]))
  }

  @Test func `line ends of two bytes and a last line without one change nothing`() throws {
    try compare(lines.joined(separator: "\r\n"))
  }

  @Test func `each row alone comes out as from an ordinary table`() throws {
    for line in lines where !line.contains("e-06") { try compare(line + "\n") }
    try compare("e-25,S-2,MA.1.a,2026-09-20,,PR,lab,summative,,,\"Tail\"x,,,\n")
    try compare("e-24,S-2,MA.1.a,2026-09-20,,PR,lab,summative,,,\"Open,,,\n")
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
    #expect(first.title == PackedEvidence.hash(ofTitle: "Bridge"))
    #expect(EvidenceStatus.allCases[Int(block.rows[1].status)] == .missed)
    #expect(block.rows[1].level == -1)
    #expect(block.corrections.map(\.replaced) == [PackedEvidence.hash(of: "e-05")])
    #expect(block.runs.map(\.student) == [0, 1])
  }

  @Test func `ids that are there twice are found among many`() {
    let rows = (0..<5_000).map { number in
      PackedEvidence(
        id: PackedEvidence.hash(of: "e-\(number)"), title: 0, day: 0, competency: 0, level: 0,
        type: 0, purpose: 0, status: 0)
    }
    let all = 0..<BlockIDs.buckets
    #expect(RepeatedIDs.find(in: [BlockIDs(rows)], buckets: all).isEmpty)
    let twice = [rows[17], rows[4_999]]
    let blocks = [BlockIDs(rows), BlockIDs(twice)]
    #expect(RepeatedIDs.find(in: blocks, buckets: all) == Set(twice.map(\.id)))
  }
}
