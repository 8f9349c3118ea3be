import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Reading the policy's rules")
struct CompilationTests {
  private func problems(_ world: World) throws -> [Diagnostic] {
    var diagnostics = DiagnosticList()
    let engine = AttainmentEngine(
      policy: try world.policy(), framework: world.framework(), diagnostics: &diagnostics)
    #expect((engine == nil) == diagnostics.hasErrors)
    return diagnostics.all
  }

  private func problem(
    _ specification: RuleSpecification, in slot: RuleSlot = .contentArea
  ) throws -> Diagnostic {
    var world = World()
    world.add("M.1")
    world.rules[slot] = specification
    let found = try problems(world)
    #expect(found.count == 1, "\(found.map(\.message))")
    return try #require(found.first)
  }

  @Test("A misspelt rule is refused, with the nearest name")
  func unknownRule() throws {
    let found = try problem(rule("higest-in-distinct"))
    #expect(found.code == AttainmentDiagnostic.unknownRule)
    #expect(found.hint == "write highest-in-distinct")
    #expect(found.location == World.here)
  }

  @Test("A misspelt option is refused, with the nearest name")
  func unknownOption() throws {
    let found = try problem(rule("highest-in-distinct", "demonstration", "2"))
    #expect(found.code == AttainmentDiagnostic.unknownOption)
    #expect(found.hint == "write demonstrations")
  }

  @Test(
    "A value of the wrong kind is refused, with what the option takes",
    arguments: [
      ("demonstrations", "two", "a whole number from 1 to 20"),
      ("demonstrations", "0", "a whole number from 1 to 20"), ("formative", "maybe", "yes or no"),
      ("from", "1 July 2026", "a day as YYYY-MM-DD"),
      ("pool", "with-objective", "with-objectives"), ("including", "exibition", "exhibition"),
    ])
  func badValue(option: String, value: String, expected: String) throws {
    let found = try problem(rule("highest-in-distinct", option, value))
    #expect(found.code == AttainmentDiagnostic.badOption)
    #expect(found.hint == "write \(expected)")
    #expect(found.excerpt?.text == value)
  }

  @Test("More children than any competency has is a warning")
  func tooManyChildren() throws {
    var world = World()
    world.add("P")
    world.add("P.a", .objective, parents: ["P"])
    world.add("P.b", .objective, parents: ["P"])
    world.rules[.contentArea] = rule("at-least-children", "n", "2")
    #expect(try problems(world).isEmpty)
    world.rules[.contentArea] = rule("at-least-children", "n", "3")
    let found = try problems(world)
    #expect(found.map(\.code) == [AttainmentDiagnostic.unreachableRule])
    #expect(found.first?.hint == "write n: 2")
    #expect(found.first?.severity == .warning)
  }

  @Test("A table of points that lacks a level at or above the bar is a warning")
  func pointsGap() throws {
    var world = World()
    world.add("M.1")
    world.equivalence = EquivalenceTable(
      title: "GPA", adoptedOn: day("2026-01-01"), adoptedBy: "Board", places: 2,
      points: ["PR": exact("3")], weights: [:])
    let found = try problems(world)
    #expect(found.map(\.code) == [AttainmentDiagnostic.pointsGap])
    #expect(found.first?.hint == "add points for EX")
  }

  @Test("A window of days that ends before it begins is refused")
  func emptyWindow() throws {
    let found = try problem(rule("highest", "from", "2026-06-01", "through", "2026-05-01"))
    #expect(found.code == AttainmentDiagnostic.badOption)
    #expect(found.hint == "write a day that is not before 2026-06-01")
  }

  @Test("A level that is not in the scale is refused")
  func badLevel() throws {
    let found = try problem(rule("share-at-or-above", "floor", "PF"), in: .courseMark)
    #expect(found.code == AttainmentDiagnostic.badOption)
    #expect(found.message.contains("BG, DV, PR, EX"))
  }

  @Test("A rule over evidence cannot decide the mark of a course")
  func misplaced() throws {
    let found = try problem(rule("most-recent"), in: .courseMark)
    #expect(found.code == AttainmentDiagnostic.misplacedRule)
  }

  @Test("A rule that needs a number says so")
  func missingOption() throws {
    let found = try problem(rule("at-least-children"))
    #expect(found.code == AttainmentDiagnostic.missingOption)
  }

  @Test("Problems inside a tree are reported, each at its place")
  func nested() throws {
    let found = try problem(tree("all-of", [rule("all-children"), rule("hihgest")]))
    #expect(found.code == AttainmentDiagnostic.unknownRule)
    #expect(found.hint == "write highest")
  }

  @Test("Rules that wait for each other are refused")
  func cycle() throws {
    var world = World()
    world.add("M.1")
    world.add("M.2")
    world.overrides["M.1"] = rule("all-children", "members", "M.2")
    world.overrides["M.2"] = rule("all-children", "members", "M.1")
    #expect(try problems(world).map(\.code) == [AttainmentDiagnostic.ruleCycle])
  }

  @Test("A rule for a competency that does not exist is refused")
  func unknownCompetency() throws {
    var world = World()
    world.add("MATH.1")
    world.overrides["MATH.2"] = rule("highest")
    world.overrides["MATH.1"] = rule("all-children", "members", "MATH.11")
    #expect(
      try problems(world).map(\.code) == [
        AttainmentDiagnostic.unknownCompetency, AttainmentDiagnostic.unknownCompetency,
      ])
  }

  @Test("Codes are unique and explain themselves")
  func codes() {
    let names = AttainmentDiagnostic.all.map(\.name)
    #expect(Set(names).count == names.count)
    for code in AttainmentDiagnostic.all { #expect(code.remedy.hasSuffix(".")) }
  }
}
