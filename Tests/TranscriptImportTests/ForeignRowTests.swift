import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// A row of another system never takes the place of what is not its own, and none vanishes.
@Suite struct ForeignRowTests {
  private static let own =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
  private static let slate =
    "Demonstration Skill ID,Student Number,Skill,Created,Rating,Task Title\n"
  private static let plain = """
    mapping: plain
    table: evidence
    recognizes: [ID, Who]
    columns:
      evidence_id: ID
      student_id: Who
      competency: What
      demonstrated_on: Day
      level: { column: Level, values: { PR: PR, EX: EX } }
      assessment_type: { constant: project }
      purpose: { constant: summative }
      title: Title
      link: { column: Link, optional: true }
    """

  private func plan(
    _ text: String, into district: MemorySource, path: String = "export.csv"
  ) -> ImportPlan {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    return ImportPlanner(district: district, options: options)
      .plan([InputFile(path: path, bytes: Array(text.utf8))])
  }

  private func district(_ more: [String: String] = [:]) throws -> MemorySource {
    try Sample.base(["mappings/plain.yaml": Self.plain].merging(more) { $1 })
  }

  @Test func `an id of another system does not overwrite a record entered by hand`() throws {
    let hand = Self.own + "3,S-1,MA.1,2026-09-14,PR,project,summative,Bridge\n"
    let base = try district(["evidence/hand.csv": hand])
    let row = "3,S-1,MA.1,2026-09-14,EX,Bridge,"
    let plan = plan("ID,Who,What,Day,Level,Title,Link\n\(row)\n", into: base)
    #expect(plan.files.isEmpty)
    #expect(plan.rejectedRows.map(\.line) == [2])
    let problem = try #require(plan.diagnostics.all.first)
    #expect(problem.code == .duplicateCode)
    #expect(problem.location == SourceLocation(file: "export.csv", line: 2, column: 1))
    #expect(problem.related.map(\.location) == [SourceLocation(file: "evidence/hand.csv", line: 2)])
    // Slate's own numbers carry a prefix, so that they cannot meet the district's.
    let slate = self.plan(Self.slate + "3,S-2,MA.1,10/14/2026,Exemplary,Bridge\n", into: base)
    #expect(slate.count(.added) == 1 && slate.rejectedRows.isEmpty)
    let text = String(decoding: slate.files.values.joined(), as: UTF8.self)
    #expect(text.contains("slate-3,S-2,MA.1,"))
  }

