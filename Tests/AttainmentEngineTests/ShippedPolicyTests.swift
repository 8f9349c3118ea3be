import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

@testable import AttainmentEngine

/// The tiny example's folder with another policy and no courses.
private struct PolicySource: DistrictSource {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let policy: String

  func list(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Self.package.appending(path: "examples/tiny").appending(path: folder).path)
  }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    if path == "courses.csv" {
      return Array("course,title,credit,credit_areas,competencies\n".utf8)
    }
    let url =
      path == "policy.yaml"
      ? Self.package.appending(path: "policies/\(policy).yaml")
      : Self.package.appending(path: "examples/tiny").appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw DistrictSourceError.missing
    }
    return [UInt8](try Data(contentsOf: url))
  }
}

@Suite("The policies that come with the product")
struct ShippedPolicyTests {
  static let names = [
    "building-21", "connecticut", "connecticut-capstone", "empower-80-100", "great-schools",
    "maine-vermont", "new-hampshire", "stamford", "waterbury", "windsor-locks",
  ]

  private func policy(_ name: String) throws -> (policy: Policy, framework: CompetencyFramework) {
    let result = DistrictImporter(source: PolicySource(policy: name)).load()
    let district = try #require(result.district, "\(name)")
    return (district.policy, district.framework)
  }

  private func engine(_ name: String) throws -> (AttainmentEngine, DiagnosticList) {
    let (policy, framework) = try policy(name)
    var diagnostics = DiagnosticList()
    let engine = AttainmentEngine(
      policy: policy, framework: framework, diagnostics: &diagnostics)
    return (try #require(engine, "\(diagnostics.all.map(\.message))"), diagnostics)
  }

  @Test("Every file is listed here, is read without an error and compiles", arguments: names)
  func loads(name: String) throws {
    let result = DistrictImporter(source: PolicySource(policy: name)).load()
    let errors = result.diagnostics.all.filter {
      $0.severity == .error && $0.location?.file == "policy.yaml"
    }
    #expect(errors.isEmpty, "\(errors.map(\.message))")
    let (engine, diagnostics) = try engine(name)
    let averages = name == "building-21" ? ["the mean of the best of a required number"] : []
    #expect(engine.averagingRules == averages)
    // The framework of this test has fewer children than districts have.
    let allowed = [AttainmentDiagnostic.averagingRule, AttainmentDiagnostic.unreachableRule]
    #expect(diagnostics.all.allSatisfy { allowed.contains($0.code) })
    let files = try FileManager.default.contentsOfDirectory(
      atPath: PolicySource.package.appending(path: "policies").path)
    #expect(
      files.filter { $0.hasSuffix(".yaml") }.sorted() == Self.names.map { "\($0).yaml" }.sorted())
  }

  @Test(
    "The class year selects the plan",
    arguments: [
      (1988, "ct-1988"), (2003, "ct-1988"), (2004, "ct-2004"), (2022, "ct-2004"),
      (2023, "ct-2023"), (2026, "ct-2023"), (2027, "ct-2027"), (2040, "ct-2027"),
    ])
  func classYears(year: Int, plan: String) throws {
    #expect(try policy("connecticut").policy.plan(forClassOf: year)?.id.code == plan)
  }

  /// Credit by area for a class; `short` is taken off the first of them.
  private func graduation(
    _ name: String, classOf: Int, _ credits: [(String, String)], short: String = "0"
  ) throws -> GraduationDecision {
    let (policy, _) = try policy(name)
    var world = World()
    world.student = World.student(classOf: classOf)
    for (number, (area, credit)) in credits.enumerated() {
      let amount = number == 0 ? exact(credit) - exact(short) : exact(credit)
      world.transfer(
        Identifier("T\(number)"), amount.fractionText, areas: [Identifier(area)])
    }
    var plan = try #require(policy.plan(forClassOf: classOf))
    let lines = plan.requirements.filter { requirement in
      if case .competencies = requirement.kind { return false }
      return true
    }
    plan = GraduationPlan(
      id: plan.id, title: plan.title, firstClass: plan.firstClass, lastClass: plan.lastClass,
      credits: plan.credits, requirements: lines, location: plan.location)
    world.plans = [plan]
    return try #require(try world.resolve().graduation)
  }

