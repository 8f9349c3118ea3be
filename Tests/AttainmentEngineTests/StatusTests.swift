import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("What is not a number: states without a level")
struct StatusTests {
  private func world() -> World {
    var world = World()
    world.add("M.1", .objective)
    world.add("M.2", .objective)
    world.course("C1", "1", ["M.1"])
    return world
  }

  @Test("Nothing on file is not assessed; with a course under way it is in progress")
  func nothing() throws {
    var world = world()
    #expect(try world.attainment("M.1").status == .notAssessed)
    world.enroll("C1", .enrolled)
    #expect(try world.attainment("M.1").status == .inProgress)
    #expect(try world.attainment("M.2").status == .notAssessed)
  }

  @Test(
    "Missed, excused and withdrawn work is called by its name and counts as nothing",
    arguments: [
      (EvidenceStatus.missed, AttainmentStatus.missed), (.excused, .excused),
      (.withdrawn, .withdrawn),
    ])
  func unrated(status: EvidenceStatus, expected: AttainmentStatus) throws {
    var world = world()
    world.show("M.1", "", "2025-10-01", status: status)
    let found = try world.attainment("M.1")
    #expect(found.status == expected)
    #expect(found.level == nil)
    #expect(found.decision.setAside.map(\.reason) == [.notRated(status)])
    world.show("M.1", "PR", "2025-10-02")
    #expect(try world.attainment("M.1").status == .attained)
  }

  @Test("A course that the student left, with no evidence, is withdrawn")
  func left() throws {
    var world = world()
    world.enroll("C1", .withdrawn)
    #expect(try world.attainment("M.1").status == .withdrawn)
    world.enroll("C1", .planned)
    #expect(try world.attainment("M.1").status == .notAssessed)
  }

  @Test("A decision meets a competency without a level; evidence at the bar keeps its own")
  func determination() throws {
    var world = world()
    world.show("M.1", "DV", "2025-10-01")
    world.decide("M.1", on: "2026-02-01")
    let decided = try world.attainment("M.1")
    #expect(decided.status == .metByDecision)
    #expect(decided.level == nil)
    #expect(decided.metOn == day("2026-02-01"))
    #expect(decided.decision.used.map(\.id) == ["E1"])
    world.show("M.1", "EX", "2026-03-01")
    let shown = try world.attainment("M.1")
    #expect(shown.status == .attained)
    #expect(shown.level == 3)
    #expect(shown.metOn == day("2026-02-01"), "the day must not move to a later one")
    #expect(try world.attainment("M.1", asOf: "2026-01-31").status == .notYet)
  }

  @Test("Credit from elsewhere and waivers meet a competency without a level")
  func elsewhere() throws {
    var world = world()
    world.transfer("T1", "1", on: "2025-06-10", satisfies: ["M.1"])
    world.waive("M.2", on: "2026-01-10")
    let transferred = try world.attainment("M.1")
    #expect(transferred.status == .transferred)
    #expect(transferred.level == nil)
    #expect(transferred.metOn == day("2025-06-10"))
    #expect(try world.attainment("M.2").status == .waived)
    #expect(try world.attainment("M.2", asOf: "2026-01-09").status == .notAssessed)
  }

  @Test("A competency of two areas has a result in each and one over all evidence")
  func areas() throws {
    var world = World()
    world.add("X.1", areas: ["MATH", "SCI"])
    world.show("X.1", "PR", "2025-10-01", area: "MATH")
    world.show("X.1", "PR", "2025-11-01", area: "SCI")
    world.show("X.1", "EX", "2025-12-01", area: "SCI")
    let result = try #require(try world.resolve().result(of: "X.1"))
    #expect(result.overall.status == .attained)
    #expect(result.overall.metOn == day("2025-11-01"))
    #expect(result.byArea.map(\.status) == [.insufficientEvidence, .attained])
    #expect(
      result.byArea[0].decision.setAside.map(\.reason) == [.otherArea("SCI"), .otherArea("SCI")])
    world.rules[.contentArea] = rule("highest-in-distinct", "areas", "each")
    #expect(try world.attainment("X.1").status == .insufficientEvidence)
  }

  @Test("Work that names none of two areas is shown in both, as the result of both together")
  func withoutArea() throws {
    var world = World()
    world.add("M", areas: ["MATH", "SCI"])
    world.add("M.1", .objective, parents: ["M"])
    world.show("M.1", "PR", "2026-01-10")
    world.show("M.1", "PR", "2026-01-11")
    let result = try #require(try world.resolve().result(of: "M"))
    #expect(result.attainment(in: "SCI").status == .insufficientEvidence)
    for area in ["MATH", "SCI"] as [Identifier<ContentArea>] {
      let shown = result.shown(in: area, framework: world.framework())
      #expect(shown.status == .attained)
      #expect(shown.level == 2)
    }
    world.file.evidence = []
    for date in ["2026-01-10", "2026-01-11"] { world.show("M.1", "PR", date, area: "MATH") }
    let apart = try #require(try world.resolve().result(of: "M"))
    #expect(apart.shown(in: "MATH", framework: world.framework()).status == .attained)
    #expect(apart.shown(in: "SCI", framework: world.framework()).status == .notAssessed)
  }
}
