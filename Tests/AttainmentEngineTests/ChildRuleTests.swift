import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Rules over children, worked by hand")
struct ChildRuleTests {
  /// A competency with a child for each level; `-` is a child without evidence.
  private func world(_ levels: [String], _ specification: RuleSpecification) -> World {
    var world = World()
    world.add("P")
    for (number, level) in levels.enumerated() {
      let id = Identifier<Competency>("P.\(number + 1)")
      world.add(id, .objective, parents: ["P"])
      if level != "-" { world.show(id, level, day("2026-01-01").adding(days: number).isoText) }
    }
    world.rules[.contentArea] = specification
    return world
  }

  private func level(_ levels: [String], _ specification: RuleSpecification) throws -> Int? {
    try world(levels, specification).attainment("P").level
  }

  @Test("All children: the lowest level; one without evidence leaves it open")
  func all() throws {
    #expect(try level(["EX", "EX", "PR"], rule("all-children")) == 2)
    #expect(try level(["EX", "EX", "DV"], rule("all-children")) == 1)
    let open = try world(["EX", "-", "PR"], rule("all-children")).attainment("P")
    #expect(open.status == .insufficientEvidence)
    #expect(open.counted == 2)
    #expect(open.needed == 3)
    #expect(open.decision.wouldSuffice == [.competency("P.2", level: 2)])
    let met = try world(["EX", "EX", "PR"], rule("all-children")).attainment("P")
    #expect(met.metOn == day("2026-01-03"))
    #expect(try world(["-", "-"], rule("all-children")).attainment("P").status == .notAssessed)
  }

  @Test("At least two of three: met on the day of the second")
  func atLeast() throws {
    let specification = rule("at-least-children", "n", "2")
    let met = try world(["DV", "PR", "EX"], specification).attainment("P")
    #expect(met.status == .attained)
    #expect(met.level == 2)
    #expect(met.metOn == day("2026-01-03"))
    let short = try world(["DV", "PR", "-"], specification).attainment("P")
    #expect(short.status == .notYet)
    #expect(short.decision.wouldSuffice == [.anyOf(1, ["P.1", "P.3"], level: 2)])
  }

  @Test("The 80/100 rule: four fifths at the target, all within reach of it")
  func share() throws {
    let specification = rule("share-at-or-above", "share", "0.8", "floor", "DV")
    #expect(try level(["PR", "PR", "PR", "PR", "DV"], specification) == 2)
    #expect(try level(["PR", "PR", "PR", "DV", "DV"], specification) == 1)
    #expect(try level(["PR", "PR", "PR", "PR", "BG"], specification) == 0)
    #expect(try level(["EX", "EX", "EX", "EX", "DV"], specification) == 3)
    #expect(try level(["PR", "PR", "PR", "PR", "-"], specification) == nil)
    let open = rule("share-at-or-above", "share", "4/5", "floor", "none")
    #expect(try level(["PR", "PR", "PR", "PR", "-"], open) == 2)
  }

  @Test("Required children plus points from the others")
  func requiredPlusPoints() throws {
    let worth = PolicyNode(.mapping([member("P.3", scalar("2"))]), at: World.here)
    let required = PolicyNode(.list([scalar("P.1"), scalar("P.2")]), at: World.here)
    let specification = RuleSpecification(
      name: "required-plus-points",
      options: PolicyNode(
        .mapping([
          member("rule", scalar("required-plus-points")), member("required", required),
          member("points", scalar("2")), member("worth", worth),
        ]), at: World.here))
    #expect(try level(["PR", "PR", "PR", "-"], specification) == 2)
    #expect(try level(["EX", "EX", "-", "EX"], specification) == nil)
    #expect(try level(["EX", "EX", "PR", "EX"], specification) == 2)
    #expect(try level(["EX", "DV", "EX", "EX"], specification) == 1)
    let open = try world(["PR", "PR", "-", "PR"], specification).attainment("P")
    #expect(open.status != .attained)
    // Points are no value that is compared with levels.
    #expect(open.decision.value == nil)
    #expect(open.decision.points == .init(brought: exact("1"), required: exact("2")))
  }