  static let connecticut: [(Int, [(String, String)])] = [
    (
      2003,
      [
        ("english", "4"), ("mathematics", "3"), ("social-studies", "3"), ("science", "2"),
        ("vocational", "1"), ("pe-wellness", "1"), ("elective", "6"),
      ]
    ),
    (
      2004,
      [
        ("english", "4"), ("mathematics", "3"), ("social-studies", "2.5"), ("civics", "0.5"),
        ("science", "2"), ("arts", "1"), ("pe-wellness", "1"), ("elective", "6"),
      ]
    ),
    (
      2026,
      [
        ("english", "5"), ("social-studies", "2.5"), ("civics", "0.5"), ("arts", "1"),
        ("mathematics", "4"), ("science", "4"), ("stem", "1"), ("pe-wellness", "1"),
        ("health-safety", "1"), ("world-language", "1"), ("elective", "4"),
      ]
    ),
    (
      2027,
      [
        ("english", "5"), ("social-studies", "2.5"), ("civics", "0.5"), ("arts", "1"),
        ("mathematics", "4"), ("science", "4"), ("stem", "1"), ("pe-wellness", "1"),
        ("health-safety", "1"), ("world-language", "1"), ("elective", "3.5"), ("finance", "0.5"),
      ]
    ),
  ]

  @Test("Connecticut: the credits of each class year are enough, a hundredth less is not")
  func connecticutCredits() throws {
    for (year, credits) in Self.connecticut {
      #expect(try graduation("connecticut", classOf: year, credits).status == .requirementsMet)
      let short = try graduation("connecticut", classOf: year, credits, short: "0.01")
      #expect(short.status == .notOnTrack, "\(year)")
    }
  }

  @Test("The class of 2027 needs personal finance, the class of 2026 does not")
  func finance() throws {
    let without = Self.connecticut[2].1
    #expect(try graduation("connecticut", classOf: 2026, without).status == .requirementsMet)
    #expect(try graduation("connecticut", classOf: 2027, without).status == .notOnTrack)
  }

