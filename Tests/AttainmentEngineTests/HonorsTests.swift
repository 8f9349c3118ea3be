import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Honours and rank")
struct HonorsTests {
  private func engine(_ honors: HonorsPolicy?, ranks: Bool = false) throws -> AttainmentEngine {
    var world = World()
    world.honors = honors
    world.ranksClass = ranks
    return try world.engine()
  }

  private func figures(_ values: [String]) -> [ClassFigure] {
    values.enumerated().map {
      ClassFigure(student: Identifier("S\($0.offset)"), figure: exact($0.element), years: 4)
    }
  }

  @Test("Windsor Locks: the first 5, 15 and 25 percent; those tied with the last one are in")
  func percentile() throws {
    let honors = HonorsPolicy(honors: [
      .init(title: "Summa", criterion: .topPercent(exact("5"))),
      .init(title: "Magna", criterion: .topPercent(exact("15"))),
      .init(title: "Cum", criterion: .topPercent(exact("25"))),
    ])
    // 20 students: 1 place, 3 places, 5 places; the fifth, sixth and seventh are tied.
    let values =
      ["4.2", "4.1", "4.0", "3.9", "3.8", "3.8", "3.8"]
      + (1...13).map { "3.\(70 - $0)" }
    let found = try engine(honors).honors(of: figures(values))
    #expect(
      found.map(\.honor.title) == ["Summa", "Magna", "Magna", "Cum", "Cum", "Cum", "Cum"])
    #expect(found.map { $0.rank?.place } == [1, 2, 3, 4, 5, 5, 5])
  }

  @Test("Great Schools Partnership: 3.9, 3.7 and 3.5, exact at the boundary")
  func absolute() throws {
    let honors = HonorsPolicy(honors: [
      .init(title: "Summa", criterion: .atLeast(exact("3.9"))),
      .init(title: "Magna", criterion: .atLeast(exact("3.7"))),
      .init(title: "Cum", criterion: .atLeast(exact("3.5"))),
    ])
    let found = try engine(honors).honors(of: figures(["3.9", "3.899", "3.7", "3.5", "3.499"]))
    #expect(found.map(\.honor.title) == ["Summa", "Magna", "Magna", "Cum"])
    #expect(found.allSatisfy { $0.rank == nil })
  }

  @Test("Rank is off by default; when it is on, ties share a place and n and method are shown")
  func rank() throws {
    let figures = figures(["4", "3.5", "3.5", "3"])
    #expect(try engine(nil).printedRanks(of: figures).isEmpty)
    let found = try engine(nil, ranks: true).printedRanks(of: figures)
    #expect(found.map(\.place) == [1, 2, 2, 4])
    #expect(found.map(\.count) == [4, 4, 4, 4])
    #expect(found[0].method == "by weighted GPA equivalent, ties share a place")
  }

  @Test("A freeze of each year falls in the year in which the class graduates")
  func freezeEachYear() throws {
    let engine = try engine(HonorsPolicy(honors: [], freeze: .eachYear(month: 4, day: 9)))
    #expect(engine.honorsDay(day("2027-06-12"), classOf: 2027) == day("2027-04-09"))
    #expect(engine.honorsDay(day("2027-06-12"), classOf: 2026) == day("2026-04-09"))
    #expect(engine.honorsDay(day("2027-06-12"), classOf: 2028) == day("2027-06-12"))
  }

  @Test("Figures are frozen on the day that the policy names; short residency is not counted")
  func freeze() throws {
    let honors = HonorsPolicy(honors: [], freeze: .on(day("2027-04-09")), residency: 2)
    let engine = try engine(honors)
    #expect(engine.honorsDay(day("2027-06-12"), classOf: 2027) == day("2027-04-09"))
    #expect(engine.honorsDay(day("2027-01-10"), classOf: 2027) == day("2027-01-10"))
    var world = World()
    world.honors = honors
    world.add("O", .objective)
    world.course("C", "1", ["O"])
    world.show("O", "PR", "2026-12-01")
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 2,
      points: ["PR": exact("3.3")], weights: [:])
    for (enrolled, count) in [("2025-09-01", 1), ("2026-09-01", 0)] {
      world.student = World.student(enrolledOn: enrolled)
      #expect(try world.engine().figures(of: [try world.resolve()]).count == count)
    }
  }
}
