import Testing
import TranscriptModel

@testable import AttainmentEngine

/// The day of a value is the day on which the demonstration that decided it was shown.
@Suite("Days: of marks, credit, waivers and earlier decisions")
struct DayTests {
  private func course() -> World {
    var world = World()
    for id in ["A", "B"] { world.add(Identifier(id), .objective) }
    world.course("C", "1", ["A", "B"])
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 2,
      points: ["PR": exact("3"), "EX": exact("4")], weights: [:])
    world.show("A", "PR", "2026-01-10")
    world.show("B", "PR", "2026-02-10")
    return world
  }

  @Test("A mark raised after the credit posted has the later day, and so has the equivalent")
  func raised() throws {
    var world = course()
    let before = try world.resolve()
    #expect(before.credits[0].markOn == day("2026-02-10"))
    #expect(before.gradePoints?.asOf == day("2026-02-10"))
    world.show("A", "EX", "2026-05-10")
    let after = try world.resolve()
    // One of two at Exemplary is half: the mark is Exemplary since that day.
    #expect(after.credits[0].mark == 3)
    #expect(after.credits[0].earnedOn == day("2026-02-10"))
    #expect(after.credits[0].markOn == day("2026-05-10"))
    #expect(after.gradePoints?.asOf == day("2026-05-10"))
    world.show("B", "EX", "2026-06-10")
    #expect(try world.resolve().credits[0].markOn == day("2026-05-10"), "it changed nothing")
  }

  @Test("Of several that count, the first day on which the best reached the mark is its day")
  func bestOf() throws {
    var world = World()
    for id in ["A", "B"] { world.add(Identifier(id), .objective) }
    world.course("C", "1", ["A", "B"], atLeast: 1)
    world.show("A", "EX", "2026-05-10")
    world.show("B", "EX", "2026-03-10")
    let found = try world.resolve().credits[0]
    #expect(found.earnedOn == day("2026-03-10"))
    #expect(found.markOn == day("2026-03-10"))
  }

  @Test("New evidence never lowers a mark: a competency from elsewhere shown at the bar afterwards")
  func transferredThenShown() throws {
    var world = World()
    for id in ["A", "B"] { world.add(Identifier(id), .objective) }
    world.rules[.courseMark] = rule("all-children")
    world.course("C", "1", ["A", "B"])
    world.enroll("C", .completed)
    world.transfer("T", "0", satisfies: ["A"])
    world.show("B", "EX", "2026-01-10")
    #expect(try world.resolve().credits[0].mark == 3)
    world.show("A", "PR", "2026-03-10")
    #expect(try world.resolve().credits[0].mark == 3)
  }

  @Test("A waiver shows nothing: once the competency is shown, the bar is met on that day")
  func waived() throws {
    var world = course()
    world.file.evidence.removeAll { $0.competency == "B" }
    world.waive("B", on: "2026-01-20")
    let waived = try world.attainment("B")
    #expect(waived.status == .waived)
    #expect(waived.metOn == day("2026-01-20"))
    world.show("B", "PR", "2026-03-10")
    let shown = try world.attainment("B")
    #expect(shown.status == .attained)
    #expect(shown.metOn == day("2026-03-10"))
    guard case .waiver? = shown.decision.metBefore else {
      Issue.record("the waiver before it is told")
      return
    }
  }

  @Test("Credit that posted on the strength of a waiver keeps its day; its mark has the later one")
  func creditAfterWaiver() throws {
    var world = course()
    world.file.evidence.removeAll { $0.competency == "B" }
    world.waive("B", on: "2026-01-20")
    #expect(try world.resolve().credits[0].earnedOn == day("2026-01-20"))
    world.show("B", "EX", "2026-03-10")
    let after = try world.resolve().credits[0]
    #expect(after.earnedOn == day("2026-01-20"))
    #expect(after.markOn == day("2026-03-10"))
  }

  @Test("A decision at a higher level stands over later evidence at the bar")
  func decisionStands() throws {
    var world = World()
    world.add("A", .objective)
    world.decide("A", "EX", on: "2026-01-10")
    world.show("A", "PR", "2026-03-10")
    let held = try world.attainment("A")
    #expect(held.status == .metByDecision)
    #expect(held.level == 3)
    #expect(held.levelOn == day("2026-01-10"))
    world.show("A", "EX", "2026-04-10")
    let shown = try world.attainment("A")
    #expect(shown.status == .attained)
    #expect(shown.levelOn == day("2026-04-10"))
    #expect(shown.metOn == day("2026-01-10"))
  }
}