  @Test(arguments: ["7,S-2,MA.1,2026-09-14,PR,Bridge,", "7,S-1,EN.1,2026-09-14,PR,Bridge,"])
  func `one id for another student or competency is a collision`(row: String) throws {
    let header = "ID,Who,What,Day,Level,Title,Link\n"
    let base = try district()
    let first = plan(header + "7,S-1,MA.1,2026-09-14,PR,Bridge,\n", into: base)
    let after = MemorySource.merging(base, first.files)
    let second = plan(header + row + "\n", into: after)
    #expect(second.files.isEmpty)
    #expect(second.diagnostics.all.map(\.code) == [.duplicateCode])
    #expect(
      second.diagnostics.all.flatMap(\.related).map(\.location)
        == [SourceLocation(file: "evidence/plain.csv", line: 2)])
    // The same record with another level is a correction.
    let better = plan(header + "7,S-1,MA.1,2026-09-14,EX,Bridge,\n", into: after)
    #expect(better.changes.map(\.kind) == [.changed])
  }

  @Test func `a table of the district's own corrects what was entered by hand`() throws {
    let hand = Self.own + "3,S-1,MA.1,2026-09-14,PR,project,summative,Bridge\n"
    let base = try district(["evidence/hand.csv": hand])
    let plan = plan(hand.replacing(",PR,", with: ",EX,"), into: base)
    #expect(plan.changes.map(\.kind) == [.changed])
  }

  @Test func `a column that makes an id must be there, unless the mapping says otherwise`() throws {
    let digest = Self.plain.replacing(
      "evidence_id: ID", with: "evidence_id: { digest: [ID, Attempt], prefix: p- }")
    let file = "ID,Who,What,Day,Level,Title\n1,S-1,MA.1,2026-09-14,PR,Bridge\n"
    let refused = plan(file, into: try district(["mappings/plain.yaml": digest]))
    #expect(refused.files.isEmpty)
    #expect(refused.diagnostics.all.map(\.code) == [.missingSourceColumn])
    #expect(refused.diagnostics.all.allSatisfy { $0.message.contains("\"Attempt\"") })
    let lenient = digest.replacing(
      "prefix: p-", with: "prefix: p-, optional_columns: [Attempt]")
    let taken = plan(file, into: try district(["mappings/plain.yaml": lenient]))
    #expect(taken.count(.added) == 1 && taken.rejectedRows.isEmpty)
  }

  @Test func `of three rows with one key and one that differs, none is imported`() throws {
    let rows = ["PR", "PR", "EX"].map { "7,S-1,MA.1,2026-09-14,\($0),Bridge,\n" }
    for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1]] {
      let text = "ID,Who,What,Day,Level,Title,Link\n" + order.map { rows[$0] }.joined()
      let plan = plan(text, into: try district())
      #expect(plan.files.isEmpty)
      #expect(plan.rejectedRows.map(\.line) == [2, 3, 4])
      #expect(plan.diagnostics.all.map(\.code) == [.duplicateCode])
      #expect(plan.diagnostics.all[0].related.count == 2)
    }
  }

  @Test func `an emptied cell is a change, a column that is not there is none`() throws {
    let header = "ID,Who,What,Day,Level,Title"
    let row = "7,S-1,MA.1,2026-09-14,PR,Bridge"
    let base = try district()
    let first = plan("\(header),Link\n\(row),https://a.example/7\n", into: base)
    let after = MemorySource.merging(base, first.files)
    #expect(plan("\(header)\n\(row)\n", into: after).changes.map(\.kind) == [.unchanged])
    let emptied = plan("\(header),Link\n\(row),\n", into: after)
    #expect(emptied.changes.map(\.kind) == [.changed])
    #expect(
      emptied.changes.flatMap(\.differences)
        == [.init(column: "link", before: "https://a.example/7", after: "")])
    // Without a level there is nothing to keep the old one for.
    let unrated = plan(
      "\(header),Link\n\(row.replacing("PR", with: "")),https://a.example/7\n", into: after)
    #expect(unrated.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.ratedWithoutLevel])
  }

  @Test func `a statement of several competencies is a row for each`() throws {
    let statement = """
      {"id":"s-1","actor":{"account":{"name":"S-1"}},"verb":{"id":"http://x.example/scored"},
       "object":{"id":"https://lrs.example/a/7","definition":{"name":{"en":"Bridge"}}},
       "result":{"score":{"raw":"Exemplary"},"extensions":{"https://x.example/competency":"EN.1"}},
       "context":{"extensions":{"https://x.example/competency":["MA.1","EN.1","MA.9"]}},
       "timestamp":"2026-10-21T15:00:00Z"}
      """
    let mapping = """
      mapping: our-lrs
      extends: xapi-statements
      columns:
        level: { constant: EX }
      """
    let base = try district(["mappings/lrs.yaml": mapping])
    let plan = plan(statement, into: base, path: "s.json")
    #expect(plan.count(.added) == 2)
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.unknownCompetency])
    let text = String(decoding: plan.files.values.joined(), as: UTF8.self)
    #expect(text.contains(",S-1,MA.1,") && text.contains(",S-1,EN.1,"))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("xapi-") })
  }

  @Test func `rows of an earlier version are known by the ids that it gave them`() throws {
    let old =
      Self.own.dropLast() + ",source\n"
      + "3,S-2,MA.1,2026-10-14,EX,other,summative,Bridge,demos.csv:2 sha256:00 slate-cbl-ratings/1\n"
    let base = try district(["evidence/slate-cbl-ratings.csv": String(old)])
    let same = plan(Self.slate + "3,S-2,MA.1,10/14/2026,Exemplary,Bridge\n", into: base)
    #expect(same.count(.added) == 0)
    #expect(same.rejectedRows.isEmpty)
    #expect(same.changes.allSatisfy { $0.key == "3" })
    // Another student's row of that number is no row of before.
    let other = plan(Self.slate + "3,S-1,MA.1,10/14/2026,Exemplary,Bridge\n", into: base)
    #expect(other.count(.added) == 1)
  }

  @Test func `a column that is there twice is named at both places`() throws {
    let base = try district([:])
    let plan = plan(
      "ID,Who,What,Day,Level,Title,Link,title\n3,S-1,MA.1,2026-09-14,EX,A,,B\n", into: base)
    let problem = try #require(plan.diagnostics.all.first)
    #expect(problem.code == .duplicateColumn)
    #expect(problem.location == SourceLocation(file: "export.csv", line: 1, column: 34))
    #expect(
      problem.related.map(\.location) == [SourceLocation(file: "export.csv", line: 1, column: 23)])
    #expect(plan.files.isEmpty && plan.isUnreadable)
  }
}
