import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("The grade-point equivalent: exact, from course marks, never without a table")
struct GradePointTests {
  private func world(_ marks: [(String, String, CourseLevel)]) -> World {
    var world = World()
    for (number, mark) in marks.enumerated() {
      let id = Identifier<Competency>("O.\(number)")
      world.add(id, .objective)
      world.course(Identifier("C\(number)"), mark.1, [id], level: mark.2)
      world.show(id, mark.0, "2026-01-10")
    }
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 2,
      points: ["PR": exact("3.3"), "EX": exact("4.0")],
      weights: [.ap: exact("0.5"), .honors: exact("0.5")])
    return world
  }

  @Test("Weighted by credit, rounded once, half away from zero")
  func figure() throws {
    // (3.3 × 1 + 4.0 × 0.5 + 3.3 × 0.5) / 2 = 6.95 / 2 = 3.475, which is 3.48 to two places.
    // Weighted: + 0.5 × 0.5 for the AP half credit: 7.20 / 2 = 3.60.
    let found = try #require(
      try world([("PR", "1", .regular), ("EX", "0.5", .ap), ("PR", "0.5", .regular)])
        .resolve().gradePoints)
    #expect(found.unweighted == exact("3.48"))
    #expect(found.weighted == exact("3.6"))
    #expect(found.items.map(\.credit) == [.one, .half, .half])
    #expect(found.asOf == day("2026-01-10"), "the day of the last mark in it")
  }

  @Test("Transfer marks never enter and are listed")
  func transfers() throws {
    var world = world([("PR", "1", .regular)])
    world.transfer("T1", "1")
    let found = try #require(try world.resolve().gradePoints)
    #expect(found.unweighted == exact("3.3"))
    #expect(found.excluded == ["T1, Elsewhere High School: the mark B+ is not converted"])
  }

  @Test("No table, a table adopted later, or no mark that it covers: no figure at all")
  func absent() throws {
    var world = world([("PR", "1", .regular)])
    #expect(try world.resolve(asOf: "2024-05-31").gradePoints == nil)
    world.file.evidence = []
    #expect(try world.resolve().gradePoints == nil)
    world = self.world([("PR", "1", .regular)])
    world.equivalence = nil
    #expect(try world.resolve().gradePoints == nil)
  }

  @Test("The thresholds of automatic admission, 2.75 and 3.0, hold exactly at the boundary")
  func thresholds() throws {
    var world = world([("PR", "1/3", .regular), ("EX", "1/3", .regular), ("EX", "1/3", .regular)])
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 3,
      points: ["PR": exact("2.25"), "EX": exact("3")], weights: [:])
    // (2.25 + 3 + 3) / 3 = 2.75
    #expect(try world.resolve().gradePoints?.unweighted == exact("2.75"))
    // Weighted: 0.25 added for each third of a credit: exactly 3, not 2.999.
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 3,
      points: ["PR": exact("2.25"), "EX": exact("3")], weights: [.regular: exact("0.25")])
    #expect(try world.resolve().gradePoints?.weighted == exact("3"))
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 3,
      points: ["PR": exact("2.247"), "EX": exact("3")], weights: [.regular: exact("0.25")])
    // 8.247 / 3 = 2.749 and 2.999: just below both.
    #expect(try world.resolve().gradePoints?.unweighted == exact("2.749"))
    #expect(try world.resolve().gradePoints?.weighted == exact("2.999"))
  }
}
