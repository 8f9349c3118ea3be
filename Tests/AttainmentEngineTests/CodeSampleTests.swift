import CodeSamples
import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

/// Every code of the engine has a sample and the text that is printed for it.
@Suite struct CodeSampleTests {
  private static let samples: [(code: DiagnosticCode, change: @Sendable (inout World) -> Void)] = [
    (AttainmentDiagnostic.unknownRule, { $0.rules[.contentArea] = rule("higest-in-distinct") }),
    (
      AttainmentDiagnostic.unknownOption,
      { $0.rules[.contentArea] = rule("highest-in-distinct", "demonstration", "2") }
    ),
    (
      AttainmentDiagnostic.badOption,
      { $0.rules[.contentArea] = rule("highest-in-distinct", "demonstrations", "two") }
    ),
    (AttainmentDiagnostic.missingOption, { $0.rules[.contentArea] = rule("at-least-children") }),
    (AttainmentDiagnostic.misplacedRule, { $0.rules[.courseMark] = rule("most-recent") }),
    (
      AttainmentDiagnostic.ruleCycle,
      {
        $0.overrides["M.1"] = rule("all-children", "members", "M.2")
        $0.overrides["M.2"] = rule("all-children", "members", "M.1")
      }
    ),
    (AttainmentDiagnostic.unknownCompetency, { $0.overrides["M.9"] = rule("highest") }),
    (AttainmentDiagnostic.averagingRule, { $0.rules[.contentArea] = rule("weighted-average") }),
    (
      AttainmentDiagnostic.unreachableRule,
      { $0.overrides["M.1"] = rule("at-least-children", "n", "3") }
    ),
    (
      AttainmentDiagnostic.pointsGap,
      {
        $0.equivalence = EquivalenceTable(
          title: "GPA", adoptedOn: day("2026-01-01"), adoptedBy: "Board", places: 2,
          points: ["PR": exact("3")], weights: [:])
      }
    ),
  ]

  @Test func `every code has a sample`() {
    #expect(Set(Self.samples.map(\.code)) == Set(AttainmentDiagnostic.all))
  }

  @Test(arguments: samples.indices)
  func `a sample is reported as expected`(index: Int) throws {
    var world = World()
    world.add("M.1")
    world.add("M.2")
    Self.samples[index].change(&world)
    var diagnostics = DiagnosticList()
    _ = AttainmentEngine(
      policy: try world.policy(), framework: world.framework(), diagnostics: &diagnostics)
    try CodeSample.expect(Self.samples[index].code, among: diagnostics.all)
  }
}