  @Test("With a board's options: a capstone, 26 credits, finance within the humanities")
  func options() throws {
    let base = [
      ("english", "5"), ("social-studies", "2"), ("civics", "0.5"), ("arts", "1"),
      ("finance", "0.5"), ("mathematics", "4"), ("science", "4"), ("stem", "1"),
      ("pe-wellness", "1"), ("health-safety", "1"), ("world-language", "1"), ("elective", "4"),
    ]
    let name = "connecticut-capstone"
    #expect(
      try graduation(name, classOf: 2027, base + [("capstone", "1")]).status == .requirementsMet)
    #expect(
      try graduation(name, classOf: 2027, base + [("elective", "1")]).status == .notOnTrack)
  }

  @Test("New Hampshire's areas add up to the 20 credits")
  func newHampshire() throws {
    let plan = try #require(try policy("new-hampshire").policy.plan(forClassOf: 2027))
    let sum = plan.requirements.reduce(Rational.zero) { sum, requirement in
      if case .credits(let amount, _, _) = requirement.kind { return sum + amount }
      return sum
    }
    #expect(sum == plan.credits)
  }

  // MARK: - The rules of each, worked by hand

  /// A world with the rules of a shipped policy: competency C with `objectives` objectives.
  private func world(_ name: String, objectives: Int) throws -> World {
    var world = World()
    world.rules = try policy(name).policy.rules
    world.add("C")
    for number in 1...objectives {
      world.add(Identifier("O\(number)"), .objective, parents: ["C"])
    }
    return world
  }

  /// The status and level of C with these levels of its objectives, each shown `times`.
  private func outcome(
    _ name: String, _ levels: [String], times: Int
  ) throws -> (AttainmentStatus, LevelIndex?) {
    var world = try world(name, objectives: levels.count)
    for (number, level) in levels.enumerated() {
      for time in 1...times {
        world.show(Identifier("O\(number + 1)"), level, "2026-0\(time)-10")
      }
    }
    let found = try world.attainment("C")
    return (found.status, found.level)
  }

  @Test("New Hampshire: every objective, and one demonstration of the whole")
  func newHampshireRules() throws {
    var world = try world("new-hampshire", objectives: 2)
    world.course("K", "1", ["C"])
    world.show("O1", "EX", "2026-01-10")
    world.show("O2", "PR", "2026-01-20")
    #expect(try world.attainment("C").status == .insufficientEvidence)
    #expect(try world.resolve().credits.isEmpty)
    world.show("C", "EX", "2026-02-01")
    let met = try world.attainment("C")
    #expect(met.level == 2)
    #expect(met.metOn == day("2026-02-01"))
    #expect(try world.resolve().credits.first?.earnedOn == day("2026-02-01"))
    // One objective below the bar is not made up for by the others.
    world.file.evidence.removeAll { $0.competency == "O2" }
    world.show("O2", "DV", "2026-01-20")
    #expect(try world.attainment("C").status == .notYet)
  }

  @Test(
    "Maine and Vermont: four fifths of a standard's indicators, none below Developing; no credit")
  func maineVermontRules() throws {
    let name = "maine-vermont"
    #expect(try outcome(name, ["PR", "PR", "PR", "PR", "DV"], times: 2) == (.attained, 2))
    #expect(try outcome(name, ["PR", "PR", "PR", "DV", "DV"], times: 2) == (.notYet, 1))
    #expect(try outcome(name, ["EX", "EX", "EX", "EX", "BG"], times: 2) == (.notYet, 0))
    // Gorham, Maine: fewer than two summative pieces for an indicator decide nothing.
    let once = try outcome(name, ["PR", "PR", "PR", "PR", "PR"], times: 1)
    #expect(once == (.insufficientEvidence, nil))
    #expect(try policy(name).policy.plan(forClassOf: 2027)?.credits == .zero)
  }

  @Test("The 80/100 rule: 80 percent at the target, all within reach of it")
  func empowerRules() throws {
    let name = "empower-80-100"
    #expect(try outcome(name, ["PR", "PR", "PR", "PR", "DV"], times: 2) == (.attained, 2))
    #expect(try outcome(name, ["PR", "PR", "PR", "PR", "BG"], times: 2) == (.notYet, 0))
    #expect(try outcome(name, ["EX", "EX", "PR", "DV", "DV"], times: 2) == (.notYet, 1))
  }

  @Test("Great Schools Partnership: three quarters of the indicators, none below Developing")
  func greatSchoolsRules() throws {
    let name = "great-schools"
    #expect(try outcome(name, ["PR", "PR", "EX", "DV"], times: 2) == (.attained, 2))
    #expect(try outcome(name, ["PR", "EX", "DV", "DV"], times: 2) == (.notYet, 1))
    #expect(try outcome(name, ["EX", "EX", "EX", "BG"], times: 2) == (.notYet, 0))
  }

  @Test("Waterbury: two of three indicators pass an assessment, however low the third")
  func waterburyRules() throws {
    #expect(try outcome("waterbury", ["PR", "EX", "BG"], times: 1) == (.attained, 2))
    #expect(try outcome("waterbury", ["PR", "DV", "BG"], times: 1) == (.notYet, 1))
  }

  @Test(
    "Building 21: three demonstrations of each skill, the mean of the best two, none below Developing"
  )
  func buildingRules() throws {
    var world = try world("building-21", objectives: 1)
    for (level, on) in [("BG", "2026-01-10"), ("PR", "2026-01-20"), ("DV", "2026-02-10")] {
      world.show("O1", level, on)
    }
    // (3 + 2) / 2 = 2.5, below 3: Developing.
    #expect(try world.attainment("C").level == 1)
    world.show("O1", "EX", "2026-03-10")
    // (4 + 3) / 2 = 3.5.
    let met = try world.attainment("C")
    #expect(met.level == 2)
    #expect(met.metOn == day("2026-03-10"))
  }

  @Test("Stamford: any one of the list, or 120 hours pooled over internship, service and work")
  func stamfordPlan() throws {
    let plan = try #require(try policy("stamford").policy.plan(forClassOf: 2027))
    let readiness = try #require(plan.requirements.last)
    var world = World()
    world.plan("0", [readiness])
    world.experience(.internship, "60")
    world.experience(.service, "35.5")
    #expect(try world.resolve().graduation?.status == .notOnTrack)
    var seal = world
    seal.file.notations = [
      Notation(
        student: "S1", kind: .sealOfBiliteracy, title: "Seal", awardedOn: day("2026-05-01"),
        location: World.here)
    ]
    #expect(try seal.resolve().graduation?.status == .requirementsMet)
    world.experience(.workBased, "24.5")
    #expect(try world.resolve().graduation?.status == .requirementsMet)
  }

  @Test("Windsor Locks: 5, 15 and 25 percent of those who count, frozen in April of the last year")
  func windsorLocks() throws {
    var world = World()
    world.honors = try policy("windsor-locks").policy.honors
    let engine = try world.engine()
    #expect(engine.honorsDay(day("2027-06-12"), classOf: 2027) == day("2027-04-09"))
    #expect(world.honors?.residency == 2)
    // Of 40 who count: 2, 6 and 10 places.
    let figures = (0..<40).map { number in
      ClassFigure(
        student: Identifier("S\(number)"), figure: exact("4") - exact("0.01") * Rational(number),
        years: 4)
    }
    let found = engine.honors(of: figures)
    let titles = found.map(\.honor.title)
    #expect(titles.count { $0 == "Summa cum laude" } == 2)
    #expect(titles.count { $0 == "Magna cum laude" } == 4)
    #expect(titles.count { $0 == "Cum laude" } == 4)
  }
}
