import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Districts' real rules, end to end")
struct DistrictCaseTests {
  /// Waterbury, Connecticut (programme of studies): a credit is two passed assessments; a pass is
  /// "meets" or "exceeds" on two of three indicators; students are assessed again freely.
  @Test("Waterbury: two of three indicators pass an assessment, two assessments make the credit")
  func waterbury() throws {
    var world = World()
    world.rules[.contentArea] = rule("at-least-children", "n", "2")
    world.rules[.objective] = rule("highest")
    for assessment in 1...3 {
      let parent = Identifier<Competency>("A\(assessment)")
      world.add(parent)
      for indicator in 1...3 {
        world.add(Identifier("A\(assessment).\(indicator)"), .objective, parents: [parent])
      }
    }
    world.course("ENG", "1", ["A1", "A2", "A3"], atLeast: 2)
    for (id, level, on) in [
      ("A1.1", "PR", "2026-01-10"), ("A1.2", "EX", "2026-01-10"), ("A1.3", "BG", "2026-01-10"),
      ("A2.1", "DV", "2026-02-10"), ("A2.2", "PR", "2026-02-10"), ("A2.3", "BG", "2026-02-10"),
    ] { world.show(Identifier(id), level, on) }
    #expect(try world.attainment("A1").status == .attained)
    #expect(try world.attainment("A2").status == .notYet)
    #expect(try world.resolve().credits.isEmpty)
    world.show("A2.1", "PR", "2026-03-10")
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.status == .earned)
    #expect(credit.earnedOn == day("2026-03-10"))
  }

  /// Stamford, Connecticut (programme of studies): any one of a list (test scores, seal, hours), the
  /// hours pooled over internship, service and work to 120.
  @Test("Stamford: any of the list, or 120 hours pooled over pathways")
  func stamford() throws {
    var world = World()
    world.plan(
      "0",
      [
        requirement(
          "readiness",
          .atLeast(
            1,
            [
              requirement("seal", .notation(.sealOfBiliteracy)),
              requirement("goal", .notation(.stateGoal)),
              requirement(
                "hours", .hours(exact("120"), pathways: [.internship, .service, .workBased])),
            ]))
      ])
    world.experience(.internship, "60")
    world.experience(.service, "35.5")
    #expect(try world.resolve().graduation?.status == .notOnTrack)
    world.experience(.workBased, "24.5")
    #expect(try world.resolve().graduation?.status == .requirementsMet)
    world.file.experiences = []
    world.file.notations = [
      Notation(
        student: "S1", kind: .stateGoal, title: "SAT goal", awardedOn: day("2026-05-01"),
        location: World.here)
    ]
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }

  /// Building 21 (Slate): the best of a required number; "M" (missed) is not a low score; a teacher's
  /// override completes and stays out of the average.
  @Test("Building 21: missed work is no low score; an override completes without a number")
  func building21() throws {
    var world = World()
    world.add("SK", .objective)
    world.rules[.objective] = rule("best-of-required", "required", "3", "best", "2", "floor", "DV")
    world.show("SK", "DV", "2026-01-10")
    world.show("SK", "", "2026-01-20", status: .missed)
    world.show("SK", "EX", "2026-02-10")
    let open = try world.attainment("SK")
    #expect(open.status == .insufficientEvidence)
    #expect(open.counted == 2)
    #expect(open.needed == 3)
    var overridden = world
    overridden.decide("SK", on: "2026-02-15")
    let decided = try overridden.attainment("SK")
    #expect(decided.status == .metByDecision)
    #expect(decided.level == nil)
    world.show("SK", "PR", "2026-03-10")
    let complete = try world.attainment("SK")
    // The best two are 4 and 3: 3.5.
    #expect(complete.decision.value == exact("3.5"))
    #expect(complete.level == 2)
    #expect(complete.metOn == day("2026-03-10"))
  }

  /// Empower Learning: 80 percent at the target, 100 percent within reach of it.
  @Test("Empower 80/100 as the mark of a course")
  func empower() throws {
    var world = World()
    world.rules[.courseMark] = rule("share-at-or-above", "share", "0.8", "floor", "PR")
    let ids = (1...5).map { Identifier<Competency>("O\($0)") }
    for id in ids {
      world.add(id, .objective)
      world.show(id, id == "O5" ? "PR" : "EX", "2026-01-10")
    }
    world.course("C", "1", ids)
    #expect(try world.resolve().credits.first?.mark == 3)
    world.file.evidence[0] = world.file.evidence[4].corrected(by: "unused")
    world.file.evidence.removeAll { $0.competency == "O1" }
    world.show("O1", "PR", "2026-01-10")
    // Three of five are Exemplary now: 60 percent.
    #expect(try world.resolve().credits.first?.mark == 2)
  }

  /// Great Schools Partnership: cross-curricular standards by a body of evidence, content-area
  /// standards by their indicators, habits of work apart.
  @Test("Great Schools Partnership: a body of evidence needs an exhibition and two kinds of work")
  func greatSchools() throws {
    var world = World()
    world.add("G", .graduation)
    world.rules[.graduation] = rule(
      "highest-in-distinct", "demonstrations", "3", "types", "2", "including", "exhibition")
    for number in 1...3 { world.show("G", "PR", "2026-0\(number)-10", type: .portfolio) }
    let open = try world.attainment("G")
    #expect(open.status == .insufficientEvidence)
    #expect(
      open.decision.wouldSuffice == [
        .work(FurtherWork(count: 1, level: 0, including: [.exhibition]))
      ])
    world.show("G", "EX", "2026-04-10", type: .exhibition)
    let met = try world.attainment("G")
    #expect(met.status == .attained)
    #expect(met.level == 2)
    #expect(met.metOn == day("2026-04-10"))
  }

  /// Casco Bay, Maine: 0.66 of a unit for each trimester course, and 3 × 0.66 is 1.98, not 2.
  @Test("Casco Bay: three trimester courses of 0.66 are 1.98 and do not fill a line of two")
  func cascoBay() throws {
    var world = World()
    for number in 1...3 {
      world.add(Identifier("O\(number)"), .objective)
      world.course(Identifier("C\(number)"), "0.66", [Identifier("O\(number)")])
      world.show(Identifier("O\(number)"), "PR", "2026-01-10")
    }
    world.plan("1.98", [line("humanities", "2", ["any"])])
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.creditsEarned == exact("1.98"))
    #expect(decision.outcomes[0].status == .notMet)
  }
}
