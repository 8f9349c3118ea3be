import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// What is made of rows that are right, over the district of `Samples/base`.
@Suite struct LoadingTests {
  private let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title,replaces\n"

  private func load(_ changes: [String: String]) throws -> ImportResult {
    DistrictImporter(source: try Sample.base(changes)).load()
  }

  private func evidence(_ rows: [String], of student: String = "S-1") throws -> [EvidenceRecord] {
    let text = header + rows.joined(separator: "\n") + "\n"
    let district = try #require(try load(["evidence/fall.csv": text]).district)
    return district.file(of: Identifier(student)).evidence
  }

  @Test func `a level is read by its code and by its number`() throws {
    let records = try evidence([
      "e-1,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,",
      "e-2,S-1,MA.1,2026-09-15,2,project,summative,Bridge,",
      "e-3,S-1,MA.1,2026-09-16,2.0,project,summative,Bridge,",
    ])
    #expect(records.map { $0.rating?.level } == [1, 1, 1])
    #expect(records.map { $0.rating?.score } == [Rational(2), Rational(2), Rational(2)])
  }

  @Test func `the only area of a competency is its area; an objective has its parents' areas`()
    throws
  {
    let records = try evidence(["e-1,S-1,MA.1.a,2026-09-14,PR,project,summative,Bridge,"])
    #expect(records.map(\.area) == ["MA"])
  }

  @Test func `rows and files in any order make the same district`() throws {
    let rows = [
      "e-3,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,",
      "e-1,S-1,MA.1,2026-09-14,EX,project,summative,Tower,",
      "e-2,S-1,EN.1,2026-09-01,DV,essay,summative,Letter,",
      "e-4,S-1,EN.1,2026-09-20,PR,essay,summative,Letter,e-2",
    ]
    let ids = ["e-2", "e-1", "e-3", "e-4"]
    #expect(try evidence(rows).map(\.id.code) == ids)
    #expect(try evidence(rows.reversed()).map(\.id.code) == ids)
    let split = try load([
      "evidence/fall.csv": header + rows[2] + "\n" + rows[0] + "\n",
      "evidence/a.csv": header + rows[3] + "\n" + rows[1] + "\n",
    ])
    #expect(split.district?.file(of: "S-1").evidence.map(\.id.code) == ids)
  }

  @Test func `which of two rows with one id comes first changes nothing`() throws {
    let rows = [
      "e-1,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,",
      "e-1,S-1,MA.1,2026-09-14,EX,project,summative,Bridge,",
      "e-2,S-1,MA.1,2026-09-15,EX,project,summative,Tower,",
    ]
    #expect(try evidence(rows).map(\.id.code) == ["e-2"])
    #expect(try evidence(rows.reversed()).map(\.id.code) == ["e-2"])
  }

  @Test func `a correction of a row that is set aside is used`() throws {
    let records = try evidence([
      "e-1,S-1,MA.1,2026-09-14,9,project,summative,Bridge,",
      "e-2,S-1,MA.1,2026-09-14,EX,project,summative,Bridge,e-1",
    ])
    #expect(records.map(\.id.code) == ["e-2"])
  }

  @Test func `a long chain of corrections is followed without recursion`() throws {
    let rows = (1...20_000).map { number in
      "e-\(number),S-1,MA.1,2026-09-14,PR,project,summative,Bridge,"
        + (number > 1 ? "e-\(number - 1)" : "")
    }
    #expect(try evidence(rows).count == 20_000)
  }

  @Test func `what hangs on a correction that is unclear is not used either`() throws {
    let records = try evidence([
      "e-1,S-1,MA.1,2026-09-14,DV,project,summative,Bridge,",
      "e-2,S-1,MA.1,2026-09-14,EX,project,summative,Bridge,e-1",
      "e-3,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,e-1",
      "e-4,S-1,MA.1,2026-09-14,PR,project,summative,Bridge,e-3",
      "e-5,S-1,EN.1,2026-09-14,PR,essay,summative,Letter,",
    ])
    #expect(records.map(\.id.code) == ["e-5"])
  }

