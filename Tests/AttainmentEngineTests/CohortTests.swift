import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Classes keep the rules under which they began")
struct CohortTests {
  /// Two demonstrations since the new policy; one is enough for the classes to 2026.
  private func world() -> World {
    var world = World()
    world.rules[.objective] = rule("highest-in-distinct", "demonstrations", "2")
    world.rules[.courseMark] = rule("share-at-or-above", "share", "1", "floor", "PR")
    world.earlier = [
      CohortRules(
        version: "t0", effectiveOn: day("2020-07-01"), firstClass: nil, lastClass: 2026,
        rules: [.objective: rule("highest")], overrides: [:], location: World.here)
    ]
    world.add("M", .objective)
    world.course("C", "1", ["M"])
    world.show("M", "PR", "2026-01-10")
    return world
  }

  @Test("The class of 2026 keeps its rule and version, the class of 2027 has the new one")
  func classes() throws {
    var world = world()
    world.student = World.student(classOf: 2026)
    let old = try world.resolve()
    #expect(old.policyVersion == "t0")
    #expect(old.result(of: "M")?.overall.status == .attained)
    #expect(old.result(of: "M")?.overall.decision.policyVersion == "t0")
    #expect(old.credits.map(\.status) == [.earned])
    world.student = World.student(classOf: 2027)
    let new = try world.resolve()
    #expect(new.policyVersion == "t1")
    #expect(new.result(of: "M")?.overall.status == .insufficientEvidence)
  }

  @Test("A new policy changes nothing for classes that keep theirs")
  func difference() throws {
    var before = world()
    before.rules[.objective] = rule("highest")
    before.earlier = []
    let engine = try before.engine()
    let students = [World.student(id: "S1", classOf: 2026), World.student(id: "S2", classOf: 2027)]
    let files: [Identifier<Student>: StudentFile] = ["S1": before.file, "S2": before.file]
    let changed = engine.differences(
      to: try world().engine(), students: students, files: files, asOf: day("2026-10-15"))
    #expect(changed.map(\.student) == ["S2"])
  }

  @Test("Rules that a cohort keeps are read with the others: what is wrong with them is reported")
  func wrong() throws {
    var world = world()
    world.earlier = [
      CohortRules(
        version: "t0", effectiveOn: day("2020-07-01"), firstClass: 2024, lastClass: 2026,
        rules: [.objective: rule("hihgest")], overrides: [:], location: World.here)
    ]
    var diagnostics = DiagnosticList()
    let engine = AttainmentEngine(
      policy: try world.policy(), framework: world.framework(), diagnostics: &diagnostics)
    #expect(engine == nil)
    #expect(diagnostics.all.map(\.code.name) == ["unknown-rule"])
  }
}
