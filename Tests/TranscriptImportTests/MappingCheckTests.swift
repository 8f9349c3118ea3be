import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// What is wrong with a mapping is found in the mapping, and what it leaves out is told.
@Suite struct MappingCheckTests {
  private static let rows = """
    Id,Who,What,Day,Score,Kind,Task
    1,S-1,MA.1,2026-09-14,96,Summative,Bridge
    2,S-2,MA.1,2026-09-15,101,Summative,Bridge
    3,S-2,MA.1,2026-09-16,2,Practice,Tunnel
    4,S-2,MA.1,2026-09-17,2,,Tunnel

    """

  private static func mapping(_ level: String, _ more: String = "") -> String {
    """
    mapping: gradebook
    table: evidence
    recognizes: [Id, Who, What, Score]
    \(more)
    columns:
      evidence_id: { join: [Id], prefix: gb- }
      student_id: Who
      competency: What
      demonstrated_on: Day
      level: \(level)
      assessment_type: { constant: test }
      purpose: { constant: summative }
      title: Task

    """
  }

  private func plan(_ mapping: String) throws -> ImportPlan {
    let district = try Sample.base(["mappings/gradebook.yaml": mapping])
    return ImportPlanner(district: district).plan([
      InputFile(path: "export.csv", bytes: Array(Self.rows.utf8))
    ])
  }

  /// What `check` finds in a mapping: codes with the lines in it.
  private func found(_ mapping: String) throws -> [String] {
    let district = try Sample.base(["mappings/gradebook.yaml": mapping])
    return DistrictImporter(source: district).check().diagnostics.all.map {
      "\($0.code.name) \($0.location?.description ?? "")"
    }
  }

  @Test func `a scale whose steps are out of order, double or of no level is refused at its line`()
    throws
  {
    func scale(_ steps: String) -> String {
      Self.mapping("{ column: Score, scale: percent }", "scales: { percent: \(steps) }")
    }
    let place = "mappings/gradebook.yaml:4"
    let order = try found(scale("[{ at_least: 90, level: DV }, { at_least: 50, level: EX }]"))
    #expect(order.count == 1 && order[0].hasPrefix("levels-out-of-order \(place)"))
    let double = try found(scale("[{ at_least: 50, level: DV }, { at_least: 50, level: EX }]"))
    #expect(double.count == 1 && double[0].hasPrefix("levels-out-of-order \(place)"))
    let unknown = try found(scale("[{ at_least: 50, level: ZZ }, { at_least: 0, level: DV }]"))
    #expect(unknown.count == 1 && unknown[0].hasPrefix("unknown-level \(place)"))
    let beyond = try found(
      scale("{ highest: 80, steps: [{ at_least: 90, level: EX }, { at_least: 0, level: DV }] }"))
    #expect(beyond.count == 1 && beyond[0].hasPrefix("levels-out-of-order \(place)"))
    #expect(
      try found(scale("[{ at_least: 50, level: PR }, { at_least: 0, level: DV }]")) == [])
  }

  @Test func `nothing is read with a mapping that has mistakes, nor in another way`() throws {
    let plan = try plan(Self.mapping("{ column: Score, values: { \"96\": ZZ } }"))
    #expect(plan.diagnostics.all.map(\.code) == [.unknownLevel])
    #expect(plan.diagnostics.all.first?.location?.file == "mappings/gradebook.yaml")
    #expect(plan.files.isEmpty && plan.isUnreadable)
  }

  @Test func `words that a mapping puts into cells are checked in the mapping`() throws {
    let wrong = Self.mapping("{ constant: PR }").replacing("constant: test", with: "constant: tset")
    let problems = try found(wrong)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("unknown-word mappings/gradebook.yaml:11") == true)
  }

  @Test func `a score above the highest of its scale is refused`() throws {
    let plan = try plan(
      Self.mapping(
        "{ column: Score, scale: percent }",
        "scales: { percent: { highest: 100, steps: [{ at_least: 90, level: EX }, "
          + "{ at_least: 0, level: DV }] } }"))
    #expect(plan.rejectedRows.map(\.line) == [3])
    #expect(plan.diagnostics.all.map(\.code) == [.unmappedScore])
    #expect(plan.count(.added) == 3)
  }

  @Test func `numbers are no levels where the mapping says nothing about them`() throws {
    let plan = try plan(Self.mapping("Score"))
    #expect(plan.rejectedRows.map(\.line) == [2, 3, 4, 5])
    #expect(Set(plan.diagnostics.all.map(\.code)) == [.unmappedScore])
    #expect(Set(plan.diagnostics.all.map(\.message)).count == 1)
    #expect(plan.diagnostics.all.first?.hint?.contains("mappings/gradebook.yaml:10") == true)
  }

  @Test func `values by which a filter leaves rows out are told with their numbers`() throws {
    let plan = try plan(
      Self.mapping(
        "{ column: Score, values: { \"96\": EX, \"101\": EX } }",
        "filters: [{ column: Kind, is: [Summative] }]"))
    #expect(plan.filteredCount == 2)
    #expect(plan.leftOut.map(\.column) == ["Kind"])
    #expect(plan.leftOut.first?.values.map { "\($0.text):\($0.count)" } == [":1", "Practice:1"])
    #expect(plan.diagnostics.all.isEmpty)
  }

  @Test func `an empty cell may be given a value`() throws {
    let plan = try plan(
      Self.mapping("{ constant: PR }").replacing(
        "purpose: { constant: summative }",
        with: "purpose: { column: Kind, values: { Summative: summative, Practice: formative,"
          + " \"\": formative } }"))
    #expect(plan.count(.added) == 4)
    let text = String(decoding: plan.files["evidence/gradebook.csv"] ?? [], as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.contains(",formative,") } == 2)
  }

  @Test func `an id of an item is not made of columns that items do not have`() throws {
    let mapping = """
      mapping: ours
      extends: case-package
      columns:
        code: { digest: [identifier, version] }
      """
    let package = """
      {"CFDocument":{"title":"T"},"CFItems":[{"identifier":"1","fullStatement":"S",
      "CFItemType":"Objective","abbreviatedStatement":"S"}]}
      """
    let district = try Sample.base(["mappings/own.yaml": mapping])
    let plan = ImportPlanner(district: district).plan([
      InputFile(path: "t.json", bytes: Array(package.utf8))
    ])
    #expect(plan.diagnostics.all.map(\.code) == [.missingSourceColumn])
    #expect(plan.files.isEmpty)
  }

  @Test func `a confidential column is refused in a filter as well`() throws {
    let mapping = Self.mapping(
      "{ column: Score, values: { Good: PR } }",
      "filters: [{ column: Discipline, is: [Mathematics] }]")
    let problems = try found(mapping)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("confidential-column mappings/gradebook.yaml:4") == true)
  }
}
