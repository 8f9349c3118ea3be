import Testing
import TranscriptModel

@testable import AttainmentEngine

/// "What would suffice" is true: what is named is enough, and no part of it can be left out.
///
/// Each child's level is brought about by evidence of its own under `highest`, so that a step can be
/// taken and left out one by one.
@Suite("What would suffice: enough, and nothing too many")
struct ProspectTests {
  private static let children: [Identifier<Competency>] = ["P.1", "P.2", "P.3", "P.4"]
  private static let levels = ["-", "BG", "DV", "PR"]

  private static func list(_ codes: String...) -> PolicyNode {
    PolicyNode(.list(codes.map(scalar)), at: World.here)
  }

  private static func specification(
    _ name: String, _ options: [(String, PolicyNode)]
  ) -> RuleSpecification {
    RuleSpecification(
      name: name,
      options: PolicyNode(
        .mapping([member("rule", scalar(name))] + options.map { member($0.0, $0.1) }),
        at: World.here))
  }

  private static let weights = PolicyNode(
    .mapping([member("P.1", scalar("3")), member("P.2", scalar("2"))]), at: World.here)
  private static let worth = PolicyNode(
    .mapping([member("P.2", scalar("2")), member("P.3", scalar("1/2"))]), at: World.here)
  /// Own evidence only: a child's step then is no step of the whole.
  private static let own = rule("highest-in-distinct", "demonstrations", "2", "pool", "own")
  private static let exhibited = rule("highest", "including", "exhibition", "pool", "own")

  static let rules: [RuleSpecification] = [
    rule("all-children"),
    rule("at-least-children", "n", "2"),
    rule("at-least-children", "n", "3"),
    rule("share-at-or-above", "share", "1/2", "floor", "DV"),
    rule("share-at-or-above", "share", "3/4", "floor", "none"),
    rule("share-at-or-above", "share", "1/2"),
    specification(
      "required-plus-points",
      [("required", list("P.1")), ("points", scalar("5/2")), ("worth", worth)]),
    specification("weighted-threshold", [("weights", weights), ("floor", scalar("DV"))]),
    specification(
      "weighted-threshold",
      [
        ("floor", scalar("BG")),
        (
          "cuts",
          PolicyNode(
            .mapping([
              member("DV", scalar("1.5")), member("PR", scalar("3.25")),
              member("EX", scalar("3.9")),
            ]), at: World.here)
        ),
      ]),
    tree("all-of", [rule("at-least-children", "n", "2"), own]),
    tree("any-of", [rule("all-children"), own]),
    tree(
      "all-of",
      [tree("any-of", [rule("at-least-children", "n", "3"), exhibited]), own]),
    tree("all-of", [own, exhibited]),
    tree(
      "any-of",
      [
        tree("all-of", [rule("at-least-children", "n", "1"), exhibited]),
        tree("all-of", [rule("all-children"), own]),
      ]),
  ]

  private func world(_ rule: RuleSpecification, _ levels: [String], own: [String]) -> World {
    var world = World()
    world.add("P")
    world.rules = [.contentArea: rule, .objective: AttainmentEngineTests.rule("highest")]
    for (id, level) in zip(Self.children, levels) {
      world.add(id, .objective, parents: ["P"])
      if level != "-" { world.show(id, level, "2026-01-02") }
    }
    for level in own { world.show("P", level, "2026-01-03", type: .test) }
    return world
  }

  /// One thing that a family could do: a demonstration, or a child brought to a level.
  private enum Act: Hashable {
    case show(String, AssessmentType, Int)
    case raise(Identifier<Competency>, String)
  }

  private func code(_ level: LevelIndex) -> String { ["BG", "DV", "PR", "EX"][level] }

  /// The steps taken one by one; for "any so many of these" each choice is a way of its own.
  private func ways(_ steps: [SufficientStep]) -> [[Act]] {
    var ways: [[Act]] = [[]]
    for (number, step) in steps.enumerated() {
      switch step {
      case .work(let work):
        let kinds: [AssessmentType] = [.essay, .lab, .portfolio, .capstone]
        let acts = (0..<work.count).map { piece -> Act in
          let kind =
            piece == 0 && !work.including.isEmpty
            ? work.including[0]
            : piece < work.newKinds + (work.including.isEmpty ? 0 : 1) ? kinds[piece] : .test
          return .show(code(work.level), kind, number * 100 + piece)
        }
        ways = ways.map { $0 + acts }
      case .competency(let id, let level): ways = ways.map { $0 + [.raise(id, code(level))] }
      case .anyOf(let count, let ids, let level):
        let choices = subsets(ids, count).map { $0.map { Act.raise($0, code(level)) } }
        ways = ways.flatMap { way in choices.map { way + $0 } }
      case .condition, .nothing: ways = []
      }
    }
    return ways
  }

