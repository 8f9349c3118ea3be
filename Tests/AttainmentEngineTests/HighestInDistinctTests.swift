import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("The highest level shown in k distinct demonstrations")
struct HighestInDistinctTests {
  private func world(_ shown: [(String, String)]) -> World {
    var world = World()
    world.add("M.1")
    for (level, on) in shown { world.show("M.1", level, on) }
    return world
  }

  @Test("Developing, Exemplary, Proficient: Proficient, met on the day of the second at the bar")
  func levelShownTwice() throws {
    let found = try world([("DV", "2025-10-01"), ("EX", "2026-03-01"), ("PR", "2026-05-01")])
      .attainment("M.1")
    #expect(found.status == .attained)
    #expect(found.level == 2)
    #expect(found.metOn == day("2026-05-01"))
    #expect(found.levelOn == day("2026-05-01"))
    #expect(found.decision.used.map(\.id) == ["E2", "E3"])
    #expect(found.decision.setAside.map(\.reason) == [.notNeeded])
    #expect(found.decision.wouldSuffice.isEmpty)
  }

  @Test("The level may rise after the bar was met; the day it was met stays")
  func levelRises() throws {
    let found = try world([
      ("PR", "2025-10-01"), ("EX", "2025-11-01"), ("EX", "2026-02-01"),
    ]).attainment("M.1")
    #expect(found.level == 3)
    #expect(found.metOn == day("2025-11-01"))
    #expect(found.levelOn == day("2026-02-01"))
  }

  @Test("One demonstration of two is insufficient evidence, however high")
  func insufficient() throws {
    let found = try world([("EX", "2025-10-01")]).attainment("M.1")
    #expect(found.status == .insufficientEvidence)
    #expect(found.level == nil)
    #expect(found.counted == 1)
    #expect(found.needed == 2)
    #expect(found.decision.wouldSuffice == [.demonstrations(1, level: 2)])
  }

  @Test("Enough evidence below the bar is not yet; it says how many more demonstrations suffice")
  func notYet() throws {
    let found = try world([("DV", "2025-10-01"), ("BG", "2025-10-02"), ("EX", "2025-10-03")])
      .attainment("M.1")
    #expect(found.status == .notYet)
    #expect(found.level == 1)
    #expect(found.metOn == nil)
    #expect(found.decision.wouldSuffice == [.demonstrations(1, level: 2)])
  }

  @Test("Two ratings of one piece of work are one demonstration, at its highest level")
  func sameDemonstration() throws {
    var world = World()
    world.add("M.1")
    world.show("M.1", "PR", "2025-10-01", title: "Bridge")
    world.show("M.1", "EX", "2025-10-01", title: "Bridge")
    let found = try world.attainment("M.1")
    #expect(found.status == .insufficientEvidence)
    #expect(found.decision.setAside.map(\.reason) == [.sameDemonstration(as: "E2")])
    world.show("M.1", "PR", "2025-10-02", title: "Bridge")
    #expect(try world.attainment("M.1").status == .attained)
  }

  @Test("Formative evidence and pre-assessments do not count unless the policy says so")
  func purposes() throws {
    var world = world([("PR", "2025-10-01")])
    world.show("M.1", "EX", "2025-10-02", purpose: .formative)
    world.show("M.1", "EX", "2025-10-03", purpose: .preAssessment)
    let found = try world.attainment("M.1")
    #expect(found.status == .insufficientEvidence)
    #expect(
      found.decision.setAside.map(\.reason) == [.purpose(.formative), .purpose(.preAssessment)])
    world.rules[.contentArea] = rule("highest-in-distinct", "formative", "yes")
    #expect(try world.attainment("M.1").level == 2)
  }

  @Test("A competency draws on its objectives' evidence unless the policy says own")
  func pool() throws {
    var world = World()
    world.add("M.1")
    world.add("M.1.a", .objective, parents: ["M.1"])
    world.show("M.1", "PR", "2025-10-01")
    world.show("M.1.a", "EX", "2025-11-01")
    #expect(try world.attainment("M.1").status == .attained)
    #expect(try world.attainment("M.1.a").level == 3)
    world.rules[.contentArea] = rule("highest-in-distinct", "pool", "own")
    #expect(try world.attainment("M.1").status == .insufficientEvidence)
  }

  @Test("Evidence after the day asked about is set aside; a corrected record is replaced")
  func afterAndReplaced() throws {
    var world = World()
    world.add("M.1", .objective)
    world.show("M.1", "EX", "2025-10-01", id: "A")
    world.show("M.1", "DV", "2025-10-01", id: "B", replaces: "A")
    world.show("M.1", "PR", "2026-01-15", id: "C")
    let early = try world.attainment("M.1", asOf: "2025-12-31")
    #expect(early.status == .notYet)
    #expect(early.level == 1)
    #expect(early.decision.setAside.map(\.reason) == [.replaced(by: "B"), .afterAsOf])
    #expect(try world.attainment("M.1", asOf: "2026-01-15").status == .attained)
  }

  @Test("A later demonstration below the bar changes nothing and raises a flag")
  func laterContradiction() throws {
    let found = try world([("PR", "2025-10-01"), ("PR", "2025-11-01"), ("BG", "2026-01-01")])
      .attainment("M.1")
    #expect(found.status == .attained)
    #expect(found.level == 2)
    #expect(found.decision.flags == [.laterContradiction("E3")])
  }
}
