import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("A lowered result is an act of its own")
struct LoweringTests {
  /// Exemplary by two demonstrations.
  private func world() -> World {
    var world = World()
    world.rules[.objective] = rule("highest-in-distinct", "demonstrations", "2")
    world.add("M", .objective)
    world.show("M", "EX", "2026-01-10")
    world.show("M", "EX", "2026-02-10")
    return world
  }

  /// P, decided by a rule over its objectives or their work; these by their highest level.
  private func made(by name: String, of objectives: Identifier<Competency>...) -> World {
    var world = World()
    world.rules[.contentArea] = rule(name)
    world.rules[.objective] = rule("highest")
    world.add("P")
    for id in objectives { world.add(id, .objective, parents: ["P"]) }
    return world
  }

  @Test("New evidence never lowers a result: it raises a flag")
  func highWater() throws {
    var world = world()
    world.show("M", "BG", "2026-03-10")
    let found = try world.attainment("M")
    #expect(found.level == 3)
    #expect(found.decision.flags == [.laterContradiction("E3")])
    #expect(found.decision.lowering == nil)
  }

  @Test("The act lowers from its day on; the explanation holds the act and what stood before")
  func act() throws {
    var world = world()
    world.lower("M", "DV", on: "2026-04-01")
    #expect(try world.attainment("M", asOf: "2026-03-31").level == 3)
    let found = try world.attainment("M", asOf: "2026-04-01")
    #expect(found.status == .notYet)
    #expect(found.level == 1)
    #expect(found.metOn == nil)
    #expect(found.decision.lowering?.decision.id == "L1")
    #expect(found.decision.lowering?.from == 3)
    #expect(found.decision.used.isEmpty)
    #expect(
      found.decision.setAside.map(\.reason) == [.beforeLowering("L1"), .beforeLowering("L1")])
    #expect(found.decision.wouldSuffice == [.demonstrations(2, level: 2)])
  }

  @Test("Lowered but not below the bar: still attained, on the day on which it was")
  func aboveBar() throws {
    var world = world()
    world.lower("M", "PR", on: "2026-04-01")
    let found = try world.attainment("M")
    #expect(found.status == .attained)
    #expect(found.level == 2)
    #expect(found.metOn == day("2026-02-10"))
    #expect(found.levelOn == day("2026-04-01"))
  }

  @Test("A lowered level stands since the act, though a like level was shown long before")
  func since() throws {
    var world = world()
    world.lower("M", "DV", on: "2026-04-01")
    #expect(try world.attainment("M").levelOn == day("2026-04-01"))
    // Work shown since brings a level of its own day.
    world.show("M", "PR", "2026-05-10")
    world.show("M", "PR", "2026-05-20")
    #expect(try world.attainment("M").levelOn == day("2026-05-20"))
  }

  @Test("Lowering what was met by a decision without a level names no level that stood")
  func withoutLevel() throws {
    var world = World()
    world.add("M", .objective)
    world.decide("M", on: "2026-01-10")
    world.lower("M", "DV", on: "2026-02-10")
    let lowering = try #require(try world.attainment("M").decision.lowering)
    #expect(lowering.stoodWithoutLevel)
    #expect(!lowering.holdsUntilDecided)
    world.show("M", "EX", "2026-01-11")
    world.show("M", "EX", "2026-01-12")
    #expect(try world.attainment("M").decision.lowering?.stoodWithoutLevel == false)
  }

  @Test("What is shown afterwards raises it again by the rule, and earlier work does not help")
  func recovery() throws {
    var world = world()
    world.lower("M", "DV", on: "2026-04-01")
    world.show("M", "PR", "2026-05-10")
    let open = try world.attainment("M")
    #expect(open.status == .notYet)
    #expect(open.counted == 1)
    #expect(open.decision.wouldSuffice == [.demonstrations(1, level: 2)])
    world.show("M", "PR", "2026-05-20")
    let met = try world.attainment("M")
    #expect(met.status == .attained)
    #expect(met.level == 2)
    #expect(met.metOn == day("2026-05-20"))
  }

  @Test("The act ends earlier decisions; a later one counts")
  func decisions() throws {
    var world = World()
    world.add("M", .objective)
    world.decide("M", "EX", on: "2026-01-10")
    world.lower("M", "DV", on: "2026-02-10")
    #expect(try world.attainment("M").status == .notYet)
    #expect(try world.attainment("M").level == 1)
    world.decide("M", on: "2026-03-10")
    #expect(try world.attainment("M").status == .metByDecision)
    #expect(try world.attainment("M").metOn == day("2026-03-10"))
  }

  @Test("An act lowers nothing where there is nothing, and never raises")
  func nothing() throws {
    var world = World()
    world.add("M", .objective)
    world.add("N", .objective)
    world.lower("M", "PR", on: "2026-04-01")
    world.show("N", "BG", "2026-01-10")
    world.show("N", "BG", "2026-02-10")
    world.lower("N", "PR", on: "2026-04-01")
    #expect(try world.attainment("M").status == .notAssessed)
    #expect(try world.attainment("N").level == 0)
  }

  @Test("Of several acts the last holds; of several on one day the lowest")
  func several() throws {
    var world = world()
    world.lower("M", "BG", on: "2026-03-01")
    world.lower("M", "PR", on: "2026-04-01")
    world.lower("M", "DV", on: "2026-04-01")
    #expect(try world.attainment("M").level == 1)
  }

  @Test("A lowered objective lowers what is made of it, its credit and graduation")
  func consequences() throws {
    var world = made(by: "all-children", of: "P.a", "P.b")
    for id in ["P.a", "P.b"] { world.show(Identifier(id), "PR", "2026-01-10") }
    world.course("C", "1", ["P.a", "P.b"])
    world.plan("1", [line("any", "1", ["any"])])
    #expect(try world.resolve().graduation?.status == .requirementsMet)
    world.lower("P.b", "DV", on: "2026-02-01")
    #expect(try world.attainment("P").status == .notYet)
    #expect(try world.resolve().credits.isEmpty)
    #expect(try world.resolve().graduation?.status == .notOnTrack)
  }

  @Test("A result of children that is lowered stands until another decision")
  func children() throws {
    var world = made(by: "all-children", of: "P.a")
    world.show("P.a", "PR", "2026-01-10")
    world.lower("P", "DV", on: "2026-02-01")
    world.show("P.a", "EX", "2026-03-01")
    let found = try world.attainment("P")
    #expect(found.level == 1)
    #expect(found.decision.wouldSuffice == [.condition("a later decision in determinations.csv")])
    #expect(found.decision.lowering?.holdsUntilDecided == true)
    #expect(found.decision.children.map(\.competency) == ["P.a"])
    world.decide("P", "PR", on: "2026-04-01")
    #expect(try world.attainment("P").status == .metByDecision)
  }

  @Test("What stood before is said as it stood, though a child was lowered on the same day")
  func before() throws {
    var world = made(by: "all-children", of: "P.a")
    world.show("P.a", "EX", "2026-01-10", title: "Bridge")
    world.show("P.a", "PR", "2026-01-10", title: "Bridge")
    world.lower("P.a", "DV", on: "2026-02-01")
    world.lower("P", "BG", on: "2026-02-01")
    #expect(try world.attainment("P", asOf: "2026-01-31").level == 3)
    #expect(try world.attainment("P").decision.lowering?.from == 3)
    #expect(try world.attainment("P").level == 0)
    // Neither rating of the one demonstration counts, so neither is there in place of the other.
    #expect(
      try world.attainment("P.a").decision.setAside.map(\.reason) == [
        .beforeLowering("L1"), .beforeLowering("L1"),
      ])
  }

  @Test("Evidence that a lowering set aside does not lift the competency above it either")
  func pooled() throws {
    var world = World()
    world.add("P")
    world.rules[.objective] = rule("highest")
    world.add("P.a", .objective, parents: ["P"])
    world.show("P.a", "PR", "2026-01-10")
    world.show("P", "EX", "2026-01-20")
    world.lower("P.a", "DV", on: "2026-02-01")
    #expect(try world.attainment("P", asOf: "2026-01-31").status == .attained)
    let found = try world.attainment("P")
    #expect(found.status == .insufficientEvidence)
    #expect(found.decision.used.map(\.id) == ["E2"])
    #expect(found.decision.setAside.map(\.evidence.id) == ["E1"])
    #expect(found.decision.setAside.map(\.reason) == [.beforeLowering("L1")])
    // Work shown since counts in both.
    world.show("P.a", "PR", "2026-03-01")
    #expect(try world.attainment("P").status == .attained)
    #expect(try world.attainment("P").metOn == day("2026-03-01"))
    #expect(try world.attainment("P.a").status == .attained)
  }

  @Test("An act holds though what its result rested on was lowered on the same day")
  func sameDay() throws {
    var world = World()
    world.add("P")
    for id in ["P.a", "P.b"] as [Identifier<Competency>] {
      world.add(id, .objective, parents: ["P"])
    }
    world.show("P.a", "EX", "2026-01-10")
    world.show("P.a", "EX", "2026-01-20")
    world.show("P.b", "PR", "2026-01-12")
    world.lower("P.a", "DV", on: "2026-02-01")
    world.lower("P", "BG", on: "2026-02-01")
    #expect(try world.attainment("P", asOf: "2026-01-31").level == 3)
    let found = try world.attainment("P")
    #expect(found.status == .notYet)
    #expect(found.level == 0)
    #expect(found.decision.lowering?.from == 3)
    // One piece is no two: what was shown since does not lift it yet.
    world.show("P.b", "PR", "2026-03-01")
    #expect(try world.attainment("P").level == 0)
  }

  @Test("In one area of two the other keeps its result")
  func areas() throws {
    var world = World()
    world.add("X", areas: ["MATH", "SCI"])
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      world.show("X", "PR", "2026-01-10", area: area)
      world.show("X", "PR", "2026-02-10", area: area)
    }
    world.lower("X", "BG", on: "2026-03-01", area: "SCI")
    let result = try #require(try world.resolve().result(of: "X"))
    #expect(result.attainment(in: "MATH").status == .attained)
    #expect(result.attainment(in: "SCI").level == 0)
    #expect(result.overall.status == .attained)
  }

  @Test("Where each area is asked for, an act about one of them is one about the whole")
  func eachArea() throws {
    var world = World()
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", "each")
    world.add("X", areas: ["MATH", "SCI"])
    world.course("C", "1", ["X"])
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      world.show("X", "PR", "2026-01-10", area: area)
      world.show("X", "PR", "2026-02-10", area: area)
    }
    #expect(try world.resolve().credits.count == 1)
    world.lower("X", "DV", on: "2026-03-01", area: "SCI")
    let lowered = try #require(try world.resolve().result(of: "X"))
    #expect(lowered.attainment(in: "MATH").level == 2)
    #expect(lowered.attainment(in: "SCI").level == 1)
    #expect(lowered.overall.status == .notYet)
    #expect(lowered.overall.level == 1)
    #expect(try world.resolve().credits.isEmpty)
  }

  @Test("Where each area is asked for, met by decision in one and by evidence in the other is met")
  func eachAreaByDecision() throws {
    var world = World()
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", "each")
    world.add("X", areas: ["MATH", "SCI"])
    world.show("X", "EX", "2026-01-10", area: "MATH")
    world.show("X", "EX", "2026-02-10", area: "MATH")
    #expect(try world.attainment("X").status == .insufficientEvidence)
    world.decide("X", "PR", on: "2026-05-01", area: "SCI")
    let found = try world.attainment("X")
    #expect(found.status == .attained)
    #expect(found.level == 2)
    #expect(found.metOn == day("2026-05-01"))
  }

  /// X of two areas, each asked for, Exemplary in both and then lowered in the whole.
  private func loweredInBoth() -> World {
    var world = World()
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", "each")
    world.add("X", areas: ["MATH", "SCI"])
    world.course("C", "1", ["X"])
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      world.show("X", "EX", "2026-01-10", area: area)
      world.show("X", "EX", "2026-02-10", area: area)
    }
    world.lower("X", "DV", on: "2026-05-01")
    return world
  }

  @Test("Decisions in each area count after a lowering of the whole")
  func decidedInEachArea() throws {
    var world = loweredInBoth()
    world.decide("X", "PR", on: "2026-06-01", area: "SCI")
    #expect(try world.attainment("X").status == .notYet)
    world.decide("X", "PR", on: "2026-06-02", area: "MATH")
    let found = try world.attainment("X")
    #expect(found.status == .attained)
    #expect(found.level == 2)
    #expect(found.metOn == day("2026-06-02"))
    #expect(found.levelOn == day("2026-06-02"))
    #expect(try world.resolve().credits.map(\.earnedOn) == [day("2026-06-02")])
  }

  @Test("So do a decision in one area and new work in the other, and decisions without a level")
  func decidedInOneArea() throws {
    var world = loweredInBoth()
    world.show("X", "PR", "2026-06-10", area: "MATH")
    world.show("X", "PR", "2026-07-02", area: "MATH")
    world.decide("X", "PR", on: "2026-06-01", area: "SCI")
    #expect(try world.attainment("X").level == 2)
    #expect(try world.attainment("X").metOn == day("2026-07-02"))
    var plain = loweredInBoth()
    plain.decide("X", on: "2026-06-01", area: "SCI")
    plain.decide("X", on: "2026-06-02", area: "MATH")
    let found = try plain.attainment("X")
    #expect(found.status == .metByDecision)
    #expect(found.level == nil)
    #expect(found.metOn == day("2026-06-02"))
  }

  @Test("A second act in one area takes from the whole what had been shown anew")
  func loweredAgain() throws {
    var world = loweredInBoth()
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      world.show("X", "PR", "2026-05-10", area: area)
      world.show("X", "PR", "2026-05-20", area: area)
    }
    #expect(try world.attainment("X").level == 2)
    world.lower("X", "BG", on: "2026-06-01", area: "SCI")
    let found = try #require(try world.resolve().result(of: "X"))
    #expect(found.attainment(in: "SCI").level == 0)
    #expect(found.overall.status == .notYet)
    #expect(try world.resolve().credits.isEmpty)
  }

  @Test("Where each area is asked for, the whole says what the act ended and in which area to work")
  func eachAreaSaid() throws {
    var world = World()
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", "each")
    world.add("X", areas: ["MATH", "SCI"])
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      world.show("X", "PR", "2026-01-10", area: area)
      world.show("X", "PR", "2026-02-10", area: area)
    }
    world.lower("X", "DV", on: "2026-03-01", area: "SCI")
    let decision = try world.attainment("X").decision
    #expect(decision.used.map(\.id) == ["E1", "E2"])
    #expect(decision.setAside.map(\.evidence.id) == ["E3", "E4"])
    #expect(decision.setAside.allSatisfy { $0.reason == .beforeLowering("L1") })
    #expect(decision.lowering?.decision.id == "L1")
    #expect(decision.lowering?.from == 2)
    #expect(decision.wouldSuffice == [.work(FurtherWork(count: 2, level: 2, area: "SCI"))])
  }

  @Test(
    "Where all areas count together, what an act ended in one lifts the whole no higher either",
    arguments: [["SCI", "SCI"], ["MATH", "SCI"]] as [[Identifier<ContentArea>]])
  func areaOfTheWhole(areas: [Identifier<ContentArea>]) throws {
    var world = World()
    world.add("X", areas: ["MATH", "SCI"])
    world.course("C", "1", ["X"])
    world.show("X", "PR", "2026-01-10", area: areas[0])
    world.show("X", "PR", "2026-01-11", area: areas[1])
    #expect(try world.resolve().credits.count == 1)
    world.lower("X", "DV", on: "2026-05-01", area: "SCI")
    let found = try world.attainment("X")
    #expect(found.status == .notYet)
    #expect(found.level == 1)
    #expect(found.levelOn == day("2026-05-01"))
    #expect(found.decision.lowering?.decision.id == "L1")
    #expect(found.decision.lowering?.from == 2)
    #expect(try world.resolve().credits.isEmpty)
    // Two pieces since are enough, in whichever area.
    world.show("X", "PR", "2026-06-01", area: "SCI")
    world.show("X", "PR", "2026-06-02", area: "SCI")
    #expect(try world.attainment("X").level == 2)
    #expect(try world.resolve().credits.count == 1)
  }

  @Test("An act in one area that leaves more than the whole has takes nothing from it")
  func areaAboveTheWhole() throws {
    var world = World()
    world.add("X", areas: ["MATH", "SCI"])
    world.show("X", "EX", "2026-01-10", area: "SCI")
    world.show("X", "EX", "2026-01-11", area: "SCI")
    world.lower("X", "PR", on: "2026-05-01", area: "SCI")
    #expect(try world.attainment("X").level == 2)
    #expect(try world.attainment("X").metOn == day("2026-01-11"))
    var low = World()
    low.add("X", areas: ["MATH", "SCI"])
    low.show("X", "EX", "2026-01-10", area: "SCI")
    low.show("X", "PR", "2026-01-11", area: "SCI")
    low.lower("X", "PR", on: "2026-05-01", area: "SCI")
    let found = try low.attainment("X")
    #expect(found.level == 2)
    #expect(found.levelOn == day("2026-01-11"))
    #expect(found.decision.lowering == nil)
    #expect(found.decision.used.map(\.id) == ["E1", "E2"])
  }

  @Test("What is made of a lowered competency has its level since the day on which it fell to it")
  func fallenSince() throws {
    var world = made(by: "all-children", of: "P.a", "P.b")
    world.show("P.a", "DV", "2026-01-05")
    world.show("P.b", "PR", "2026-01-10")
    world.show("P.a", "EX", "2026-01-20")
    world.lower("P.a", "DV", on: "2026-02-01")
    #expect(try world.attainment("P", asOf: "2026-01-31").levelOn == day("2026-01-20"))
    let fallen = try world.attainment("P")
    #expect(fallen.level == 1)
    #expect(fallen.levelOn == day("2026-02-01"))
    world.show("P.a", "PR", "2026-03-01")
    #expect(try world.attainment("P").levelOn == day("2026-03-01"))
  }

  @Test("So has what pooled the evidence that the act set aside")
  func pooledSince() throws {
    var world = made(by: "highest", of: "P.a")
    world.show("P", "DV", "2026-01-05")
    world.show("P.a", "PR", "2026-01-10")
    world.lower("P.a", "BG", on: "2026-02-01")
    let fallen = try world.attainment("P")
    #expect(fallen.level == 1)
    #expect(fallen.levelOn == day("2026-02-01"))
  }

  @Test("A second act says what stood before it, not before the first")
  func second() throws {
    var world = World()
    world.add("M", .objective)
    world.show("M", "EX", "2026-01-10")
    world.lower("M", "DV", on: "2026-05-01")
    world.show("M", "PR", "2026-05-15")
    world.lower("M", "BG", on: "2026-06-01")
    #expect(try world.attainment("M", asOf: "2026-05-31").level == 2)
    let found = try world.attainment("M")
    #expect(found.level == 0)
    #expect(found.decision.lowering?.from == 2)
  }

  @Test("What was met elsewhere is not lowered, and check says that")
  func elsewhere() throws {
    var world = World()
    world.add("M", .objective)
    world.transfer("T1", "1", on: "2026-01-10", satisfies: ["M"])
    world.lower("M", "DV", on: "2026-05-01")
    #expect(try world.attainment("M").status == .transferred)
    let found = try world.engine().loweringsWithoutEffect(of: world.student, file: world.file)
    #expect(
      found.first?.message.hasSuffix("it is met by work elsewhere, which a decision does not lower")
        ?? false)
  }
}

