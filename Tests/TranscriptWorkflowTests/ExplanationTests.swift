import AttainmentEngine
import Diagnostics
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptWorkflow

/// What `explain` says, over the example district `tiny` with some files changed.
@Suite("Explanations in words")
struct ExplanationTests {
  private static let tiny = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "examples/tiny")
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"

  /// Evidence: a test of A.1 at each level, on September 18, 20 and so on.
  private static func tests(_ levels: String...) -> String {
    header
      + levels.enumerated().map { place, level in
        "\(place + 1),1,A.1,2026-09-\(18 + 2 * place),\(level),test,summative,Test: lines "
          + "\(place + 1)\n"
      }.joined()
  }

  private let asOf = CalendarDate(iso: "2026-10-15") ?? CalendarDate(dayNumber: 0)

  private func explain(
    _ competency: Identifier<Competency>, evidence: String, policy: String = "",
    files: [String: String] = [:], expecting warnings: Int = 0
  ) throws -> String {
    let ready = try district(evidence: evidence, policy: policy, files: files, expecting: warnings)
    let student = try #require(ready.district.students.first)
    let explanation = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf))
    return try #require(explanation.competency(competency))
  }

  private func district(
    evidence: String, policy: String = "", files: [String: String] = [:],
    expecting warnings: Int = 0
  ) throws -> ReadyDistrict {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: Self.tiny, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = try String(contentsOf: folder.appending(path: "policy.yaml"), encoding: .utf8)
    let all = files.merging(["evidence/2026.csv": evidence, "policy.yaml": own + policy]) { $1 }
    for (path, text) in all {
      try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }
    let loaded = DistrictLoading(world: SystemWorld()).load(folder.path, asOf: asOf)
    #expect(loaded.diagnostics.count == warnings, "\(loaded.diagnostics.map(\.message))")
    #expect(!loaded.hasErrors)
    return try #require(loaded.ready)
  }

  @Test("A count that is full is not printed as what lacks")
  func lacking() throws {
    let text = try explain(
      "A.1",
      evidence: Self.tests("PR", "EX"),
      policy: "rules: { objective: { rule: highest, types: 2 } }\n")
    #expect(
      text.contains(
        "Result: insufficient evidence (still needed: 1 demonstration of another kind of work)"))
    #expect(!text.contains("2 of 1"))
  }

  @Test("Where an earlier average stands, the text says so and what the rule gives today")
  func highWater() throws {
    let text = try explain(
      "A.1",
      evidence: Self.tests("EX", "DV"),
      policy: "rules: { objective: { rule: mean-of-last, count: 1 } }\n", expecting: 1)
    #expect(
      text.contains(
        "because an earlier result stands (high-water mark); today the rule alone gives "
          + "2 Developing, from the value 2"))
  }

  private static let decisions = """
    determination_id,student_id,competency,level,decided_on,decided_by,role,reason,act
    d1,1,A.1,,2026-10-01,Ann Example,Panel,Shown in an interview,
    d2,1,A.1,DV,2026-10-02,Ben Example,Principal,Work of two students was mixed up,lowers

    """

  @Test("A lowering says what stood, and decisions that it ended are named")
  func ended() throws {
    let text = try explain(
      "A.1", evidence: Self.header, files: ["determinations.csv": Self.decisions])
    #expect(text.contains("Lowered from met by decision, at no level, to 2 Developing by Ben"))
    #expect(text.contains("  work shown after that day may raise it again"))
    #expect(
      text.contains("  met, by Ann Example, Panel, on October 1, 2026: Shown in an interview"))
    #expect(text.contains("      because decision d2 later lowered the result"))
  }

  @Test("A course whose credit a lowering took back names the act")
  func takenBack() throws {
    let ready = try district(
      evidence: Self.header, files: ["determinations.csv": Self.decisions])
    let student = try #require(ready.district.students.first)
    let rule = try #require(
      ready.district.policy.creditRules.first { $0.requires.members.contains("A.1") })
    let text = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).course(rule)
    #expect(
      text.contains(
        ", lowered by Ben Example, Principal, on October 2, 2026 (d2); credit that rested on it is "
          + "posted no more"))
  }

  @Test("Of two opposed decisions of one day check warns, and both are named")
  func opposed() throws {
    let text = try explain(
      "A.1", evidence: Self.header,
      files: [
        "determinations.csv": Self.decisions
          + "d3,1,A.1,EX,2026-10-02,Cleo Example,Teacher,Looked at again,meets\n"
      ], expecting: 1)
    #expect(text.contains("Lowered from 4 Exemplary to 2 Developing by Ben Example"))
    #expect(text.contains("  met at 4 Exemplary, by Cleo Example, Teacher, on October 2, 2026"))
    #expect(text.contains("      because decision d2 of the same day lowered the result"))
  }

  @Test("The mark of a course that needs some of its competencies speaks of those that count")
  func markOfSome() throws {
    let ready = try district(
      evidence: Self.header + """
        1,1,A.1,2026-09-18,PR,test,summative,Test: lines
        2,1,A.2,2026-09-20,PR,test,summative,Test: lines again
        3,1,A.3,2026-09-21,BG,test,summative,Test: units

        """,
      policy: "rules: { course-mark: { rule: share-at-or-above, floor: DV } }\n",
      files: [
        "courses.csv": """
        course,title,credit,credit_areas,competencies,at_least
        ALG,Algebra,1,mathematics,A.1;A.2;A.3,2

        """
      ])
    let student = try #require(ready.district.students.first)
    let text = try #require(ready.explainCourse("ALG", for: student, asOf: asOf))
    #expect(
      text.contains(
        "mark: of the 2 that count (of 3), the best first: the highest level that at least half "
          + "of them reach, with none of them below Developing"), "\(text)")
  }

  @Test("A waiver is supposed only of what exists")
  func supposedWaiver() throws {
    let ready = try district(
      evidence: Self.tests("PR"))
    #expect(Supposition("waiver:xyz", in: ready) == nil)
    #expect(Supposition("waiver:mathematics", in: ready) != nil)
    #expect(Supposition("waiver:ALG", in: ready) != nil)
  }

  @Test("A score of another scale is shown as given, with the level and the table")
  func scores() throws {
    let text = try explain(
      "A.1",
      evidence: """
        evidence_id,student_id,competency,demonstrated_on,level,scale,assessment_type,purpose,title
        1,1,A.1,2026-09-18,87,percent,test,summative,Test: lines
        2,1,A.1,2026-09-29,4,five,project,summative,Project: ferries

        """,
      policy: """
        score_tables:
          - { scale: percent, title: Percent table, highest: 100, steps: [{ at_least: 80, level: PR }] }
          - { scale: five, title: Table of five, scores: { 4: PR } }

        """)
    #expect(
      text.contains(
        "3 Proficient (scored 87 of 100, mapped by the table \"Percent table\"), September 18, 2026"
      ))
    #expect(text.contains("3 Proficient (scored 4, mapped by the table \"Table of five\")"))
  }

  @Test("A lowered result names who lowered it, when and why, and what stood before")
  func lowered() throws {
    let text = try explain(
      "A.1",
      evidence: Self.tests("EX", "BG"),
      files: [
        "determinations.csv": """
        determination_id,student_id,competency,level,decided_on,decided_by,role,reason,act
        L1,1,A.1,DV,2026-10-01,Robin Sample,Principal,The work was another student's,lowers

        """
      ])
    #expect(text.contains("Result: not yet at the bar: 2 Developing"))
    #expect(
      text.contains(
        "Lowered from 4 Exemplary to 2 Developing by Robin Sample, Principal, on October 1, 2026: "
          + "The work was another student's"))
    #expect(text.contains("because it was shown before decision L1 lowered the result"))
    #expect(text.contains("1 more distinct summative demonstration at 3 Proficient or above"))
  }

  @Test("A rule that averages says so, with the value that it compared")
  func averages() throws {
    let text = try explain(
      "A.1",
      evidence: Self.tests("DV", "PR"),
      policy: "rules: { objective: { rule: decaying-average } }\n", expecting: 1)
    #expect(text.contains("averages (a decaying average), as this district has chosen"))
    #expect(text.contains("value compared with the levels: 2.65"))
    #expect(text.contains("Result: not yet at the bar: 2 Developing"))
  }

  @Test("Decisions about one area are named where all areas together are spoken of")
  func decisionsInAreas() throws {
    let competencies = try String(
      contentsOf: Self.tiny.appending(path: "framework/competencies.csv"), encoding: .utf8)
    let text = try explain(
      "ALG", evidence: Self.tests("PR"),
      files: [
        "framework/areas.csv": "area,title,short_title\nMATH,Mathematics,Mathematics\n"
          + "SCI,Science,Science\n",
        "framework/competencies.csv": competencies.replacing(
          "content-area,MATH,,Algebra", with: "content-area,MATH;SCI,,Algebra"),
        "determinations.csv":
          "determination_id,student_id,competency,content_area,level,decided_on,"
          + "decided_by,role,reason\nd1,1,ALG,SCI,PR,2026-10-10,Robin Sample,Panel,Portfolio\n",
      ], expecting: 1)
    let whole = text.split(separator: "\n\nIn Mathematics", maxSplits: 1).first ?? ""
    #expect(whole.contains("In all areas together: "))
    #expect(
      whole.contains(
        "Decisions about one area, told there:\n  Science: met at 3 Proficient, by Robin Sample, "
          + "Panel, on October 10, 2026  determinations.csv:2  d1\n"))
    #expect(text.contains("In Science: met by decision, at 3 Proficient"))
  }

  @Test("A decision about all areas that acts in one ended says so, by a tree of rules as well")
  func endedInArea() throws {
    let competencies = try String(
      contentsOf: Self.tiny.appending(path: "framework/competencies.csv"), encoding: .utf8)
    let text = try explain(
      "ALG", evidence: Self.header,
      policy: "rules: { content-area: { rule: any-of, rules: [ { rule: highest-in-distinct, "
        + "demonstrations: 2, areas: each }, { rule: highest } ] } }\n",
      files: [
        "framework/areas.csv": "area,title,short_title\nMATH,Mathematics,Mathematics\n"
          + "SCI,Science,Science\n",
        "framework/competencies.csv": competencies.replacing(
          "content-area,MATH,,Algebra", with: "content-area,MATH;SCI,,Algebra"),
        "determinations.csv":
          "determination_id,student_id,competency,content_area,level,decided_on,decided_by,role,"
          + "reason,act\nd1,1,ALG,,PR,2026-10-01,Ann Example,Panel,Portfolio,\n"
          + "d2,1,ALG,SCI,DV,2026-10-02,Ben Example,Principal,Mixed up,lowers\n",
      ], expecting: 1)
    let whole = text.split(separator: "\n\nIn Mathematics", maxSplits: 1).first ?? ""
    #expect(whole.contains("In all areas together: not yet at the bar: 2 Developing"))
    #expect(whole.contains("      because later decisions lowered the result area by area"))
    #expect(!whole.contains("stands without it"))
  }

  @Test("Of two attempts each line says whose it is")
  func attempts() throws {
    let ready = try district(
      evidence: Self.tests("PR"),
      files: [
        "enrollments.csv": "student_id,course,school_year,grade_level,status,expected_on\n"
          + "1,DAT,2025-26,11,withdrawn,\n1,DAT,2026-27,12,enrolled,2027-06-10\n"
      ])
    let student = try #require(ready.district.students.first)
    let rule = try #require(ready.district.policy.creditRules.first { $0.id == "DAT" })
    let text = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).course(rule)
    #expect(text.contains("  \(rule.title), 2025\u{2013}26: withdrawn before credit posted\n"))
    #expect(text.contains("  \(rule.title), 2026\u{2013}27: under way"))
    #expect(text.contains("  mark of 2026\u{2013}27: "))
  }

  @Test("Without the act the result stands, and the later lower work is to be reviewed")
  func flagged() throws {
    let text = try explain(
      "A.1",
      evidence: Self.tests("EX", "BG"))
    #expect(text.contains("Result: 4 Exemplary, met on September 18, 2026"))
    #expect(text.contains("To review: record 2 is later and lower; the result stands"))
  }

  private static let one = tests("PR")

  @Test("A tree inside a tree stands in parentheses")
  func nested() throws {
    let text = try explain(
      "A.1", evidence: Self.one,
      policy: """
        rules:
          objective:
            rule: all-of
            rules:
              - rule: any-of
                rules: [ { rule: highest }, { rule: most-recent } ]
              - { rule: highest, including: [exhibition] }

        """)
    #expect(
      text.contains(
        "Rule: (the highest level shown in a summative demonstration; or the level of the "
          + "summative demonstration shown last); and the highest level"
      ),
      "\(text)")
    #expect(
      text.contains(
        "1 more distinct summative demonstration at any level, by exhibition"),
      "\(text)")
  }

  @Test("A closed window is told: nothing can, and why")
  func closed() throws {
    let text = try explain(
      "A.1", evidence: Self.one,
      policy: "rules: { objective: { rule: highest, minimum: 2, through: 2026-09-30 } }\n")
    #expect(
      text.contains(
        "nothing can: the rule counts what was shown until 2026-09-30, and that day has passed"),
      "\(text)")
  }

  @Test("An equivalence adopted later than the day asked about is no lack of marks")
  func adoptedLater() throws {
    let ready = try district(
      evidence: Self.one,
      policy: """
        equivalence:
          title: GPA equivalent
          adopted_on: 2026-12-01
          adopted_by: Board
          places: 2
          points: { PR: 3, EX: 4 }

        """)
    let student = try #require(ready.district.students.first)
    let text = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).gradePoints
    #expect(
      text.contains("which is after October 15, 2026: there was no equivalent yet"), "\(text)")
  }

  @Test("A course supposed brings evidence to the competencies above its own")
  func supposedCourse() throws {
    let ready = try district(evidence: Self.one)
    let student = try #require(ready.district.students.first)
    let course = try #require(ready.district.policy.creditRules.first)
    let supposition = try #require(Supposition("course:\(course.id)", in: ready))
    let supposed = ready.engine.resolve(
      student: student, file: ready.district.file(of: student.id),
      supposing: [supposition.hypothesis], asOf: asOf)
    for id in course.requires.members {
      #expect(supposed.result(of: id)?.overall.status == .attained, "\(id)")
    }
    // Algebra has a demonstration on file and one supposed; functions and number have the one.
    #expect(supposed.result(of: "ALG")?.overall.status == .attained)
    for id in ["FUN", "NUM"] as [Identifier<Competency>] {
      #expect(supposed.result(of: id)?.overall.counted == 1)
    }
  }

  @Test("A policy difference is told in words, with titles")
  func differenceInWords() throws {
    let old = try district(evidence: Self.one)
    let new = try district(
      evidence: Self.one, policy: "rules: { objective: { rule: highest, minimum: 2 } }\n")
    let text = PolicyDifferenceReport(from: old, to: new, asOf: asOf).text
    #expect(text.contains("  A.1: attained 3 Proficient -> insufficient evidence\n"), "\(text)")
    #expect(!text.contains("not-"), "\(text)")
  }

  @Test("What remains has its unit, and an open gate says what met it")
  func gates() throws {
    let policy = """
      promotion:
        - grade: 12
          credits: 0
          requirements:
            - { id: one, title: One objective, competencies: { codes: [A.1, A.2], at_least: 1 } }
            - { id: service, title: Service, hours: 10, pathways: [service] }

      """
    let ready = try district(evidence: Self.one, policy: policy)
    let student = try #require(ready.district.students.first)
    let text = ready.explainPromotion(of: student, asOf: asOf)
    #expect(text.contains("closed\n  Service: not met, 0 of 10 hours\n"), "\(text)")
    #expect(text.contains("  One objective: met, 1 of 1 competencies\n"), "\(text)")
    let open = try district(
      evidence: Self.one, policy: policy,
      files: [
        "experiences.csv": """
        student_id,pathway,title,hours,ended_on
        1,service,Soup kitchen,10,2026-09-30

        """
      ])
    let met = open.explainPromotion(of: student, asOf: asOf)
    #expect(met.contains("open, met by\n  One objective: met"), "\(met)")
    #expect(met.contains("    10 hours: Soup kitchen"), "\(met)")
    #expect(
      met.contains("      met: Linear equations (A.1): 3 Proficient, met on September 18, 2026"))
  }

  @Test("Credit that a gate looks at is not doubled by the line of the plan that has it")
  func gateCredit() throws {
    let policy = """
      promotion:
        - grade: 12
          credits: 0
          requirements:
            - { id: half, title: Half a credit, credits: 0.5, areas: [mathematics] }

      """
    let evidence = ["D.1", "D.2"].enumerated().flatMap { place, code in
      (1...2).map {
        "\(place)\($0),1,\(code),2026-09-1\($0),PR,test,summative,Test \(code) \($0)\n"
      }
    }
    let ready = try district(evidence: Self.header + evidence.joined(), policy: policy)
    let student = try #require(ready.district.students.first)
    let text = ready.explainPromotion(of: student, asOf: asOf)
    #expect(
      text.contains("      0.5 from Data and Maps, posted on September 11, 2026\n"), "\(text)")
  }

  @Test("A cross-credit is told as one, and the whole of its course is not doubled")
  func crossCredit() throws {
    let ready = try district(
      evidence: Self.header + """
        1,1,A.1,2026-09-18,PR,test,summative,Test: lines
        2,1,A.2,2026-09-20,PR,test,summative,Test: slopes
        3,1,A.3,2026-09-22,PR,test,summative,Test: systems

        """,
      policy: "      - { id: algebra, title: Algebra I, courses: [ALG], credits: 1, "
        + "cross_credit: yes }\n")
    let student = try #require(ready.district.students.first)
    let text = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).graduation
    #expect(
      text.contains(
        "  Algebra I: met, 1 of 1 credits\n"
          + "      1 from Algebra, posted on September 22, 2026, counted here beside its own line "
          + "(cross-credit)\n"), "\(text)")
    #expect(text.contains("\n      1 from Algebra, posted on September 22, 2026\n"), "\(text)")
    let decision = try #require(ready.resolve(student, asOf: asOf).graduation)
    let frozen = RequirementFreezing(district: ready.district, student: student)
      .graduation(decision)
    // Credits that are listed add up to the total; the cross-credit stands among the others.
    #expect(frozen.requirements.map(\.isCredit) == [true, false, false])
  }

  @Test("Work entered late that would lower an average is named for review")
  func lateEntry() throws {
    let text = try explain(
      "A.1",
      evidence: """
        evidence_id,student_id,competency,demonstrated_on,recorded_on,level,assessment_type,purpose,title
        1,1,A.1,2026-09-18,2026-09-18,PR,test,summative,Test: lines
        2,1,A.1,2026-09-10,2026-10-01,BG,quiz,summative,Quiz: lines

        """,
      policy: "rules: { objective: { rule: mean-of-last, count: 0 } }\n", expecting: 1)
    #expect(text.contains("Result: 3 Proficient, met on September 18, 2026"), "\(text)")
    #expect(
      text.contains(
        "because it was entered after the result had been reached, which stands (high-water mark); "
          + "today the rule alone gives 2 Developing, from the value 2"), "\(text)")
    #expect(text.contains("To review: record 2 was shown earlier and entered later"), "\(text)")
  }

  @Test(
    "Hours, notations and work in an area can be supposed; what is not there is refused by name")
  func suppositions() throws {
    let policy = """
            - { id: service, title: Service, hours: 10, pathways: [service] }
            - { id: seal, title: Seal, notation: seal-of-biliteracy }

      """
    let ready = try district(evidence: Self.one, policy: policy)
    let student = try #require(ready.district.students.first)
    let texts = ["hours:service=10", "notation:seal-of-biliteracy", "ALG@MATH=PR"]
    let supposed = try texts.map { try #require(Supposition($0, in: ready), "\($0)") }
    let resolution = ready.engine.resolve(
      student: student, file: ready.district.file(of: student.id),
      supposing: supposed.map(\.hypothesis), asOf: asOf)
    let outcomes = try #require(resolution.graduation).outcomes
    #expect(outcomes.suffix(2).map(\.status) == [.met, .met])
    #expect(resolution.result(of: "ALG")?.overall.status == .attained)
    for text in ["hours:service", "hours:sleep=4", "notation:medal", "ALG@XX=PR", "ALG@MATH"] {
      #expect(Supposition(text, in: ready) == nil, "\(text)")
    }
    #expect(Supposition.problem(with: "ALG@XX=PR", in: ready) == "'XX' is no content area of ALG")
    #expect(Supposition.problem(with: "hours:sleep=4", in: ready).contains("the pathways are"))
  }

  private static let posted =
    header + """
      1,1,A.1,2026-09-18,PR,test,summative,Test: lines
      2,1,A.2,2026-09-20,EX,test,summative,Test: more lines

      """

  private static let waiver =
    "student_id,requirement,credit,authorized_by,authorized_on\n"

  @Test("A course that has posted names its competencies, what met each, and the day that decided")
  func postedCourse() throws {
    let ready = try district(
      evidence: Self.posted,
      files: [
        "transfer.csv": """
        transfer_id,student_id,institution,kind,title,mark,credit,credit_areas,earned_on,satisfies
        t1,1,Other High School,transfer,Lines,B,0.25,mathematics,2026-09-10,A.3

        """,
        "enrollments.csv": """
        student_id,course,school_year,grade_level,status
        1,ALG,2026-27,12,completed

        """,
      ])
    let student = try #require(ready.district.students.first)
    let text = try #require(ready.explainCourse("ALG", for: student, asOf: asOf))
    #expect(
      text.contains(
        ": 3 Proficient, met on September 18, 2026 (1)\n"), "\(text)")
    #expect(
      text.contains(
        ": 4 Exemplary, met on September 20, 2026 (2); the credit posted with it"), "\(text)")
    #expect(
      text.contains(
        ": transferred, met on September 10, 2026 by Lines, Other High School  transfer.csv:2"),
      "\(text)")
    let graduation = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).graduation
    #expect(graduation.contains("1 from Algebra, posted on September 20, 2026"), "\(graduation)")
    #expect(graduation.contains("Other High School, September 10, 2026  transfer.csv:2"))
  }

  @Test("A waiver that changes nothing is named all the same")
  func idleWaiver() throws {
    let ready = try district(
      evidence: Self.posted + """
        3,1,D.1,2026-09-21,PR,test,summative,Test: maps
        4,1,D.2,2026-09-21,PR,test,summative,Test: charts

        """,
      files: [
        "waivers.csv": Self.waiver
          + "1,A.3,,Board,2026-09-21\n1,mathematics,0.25,Board,2026-09-21\n"
      ])
    let student = try #require(ready.district.students.first)
    let text = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: asOf)
    ).graduation
    #expect(
      text.contains(
        "the waiver of 0.25 credits by Board on September 21, 2026 changes nothing: nothing is "
          + "missing  waivers.csv:3"), "\(text)")
  }
}
