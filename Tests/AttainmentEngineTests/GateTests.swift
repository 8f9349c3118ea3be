import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Gates and progress through a unit")
struct GateTests {
  private func objective(
    _ id: Identifier<Competency>, after prior: [Identifier<Competency>] = []
  ) -> Competency {
    Competency(
      id: id, tier: .objective, areas: [], parents: ["P"], shortName: id.code, statement: id.code,
      unit: "Unit 1", prerequisites: prior, location: World.here)
  }

  private func world() -> World {
    var world = World()
    world.add("P")
    world.competencies += [objective("A"), objective("B", after: ["A"])]
    world.course("C", "1", ["B"])
    return world
  }

  @Test("A competency and a course are open once all that comes before them is met")
  func before() throws {
    var world = world()
    let engine = try world.engine()
    let course = try #require(engine.policy.creditRules.first)
    let closed = try world.resolve()
    #expect(engine.gate(before: "B", closed).unmetCompetencies == ["A"])
    #expect(engine.gate(before: course, closed).unmetCompetencies == ["A"])
    world.show("A", "PR", "2026-01-01")
    let open = try world.resolve()
    #expect(engine.gate(before: "B", open).isOpen)
    #expect(engine.gate(before: course, open).isOpen)
    #expect(engine.gate(before: course, open).metCompetencies == ["A"])
  }

  @Test("Promotion lists what is unmet; a grade without a gate has none")
  func promotion() throws {
    var world = world()
    let plan = GraduationPlan(
      id: "grade-12", title: "Grade 12", firstClass: 1950, lastClass: nil, credits: exact("1"),
      requirements: [
        requirement(
          "one", .competencies(CompetencySet(members: ["A", "B"], criteria: .atLeast(1))))
      ], location: World.here)
    world.promotion = [PromotionGate(grade: grade(12), plan: plan)]
    let closed = try #require(
      try world.engine().promotion(of: try world.resolve(), file: world.file))
    #expect(closed.unmetRequirements.map(\.requirement.id) == ["one", "total"])
    world.show("A", "PR", "2026-01-01")
    world.show("B", "PR", "2026-01-01")
    let open = try #require(try world.engine().promotion(of: try world.resolve(), file: world.file))
    #expect(open.isOpen)
    #expect(open.metRequirements.map(\.requirement.id) == ["one", "total"])
    world.promotion = []
    #expect(try world.engine().promotion(of: try world.resolve(), file: world.file) == nil)
  }

  @Test("An objective moves from not started to attained, with support and reassessment between")
  func states() throws {
    var world = world()
    func state() throws -> UnitState? {
      let units = try world.engine().unitProgress(of: try world.resolve(), file: world.file)
      return units.first?.steps.first { $0.objective == "A" }?.state
    }
    #expect(try state() == nil, "a unit with nothing on file is not listed")
    let story: [(String, AssessmentPurpose, UnitState)] = [
      ("BG", .preAssessment, .preAssessed), ("DV", .formative, .formative),
      ("DV", .summative, .notYet), ("BG", .preAssessment, .notYet), ("DV", .formative, .support),
      ("DV", .summative, .reassess), ("PR", .formative, .support), ("PR", .summative, .attained),
      ("BG", .summative, .attained), ("EX", .summative, .exceeded),
    ]
    for (number, (level, purpose, expected)) in story.enumerated() {
      world.show(
        "A", level, day("2026-01-01").adding(days: number).isoText, purpose: purpose)
      #expect(try state() == expected, "after step \(number + 1)")
    }
  }

  @Test("A unit is complete when its core objectives are met")
  func complete() throws {
    var world = world()
    world.show("A", "PR", "2026-01-01")
    #expect(
      try world.engine().unitProgress(of: try world.resolve(), file: world.file).map(\.isComplete)
        == [false])
    world.show("B", "PR", "2026-01-02")
    #expect(
      try world.engine().unitProgress(of: try world.resolve(), file: world.file).map(\.isComplete)
        == [true])
  }
}
