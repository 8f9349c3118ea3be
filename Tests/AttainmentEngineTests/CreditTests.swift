import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Credit: posted when earned, exact, never for time")
struct CreditTests {
  private func world(_ partial: PartialCredit = .none, atLeast: Int? = nil) -> World {
    var world = World()
    for id in ["A.1", "A.2", "A.3"] { world.add(Identifier(id), .objective) }
    world.course("ALG", "1", ["A.1", "A.2", "A.3"], atLeast: atLeast, partial: partial)
    return world
  }

  @Test("Credit posts on the day of the last competency, in the school year of that day")
  func posts() throws {
    var world = world()
    world.show("A.1", "PR", "2026-01-10")
    world.show("A.2", "EX", "2025-09-10")
    world.show("A.3", "PR", "2025-12-10")
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.status == .earned)
    #expect(credit.earned == .one)
    #expect(credit.earnedOn == day("2026-01-10"))
    #expect(credit.schoolYear == SchoolYear(start: 2025))
    #expect(credit.gradeLevel == grade(11))
    #expect(credit.mark == 2)
    #expect(credit.markStatus == .attained)
  }

  @Test("Work from elsewhere has its own credit and earns the course here none")
  func elsewhere() throws {
    var world = world()
    world.transfer("T1", "1", on: "2025-06-10", satisfies: ["A.1", "A.2", "A.3"])
    #expect(try world.resolve().credits.isEmpty)
    world.enroll("ALG", .completed)
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.earned == .zero)
    #expect(credit.status == .notEarned)
  }

  @Test("Work from elsewhere fills what a course taken here lacks, and no course never taken")
  func filled() throws {
    var world = world()
    world.transfer("T1", "1", on: "2025-06-10", satisfies: ["A.1", "A.2"])
    world.show("A.3", "PR", "2026-01-10")
    #expect(try world.resolve().credits.isEmpty)
    world.enroll("ALG", .completed)
    #expect(try world.resolve().credits.first?.earned == .one)
  }

  @Test("A transfer never takes away credit that was earned here")
  func transferTakesNothing() throws {
    var world = world(.proportional)
    world.show("A.3", "PR", "2026-01-10")
    #expect(try world.resolve().credits.first?.earned == Rational(1, over: 3))
    world.transfer("T1", "1", on: "2025-06-10", satisfies: ["A.1"])
    #expect(try world.resolve().credits.first?.earned == Rational(1, over: 3))
    world.show("A.2", "PR", "2026-01-11")
    #expect(try world.resolve().credits.first?.earned == Rational(2, over: 3))
    world.enroll("ALG", .completed)
    #expect(try world.resolve().credits.first?.earned == .one, "taken here, so it is filled")
  }

  @Test("Two courses of the very same competencies: one credit for work that is enrolled in one")
  func sameCompetencies() throws {
    var world = world()
    world.course("HON", "1", ["A.3", "A.1", "A.2"])
    for id in ["A.1", "A.2", "A.3"] { world.show(Identifier(id), "PR", "2026-01-10") }
    #expect(try world.resolve().credits.map(\.rule.id) == ["ALG"])
    world.enroll("HON", .completed)
    #expect(try world.resolve().credits.map(\.rule.id) == ["HON"])
    world.enroll("ALG", .completed)
    #expect(try world.resolve().credits.count == 2, "who takes both is said to have taken both")
  }

  @Test("A course that asks for an objective, and one for what it decides, are reported")
  func partOfAnother() throws {
    func found(_ rule: RuleSpecification?, _ member: Identifier<Competency>) throws -> [String] {
      var world = World()
      world.add("M", areas: ["MATH"])
      world.add("M.1", .objective, parents: ["M"])
      world.add("N", areas: ["MATH"])
      if let rule { world.overrides["M"] = rule }
      world.course("ALG", "1", ["M"])
      world.course("UNIT", "0.5", [member])
      var diagnostics = DiagnosticList()
      _ = AttainmentEngine(
        policy: try world.policy(), framework: world.framework(), diagnostics: &diagnostics)
      return diagnostics.all.filter { $0.code == AttainmentDiagnostic.sharedCompetency }
        .map(\.message)
    }
    let message =
      "UNIT earns credit for M.1, and ALG for a competency that is decided by it: who shows it is "
      + "given credit in both"
    #expect(try found(rule("all-children"), "M.1") == [message])
    #expect(
      try found(
        rule("highest-in-distinct", "demonstrations", "1", "pool", "with-objectives"), "M.1")
        == [message])
    #expect(try found(rule("highest", "pool", "own"), "M.1").isEmpty, "M.1 is not looked at")
    #expect(try found(rule("all-children"), "N").isEmpty)
  }

  @Test("A course enrolled in for a year that has not begun is planned, on that day")
  func enrolledAhead() throws {
    var world = world()
    world.plan("1", [line("any", "1", ["any"])])
    world.enroll("ALG", .enrolled, year: 2026)
    let before = try world.resolve(asOf: "2026-06-30")
    #expect(before.credits.map(\.status) == [.planned])
    #expect(before.graduation?.creditsPlanned == .one)
    #expect(before.result(of: "A.1")?.overall.status == .notAssessed)
    let since = try world.resolve(asOf: "2026-07-01")
    #expect(since.credits.map(\.status) == [.inProgress])
    #expect(since.graduation?.creditsPlanned == .zero)
    #expect(since.graduation?.creditsInProgress == .one)
    #expect(since.result(of: "A.1")?.overall.status == .inProgress)
  }

  @Test("Who takes two courses of the very same competencies is named, once")
  func sameCompetenciesTwice() throws {
    var world = world()
    world.course("HON", "0.5", ["A.3", "A.1", "A.2"])
    world.enroll("ALG", .completed, year: 2024)
    world.enroll("HON", .planned, year: 2025)
    #expect(try world.engine().coursesTakenTwice(in: world.file).isEmpty)
    world.enroll("HON", .enrolled, year: 2025)
    let found = try world.engine().coursesTakenTwice(in: world.file)
    #expect(found.map(\.code) == [AttainmentDiagnostic.sharedCompetency])
    #expect(
      found.first?.message
        == "ALG and HON ask for the very same competencies, and S1 has taken both: "
        + "who shows them once is given credit in both")
  }

  @Test(
    "A course that ended without credit stays when it is planned or taken again",
    arguments: [.planned, .enrolled, .completed] as [Enrollment.Status])
  func endedWithoutCredit(status: Enrollment.Status) throws {
    var world = world()
    world.enroll("ALG", .completed, year: 2024, grade: 10)
    world.enroll("ALG", status, year: 2025, grade: 11)
    let open = try world.resolve().credits
    #expect(open.map(\.schoolYear.start) == [2024, 2025])
    #expect(open.first?.status == .notEarned)
    #expect(open.first?.mark == nil)
    for id in ["A.1", "A.2", "A.3"] { world.show(Identifier(id), "PR", "2026-01-10") }
    let met = try world.resolve().credits
    #expect(met.map(\.earned) == [.zero, .one])
    #expect(met.first?.mark == nil)
  }

  @Test("What is missing of a course that posted in part is under way when it is taken again")
  func takenForTheRest() throws {
    var world = world(.proportional)
    world.show("A.1", "PR", "2025-01-10")
    world.enroll("ALG", .completed, year: 2024, grade: 11)
    world.enroll("ALG", .enrolled, year: 2025)
    world.plan("1", [line("any", "1", ["any"])])
    let found = try world.resolve(asOf: "2025-12-01")
    #expect(found.credits.map(\.earned) == [Rational(1, over: 3)])
    #expect(found.credits.map(\.enrollment?.status) == [.enrolled])
    #expect(found.graduation?.status == .onTrack)
  }

  @Test("A course of which credit posted in its own year is listed there alone")
  func postedBeforeRepeated() throws {
    var world = world()
    for id in ["A.1", "A.2", "A.3"] { world.show(Identifier(id), "PR", "2025-01-10") }
    world.enroll("ALG", .completed, year: 2024, grade: 10)
    world.enroll("ALG", .enrolled, year: 2025, grade: 11)
    #expect(try world.resolve().credits.map(\.schoolYear.start) == [2024])
  }

  @Test(
    "A plan takes no credit to another course of the same competencies; one that was left has none")
  func sameCompetenciesPlanned() throws {
    var world = world()
    world.course("HON", "0.5", ["A.3", "A.1", "A.2"])
    for id in ["A.1", "A.2", "A.3"] { world.show(Identifier(id), "PR", "2026-01-10") }
    world.enroll("HON", .planned, year: 2027)
    let planned = try world.resolve().credits.filter { $0.earned > .zero }
    #expect(planned.map(\.rule.id) == ["ALG"])
    var left = self.world()
    left.course("HON", "0.5", ["A.3", "A.1", "A.2"])
    for id in ["A.1", "A.2", "A.3"] { left.show(Identifier(id), "PR", "2026-01-10") }
    left.enroll("ALG", .withdrawn, year: 2024)
    left.enroll("HON", .enrolled, year: 2025)
    let taken = try left.resolve().credits.filter { $0.earned > .zero }
    #expect(taken.map(\.rule.id) == ["HON"])
  }

  @Test("Waivers alone earn no credit")
  func waivedOnly() throws {
    var world = world()
    for id in ["A.1", "A.2", "A.3"] { world.waive(id, on: "2025-09-01") }
    #expect(try world.resolve().credits.isEmpty)
    world.show("A.3", "PR", "2026-01-10")
    #expect(try world.resolve().credits.first?.earned == .one)
  }

  @Test("Two Exemplary of three and none below the bar: the mark is Exemplary")
  func mark() throws {
    var world = world()
    for (id, level) in [("A.1", "EX"), ("A.2", "EX"), ("A.3", "PR")] {
      world.show(Identifier(id), level, "2026-01-10")
    }
    #expect(try world.resolve().credits.first?.mark == 3)
  }

  @Test("One competency below the bar blocks the credit, however high the rest")
  func noCompensation() throws {
    var world = world()
    world.enroll("ALG", .completed)
    for (id, level) in [("A.1", "EX"), ("A.2", "EX"), ("A.3", "DV")] {
      world.show(Identifier(id), level, "2026-01-10")
    }
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.status == .notEarned)
    #expect(credit.earned == .zero)
    #expect(credit.unmet == ["A.3"])
    #expect(credit.markStatus == .notYet)
  }

  @Test("Partial credit is exact: a third is a third, and three thirds are one")
  func partial() throws {
    var world = world(.proportional)
    world.show("A.1", "PR", "2026-01-10")
    #expect(try world.resolve().credits.first?.earned == Rational(1, over: 3))
    #expect(try world.resolve().credits.first?.status == .partial)
    world.show("A.2", "PR", "2026-01-11")
    world.show("A.3", "PR", "2026-01-12")
    #expect(try world.resolve().credits.first?.earned == .one)
    var half = self.world(.half)
    half.show("A.1", "PR", "2026-01-10")
    #expect(try half.resolve().credits.isEmpty)
    half.show("A.2", "PR", "2026-01-11")
    #expect(try half.resolve().credits.first?.earned == .half)
    #expect(try half.resolve().credits.first?.earnedOn == day("2026-01-11"))
  }

  @Test("At least two of three: posts with the second; the mark is that of the best two")
  func atLeast() throws {
    var world = world(atLeast: 2)
    world.show("A.1", "EX", "2026-01-10")
    world.show("A.2", "BG", "2026-01-11")
    world.show("A.3", "EX", "2026-01-12")
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.status == .earned)
    #expect(credit.earnedOn == day("2026-01-12"))
    #expect(credit.mark == 3)
  }

  @Test("A course appears when it has posted or has an enrollment, with its status in words")
  func statuses() throws {
    var world = world()
    #expect(try world.resolve().credits.isEmpty)
    for (status, expected) in [
      (Enrollment.Status.enrolled, CreditStatus.inProgress), (.planned, .planned),
      (.withdrawn, .withdrawn), (.completed, .notEarned),
    ] {
      world.file.enrollments = []
      world.enroll("ALG", status)
      #expect(try world.resolve().credits.map(\.status) == [expected])
    }
  }

  @Test("A course left once and earned later is listed twice and earned once")
  func leftAndEarned() throws {
    var world = world()
    world.enroll("ALG", .withdrawn, year: 2024, grade: 10)
    world.enroll("ALG", .completed, year: 2025, grade: 11)
    for id in ["A.1", "A.2", "A.3"] { world.show(Identifier(id), "PR", "2026-02-01") }
    let credits = try world.resolve().credits
    #expect(credits.map(\.status) == [.withdrawn, .earned])
    #expect(credits.map(\.earned) == [.zero, .one])
  }

  @Test("Waived and transferred members meet a course; its mark rests on the levels there are")
  func withoutLevels() throws {
    var world = world()
    world.enroll("ALG", .completed)
    world.waive("A.1", on: "2026-01-05")
    world.transfer("T1", "1", on: "2025-06-10", satisfies: ["A.2"])
    world.show("A.3", "EX", "2026-01-10")
    let credit = try #require(try world.resolve().credits.first)
    #expect(credit.status == .earned)
    #expect(credit.mark == 3)
  }

  @Test("A mark is final once the whole has posted, or the course has ended and all is assessed")
  func finalMarks() throws {
    var world = world(.proportional)
    world.enroll("ALG", .completed)
    world.show("A.1", "PR", "2026-01-10")
    world.show("A.2", "PR", "2026-01-12")
    let part = try #require(try world.resolve().credits.first)
    #expect(part.status == .partial)
    #expect(part.mark == 2)
    #expect(!part.isMarkFinal, "posted in part")
    world.courses[0] = World.course("ALG", ["A.1", "A.2", "A.3"])
    let short = try #require(try world.resolve().credits.first)
    #expect(short.status == .notEarned)
    #expect(!short.isMarkFinal, "A.3 was never assessed")
    world.show("A.3", "DV", "2026-01-13")
    let assessed = try #require(try world.resolve().credits.first)
    #expect(assessed.status == .notEarned)
    #expect(assessed.mark == 1)
    #expect(assessed.isMarkFinal)
    world.show("A.3", "PR", "2026-01-14")
    #expect(try #require(try world.resolve().credits.first).isMarkFinal)
  }

  @Test(
    "The rest of a course of which a part has posted counts as planned, and the part keeps its year"
  )
  func planOfRest() throws {
    var world = world(.proportional)
    world.plan("1", [line("all", "1", ["any"])])
    world.show("A.1", "PR", "2026-01-10")
    world.enroll("ALG", .completed, year: 2025, grade: 11)
    let without = try #require(try world.resolve(asOf: "2026-12-01").graduation)
    #expect(without.status == .notOnTrack)
    world.enroll("ALG", .planned, year: 2026, grade: 12)
    let found = try world.resolve(asOf: "2026-12-01")
    #expect(found.credits.map(\.status) == [.partial])
    #expect(found.credits.map(\.schoolYear.start) == [2025])
    let decision = try #require(found.graduation)
    #expect(decision.status == .onTrack)
    #expect(decision.creditsEarned == exact("1/3"))
    #expect(decision.creditsPlanned == exact("2/3"))
  }

  @Test("Credit planned for a year in time counts as planned, not as under way")
  func planned() throws {
    var world = world()
    world.plan(
      "1",
      [
        line("all", "1", ["any"]),
        requirement("core", .competencies(CompetencySet(members: ["A.1", "A.2"]))),
      ])
    world.enroll("ALG", .planned, year: 2026)
    let decision = try #require(try world.resolve(asOf: "2026-06-01").graduation)
    #expect(decision.status == .onTrack)
    #expect(decision.creditsInProgress == .one)
    #expect(decision.creditsPlanned == .one)
    #expect(decision.outcomes.map(\.planned) == [.one, Rational(2)])
    #expect(decision.outcomes[0].allocations.map(\.isPlanned) == [true])
    #expect(try world.attainment("A.1", asOf: "2026-06-01").status == .notAssessed)
    let audit = try #require(
      try world.engine().audit(try world.resolve(asOf: "2026-06-01")))
    #expect(!audit.isOnPace, "nothing is posted or under way in grade 12")
    #expect(audit.remaining.map(\.underWay) == [.zero, .zero])
    world.file.enrollments = []
    world.enroll("ALG", .planned, year: 2027)
    let late = try #require(try world.resolve(asOf: "2026-06-01").graduation)
    #expect(late.creditsInProgress == .zero, "the class leaves in June of 2027")
    #expect(late.outcomes.map(\.status) == [.notMet, .notMet])
  }
}