  private func subsets<Value>(_ values: [Value], _ count: Int) -> [[Value]] {
    guard count > 0 else { return [[]] }
    guard let first = values.first else { return [] }
    let rest = Array(values.dropFirst())
    return subsets(rest, count - 1).map { [first] + $0 } + subsets(rest, count)
  }

  private func isMet(
    _ world: World, _ engine: AttainmentEngine, after acts: [Act], in title: String? = nil
  ) -> Bool {
    var world = world
    for act in acts {
      switch act {
      case .show(let level, let type, let number):
        world.show("P", level, "2027-07-10", title: "Further \(number)", type: type)
      case .raise(let id, let level): world.show(id, level, "2027-07-10", title: title)
      }
    }
    let found = engine.resolve(
      student: world.student, file: world.file, asOf: day("2027-08-01"))
    return found.result(of: "P")?.overall.status.satisfies ?? false
  }

  @Test("Over all small worlds, for every rule over children and trees", arguments: rules.indices)
  func children(number: Int) throws {
    var tried = 0
    let engine = try world(Self.rules[number], ["-", "-", "-", "-"], own: []).engine()
    for choice in 0..<256 {
      let levels = (0..<4).map { Self.levels[choice >> (2 * $0) & 3] }
      let own = choice % 3 == 0 ? ["PR"] : choice % 3 == 1 ? ["DV", "PR"] : []
      let world = world(Self.rules[number], levels, own: own)
      let found = try #require(
        engine.resolve(student: world.student, file: world.file, asOf: day("2027-06-30"))
          .result(of: "P")?.overall)
      guard !found.status.satisfies else {
        #expect(found.decision.wouldSuffice.isEmpty)
        continue
      }
      let ways = ways(found.decision.wouldSuffice)
      let told = "\(levels) \(own): \(found.decision.wouldSuffice)"
      #expect(!ways.isEmpty, "\(told)")
      for way in ways {
        #expect(isMet(world, engine, after: way), "enough: \(told)")
        for place in way.indices {
          var less = way
          less.remove(at: place)
          #expect(!isMet(world, engine, after: less), "too much: \(told)")
        }
      }
      tried += 1
    }
    #expect(tried > 30)
  }

  @Test(
    "Rules over evidence: as many as named are enough, one fewer is not",
    arguments: [
      rule("highest-in-distinct"), rule("highest-in-distinct", "types", "2"),
      rule("highest-in-distinct", "demonstrations", "3", "types", "3", "including", "exhibition"),
      rule("highest", "minimum", "3"), rule("most-recent"), rule("at-level-in-distinct"),
      rule("at-level-in-distinct", "level", "EX"), rule("times-at-mastery"),
      rule("times-at-mastery", "in-a-row", "yes"), rule("best-of-required", "best", "2"),
      rule("mode"), rule("median"), rule("mean-of-last"), rule("mean-of-last", "count", "0"),
      rule("mean-of-best"), rule("weighted-average"), rule("decaying-average"),
      rule("power-law"),
    ])
  func evidence(rule: RuleSpecification) throws {
    var base = World()
    base.add("P")
    base.rules[.contentArea] = rule
    let engine = try base.engine()
    for choice in stride(from: 0, to: 64, by: 3) {
      var world = base
      for place in 0..<3 {
        let level = Self.levels[choice >> (2 * place) & 3]
        if level != "-" { world.show("P", level, "2026-01-0\(place + 1)", type: .test) }
      }
      let found = try #require(
        engine.resolve(student: world.student, file: world.file, asOf: day("2027-06-30"))
          .result(of: "P")?.overall)
      guard !found.status.satisfies else { continue }
      let told = "\(rule.name) \(choice): \(found.decision.wouldSuffice)"
      let way = try #require(ways(found.decision.wouldSuffice).first, "\(told)")
      #expect(isMet(world, engine, after: way), "\(told)")
      for place in way.indices {
        var less = way
        less.remove(at: place)
        #expect(!isMet(world, engine, after: less), "\(told)")
      }
    }
  }

  @Test(
    "Where a tree joins objectives with pooled evidence, no demonstration is named twice",
    arguments: [
      tree("all-of", [rule("all-children"), rule("highest-in-distinct", "demonstrations", "2")]),
      tree("all-of", [rule("at-least-children", "n", "1"), rule("highest")]),
      tree("all-of", [rule("all-children"), rule("highest", "including", "exhibition")]),
      tree(
        "any-of",
        [
          tree("all-of", [rule("at-least-children", "n", "1"), rule("at-level-in-distinct")]),
          tree("all-of", [rule("all-children"), rule("times-at-mastery")]),
        ]),
    ])
  func pooled(rule: RuleSpecification) throws {
    let engine = try world(rule, ["-", "-"], own: []).engine()
    for choice in 0..<16 {
      let levels = [Self.levels[choice & 3], Self.levels[choice >> 2]]
      for own in [[], ["DV"], ["PR"]] {
        let world = world(rule, levels, own: own)
        let found = try #require(
          engine.resolve(student: world.student, file: world.file, asOf: day("2027-06-30"))
            .result(of: "P")?.overall)
        guard !found.status.satisfies else { continue }
        for way in ways(found.decision.wouldSuffice) {
          let told = "\(levels) \(own): \(found.decision.wouldSuffice)"
          // Every objective in one piece of work, and each in one of its own.
          for titles in ["one", nil] {
            #expect(isMet(world, engine, after: way, in: titles), "enough: \(told)")
          }
          for place in way.indices {
            var less = way
            less.remove(at: place)
            #expect(!isMet(world, engine, after: less, in: "one"), "too much: \(told)")
          }
        }
      }
    }
  }

  @Test("Both objectives are all that is asked for where their own work is proof enough")
  func pooledWords() throws {
    let both = tree("all-of", [rule("all-children"), rule("highest")])
    let found = try world(both, ["-", "-"], own: []).attainment("P").decision.wouldSuffice
    #expect(found == [.competency("P.1", level: 2), .competency("P.2", level: 2)])
    let apart = tree("all-of", [rule("all-children"), rule("highest-in-distinct")])
    #expect(
      try world(apart, ["-", "-"], own: []).attainment("P").decision.wouldSuffice == [
        .work(FurtherWork(count: 1, level: 2, isApart: true)),
        .competency("P.1", level: 2), .competency("P.2", level: 2),
      ], "two objectives may be shown by one piece of work, and two pieces are asked for")
  }

  @Test("Where the window has closed nothing can, and it says why")
  func closed() throws {
    var world = world(rule("highest-in-distinct", "through", "2026-06-30"), [], own: ["PR"])
    let open = try world.attainment("P", asOf: "2026-06-30").decision.wouldSuffice
    #expect(open == [.demonstrations(1, level: 2)])
    let closed = try world.attainment("P", asOf: "2026-07-01").decision.wouldSuffice
    #expect(
      closed == [
        .nothing("the rule counts what was shown until 2026-06-30, and that day has passed")
      ])
    world.rules[.contentArea] = tree(
      "any-of", [rule("highest", "through", "2026-06-30", "minimum", "2"), rule("all-children")])
    world.add("P.1", .objective, parents: ["P"])
    #expect(
      try world.attainment("P", asOf: "2026-07-01").decision.wouldSuffice == [
        .competency("P.1", level: 2)
      ], "the way that is left")
  }

  @Test("A child that can no longer be shown is not asked for; without it nothing may be left")
  func closedChild() throws {
    var world = world(rule("at-least-children", "n", "1"), ["-", "-"], own: [])
    world.overrides["P.1"] = rule("highest", "through", "2026-06-30")
    #expect(try world.attainment("P").decision.wouldSuffice == [.competency("P.2", level: 2)])
    world.rules[.contentArea] = rule("all-children")
    #expect(
      try world.attainment("P").decision.wouldSuffice == [
        .nothing("no further work can bring P.1 to the bar")
      ])
  }

  @Test("A competency met area by area says in which areas work is missing")
  func byArea() throws {
    var world = World()
    world.add("P", areas: ["MATH", "SCI"])
    world.rules[.contentArea] = rule("highest", "areas", "each")
    world.show("P", "PR", "2026-01-01", area: "MATH")
    #expect(
      try world.attainment("P").decision.wouldSuffice == [
        .work(FurtherWork(count: 1, level: 2, area: "SCI"))
      ])
  }

  @Test("Where formative work counts, further work need not be summative")
  func formative() throws {
    let counts = rule("highest-in-distinct", "formative", "yes")
    #expect(
      try world(counts, [], own: []).attainment("P").decision.wouldSuffice == [
        .work(FurtherWork(count: 2, level: 2, mayBeFormative: true))
      ])
  }
}
