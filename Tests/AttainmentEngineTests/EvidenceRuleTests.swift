import Testing
import TranscriptModel

@testable import AttainmentEngine

/// One case worked by hand: scores in order of time, one a day, under a rule.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let options: [String]
  let scores: [String]
  let level: Int?
  let value: String?

  init(
    _ rule: String, _ options: [String], _ scores: [String], _ level: Int?,
    value: String? = nil
  ) {
    self.rule = rule
    self.options = options
    self.scores = scores
    self.level = level
    self.value = value
  }

  init(_ rule: String, _ scores: [String], _ level: Int?, value: String? = nil) {
    self.init(rule, [], scores, level, value: value)
  }

  var testDescription: String { "\(rule) \(options) \(scores)" }
}

@Suite("Rules over evidence, worked by hand")
struct EvidenceRuleTests {
  /// The level of a score on the 1 to 4 scale is the highest whose number it reaches.
  private func attainment(_ rule: RuleCase, highWater: Bool) throws -> Attainment {
    var world = World()
    world.add("M.1")
    var options = rule.options
    if !highWater { options += ["high-water", "no"] }
    world.rules[.contentArea] = specification(rule.rule, options)
    for (number, text) in rule.scores.enumerated() {
      let score = exact(text)
      let code = ["BG", "DV", "PR", "EX"][max(0, min(3, (score.floor ?? 1) - 1))]
      world.show(
        "M.1", code, day("2026-01-01").adding(days: number).isoText, score: score)
    }
    return try world.attainment("M.1")
  }

  private func specification(_ name: String, _ options: [String]) -> RuleSpecification {
    let pairs = stride(from: 0, to: options.count, by: 2).map {
      member(options[$0], scalar(options[$0 + 1]))
    }
    return RuleSpecification(
      name: name,
      options: PolicyNode(.mapping([member("rule", scalar(name))] + pairs), at: World.here))
  }

  static let cases: [RuleCase] = [
    RuleCase("highest", ["1", "4", "3"], 3),
    RuleCase("most-recent", ["1", "4", "2"], 1),
    RuleCase("at-level-in-distinct", ["4", "4"], 2),
    RuleCase("at-level-in-distinct", ["4", "2"], 1),
    RuleCase("at-level-in-distinct", ["4"], nil),
    RuleCase("at-level-in-distinct", ["level", "EX", "demonstrations", "1"], ["3"], nil),
    RuleCase("times-at-mastery", ["3", "1", "3"], nil),
    RuleCase("times-at-mastery", ["1", "2", "2", "1"], nil),
    RuleCase("times-at-mastery", ["3", "1", "3", "4"], 2),
    RuleCase("times-at-mastery", ["3", "3"], nil),
    RuleCase("times-at-mastery", ["in-a-row", "yes"], ["3", "3", "1", "3"], nil),
    RuleCase("times-at-mastery", ["in-a-row", "yes"], ["3", "1", "3", "3", "4"], 2),
    RuleCase("best-of-required", ["best", "2"], ["2", "4", "3"], 2, value: "3.5"),
    RuleCase("best-of-required", ["best", "2"], ["4", "4"], nil, value: "4"),
    RuleCase(
      "best-of-required", ["best", "2", "floor", "PR", "required", "2"], ["4", "2"], 1,
      value: "3"),
    // Educate: 1, 2, 3, 3, 4 gives 3; ties go to the more recent.
    RuleCase("mode", ["1", "2", "3", "3", "4"], 2),
    RuleCase("mode", ["3", "3", "2", "2"], 1),
    RuleCase("mode", ["tie", "highest"], ["3", "3", "2", "2"], 2),
    RuleCase("mode", ["count", "2"], ["1", "1", "1", "3", "3"], 2),
    // TeacherEase: the middle of nine is the fifth; of seven the fourth.
    RuleCase("median", ["count", "9"], ["1", "2", "2", "2", "3", "3", "3", "4", "4"], 2),
    RuleCase("median", ["count", "9"], ["1", "2", "2", "2", "3", "3", "4"], 1),
    RuleCase("median", ["2", "2", "3", "3"], 1),
    RuleCase("median", ["tie", "higher"], ["2", "2", "3", "3"], 2),
    RuleCase("mean-of-last", ["1", "3", "3", "4"], 2, value: "10/3"),
    RuleCase("mean-of-last", ["count", "0"], ["4", "3", "3", "4"], 2, value: "3.5"),
    // Educate: 4, 3, 3, 4 gives 11/3 = 3.67.
    RuleCase("mean-of-best", ["places", "2"], ["4", "3", "3", "4"], 2, value: "3.67"),
    // Canvas users' forum, 2017: 0.65 × 4.5 + 0.35 × 5 = 4.675, shown as 4.68. Beyond the top level.
    RuleCase("weighted-average", ["places", "2"], ["5", "5", "4.5"], 3, value: "4.68"),
    RuleCase("weighted-average", ["2", "4"], 2, value: "3.3"),
    // Otus, "Definitions of mastery settings": 2, 3, 4 gives 3.5275; 1, 2, 3, 4 gives 3.48.
    RuleCase("decaying-average", ["2", "3", "4"], 2, value: "3.5275"),
    RuleCase("decaying-average", ["places", "2"], ["1", "2", "3", "4"], 2, value: "3.48"),
    // PowerSchool Learning, "What is a decaying average": 2, 3 gives 2.65; with a 4 it is 3.53.
    RuleCase("decaying-average", ["2", "3"], 1, value: "2.65"),
    RuleCase("decaying-average", ["places", "2"], ["2", "3", "4"], 2, value: "3.53"),
    RuleCase("decaying-average", ["weight", "1/2"], ["1", "3"], 1, value: "2"),
    // JumpRope, "The power of the Power Law": four students with these scores, and what they get.
    RuleCase("power-law", ["1", "2", "3", "4"], 3, value: "4"),
    RuleCase("power-law", ["1", "3", "2", "4"], 2, value: "3.66"),
    RuleCase("power-law", ["2", "4", "1", "3"], 1, value: "2.16"),
    RuleCase("power-law", ["4", "3", "2", "1"], 0, value: "1.28"),
    // Computed apart from the engine, to 50 digits: 2.97523821, 1.28094668, 2.95261498, 3.45713145.
    RuleCase("power-law", ["2", "2", "2", "4"], 1, value: "2.98"),
    RuleCase("power-law", ["places", "6"], ["4", "3", "2", "1"], 0, value: "1.280947"),
    RuleCase("power-law", ["places", "6"], ["1", "1", "2", "4"], 1, value: "2.952615"),
    RuleCase("power-law", ["places", "6"], ["2.5", "3", "3.5"], 2, value: "3.457131"),
    RuleCase("power-law", ["places", "6"], ["2", "3", "3", "4", "4"], 3, value: "4"),
    RuleCase("power-law", ["2.995", "2.995"], 2, value: "3"),
  ]