@Suite("A decision about the whole, and acts in single areas")
struct WholeDecisionTests {
  /// X of two areas, met by a decision about the whole; nothing is shown.
  private func decided(areas: String) -> World {
    var world = World()
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", areas)
    world.add("X", areas: ["MATH", "SCI"])
    world.course("C", "1", ["X"])
    world.decide("X", "PR", on: "2026-02-15")
    return world
  }

  @Test(
    "Where each area is asked for, one act ends it for the whole and leaves it in the other area")
  func each() throws {
    var world = decided(areas: "each")
    #expect(try world.attainment("X").status == .metByDecision)
    world.lower("X", "DV", on: "2026-04-15", area: "SCI")
    let found = try #require(try world.resolve().result(of: "X"))
    #expect(found.attainment(in: "MATH").status == .metByDecision)
    #expect(found.attainment(in: "SCI").level == 1)
    #expect(found.overall.status == .notYet)
    #expect(found.overall.level == 1)
    #expect(try world.resolve().credits.isEmpty)
    world.decide("X", "PR", on: "2026-06-01", area: "SCI")
    #expect(try world.attainment("X").status.satisfies)
    #expect(try world.attainment("X").metOn == day("2026-06-01"))
  }

  @Test("Otherwise it stands until every area is lowered, and then as far as one of them stands")
  func overall() throws {
    var world = decided(areas: "overall")
    world.lower("X", "DV", on: "2026-04-15", area: "SCI")
    #expect(try world.attainment("X").status == .metByDecision)
    world.lower("X", "BG", on: "2026-05-01", area: "MATH")
    let found = try world.attainment("X")
    #expect(found.status == .notYet)
    #expect(found.level == 1)
    #expect(found.decision.lowering?.from == 2)
    #expect(try world.resolve().credits.isEmpty)
    // A later decision about the whole counts.
    world.decide("X", "PR", on: "2026-06-01")
    #expect(try world.attainment("X").status == .metByDecision)
    #expect(try world.resolve().credits.map(\.earnedOn) == [day("2026-06-01")])
  }
}