  @Test("A tree says which children each part looks at, and lists every child once")
  func membersInWords() throws {
    func part(_ codes: String...) -> RuleSpecification {
      let members = PolicyNode(.list(codes.map(scalar)), at: World.here)
      return RuleSpecification(
        name: "all-children",
        options: PolicyNode(
          .mapping([member("rule", scalar("all-children")), member("members", members)]),
          at: World.here))
    }
    let either = tree("any-of", [part("P.1", "P.2"), part("P.2", "P.3")])
    let found = try world(["PR", "DV", "PR"], either).attainment("P").decision
    #expect(
      found.ruleStatement
        == "the lowest level among P.1 and P.2; or the lowest level among P.2 and P.3")
    #expect(found.children.map(\.competency.code) == ["P.1", "P.2", "P.3"])
  }

  @Test("Weighted mean: strengths make up for gaps only above the floor")
  func weighted() throws {
    let weights = PolicyNode(.mapping([member("P.1", scalar("2"))]), at: World.here)
    func specification(floor: String) -> RuleSpecification {
      RuleSpecification(
        name: "weighted-threshold",
        options: PolicyNode(
          .mapping([
            member("rule", scalar("weighted-threshold")), member("weights", weights),
            member("floor", scalar(floor)),
          ]), at: World.here))
    }
    // (2 × 4 + 2) / 3 = 10/3
    let found = try world(["EX", "DV"], specification(floor: "DV")).attainment("P")
    #expect(found.level == 2)
    #expect(found.decision.value == exact("10/3"))
    #expect(try level(["EX", "BG"], specification(floor: "DV")) == 0)
    #expect(try level(["EX", "DV"], specification(floor: "PR")) == 1)
    #expect(try level(["EX", "-"], specification(floor: "DV")) == nil)
  }

  @Test("Children met without a level count as met and are left out of the level")
  func withoutLevel() throws {
    var world = world(["EX", "-", "EX"], rule("all-children"))
    world.decide("P.2", on: "2026-02-01")
    let met = try world.attainment("P")
    #expect(met.status == .attained)
    #expect(met.level == 3)
    #expect(met.metOn == day("2026-02-01"))
    world.file.evidence = []
    world.waive("P.1", on: "2026-01-10")
    world.transfer("T", "1", on: "2025-01-10", satisfies: ["P.3"])
    #expect(try world.attainment("P").status == .metByDecision)
    #expect(try world.attainment("P").level == nil)
  }

  @Test("Children that are not core never stand in the way")
  func notCore() throws {
    var world = world(["PR"], rule("all-children"))
    world.add("P.extra", .objective, parents: ["P"], core: false)
    #expect(try world.attainment("P").status == .attained)
  }

  @Test("All of several rules: the lowest level, on the later day; any of them: the best")
  func trees() throws {
    let parts = [rule("all-children"), rule("highest", "including", "exhibition")]
    var world = world(["EX", "PR"], tree("all-of", parts))
    #expect(try world.attainment("P").status == .insufficientEvidence)
    world.show("P", "EX", "2026-03-01", type: .exhibition)
    let all = try world.attainment("P")
    #expect(all.status == .attained)
    #expect(all.level == 2)
    #expect(all.metOn == day("2026-03-01"))
    world.rules[.contentArea] = tree("any-of", parts)
    let any = try world.attainment("P")
    #expect(any.level == 3)
    #expect(any.metOn == day("2026-01-02"))
    #expect(any.decision.setAside.map(\.evidence.id) == ["E2"])
  }

  @Test("Any of several rules: what is met without a level has no level below the bar beside it")
  func anyWithoutLevel() throws {
    let either = tree("any-of", [rule("all-children"), rule("at-least-children", "n", "1")])
    var world = world(["DV", "BG"], either)
    world.waive("P.2", on: "2026-02-02")
    let found = try world.attainment("P")
    #expect(found.status == .waived)
    #expect(found.level == nil)
    #expect(found.levelOn == nil)
  }

  @Test("Named members may be of any tier")
  func members() throws {
    var world = world(["PR", "PR"], rule("highest-in-distinct"))
    world.add("G", .graduation)
    let list = PolicyNode(.list([scalar("P"), scalar("P.1")]), at: World.here)
    world.overrides["G"] = RuleSpecification(
      name: "all-children",
      options: PolicyNode(
        .mapping([member("rule", scalar("all-children")), member("members", list)]),
        at: World.here))
    #expect(try world.attainment("G").status == .attained)
    #expect(try world.attainment("G").metOn == day("2026-01-02"))
  }

  /// P.1 Exemplary, P.2 Developing, P.3 waived or met by work elsewhere.
  private func withoutLevel(_ specification: RuleSpecification, isWaived: Bool) -> World {
    var world = world(["EX", "DV", "-"], specification)
    if isWaived { world.waive("P.3") } else { world.transfer("T1", "1", satisfies: ["P.3"]) }
    return world
  }

  @Test(
    "A child without a level counts as met at the bar, never as a level above",
    arguments: [true, false])
  func metWithoutLevel(isWaived: Bool) throws {
    let two = try withoutLevel(rule("at-least-children", "n", "2"), isWaived: isWaived)
      .attainment("P")
    #expect(two.status == .attained)
    #expect(two.level == 2, "one alone is Exemplary; two are at the bar")
    let share = rule("share-at-or-above", "share", "2/3", "floor", "DV")
    let found = try withoutLevel(share, isWaived: isWaived).attainment("P")
    #expect(found.status == .attained, "two of three are at the bar, none is below Developing")
    #expect(found.level == 2)
    let all = try withoutLevel(rule("all-children"), isWaived: isWaived).attainment("P")
    #expect(all.status == .notYet)
    #expect(all.level == 1)
  }

  @Test("Met by children without a level alone, it is met without a level")
  func metByNone() throws {
    for specification in [
      rule("at-least-children", "n", "1"), rule("share-at-or-above", "share", "1/3", "floor", "DV"),
    ] {
      var world = world(["DV", "DV", "-"], specification)
      world.waive("P.3", on: "2026-02-01")
      let found = try world.attainment("P")
      #expect(found.status == .waived)
      #expect(found.level == nil)
      #expect(found.metOn == day("2026-02-01"))
    }
  }

  @Test("Above the bar a child without a level is neither for nor against a share")
  func leftOut() throws {
    var world = world(["EX", "EX", "-", "-"], rule("share-at-or-above", "share", "1"))
    world.waive("P.3")
    world.waive("P.4")
    #expect(try world.attainment("P").level == 3)
  }
}