  @Test("The level and the value are those worked by hand", arguments: cases)
  func worked(rule: RuleCase) throws {
    let found = try attainment(rule, highWater: false)
    #expect(found.level == rule.level)
    if let value = rule.value { #expect(found.decision.value == exact(value)) }
  }

  @Test("2.995 is below a bar of 3 unless the policy rounds to two places; then it is 3.00")
  func boundary() throws {
    let scores = ["2.99", "3"]
    let exactly = try attainment(RuleCase("mean-of-last", scores, 1), highWater: false)
    #expect(exactly.level == 1)
    #expect(exactly.decision.value == exact("2.995"))
    let rounded = try attainment(
      RuleCase("mean-of-last", ["places", "2"], scores, 2), highWater: false)
    #expect(rounded.level == 2)
    #expect(rounded.decision.value == exact("3"))
  }

  @Test("Once reached, a result stands under an averaging rule too; the later low score is a flag")
  func highWater() throws {
    let rule = RuleCase("mean-of-last", ["count", "2"], ["3", "3", "1"], nil)
    let standing = try attainment(rule, highWater: true)
    #expect(standing.status == .attained)
    #expect(standing.level == 2)
    #expect(standing.metOn == day("2026-01-01"))
    #expect(standing.decision.flags == [.laterContradiction("E3")])
    #expect(try attainment(rule, highWater: false).status == .notYet)
  }

  @Test("Of two on one day the higher is the most recent")
  func sameDay() throws {
    for levels in [["PR", "DV"], ["DV", "PR"]] {
      var world = World()
      world.add("M.1")
      world.rules[.contentArea] = rule("most-recent")
      for level in levels { world.show("M.1", level, "2026-01-01") }
      #expect(try world.attainment("M.1").level == 2)
    }
  }

  @Test("Old work entered late does not become the most recent")
  func lateEntry() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("most-recent")
    world.show("M.1", "DV", "2026-03-01")
    world.show("M.1", "EX", "2026-02-01")
    #expect(try world.attainment("M.1").level == 1)
  }

