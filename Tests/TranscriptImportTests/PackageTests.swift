import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// CASE packages, xAPI statements and JSON Lines.
@Suite struct PackageTests {
  private func plan(
    _ path: String, _ text: String, constants: [String: String] = [:],
    mapping: String? = nil
  ) throws -> (ImportPlan, District?) {
    let changes = mapping.map { ["mappings/own.yaml": $0] } ?? [:]
    let base = try Sample.base(changes)
    var options = ImportPlanner.Options()
    options.constants = constants
    let file = InputFile(path: path, bytes: Array(text.utf8))
    let plan = ImportPlanner(district: base, options: options).plan([file])
    let merged = MemorySource.merging(base, plan.files)
    return (plan, DistrictImporter(source: merged).load().district)
  }

  private func rendered(_ plan: ImportPlan) -> [String] {
    plan.diagnostics.all.map { DiagnosticText(showsPersonal: true).render($0) }
  }

  @Test func `a district's CASE package becomes competencies with their parents`() throws {
    let package = """
      { "CFPackage": {
        "CFDocument": { "identifier": "d", "title": "Ours" },
        "CFItems": [
          { "identifier": "1", "humanCodingScheme": "SC.1.a", "CFItemType": "Objective",
            "fullStatement": "I can plan an experiment.", "abbreviatedStatement": "Plan" },
          { "identifier": "2", "humanCodingScheme": "SC.1", "CFItemType": "Graduation Competency",
            "fullStatement": "I can \\u00e9valuate \\ud83d\\ude00.", "abbreviatedStatement": "Inquire" }
        ],
        "CFAssociations": [
          { "associationType": "isChildOf", "originNodeURI": { "identifier": "1" },
            "destinationNodeURI": { "identifier": "2" } }
        ] } }
      """
    let (plan, district) = try plan("ours.json", package)
    // An objective's parent must be a content-area competency: the district's own check says so.
    #expect(plan.count(.added) == 1)
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.wrongTierParent])
    #expect(district?.framework.competency("SC.1")?.statement == "I can évaluate 😀.")
  }

  @Test func `an item type that is not declared is refused by name`() throws {
    let package = """
      {"CFDocument":{"title":"T"},"CFItems":[{"identifier":"1","fullStatement":"S",
      "CFItemType":"Cluster","abbreviatedStatement":"S"}],"CFAssociations":[]}
      """
    let (plan, _) = try plan("t.json", package)
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedValue])
    #expect(rendered(plan).joined().contains("Cluster"))
  }

  @Test(.enabled(if: Folders.hasShared, "the frameworks are not beside the package"))
  func `the published frameworks are read whole`() throws {
    let samples = Folders.shared.appending(path: "samples/case")
    // Counted with another JSON reader: items, and those with a code of their own.
    for (name, count, code) in [
      ("ccss-math-2010", 746, "HSA-REI.B.3"), ("ngss-science-2013", 1037, "HS-PS1-2"),
    ] {
      let bytes = [UInt8](try Data(contentsOf: samples.appending(path: "\(name).json")))
      let (package, problems) = CASEPackage.read(InputFile(path: "\(name).json", bytes: bytes))
      #expect(problems.isEmpty)
      #expect(package?.items.count == count)
      #expect(package?.items.contains { $0.code == code } == true)
      #expect(package?.items.contains { !$0.parents.isEmpty } == true)
    }
  }

  private let statements = """
    {"statements":[
     {"id":"s-1","actor":{"account":{"homePage":"https://lrs.example","name":"S-1"}},
      "verb":{"id":"http://adlnet.gov/expapi/verbs/scored"},
      "object":{"id":"https://lrs.example/a/7","definition":{"name":{"en":"Bridge"}}},
      "result":{"score":{"raw":3.0,"max":4}},
      "context":{"extensions":{"https://lrs.example/ext/competency":"MA.1"}},
      "timestamp":"2026-10-21T01:30:00Z","stored":"2026-10-25T12:00:00Z"},
     {"id":"s-2","actor":{"account":{"homePage":"https://lrs.example","name":"S-1"}},
      "verb":{"id":"http://adlnet.gov/expapi/verbs/scored"},
      "object":{"id":"https://lrs.example/a/8"},"result":{"score":{"raw":1}},
      "timestamp":"2026-10-21T01:30:00Z"},
     {"id":"s-3","actor":{"mbox":"mailto:x@y.example"},
      "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
      "object":{"objectType":"StatementRef","id":"s-2"}}
    ]}
    """

  @Test func `a score in a statement needs a declared map to levels`() throws {
    let constants = ["purpose": "summative", "assessment_type": "project"]
    let (refused, _) = try plan(
      "statements.json", statements, constants: constants, mapping: Self.labels)
    #expect(refused.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedScore])
    let (plan, district) = try plan(
      "statements.json", statements, constants: constants, mapping: Self.ownMapping)
    #expect(rendered(plan) == [])
    #expect(plan.count(.added) == 1)
    let record = district?.file(of: "S-1").evidence.first { $0.id.code.hasPrefix("xapi-") }
    #expect(record?.rating?.level == 1)
    #expect(record?.demonstratedOn == CalendarDate(iso: "2026-10-20"))
    #expect(record?.recordedOn == CalendarDate(iso: "2026-10-25"))
    #expect(record?.competency == "MA.1")
  }

  private static func statement(
    _ id: String, home: String = "https://lrs.example", max: Int = 4
  ) -> String {
    """
    {"id":"\(id)","actor":{"account":{"homePage":"\(home)","name":"S-1"}},
     "verb":{"id":"http://adlnet.gov/expapi/verbs/scored"},
     "object":{"id":"https://lrs.example/a/\(id)","definition":{"name":{"en":"Work \(id)"}}},
     "result":{"score":{"raw":3,"max":\(max)}},
     "context":{"extensions":{"https://lrs.example/ext/competency":"MA.1"}},
     "timestamp":"2026-10-21T01:30:00Z"}
    """
  }

  private static let void = """
    {"id":"v","actor":{"mbox":"mailto:x@y.example"},
     "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
     "object":{"objectType":"StatementRef","id":"a"}}
    """

  private static let home = "filters: [{ column: actor home, is: [\"https://lrs.example\"] }]"

  /// Whose accounts are meant, and nothing about scores.
  private static let labels = """
    mapping: our-lrs
    extends: xapi-statements
    \(home)
    columns:
      status: { constant: rated }
    """

  private static let ownMapping = """
    mapping: our-lrs
    extends: xapi-statements
    scales: { four: { highest: 4, steps: [{ at_least: 1, level: DV }, { at_least: 3, level: PR }] } }
    \(home)
    columns:
      level: { column: score raw, scale: four }
    """

  @Test func `what was imported of a statement is withdrawn when another voids it`() throws {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    var district = try Sample.base(["mappings/own.yaml": Self.ownMapping])
    func plan(_ statements: String) -> ImportPlan {
      ImportPlanner(district: district, options: options).plan([
        InputFile(path: "x.json", bytes: Array("[\(statements)]".utf8))
      ])
    }
    let first = plan(Self.statement("a"))
    #expect(first.count(.added) == 1)
    district = MemorySource.merging(district, first.files)
    // By itself as well: what was imported of the statement is found by the district's competencies.
    for statements in [Self.void, Self.statement("a") + "," + Self.void] {
      let voided = plan(statements)
      #expect(rendered(voided) == [])
      #expect(voided.count(.withdrawn) == 1)
      #expect(voided.filteredCount == 1)
    }
    district = MemorySource.merging(district, plan(Self.void).files)
    let again = plan(Self.void)
    #expect(again.files.isEmpty && again.rejectedRows.isEmpty)
    let unknown = plan(Self.void.replacing("\"id\":\"a\"", with: "\"id\":\"z\""))
    #expect(unknown.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.withdrawnBySource])
  }

  @Test func `a competency is found in activities, objects and extensions`() throws {
    func competency(_ change: String) throws -> [String] {
      let text = Self.statement("a").replacing(
        #""context":{"extensions":{"https://lrs.example/ext/competency":"MA.1"}}"#, with: change)
      let (plan, _) = try plan(
        "x.json", "[\(text)]", constants: ["purpose": "summative", "assessment_type": "project"],
        mapping: Self.ownMapping)
      let rows = String(decoding: plan.files["evidence/our-lrs.csv"] ?? [], as: UTF8.self)
      return rows.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[2]) }
    }
    let activity =
      #"[{"id":"MA.1","definition":{"type":"http://adlnet.gov/expapi/activities/objective"}}]"#
    for kind in ["parent", "grouping", "category", "other"] {
      #expect(
        try competency("\"context\":{\"contextActivities\":{\"\(kind)\":\(activity)}}") == ["MA.1"])
    }
    // An activity of another type is no competency.
    let course = activity.replacing("objective", with: "course")
    #expect(try competency("\"context\":{\"contextActivities\":{\"parent\":\(course)}}") == [])
  }

  @Test
  func `a mapping says in which activities competencies are, and what their names begin with`()
    throws
  {
    let mapping =
      Self.ownMapping + "\n  competency: { column: grouping, strip: \"https://c.example/\" }\n"
    let text = Self.statement("a").replacing(
      #""context":{"extensions":{"https://lrs.example/ext/competency":"MA.1"}}"#,
      with: #""context":{"contextActivities":{"grouping":[{"id":"https://c.example/MA.1"},"#
        + #"{"id":"https://c.example/MA.1.a"}]}}"#)
    let constants = ["purpose": "summative", "assessment_type": "project"]
    let (plan, _) = try plan("x.json", "[\(text)]", constants: constants, mapping: mapping)
    let codes = String(decoding: plan.files["evidence/our-lrs.csv"] ?? [], as: UTF8.self)
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
    #expect(codes == ["MA.1", "MA.1.a"])
  }

  @Test func `accounts of two systems and scores of two maxima are not taken for one`() throws {
    let constants = ["purpose": "summative", "assessment_type": "project"]
    let homes = "[\(Self.statement("a")),\(Self.statement("b", home: "https://other.example"))]"
    let any = Self.ownMapping.replacing(Self.home, with: "")
    let (first, _) = try plan("x.json", homes, constants: constants, mapping: any)
    #expect(
      first.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.identityInDoubt, .identityInDoubt])
    // One system alone must be declared as well: its account names may be anyone's ids.
    let (one, _) = try plan(
      "x.json", "[\(Self.statement("a"))]", constants: constants, mapping: any)
    #expect(one.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.identityInDoubt])
    let (declared, _) = try plan("x.json", homes, constants: constants, mapping: Self.ownMapping)
    #expect(declared.count(.added) == 1 && declared.filteredCount == 1)
    let maxima = "[\(Self.statement("a")),\(Self.statement("b", max: 100))]"
    let undeclared = Self.ownMapping.replacing("highest: 4, ", with: "")
    let (refused, _) = try plan("x.json", maxima, constants: constants, mapping: undeclared)
    #expect(
      refused.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedScore, .unmappedScore])
    let (second, _) = try plan("x.json", maxima, constants: constants, mapping: Self.ownMapping)
    #expect(second.count(.added) == 1)
    #expect(second.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedScore])
    let filtered = Self.ownMapping.replacing(
      "filters: [", with: "filters: [{ column: score max, is: [\"4\"] }, ")
    let (third, _) = try plan("x.json", maxima, constants: constants, mapping: filtered)
    #expect(rendered(third) == [])
    #expect(third.count(.added) == 1)
    #expect(third.filteredCount == 1)
  }

  @Test func `JSON Lines are evidence, line by line`() throws {
    let good =
      #"{"evidence_id":"j-1","student_id":"S-1","competency":"MA.1","demonstrated_on":"2026-10-01","#
      + #""level":2,"assessment_type":"lab","purpose":"summative","title":"Lab \"A\""}"#
    let lines = [good, "", #"{"evidence_id":"j-2","iep":"CANARY"}"#, "[1]", "{"]
    let (plan, district) = try plan("x.jsonl", lines.joined(separator: "\n"))
    #expect(plan.count(.added) == 1)
    #expect(plan.rejectedRows.map(\.line) == [3, 4, 5])
    let codes = plan.rejectedRows.flatMap(\.diagnostics).map(\.code)
    #expect(codes == [.confidentialKey, .wrongType, .jsonSyntax])
    #expect(!rendered(plan).joined().contains("CANARY"))
    let record = district?.file(of: "S-1").evidence.first { $0.id == "j-1" }
    #expect(record?.title == "Lab \"A\"")
    #expect(record?.rating?.level == 1)
  }

  /// The reject file as an import writes it, with a mistake mended.
  private func mended(_ plan: ImportPlan, _ wrong: String, _ right: String) throws -> String {
    let file = try #require(plan.rejects.first?.files.first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains(wrong))
    return text.replacing(wrong, with: right)
  }

  @Test func `rejected items of a package are mended in their file and imported from there`()
    throws
  {
    let item = """
      {"identifier":"1","fullStatement":"I can plan\\nan experiment.","CFItemType":"Cluster",
       "abbreviatedStatement":"Plan","humanCodingScheme":"SC.1.a", "notes" : [ "kept as it is" ]}
      """
    let parent = """
      {"identifier":"2","fullStatement":"I can inquire.","CFItemType":"Graduation Competency",
       "abbreviatedStatement":"Inquire","humanCodingScheme":"SC.1"}
      """
    let link = """
      {"associationType":"isChildOf","originNodeURI":{"identifier":"1"},
      "destinationNodeURI":{"identifier":"2"}}
      """
    let other = """
      {"identifier":"3","fullStatement":"I can act.","CFItemType":"Graduation Competency",
       "abbreviatedStatement":"Act","humanCodingScheme":"SC.2"}
      """
    let package = """
      {"CFDocument":{"title":"T"},"CFItems":[
      \(item),
      \(other),
      \(parent)],
      "CFAssociations":[\(link)]}
      """
    let (first, _) = try plan("ours.json", package)
    #expect(first.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unmappedValue])
    // The item in its own bytes, with what it names; nothing of the third.
    let file = try #require(first.rejects.first?.files.first)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "{\"CFDocument\":{\"title\":\"T\"},\"CFItems\":[\n\(item),\n\(parent)\n],"
        + "\"CFAssociations\":[\n\(link)\n]}\n")
    let right = try mended(first, "Cluster", "Objective")
    // The parent comes along, and the district's own check speaks of it.
    let (second, district) = try plan("ours.json", right)
    #expect(second.count(.added) == 1)
    #expect(second.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.wrongTierParent])
    #expect(district?.framework.competency("SC.1")?.shortName == "Inquire")
  }

  @Test func `rejected statements are mended in their file and imported from there`() throws {
    let constants = ["purpose": "summative", "assessment_type": "project"]
    let (refused, _) = try plan(
      "statements.json", statements, constants: constants, mapping: Self.labels)
    let text = try mended(refused, #""raw":3.0"#, #""raw":"Proficient""#)
    let (again, district) = try plan(
      "statements.json", text, constants: constants, mapping: Self.labels)
    #expect(rendered(again) == [])
    #expect(again.count(.added) == 1)
    #expect(
      district?.file(of: "S-1").evidence.first { $0.id.code.hasPrefix("xapi-") }?.rating?.level == 1
    )
  }

  @Test func `a statement of several records is kept once, without what is confidential`() throws {
    let text = Self.statement("a").replacing(
      "\"MA.1\"}", with: "[\"X\",\"Y\"],\"https://x/iep\":1}")
    let (plan, _) = try plan(
      "x.json", "[\(text)]", constants: ["purpose": "summative", "assessment_type": "project"],
      mapping: Self.ownMapping)
    #expect(plan.rejectedRows.count == 2)
    let kept = text.replacing(",\"https://x/iep\":1", with: "")
    let file = try #require(plan.rejects.first?.files.first)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "[\n\(kept)\n]\n")
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.", "-", "tru", "\"\\ud800\"", "\"\\x\"",
    "\"a\nb\"", "[1] 2", "{a:1}", "\"\\u12G4\"", "\u{FEFF}",
  ])
  func `what is not JSON is refused with a place`(text: String) throws {
    let (package, problems) = CASEPackage.read(
      InputFile(path: "x.json", bytes: Array(text.utf8)))
    #expect(package == nil)
    #expect(problems.map(\.code) == [.jsonSyntax])
    #expect((problems.first?.location?.line ?? 0) > 0)
  }

  @Test func `items without an identifier or there twice are kept, and import once mended`() throws
  {
    let package = """
      { "CFDocument": { "identifier": "d", "title": "Ours" },
        "CFItems": [
          { "fullStatement": "I can plan.", "CFItemType": "Graduation Competency",
            "abbreviatedStatement": "Plan" },
          { "identifier": "2", "humanCodingScheme": "G.2", "CFItemType": "Graduation Competency",
            "fullStatement": "I can act.", "abbreviatedStatement": "Act" },
          { "identifier": "2", "humanCodingScheme": "G.3", "CFItemType": "Graduation Competency",
            "fullStatement": "I can act again.", "abbreviatedStatement": "Again" } ] }
      """
    let (first, _) = try plan("case.json", package)
    // Of two items with one identifier that say different things neither is right by itself.
    #expect(first.count(.added) == 0)
    #expect(
      first.rejectedRows.flatMap(\.diagnostics).map(\.code)
        == [.notAFramework, .duplicateCode, .duplicateCode])
    let file = try #require(first.rejects.first?.files.first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let mended = text.replacing(
      "{ \"fullStatement\"", with: "{ \"identifier\":\"G.9\",\"fullStatement\""
    )
    .replacing(
      "\"identifier\": \"2\", \"humanCodingScheme\": \"G.3\"",
      with: "\"identifier\": \"3\", \"humanCodingScheme\": \"G.3\"")
    let (second, district) = try plan("case.rejects.json", mended)
    #expect(rendered(second) == [])
    #expect(district?.framework.competency("G.9")?.shortName == "Plan")
    #expect(district?.framework.competency("G.3")?.shortName == "Again")
  }

  /// A statement whose result is written out.
  private func result(_ result: String, _ scale: String = "four") throws -> ImportPlan {
    let text = Self.statement("a").replacing(
      "\"result\":{\"score\":{\"raw\":3,\"max\":4}}", with: "\"result\":" + result)
    return try plan(
      "x.json", "[\(text)]", constants: ["purpose": "summative", "assessment_type": "project"],
      mapping: Self.ownMapping
    ).0
  }

  @Test(arguments: [
    (#"{"score":{"raw":3,"max":4,"scaled":0.1}}"#, "x.json", [DiagnosticCode.ratingAgainstPoints]),
    (#"{"score":{"raw":3,"max":4,"scaled":0.75}}"#, "x.json", []),
    // Of the points above the least: (3 - 1) / (4 - 1).
    (#"{"score":{"raw":3,"min":1,"max":4,"scaled":0.667}}"#, "x.json", []),
    (#"{"score":{"raw":4,"max":4},"success":false}"#, "x.json", [.ratingAgainstPoints]),
    (#"{"score":{"raw":1,"max":4},"success":true}"#, "x.json", [.ratingAgainstPoints]),
    (#"{"score":{"raw":3,"max":4},"success":true,"completion":true}"#, "x.json", []),
  ])
  func `a score that its statement contradicts is reported, and counts`(
    text: String, file: String, codes: [DiagnosticCode]
  ) throws {
    let plan = try result(text)
    #expect(plan.diagnostics.all.map(\.code) == codes)
    #expect(plan.count(.added) == 1)
  }

  @Test(arguments: [
    (#"{"score":{"raw":3}}"#, DiagnosticCode.unmappedScore),
    (#"{"score":{"raw":5,"max":4}}"#, .unmappedValue),
    (#"{"score":{"raw":1,"min":2,"max":4}}"#, .unmappedValue),
    (#"{"score":{"raw":2,"min":2,"max":4}}"#, .unmappedScore),
  ])
  func `a score of unknown or of other points is refused, whatever stands beside it`(
    text: String, code: DiagnosticCode
  ) throws {
    let plan = try result(text)
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [code])
  }

  @Test func `work that is not completed is left out, and taken back where it is on file`() throws {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    var district = try Sample.base(["mappings/own.yaml": Self.ownMapping])
    func run(_ text: String) -> ImportPlan {
      let file = InputFile(path: "x.json", bytes: Array("[\(text)]".utf8))
      let plan = ImportPlanner(district: district, options: options).plan([file])
      district = MemorySource.merging(district, plan.files)
      return plan
    }
    let id = "A0000000-0000-4000-8000-00000000000F"
    let open = Self.statement(id).replacing(
      "\"max\":4}}", with: "\"max\":4},\"completion\":false}")
    let none = run(open)
    #expect(none.count(.added) == 0 && none.leftOut.map(\.column) == ["completion"])
    #expect(run(Self.statement(id)).count(.added) == 1)
    // A UUID is the same in either case.
    #expect(
      run(
        Self.statement(id.lowercased()).replacing("Work \(id.lowercased())", with: "Work \(id)")
          .replacing("/a/\(id.lowercased())", with: "/a/\(id)")
      ).count(.unchanged) == 1)
    #expect(run(open + " ").count(.withdrawn) == 1)
    #expect(run(Self.statement(id)).count(.changed) + run(Self.statement(id)).count(.older) >= 1)
    let void = Self.void.replacing("\"id\":\"a\"", with: "\"id\":\"\(id.lowercased())\"")
    #expect(run(void).rejectedRows.isEmpty)
  }

  @Test func `an item whose parent is not in the package names it, and retired items are told`()
    throws
  {
    let package = """
      { "CFDocument": { "identifier": "d", "title": "Ours", "adoptionStatus": "Deprecated" },
        "CFItems": [
          { "identifier": "1", "humanCodingScheme": "G.5", "CFItemType": "Graduation Competency",
            "fullStatement": "I can use x<sup>2</sup>.", "abbreviatedStatement": "x<sup>2</sup>",
            "statusEndDate": "2020-01-01" },
          { "identifier": "2", "humanCodingScheme": "MA.1.z", "CFItemType": "Objective",
            "fullStatement": "I can act.", "abbreviatedStatement": "Act" } ],
        "CFAssociations": [
          { "associationType": "isChildOf", "originNodeURI": { "identifier": "1" },
            "destinationNodeURI": { "identifier": "d" } },
          { "associationType": "isChildOf", "originNodeURI": { "identifier": "2" },
            "destinationNodeURI": { "identifier": "gone" } } ] }
      """
    var options = ImportPlanner.Options()
    options.asOf = CalendarDate(iso: "2026-10-15")
    let base = try Sample.base([:])
    let plan = ImportPlanner(district: base, options: options).plan([
      InputFile(path: "case.json", bytes: Array(package.utf8))
    ])
    #expect(
      plan.diagnostics.all.map(\.code) == [
        .inactiveInSource, .inactiveInSource, .unknownCompetency,
      ])
    #expect(plan.diagnostics.all.map(\.location?.line) == [1, 5, 6])
    #expect(plan.diagnostics.all.last?.message.contains("\"gone\"") == true)
    let merged = MemorySource.merging(base, plan.files)
    let competency = DistrictImporter(source: merged).load().district?.framework.competency("G.5")
    #expect(competency?.statement == "I can use x².")
    #expect(competency?.shortName == "x²")
    // A parent of that code may be on file, or be named by the crosswalk.
    let known = try Sample.base([
      "mappings/crosswalk.csv":
        "kind,theirs,ours,system,decided_by,decided_on\ncompetency,gone,MA.1,,A. Registrar,2026-10-01\n"
    ])
    let linked = ImportPlanner(district: known, options: options).plan([
      InputFile(path: "case.json", bytes: Array(package.utf8))
    ])
    #expect(linked.rejectedRows.isEmpty && linked.count(.added) == 2)
  }

  @Test func `a record of JSON Lines ends with its line`() throws {
    let (plan, _) = try plan("x.jsonl", "{\"evidence_id\":\"j3\"\n[1]\n")
    #expect(
      plan.diagnostics.all.map(\.location) == [
        SourceLocation(file: "x.jsonl", line: 1, column: 20),
        SourceLocation(file: "x.jsonl", line: 2, column: 1),
      ])
  }

  @Test func `a line that is nested too deeply takes no time`() throws {
    for key in ["a", "k\u{1}"] {
      let text = (0..<100_000).map { "{\"\(key)\($0 % 900)\":" }.joined()
      let took = try ContinuousClock().measure {
        let (plan, _) = try plan("x.jsonl", text)
        #expect(plan.rejectedRows.count == 1)
      }
      #expect(took < .seconds(20))
    }
  }
}