  @Test func `names keep every script, and quotes are undone`() throws {
    let students = """
      student_id,legal_first,legal_last,birth_date,grade_level,class_of,preferred_name
      S-1,Linh,Nguyễn,2010-02-03,11,2028,"Linh ""Lin"" Nguyễn"
      S-2,,محمد,2010-05-06,11,2028,
      """
    let district = try #require(try load(["students.csv": students]).district)
    #expect(district.students.map(\.displayName) == ["Linh \"Lin\" Nguyễn", "محمد"])
    #expect(district.students[1].legalName.first == nil)
  }

  @Test func `an excerpt of a name is personal, one of a level is not`() throws {
    let result = try load([
      "students.csv": """
      student_id,legal_last,birth_date,grade_level,class_of
      S-1,Brandt,yesterday,11,2028
      S-2,Marsh,2010-05-06,11,2028
      """
    ])
    let date = try #require(result.diagnostics.all.first { $0.code == .notADate })
    #expect(date.excerpt?.isPersonal == true)
    #expect(!DiagnosticText().render(date).contains("yesterday"))
    #expect(DiagnosticText(showsPersonal: true).render(date).contains("yesterday"))
  }

  @Test func `a selection of competencies in a plan is those of its tier`() throws {
    let district = try #require(try load([:]).district)
    let plan = try #require(district.policy.plan(forClassOf: 2028))
    guard case .competencies(let set) = plan.requirements[1].kind else {
      Issue.record("the second requirement is not one of competencies")
      return
    }
    #expect(set.members.map(\.code) == ["MA.1", "EN.1"])
    #expect(set.criteria == .all)
  }

  @Test func `parts of a credit requirement and the other kinds are read`() throws {
    let policy = try Sample.text("policy.yaml").replacing(
      "      - { id: core,",
      with: """
              - { id: hours, title: Hours, hours: 120, pathways: [internship, service] }
              - { id: seal, title: Seal, notation: seal-of-biliteracy }
              - { id: algebra, title: Algebra, courses: [ALG1], credits: 1/2 }
              - id: any
                title: Any
                at_least: 1
                of:
                  - { id: whole, title: Whole, all: [{ id: one, title: One, competencies: [MA.1] }] }
                  - id: math-2
                    title: More
                    credits: 2
                    areas: [math]
                    requirements: [{ id: half, title: Half, credits: 0.5, areas: [math] }]
              - { id: core,
        """)
    let result = try load(["policy.yaml": policy])
    #expect(result.diagnostics.all.map { DiagnosticText().render($0) } == [])
    let plan = try #require(result.district?.policy.plans.first)
    #expect(
      plan.requirements.map(\.id.code) == ["math", "hours", "seal", "algebra", "any", "core"])
    #expect(plan.requirements[1].kind == .hours(Rational(120), pathways: [.internship, .service]))
    #expect(plan.requirements[2].kind == .notation(.sealOfBiliteracy))
    #expect(plan.requirements[3].kind == .courses(["ALG1"], credits: .half))
    guard case .atLeast(1, let parts) = plan.requirements[4].kind,
      case .credits(let credits, let areas, let inner) = parts[1].kind
    else {
      Issue.record("the fifth requirement is not one of several")
      return
    }
    #expect(credits == Rational(2) && areas == ["math"] && inner.map(\.id) == ["half"])
  }

  @Test func `without a policy the tables are still checked`() throws {
    let source = try Sample.base(["students.csv": "student_id\n"], without: ["policy.yaml"])
    let result = DistrictImporter(source: source).load()
    #expect(result.district == nil)
    let codes = Set(result.diagnostics.all.map(\.code))
    #expect(codes == [.missingFile, .missingColumn])
  }

  @Test func `the hash of each file that was read is kept`() throws {
    let district = try #require(try load(["narratives/S-1.txt": "author: A, B\n\nC\n"]).district)
    let expected = SHA256.hex(Array("author: A, B\n\nC\n".utf8))
    #expect(district.inputHashes["narratives/S-1.txt"] == expected)
    #expect(district.inputHashes.count == 8)
    #expect(district.file(of: "S-1").narrative?.text == "C")
    #expect(district.file(of: "S-1").narrative?.author == "A, B")
  }
}