  @Test("With fewer than the required number the completion is told apart from the performance")
  func completion() throws {
    let found = try attainment(
      RuleCase("best-of-required", ["required", "4"], ["4", "4"], nil), highWater: false)
    #expect(found.status == .insufficientEvidence)
    #expect(found.counted == 2)
    #expect(found.needed == 4)
    #expect(found.decision.value == exact("4"))
    // Two more at Developing fill it: (4 + 4 + 2 + 2) / 4 is 3.
    #expect(found.decision.wouldSuffice == [.demonstrations(2, level: 1)])
  }

  @Test("A level above the bar is met at that level only, and posts no credit before")
  func levelAboveBar() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("at-level-in-distinct", "demonstrations", "2", "level", "EX")
    world.course("C", "1", ["M.1"])
    world.show("M.1", "PR", "2026-01-01")
    world.show("M.1", "PR", "2026-01-02")
    let open = try world.attainment("M.1")
    // Neither "2 Developing", which would be untrue, nor the bar, which would mean met.
    #expect(open.status == .insufficientEvidence)
    #expect(open.level == nil)
    #expect(open.counted == 0)
    #expect(open.needed == 2)
    #expect(
      open.decision.setAside.map(\.reason)
        == [SetAsideReason](
          repeating: .excluded("it is below the level that the rule counts"), count: 2))
    #expect(open.metOn == nil)
    #expect(open.decision.wouldSuffice == [.demonstrations(2, level: 3)])
    #expect(try world.resolve().credits.isEmpty)
    world.show("M.1", "EX", "2026-01-03")
    world.show("M.1", "EX", "2026-01-04")
    let met = try world.attainment("M.1")
    #expect(met.status == .attained)
    #expect(met.level == 3)
    #expect(met.metOn == day("2026-01-04"))
    #expect(try world.resolve().credits.map(\.earned) == [.one])
  }

  @Test("Of two demonstrations of the last day the lower is set aside for the higher")
  func sameDayLower() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("most-recent")
    for (level, on) in [("BG", "2026-01-01"), ("EX", "2026-01-02"), ("BG", "2026-01-02")] {
      world.show("M.1", level, on)
    }
    let found = try world.attainment("M.1")
    #expect(found.level == 3)
    #expect(
      found.decision.setAside.map(\.reason) == [
        .superseded,
        .excluded("another that was shown on the same day is at least as high, and counts"),
      ])
  }

  @Test("Until the bar is shown n times there is no level, only how many of the n there are")
  func timesAtMastery() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("times-at-mastery", "in-a-row", "yes")
    for (place, level) in ["PR", "EX", "DV", "PR"].enumerated() {
      world.show("M.1", level, "2026-01-0\(place + 1)")
    }
    let found = try world.attainment("M.1")
    #expect(found.status == .insufficientEvidence)
    #expect(found.level == nil, "Developing would be untrue of a student who has shown Exemplary")
    #expect([found.counted, found.needed] == [1, 3])
    #expect(found.decision.used.map(\.demonstratedOn) == [day("2026-01-04")])
    #expect(
      Set(found.decision.setAside.map(\.reason)) == [
        .excluded("it is below the level that the rule counts, or one below it came later")
      ])
    #expect(found.decision.wouldSuffice == [.demonstrations(2, level: 2)])
    world.rules[.contentArea] = rule("times-at-mastery")
    world.file.evidence.removeAll { $0.rating?.level != 1 }
    let none = try world.attainment("M.1")
    #expect([none.counted, none.needed] == [0, 3], "one piece below the bar is none of the three")
  }

  @Test("Where an earlier average stands, later records are set aside for that reason")
  func earlierStands() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("mean-of-last", "count", "1")
    world.show("M.1", "EX", "2026-01-01")
    world.show("M.1", "DV", "2026-01-02")
    let found = try world.attainment("M.1")
    #expect(found.level == 3)
    #expect(
      found.decision.setAside.map(\.reason) == [
        .earlierResultStands(today: 1, value: exact("2"))
      ])
  }

  @Test("Conditions: fewest pieces, kinds of work, one exhibition, a window of days")
  func conditions() throws {
    var world = World()
    world.add("M.1")
    world.show("M.1", "PR", "2025-09-01", type: .test)
    world.show("M.1", "PR", "2026-01-01", type: .test)
    for (options, missing) in [
      (["types", "2"], SufficientStep.work(FurtherWork(count: 1, level: 0, newKinds: 1))),
      (
        ["including", "exhibition"],
        .work(FurtherWork(count: 1, level: 0, including: [.exhibition]))
      ),
      (["minimum", "3"], .demonstrations(1, level: 0)),
      (["from", "2025-12-01"], .demonstrations(1, level: 2)),
    ] {
      world.rules[.contentArea] = specification("highest-in-distinct", options)
      let found = try world.attainment("M.1")
      #expect(found.status == .insufficientEvidence)
      #expect(found.decision.wouldSuffice == [missing])
    }
    world.show("M.1", "PR", "2026-02-01", type: .exhibition)
    for options in [
      ["types", "2"], ["including", "exhibition"], ["minimum", "3"], ["from", "2025-12-01"],
    ] {
      world.rules[.contentArea] = specification("highest-in-distinct", options)
      let found = try world.attainment("M.1")
      #expect(found.status == .attained)
      #expect(found.metOn == day("2026-02-01"))
    }
  }

  @Test("Cuts of the board's own turn values into levels")
  func cuts() throws {
    var world = World()
    world.add("M.1")
    let cuts = PolicyNode(
      .mapping([
        member("DV", scalar("1.5")), member("PR", scalar("2.5")), member("EX", scalar("3.5")),
      ]), at: World.here)
    world.rules[.contentArea] = RuleSpecification(
      name: "mean-of-last",
      options: PolicyNode(
        .mapping([
          member("rule", scalar("mean-of-last")), member("count", scalar("0")),
          member("cuts", cuts),
        ]), at: World.here))
    world.show("M.1", "DV", "2026-01-01")
    world.show("M.1", "PR", "2026-01-02")
    // (2 + 3) / 2 = 2.5, the board's cut for Proficient.
    #expect(try world.attainment("M.1").level == 2)
  }

  @Test("A rule that averages names itself in every decision that rests on it")
  func named() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("decaying-average")
    #expect(try world.attainment("M.1").decision.averaging == ["a decaying average"])
    #expect(try world.engine().averagingRules == ["a decaying average"])
    world.rules[.contentArea] = nil
    #expect(try world.engine().averagingRules.isEmpty)
  }

  /// Proficient on March 1 and 8, and Beginning of February 1, entered on `entered`.
  private func lateWork(entered: String?, replaces: Bool = false) throws -> Attainment {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("mean-of-last", "count", "0")
    world.show("M.1", "PR", "2026-03-01")
    world.show("M.1", "PR", "2026-03-08")
    if replaces { world.show("M.1", "PR", "2026-02-01", id: "WRONG") }
    world.show(
      "M.1", "BG", "2026-02-01", id: "OLD", replaces: replaces ? "WRONG" : nil,
      recordedOn: entered)
    return try world.attainment("M.1")
  }

  @Test("What stood when older work was entered stands under an average, and a person is told")
  func olderWorkEnteredLate() throws {
    // By days shown: 1, then (1 + 3) / 2 = 2, then 7/3. Before the entry: 3 on March 1.
    let late = try lateWork(entered: "2026-04-01")
    #expect(late.level == 2)
    #expect(late.metOn == day("2026-03-01"))
    #expect(late.decision.value == Rational(3))
    #expect(late.decision.used.map(\.id) == ["E1", "E2"])
    #expect(late.decision.flags == [.lateEntry("OLD")])
    #expect(
      late.decision.setAside.map(\.reason) == [.enteredLater(today: 1, value: exact("7/3"))])
  }

  @Test("Without a day of entry, and as a correction, older work counts from the day shown")
  func noEntry() throws {
    for found in [try lateWork(entered: nil), try lateWork(entered: "2026-04-01", replaces: true)] {
      #expect(found.status == .notYet)
      #expect(found.decision.value == exact("7/3"))
      #expect(found.decision.flags.isEmpty)
    }
  }

  @Test("Work that brings a kind of work that the rule asks for is used, however low")
  func kindsAreUsed() throws {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule("best-of-required", "required", "2", "types", "2")
    world.show("M.1", "EX", "2026-01-01", type: .test)
    world.show("M.1", "EX", "2026-01-02", type: .test)
    #expect(try world.attainment("M.1").status == .insufficientEvidence)
    world.show("M.1", "BG", "2026-01-03", type: .essay)
    world.show("M.1", "BG", "2026-01-04", type: .essay)
    let found = try world.attainment("M.1")
    #expect(found.level == 3)
    #expect(found.metOn == day("2026-01-03"))
    #expect(found.decision.used.map(\.id) == ["E1", "E2", "E3"])
    #expect(found.decision.setAside.map(\.evidence.id) == ["E4"])
    #expect(found.counted == 2)
  }
}
