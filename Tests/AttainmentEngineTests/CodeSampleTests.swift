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
      AttainmentDiagnostic.notAChild,
      {
        let required = PolicyNode(.list([scalar("M.2"), scalar("M.1")]), at: World.here)
        $0.overrides["M.1"] = RuleSpecification(
          name: "required-plus-points",
          options: PolicyNode(
            .mapping([
              member("rule", scalar("required-plus-points")), member("required", required),
              member("points", scalar("0")), member("members", scalar("M.2")),
            ]), at: World.here))
      }
    ),
    (
      AttainmentDiagnostic.unreachableRequirement,
      {
        $0.plan(
          "2",
          [
            line(
              "humanities", "2", ["hum"],
              within: [line("arts", "1.5", ["hum"]), line("civics", "1", ["hum"])])
          ])
      }
    ),
    (
      AttainmentDiagnostic.unsaidCrossCredit,
      {
        $0.course("ALG", "1", areas: ["math"], ["M.1"])
        $0.plan(
          "3",
          [
            requirement("algebra", .courses(["ALG"], credits: .one, isCrossCredit: nil)),
            line("math", "2", ["math"]),
          ])
      }
    ),
    (
      AttainmentDiagnostic.sharedCompetency,
      {
        $0.course("ALG", "1", ["M.1"])
        $0.course("GEO", "1", ["M.1", "M.2"])
      }
    ),
    (
      AttainmentDiagnostic.contradictoryOptions,
      { $0.rules[.contentArea] = rule("best-of-required", "required", "2", "best", "3") }
    ),
    (
      AttainmentDiagnostic.zeroWeight,
      { $0.rules[.contentArea] = rule("decaying-average", "weight", "0") }
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
    // Those that need a student or a day have tests of their own.
    let others = [
      AttainmentDiagnostic.loweringWithoutEffect, AttainmentDiagnostic.policyNotInEffect,
      AttainmentDiagnostic.overdueEnrollment, AttainmentDiagnostic.planAfterClass,
    ]
    #expect(Set(Self.samples.map(\.code) + others) == Set(AttainmentDiagnostic.all))
  }

  @Test func `a policy asked about a day before it takes effect is reported`() throws {
    let engine = try World().engine()
    let first = engine.policy.effectiveOn
    let found = engine.policyNotInEffect(on: first.adding(days: -1))
    try CodeSample.expect(AttainmentDiagnostic.policyNotInEffect, among: [found].compactMap(\.self))
    #expect(engine.policyNotInEffect(on: first) == nil)
  }

  @Test func `courses whose time is over, and plans that come too late, are reported`() throws {
    var world = World()
    world.add("M.1", .objective)
    world.course("ALG", "1", ["M.1"])
    func found(_ status: Enrollment.Status, _ year: Int, _ on: String) throws -> [Diagnostic] {
      world.file.enrollments = []
      world.enroll("ALG", status, year: year)
      return try world.engine().enrollmentsOutOfTime(
        of: world.student, file: world.file, on: day(on))
    }
    try CodeSample.expect(
      AttainmentDiagnostic.overdueEnrollment, among: try found(.enrolled, 2024, "2026-12-01"))
    try CodeSample.expect(
      AttainmentDiagnostic.planAfterClass, among: try found(.planned, 2027, "2026-12-01"))
    #expect(try found(.enrolled, 2026, "2026-12-01").isEmpty)
    #expect(try found(.completed, 2024, "2026-12-01").isEmpty)
    #expect(try found(.planned, 2026, "2026-06-01").isEmpty)
    #expect(
      try found(.enrolled, 2027, "2026-12-01").map(\.code) == [AttainmentDiagnostic.planAfterClass])
    #expect(
      try found(.planned, 2024, "2026-12-01").map(\.code) == [
        AttainmentDiagnostic.overdueEnrollment
      ])
  }

  @Test(
    arguments: [
      // A course that goes on after its school year is in time until its expected day.
      (Enrollment.Status.enrolled, 2024, "2026-12-02", false),
      (.enrolled, 2024, "2026-12-01", false), (.enrolled, 2024, "2026-11-30", true),
      (.enrolled, 2024, nil, true), (.enrolled, 2026, nil, false),
      (.enrolled, 2026, "2026-11-30", true), (.enrolled, 2026, "2026-12-01", false),
      // A plan for a year that is over is late, whatever day it names.
      (.planned, 2024, "2026-12-02", true), (.planned, 2026, "2026-11-30", true),
      (.planned, 2026, "2026-12-02", false), (.completed, 2024, nil, false),
    ] as [(Enrollment.Status, Int, String?, Bool)])
  func `check and documents hold the same courses for late`(
    status: Enrollment.Status, year: Int, expected: String?, isLate: Bool
  ) throws {
    var world = World()
    world.add("M.1", .objective)
    world.course("ALG", "1", ["M.1"])
    world.enroll("ALG", status, year: year)
    let row = try #require(world.file.enrollments.first)
    let enrollment = Enrollment(
      student: row.student, course: row.course, schoolYear: row.schoolYear,
      gradeLevel: row.gradeLevel, status: status, expectedOn: expected.map(day),
      location: row.location)
    world.file.enrollments = [enrollment]
    let found = try world.engine().enrollmentsOutOfTime(
      of: world.student, file: world.file, on: day("2026-12-01"))
    #expect(found.map(\.code) == (isLate ? [AttainmentDiagnostic.overdueEnrollment] : []))
    // Documents await the result of courses that were begun.
    #expect(enrollment.isAwaited(on: day("2026-12-01")) == (isLate && status == .enrolled))
  }

  @Test func `courses of the very same competencies, or of none in common, share nothing`() throws {
    for members in [["M.2", "M.1"], ["M.3"]] as [[Identifier<Competency>]] {
      var world = World()
      for id in ["M.1", "M.2", "M.3"] as [Identifier<Competency>] { world.add(id) }
      world.course("ALG", "1", ["M.1", "M.2"])
      world.course("GEO", "1", members)
      var diagnostics = DiagnosticList()
      _ = AttainmentEngine(
        policy: try world.policy(), framework: world.framework(), diagnostics: &diagnostics)
      #expect(diagnostics.all.isEmpty)
    }
  }

  @Test func `a decision that lowers nothing is reported`() throws {
    var world = World()
    world.add("M.1", .objective)
    world.show("M.1", "PR", "2026-01-10")
    world.lower("M.1", "PR", on: "2026-02-10")
    let found = try world.engine().loweringsWithoutEffect(of: world.student, file: world.file)
    try CodeSample.expect(AttainmentDiagnostic.loweringWithoutEffect, among: found)
    world.file.determinations = []
    world.lower("M.1", "DV", on: "2026-02-10")
    #expect(
      try world.engine().loweringsWithoutEffect(of: world.student, file: world.file).isEmpty)
    world.lower("M.1", "DV", on: "2026-01-09")
    let none = try world.engine().loweringsWithoutEffect(of: world.student, file: world.file)
    #expect(none.map(\.code) == [AttainmentDiagnostic.loweringWithoutEffect])
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
