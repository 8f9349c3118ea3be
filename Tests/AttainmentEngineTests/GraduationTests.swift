import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Graduation: every requirement, every credit once")
struct GraduationTests {
  @Test("Thousandths short of the line is short: 24.99 of 25, 8.5 of 9")
  func boundaries() throws {
    for (earned, required, status) in [
      ("24.99", "25", RequirementStatus.notMet), ("25", "25", .met), ("8.5", "9", .notMet),
      ("9", "9", .met),
    ] {
      var world = World()
      world.plan(required, [line("all", required, ["any"])])
      world.transfer("T1", earned)
      let decision = try #require(try world.resolve().graduation)
      #expect(decision.outcomes[0].status == status)
      #expect(decision.outcomes[0].earned == exact(earned))
      #expect(decision.status == (status == .met ? .requirementsMet : .notOnTrack))
    }
  }

  @Test("Three times 0.66 is 1.98, and three times a third is one")
  func exactSums() throws {
    for (part, sum) in [("0.66", "1.98"), ("1/3", "1")] {
      var world = World()
      world.plan("2", [line("all", "2", ["any"])])
      for number in 1...3 { world.transfer(Identifier("T\(number)"), part) }
      #expect(try world.resolve().graduation?.creditsEarned == exact(sum))
    }
  }

  @Test("Credit of a part counts in the whole as well, once")
  func nested() throws {
    var world = World()
    world.plan(
      "2", [line("humanities", "2", ["hum", "civ"], within: [line("civics", "0.5", ["civ"])])])
    world.transfer("T1", "1", areas: ["hum"])
    world.transfer("T2", "1", areas: ["civ"])
    let outcome = try #require(try world.resolve().graduation?.outcomes.first)
    #expect(outcome.status == .met)
    #expect(outcome.earned == Rational(2))
    #expect(outcome.parts[0].earned == .half)
  }

