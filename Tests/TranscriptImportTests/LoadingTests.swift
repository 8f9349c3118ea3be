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

  @Test func `letters whose accents are stored apart are composed where they come in`() throws {
    // 60 letters of two code points each: composed they are 60, which is the limit of a short name.
    let name = String(repeating: "e\u{301}", count: 60)
    let path = "framework/competencies.csv"
    let result = try load([
      path: try Sample.text(path).replacing("Argue in writing,", with: name + ","),
      "evidence/fall.csv": header
        + "e-1,S-1,MA.1,2026-09-14,PR,project,summative,\"\"\"Cafe\u{301}\"\"\",\n",
    ])
    #expect(!result.diagnostics.all.contains { $0.code.name == "short-name-too-long" })
    let district = try #require(result.district)
    let competency = try #require(district.framework.competencies.first { $0.id.code == "EN.1" })
    #expect(competency.shortName.unicodeScalars.count == 60)
    #expect(competency.shortName.unicodeScalars.allSatisfy { $0 == "\u{E9}" })
    let title = try #require(district.file(of: "S-1").evidence.first?.title)
    #expect(Array(title.unicodeScalars) == Array("\"Caf\u{E9}\"".unicodeScalars))
  }

  private let tables = """
    score_tables:
      - scale: percent
        title: Percent table
        highest: 100
        steps: [{ at_least: 80, level: PR }, { at_least: 0, level: DV }, { at_least: 92.5, level: EX }]
      - scale: five
        scores: { 1: DV, 2: DV, 3: DV, 4: PR, 5: EX }

    """

  @Test func `a score of another scale becomes a level by the declared table alone`() throws {
    let header = header.dropLast() + ",scale\n"
    let scores = [
      ("79.99", "percent"), ("80", "percent"), ("92.5%", "percent"), ("100", "percent"),
      ("4", "five"), ("5.0", "five"), ("2", ""),
    ]
    let rows = scores.enumerated().map { number, score in
      "e-\(number),S-1,MA.1,2026-09-1\(number),\(score.0),project,summative,Bridge,,\(score.1)\n"
    }
    let policy = try Sample.text("policy.yaml") + tables
    let result = try load(["evidence/fall.csv": header + rows.joined(), "policy.yaml": policy])
    #expect(result.diagnostics.all.map(\.message) == [])
    let ratings = try #require(result.district).file(of: "S-1").evidence.compactMap(\.rating)
    #expect(ratings.map(\.level) == [0, 1, 2, 2, 1, 2, 1])
    // The district's own numbers: a 5 of 5 is 3 of 3, never 5.
    #expect(ratings.map(\.score) == [1, 2, 3, 3, 2, 3, 2].map { Rational($0) })
    #expect(ratings[0].given == GivenScore(text: "79.99", scale: "percent"))
    #expect(ratings[6].given == nil)
  }

  @Test func `a score that the table does not hold is an error, never the nearest level`() throws {
    let header = header.dropLast() + ",scale\n"
    let rows = ["101,percent", "-1,percent", "B,percent", "4.5,five"].enumerated().map {
      let parts = $1.split(separator: ",")
      return "e-\($0),S-1,MA.1,2026-09-1\($0),\(parts[0]),project,summative,Bridge,,\(parts[1])\n"
    }
    let policy = try Sample.text("policy.yaml") + tables
    let result = try load(["evidence/fall.csv": header + rows.joined(), "policy.yaml": policy])
    #expect(result.diagnostics.all.map(\.code) == Array(repeating: .unmappedScore, count: 4))
    #expect(result.rejectedRows.count == 4)
  }

  @Test func `a table without scores or steps, with a falling step or an unknown level is refused`()
    throws
  {
    let wrong = """
      score_tables:
        - { scale: empty }
        - { scale: open, steps: [{ at_least: 0, level: DV }] }
        - { scale: falling, highest: 9, steps: [{ at_least: 0, level: PR }, { at_least: 5, level: DV }] }
        - { scale: letters, scores: { A: XX } }
        - { scale: letters, scores: { A: EX } }

      """
    let result = try load(["policy.yaml": try Sample.text("policy.yaml") + wrong])
    let codes: [DiagnosticCode] = [
      .missingKey, .missingKey, .levelsOutOfOrder, .unknownLevel, .duplicateCode,
    ]
    #expect(result.diagnostics.all.map(\.code) == codes)
  }

  @Test func `classes keep rules of their own, and honours freeze in each class's year`() throws {
    let policy =
      try Sample.text("policy.yaml") + """
        earlier:
          - version: "0"
            effective_on: 2024-07-01
            classes: { through: 2026 }
            rules: { content-area: { rule: highest }, overrides: { MA.1: { rule: most-recent } } }
        honors: { frozen_on: 04-09, awards: [{ title: Honors, at_least: 3 }] }

        """
    let result = try load(["policy.yaml": policy])
    #expect(result.diagnostics.all.map(\.message) == [])
    let read = try #require(result.district).policy
    #expect(read.earlier.map(\.version) == ["0"])
    #expect(read.earlier.first?.rules[.contentArea]?.name == "highest")
    #expect(read.earlier.first?.overrides["MA.1"]?.name == "most-recent")
    #expect(read.earlier.first.map { $0.hold(forClassOf: 2026) } == true)
    #expect(read.earlier.first.map { $0.hold(forClassOf: 2027) } == false)
    #expect(read.honors?.freeze == .eachYear(month: 4, day: 9))
  }

  @Test func `classes without an end, and a day that never is, are refused`() throws {
    let policy =
      try Sample.text("policy.yaml") + """
        earlier:
          - { version: "0", effective_on: 2024-07-01, classes: {}, rules: {} }
          - { version: "1", effective_on: 2024-07-01, classes: { from: 2026, through: 2025 }, rules: {} }
        honors: { frozen_on: 02-30, awards: [] }

        """
    let codes = try load(["policy.yaml": policy]).diagnostics.all.map(\.code)
    #expect(codes == [.missingKey, .rangeBackwards, .notADate])
  }

  @Test func `a decision that lowers a result says to which level`() throws {
    let header =
      "determination_id,student_id,competency,level,decided_on,decided_by,role,reason,act\n"
    let rows = [
      "d-1,S-1,MA.1,DV,2026-10-01,R. Sample,Principal,The work was another's,lowers",
      "d-2,S-1,MA.1,,2026-10-01,R. Sample,Principal,No level,lowers",
      "d-3,S-1,MA.1,,2026-10-02,R. Sample,Panel,Portfolio,",
    ]
    let text = header + rows.joined(separator: "\n") + "\n"
    let result = try load(["determinations.csv": text])
    #expect(result.diagnostics.all.map(\.code) == [.missingCell])
    let decisions = try #require(result.district).file(of: "S-1").determinations
    #expect(decisions.map(\.act) == [.lowers, .meets])
    #expect(decisions.map(\.level) == [0, nil])
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
    #expect(plan.requirements[3].kind == .courses(["ALG1"], credits: .half, isCrossCredit: nil))
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
