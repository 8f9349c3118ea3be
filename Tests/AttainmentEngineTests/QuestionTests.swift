import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Audit, what-if, needs and policy differences")
struct QuestionTests {
  private func world() -> World {
    var world = World()
    for id in ["A", "B"] { world.add(Identifier(id), .objective) }
    world.course("C", "1", ["A", "B"])
    world.plan(
      "2",
      [
        line("stem", "2", ["any"]),
        requirement("core", .competencies(CompetencySet(members: ["A", "B"]))),
      ])
    world.show("A", "PR", "2026-01-01")
    world.transfer("T", "1")
    return world
  }

  @Test("An audit lists what is missing, and what would be enough for each competency")
  func audit() throws {
    let world = world()
    let audit = try #require(try world.engine().audit(try world.resolve()))
    #expect(audit.status == .notOnTrack)
    #expect(audit.creditsMissing == .one)
    #expect(audit.remaining.map(\.requirement.id) == ["stem", "core"])
    #expect(audit.remaining[0].missing == .one)
    #expect(audit.remaining[1].competencies.map(\.competency) == ["B"])
    #expect(
      audit.remaining[1].competencies[0].wouldSuffice == [.demonstrations(1, level: 2)])
    #expect(!audit.isOnPace)
  }

  @Test("Nothing remains of a choice that is met, and a choice that is open keeps its shape")
  func choiceRemains() throws {
    var world = World()
    for id in ["A", "B"] { world.add(Identifier(id), .objective) }
    world.show("A", "PR", "2026-01-01")
    let choice = requirement(
      "way",
      .atLeast(
        1,
        [
          requirement("a", .competencies(CompetencySet(members: ["A"]))),
          requirement("b", .competencies(CompetencySet(members: ["B"]))),
        ]))
    world.plan("0", [choice])
    #expect(try world.engine().audit(try world.resolve())?.remaining.isEmpty == true)
    world.file.evidence = []
    let audit = try #require(try world.engine().audit(try world.resolve()))
    #expect(audit.remaining.map(\.requirement.id) == ["way", "a", "b"])
    #expect(audit.remaining.map(\.depth) == [0, 1, 1])
    #expect(audit.remaining[0].missing == .one)
  }

  @Test("What-if answers without changing what is on file")
  func whatIf() throws {
    let world = world()
    let engine = try world.engine()
    for hypothesis in [
      Hypothesis.demonstrations("B", level: 2, count: 1), .course("C", level: nil),
    ] {
      let supposed = engine.resolve(
        student: world.student, file: world.file, supposing: [hypothesis],
        asOf: day("2027-06-30"))
      #expect(supposed.graduation?.status == .requirementsMet)
    }
    let below = engine.resolve(
      student: world.student, file: world.file, supposing: [.course("C", level: 1)],
      asOf: day("2027-06-30"))
    #expect(below.credits.isEmpty, "what is supposed below the bar earns nothing")
    #expect(below.result(of: "B")?.overall.status == .notYet)
    let waived = engine.resolve(
      student: world.student, file: world.file, supposing: [.waiver("B")],
      asOf: day("2027-06-30"))
    #expect(waived.graduation?.status == .requirementsMet)
    #expect(try world.resolve().graduation?.status == .notOnTrack)
  }

  @Test("Credit that no line can take does not make the lines lack less")
  func beyond() throws {
    var world = World()
    world.plan("2", [line("hum", "1", ["hum"]), line("math", "1", ["math"])])
    world.transfer("T", "2", areas: ["hum"])
    #expect(try world.engine().audit(try world.resolve())?.creditsMissing == .one)
    // A total that asks for more than the lines: three of five are there without mathematics.
    world.plans = []
    world.plan("5", [line("hum", "1", ["hum"]), line("math", "1", ["math"])])
    #expect(try world.engine().audit(try world.resolve())?.creditsMissing == Rational(3))
  }

  @Test("Work that does not say for which area it is, is not called not assessed")
  func areaNotSaid() throws {
    var world = World()
    world.add("X", areas: ["MATH", "SCI"])
    world.add("X.a", .objective, parents: ["X"])
    world.show("X.a", "PR", "2026-01-10")
    world.show("X.a", "PR", "2026-02-10")
    let result = try #require(try world.resolve().result(of: "X"))
    #expect(result.overall.status == .attained)
    #expect(result.attainment(in: "MATH").status == .insufficientEvidence)
    #expect(result.attainment(in: "SCI").status == .insufficientEvidence)
    // What names the other area says nothing about this one.
    world.file.evidence = []
    world.show("X.a", "PR", "2026-01-10", area: "SCI")
    let other = try #require(try world.resolve().result(of: "X"))
    #expect(other.attainment(in: "MATH").status == .notAssessed)
  }

  @Test("What would suffice does suffice: each step taken leads to the bar", arguments: 0..<30)
  func sufficient(seed: Int) throws {
    let world = World.random(seed: seed)
    let engine = try world.engine()
    for result in try world.resolve().competencies where !result.overall.status.satisfies {
      guard case .work(let work)? = result.overall.decision.wouldSuffice.first else { continue }
      let (count, level) = (work.count, work.level)
      let supposed = engine.resolve(
        student: world.student, file: world.file,
        supposing: [.demonstrations(result.competency, level: level, count: count)],
        asOf: day("2027-06-30"))
      #expect(supposed.result(of: result.competency)?.overall.status == .attained)
    }
  }

  @Test("Needs sort a class into support, evidence, ready, extension and open")
  func needs() throws {
    var resolutions: [StudentResolution] = []
    for (number, level) in ["DV", "PR", "EX", "-", "missed"].enumerated() {
      var world = World()
      world.add("A", .objective)
      world.student = World.student(id: Identifier("S\(number)"))
      if level == "missed" {
        world.show("A", "", "2026-01-01", status: .missed)
      } else if level != "-" {
        world.show("A", level, "2026-01-01")
      }
      resolutions.append(try world.resolve())
    }
    var world = World()
    world.add("A", .objective)
    let needs = try #require(try world.engine().needs(resolutions.reversed(), in: ["A"]).first)
    #expect(needs.support.map(\.student) == ["S0"])
    #expect(needs.ready.map(\.student) == ["S1"])
    #expect(needs.extend.map(\.student) == ["S2"])
    #expect(needs.open.map(\.student) == ["S3"])
    #expect(needs.evidence.map(\.student) == ["S4"])
  }

  @Test("A policy difference names every result that would change, and nobody else")
  func difference() throws {
    var world = world()
    world.show("B", "PR", "2026-01-01")
    let old = try world.engine()
    var stricter = world
    stricter.rules[.objective] = rule("highest-in-distinct", "demonstrations", "2")
    let files = [world.student.id: world.file]
    let stricterEngine = try stricter.engine()
    let found = old.differences(
      to: stricterEngine, students: [world.student], files: files, asOf: day("2027-06-30"))
    let change = try #require(found.first)
    #expect(change.competencies.map(\.id) == ["A", "B"])
    #expect(change.competencies[0].change.old?.status == .attained)
    #expect(change.competencies[0].change.new?.status == .insufficientEvidence)
    #expect(change.courses.map(\.id) == ["C"])
    #expect(change.courses[0].change.old?.earned == .one)
    #expect(change.courses[0].change.new == .some(nil))
    #expect(change.requirements.map(\.id) == ["stem", "core"])
    #expect(change.graduation?.new == .notOnTrack)
    #expect(
      old.differences(to: old, students: [world.student], files: files, asOf: day("2027-06-30"))
        .isEmpty)
  }

  @Test("At least one of several credit lines: the choice that leaves least open is taken")
  func choices() throws {
    var world = World()
    world.plan(
      "2",
      [
        requirement("pathway", .atLeast(1, [line("arts", "1", ["a"]), line("tech", "1", ["b"])])),
        line("rest", "1", ["a"]),
      ])
    // Giving the arts credit to the first line would leave the rest open.
    world.transfer("T1", "1", areas: ["a"])
    world.transfer("T2", "1", areas: ["b"])
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.status == .requirementsMet)
    #expect(decision.outcomes[0].parts.map(\.status) == [.notMet, .met])
  }
}