  @Test("What a part lacks is missing in the whole as well, whatever else the student has")
  func nestedShort() throws {
    var world = World()
    world.plan(
      "2", [line("humanities", "2", ["hum", "civ"], within: [line("civics", "0.5", ["civ"])])])
    world.transfer("T1", "3", areas: ["hum"])
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.outcomes[0].earned == exact("1.5"))
    #expect(decision.outcomes[0].status == .notMet)
    #expect(decision.unallocated.map(\.amount) == [exact("1.5")])
    #expect(decision.creditsToEarn == .half)
  }

  @Test("Credit that could go to two lines goes where it leaves the least missing")
  func bestAllocation() throws {
    var world = World()
    world.plan("2", [line("arts", "1", ["a"]), line("electives", "1", ["a", "b"])])
    world.transfer("T1", "1", areas: ["a"])
    world.transfer("T2", "1", areas: ["b"])
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.outcomes.map(\.status) == [.met, .met])
    #expect(decision.outcomes[0].allocations.map(\.title) == ["T1"])
  }

  @Test("Its own list of areas decides between lines that need it equally")
  func preference() throws {
    var world = World()
    world.plan("2", [line("a", "1", ["a"]), line("b", "1", ["b"])])
    world.transfer("T1", "1", areas: ["b", "a"])
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.outcomes.map(\.earned) == [.zero, .one])
  }

  @Test("Posted credit fills before credit under way, which shows what is coming")
  func underWay() throws {
    var world = World()
    world.add("A.1", .objective)
    world.course("C1", "1", ["A.1"])
    world.enroll("C1", .enrolled)
    world.plan("2", [line("all", "2", ["any"])])
    world.transfer("T1", "1")
    let decision = try #require(try world.resolve().graduation)
    #expect(decision.outcomes[0].status == .inProgress)
    #expect(decision.outcomes[0].earned == .one)
    #expect(decision.outcomes[0].inProgress == .one)
    #expect(decision.status == .onTrack)
    #expect(decision.creditsInProgress == .one)
  }

  @Test("A waiver meets what is missing, whole or in part, and lowers the total by as much")
  func waivers() throws {
    var world = World()
    world.plan("3", [line("pe", "1", ["pe"]), line("rest", "2", ["any"])])
    world.transfer("T1", "2")
    world.waive("pe")
    let whole = try #require(try world.resolve().graduation)
    #expect(whole.outcomes.map(\.status) == [.waived, .met])
    #expect(whole.status == .requirementsMet)
    world.file.waivers = []
    world.waive("pe", "0.5")
    let part = try #require(try world.resolve().graduation)
    #expect(part.outcomes[0].status == .notMet)
    world.transfer("T2", "0.5", areas: ["pe"])
    #expect(try world.resolve().graduation?.outcomes[0].status == .waived)
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }

  @Test("Graduated takes a posted date and every requirement; one without the other is not enough")
  func graduated() throws {
    var world = World()
    world.plan("1", [line("all", "1", ["any"])])
    world.student = World.student(graduatedOn: "2027-06-12")
    #expect(try world.resolve().graduation?.status == .postedButUnmet(day("2027-06-12")))
    world.transfer("T1", "1")
    #expect(try world.resolve().graduation?.status == .graduated(day("2027-06-12")))
    #expect(try world.resolve(asOf: "2027-06-11").graduation?.status == .requirementsMet)
    world.student = World.student()
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }

  @Test("One unmet competency blocks graduation, however much credit there is")
  func competencies() throws {
    var world = World()
    world.add("M.1", .objective)
    world.add("M.2", .objective)
    world.plan(
      "1",
      [
        line("all", "1", ["any"]),
        requirement("core", .competencies(CompetencySet(members: ["M.1", "M.2"]))),
      ])
    world.transfer("T1", "30")
    world.show("M.1", "EX", "2026-01-01")
    let short = try #require(try world.resolve().graduation)
    #expect(short.status == .notOnTrack)
    #expect(short.outcomes[1].unmetCompetencies == ["M.2"])
    world.show("M.2", "PR", "2026-01-01")
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }

  @Test("Hours are pooled over pathways and meet only what asks for hours")
  func hours() throws {
    var world = World()
    world.add("M.1", .objective)
    world.plan(
      "0", [requirement("service", .hours(exact("120"), pathways: [.service, .internship]))])
    world.show("M.1", "BG", "2026-01-01", hours: exact("80.5"), pathway: .service)
    world.show("M.1", "BG", "2026-01-02", hours: exact("39.5"), pathway: .internship)
    world.show("M.1", "BG", "2026-01-03", hours: exact("9999"), pathway: .course)
    let resolution = try world.resolve()
    #expect(resolution.graduation?.outcomes[0].status == .met)
    #expect(resolution.graduation?.outcomes[0].earned == exact("120"))
    #expect(resolution.result(of: "M.1")?.overall.status == .notYet)
  }

  @Test("Hours of one title on one day count once, in evidence and as an experience")
  func hoursOnce() throws {
    var world = World()
    world.add("M.1", .objective)
    world.add("M.2", .objective)
    world.plan("0", [requirement("service", .hours(exact("20"), pathways: [.service]))])
    for id in ["M.1", "M.2"] {
      world.show(
        Identifier(id), "BG", "2026-03-01", title: "Soup kitchen", hours: exact("12"),
        pathway: .service)
    }
    let earned = { (world: World) in try world.resolve().graduation?.outcomes[0].earned }
    #expect(try earned(world) == exact("12"))
    let add = { (world: inout World, title: String, hours: String, end: String) in
      world.file.experiences.append(
        Experience(
          student: "S1", kind: .service, title: title, hours: exact(hours),
          startedOn: day("2026-02-01"), endedOn: day(end), location: World.here))
    }
    add(&world, "Soup kitchen", "15", "2026-04-01")  // three hours beyond what was shown
    #expect(try earned(world) == exact("15"))
    add(&world, "Soup kitchen", "2", "2026-02-20")  // ended before that day
    add(&world, "Library", "1.5", "2026-04-01")
    #expect(try earned(world) == exact("18.5"))
    add(&world, "library ", "1.5", "2026-04-01")  // the same row once more
    #expect(try earned(world) == exact("18.5"))
    add(&world, "Library", "2", "2026-04-01")  // and once more, with more hours
    #expect(try earned(world) == exact("19"))
  }

  @Test("Rows of two organizations, or without a day and unlike, are not one row entered twice")
  func hoursOfTwoPlaces() throws {
    func rows(_ all: [(place: String, hours: String, end: String?)]) throws -> RequirementOutcome? {
      var world = World()
      world.plan("0", [requirement("service", .hours(exact("20"), pathways: [.service]))])
      for (index, row) in all.enumerated() {
        world.file.experiences.append(
          Experience(
            student: "S1", kind: .service, title: "Volunteering", organization: row.place,
            hours: exact(row.hours), endedOn: row.end.map(day),
            location: SourceLocation(file: "experiences.csv", line: index + 2)))
      }
      return try world.resolve().graduation?.outcomes[0]
    }
    #expect(try rows([("Library", "10", nil), ("Kitchen", "12", nil)])?.earned == exact("22"))
    let end = "2026-02-01"
    #expect(try rows([("Library", "10", end), ("Kitchen", "12", end)])?.earned == exact("22"))
    #expect(try rows([("Library", "10", nil), ("Library", "12", nil)])?.earned == exact("22"))
    let twice = try rows([("Library", "10", nil), ("library", "10", nil)])
    #expect(twice?.earned == exact("10"))
    #expect(twice?.hours.map(\.repeated?.line) == [nil, 2])
  }

  @Test("Any of several: one met part is enough")
  func anyOf() throws {
    var world = World()
    world.plan(
      "0",
      [
        requirement(
          "evidence",
          .atLeast(
            1, [requirement("seal", .notation(.sealOfBiliteracy)), line("lang", "1", ["lang"])]))
      ])
    #expect(try world.resolve().graduation?.outcomes[0].status == .notMet)
    world.transfer("T1", "1", areas: ["lang"])
    #expect(try world.resolve().graduation?.outcomes[0].status == .met)
  }

  /// Two courses of one credit each, of which those in `earned` are earned.
  private func named(
    _ requirements: [GraduationRequirement], credits: String = "2", earned: [String]
  ) throws -> World {
    var world = World()
    for course in ["A", "B"] {
      let objective = Identifier<Competency>("\(course).1")
      world.add(objective, .objective)
      world.course(Identifier(course), "1", areas: ["math"], [objective])
      if earned.contains(course) { world.show(objective, "PR", "2026-01-10") }
    }
    world.plan(credits, requirements)
    return world
  }

  private func algebra(crossCredit: Bool? = nil) -> GraduationRequirement {
    requirement("algebra", .courses(["A"], credits: .one, isCrossCredit: crossCredit))
  }

  @Test("Credit for a named course counts once: what that line takes, the line by areas lacks")
  func namedCourse() throws {
    let lines = [algebra(), line("math", "1", ["math"])]
    let one = try #require(try named(lines, earned: ["A"]).resolve().graduation)
    #expect(one.outcomes.map(\.status) == [.met, .notMet])
    #expect(one.outcomes.map { $0.allocations.map(\.title) } == [["A"], []])
    let two = try #require(try named(lines, earned: ["A", "B"]).resolve().graduation)
    #expect(two.outcomes.map { $0.allocations.map(\.title) } == [["A"], ["B"]])
    #expect(two.unallocated.isEmpty)
    #expect(two.status == .requirementsMet)
    let other = try #require(try named(lines, earned: ["B"]).resolve().graduation)
    #expect(other.outcomes.map(\.status) == [.notMet, .met])
  }

  @Test("A cross-credit counts in its own line as well, up to what it asks for")
  func crossCredit() throws {
    let lines = [algebra(crossCredit: true), line("math", "1", ["math"])]
    let world = try named(lines, credits: "1", earned: ["A"])
    let found = try #require(try world.resolve().graduation)
    #expect(found.outcomes.map(\.status) == [.met, .met])
    #expect(found.outcomes.map { $0.allocations.map(\.amount) } == [[.one], [.one]])
    #expect(found.creditsEarned == .one)
    let open = try named(lines, credits: "1", earned: ["B"])
    #expect(try open.engine().audit(try open.resolve())?.creditsMissing == .one)
    let half = [
      requirement("half", .courses(["A", "B"], credits: .half, isCrossCredit: true)),
      line("math", "2", ["math"]),
    ]
    let both = try #require(try named(half, earned: ["A", "B"]).resolve().graduation)
    #expect(both.outcomes[0].earned == .half)
    #expect(both.outcomes[0].allocations.map(\.amount) == [.half])
  }

  @Test("Named courses as a part of a line count in the whole as well")
  func namedPart() throws {
    let whole = line("math", "2", ["math"], within: [algebra()])
    let found = try #require(try named([whole], earned: ["A", "B"]).resolve().graduation)
    #expect(found.outcomes[0].earned == Rational(2))
    #expect(found.outcomes[0].parts[0].earned == .one)
    #expect(found.status == .requirementsMet)
    let without = try #require(try named([whole], earned: ["B"]).resolve().graduation)
    #expect(without.outcomes[0].status == .notMet)
    #expect(without.outcomes[0].earned == .one)
  }

  @Test("Whether named courses count twice is asked for where a line by areas would take them")
  func unsaidCrossCredit() throws {
    func codes(_ requirements: [GraduationRequirement]) throws -> [DiagnosticCode] {
      let world = try named(requirements, earned: [])
      var found = DiagnosticList()
      _ = AttainmentEngine(
        policy: try world.policy(), framework: world.framework(), diagnostics: &found)
      return found.all.map(\.code)
    }
    let math = line("math", "1", ["math"])
    #expect(try codes([algebra(), math]) == [AttainmentDiagnostic.unsaidCrossCredit])
    #expect(try codes([algebra(crossCredit: false), math]).isEmpty)
    #expect(try codes([algebra(crossCredit: true), math]).isEmpty)
    #expect(try codes([algebra(), line("arts", "1", ["arts"])]).isEmpty)
    #expect(try codes([line("math", "2", ["math"], within: [algebra()])]).isEmpty)
  }

  @Test("A waived part is not asked for in the whole either, and lowers the total once")
  func waivedPart() throws {
    var world = World()
    world.plan(
      "2", [line("humanities", "2", ["hum", "civ"], within: [line("civics", "0.5", ["civ"])])])
    world.transfer("T1", "1.5", areas: ["hum"])
    world.waive("civics")
    let found = try #require(try world.resolve().graduation)
    #expect(found.outcomes[0].status == .waived)
    #expect(found.outcomes[0].waived == .half)
    #expect(found.outcomes[0].parts[0].status == .waived)
    #expect(found.creditsWaived == .half)
    #expect(found.status == .requirementsMet)
    // With the whole amount from other courses nothing is waived of it.
    world.transfer("T2", "0.5", areas: ["hum"])
    let full = try #require(try world.resolve().graduation)
    #expect(full.outcomes[0].status == .met)
    #expect(full.creditsWaived == .zero)
  }

  @Test("Credit waived in a line inside a group lowers the total as well")
  func waivedInGroup() throws {
    var world = World()
    world.plan("2", [requirement("both", .all([line("a", "1", ["a"]), line("b", "1", ["b"])]))])
    world.transfer("T1", "1", areas: ["a"])
    world.waive("b")
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }
}
