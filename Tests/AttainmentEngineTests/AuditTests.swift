import Testing
import TranscriptModel

@testable import AttainmentEngine

/// What an audit asks for: never more than is missing, and enough.
@Suite struct AuditTests {
  /// A plan of halves with parts, and some posted credit, by seed.
  private struct Case {
    private(set) var world = World()
    /// Half credits that lines ask for, each with the areas that may fill it.
    private(set) var slots: [Set<Identifier<CreditArea>>] = []
    /// Half credits that are posted, by area.
    private(set) var units: [[Identifier<CreditArea>]] = []

    init(seed: Int) {
      var numbers = SeededNumbers(seed: seed)
      let areas: [Identifier<CreditArea>] = ["a", "b", "c", "d"]
      var lines: [GraduationRequirement] = []
      var total = 0
      for number in 0..<numbers.pick(1...4) {
        let halves = numbers.pick(1...4)
        let own = Array(areas.shuffled(using: &numbers).prefix(numbers.pick(1...3)))
        var parts: [GraduationRequirement] = []
        var room = halves
        for part in 0..<numbers.pick(0...2) where room > 0 {
          let size = numbers.pick(1...room)
          let takes = [numbers.pick(numbers.pick(0...3) == 0 ? areas : own)]
          parts.append(line(Identifier("L\(number).\(part)"), "\(size)/2", takes))
          slots += Array(repeating: Set(takes), count: size)
          room -= size
        }
        slots += Array(repeating: Set(own), count: room)
        lines.append(line(Identifier("L\(number)"), "\(halves)/2", own, within: parts))
        total += halves
      }
      world.plan("\(total)/2", lines)
      for number in 0..<numbers.pick(0...5) {
        let halves = numbers.pick(1...2)
        let takes = Array(areas.shuffled(using: &numbers).prefix(numbers.pick(1...2)))
        world.transfer(Identifier("T\(number)"), "\(halves)/2", areas: takes)
        units += Array(repeating: takes, count: halves)
      }
    }

    /// The most slots that the units can fill, each once, by augmenting paths.
    func most() -> Int {
      var holders: [Int?] = Array(repeating: nil, count: slots.count)
      func place(_ unit: Int, _ seen: inout Set<Int>) -> Bool {
        for slot in slots.indices where units[unit].contains(where: slots[slot].contains) {
          guard seen.insert(slot).inserted else { continue }
          if let other = holders[slot], !place(other, &seen) { continue }
          holders[slot] = unit
          return true
        }
        return false
      }
      return units.indices.count { unit in
        var seen: Set<Int> = []
        return place(unit, &seen)
      }
    }
  }

  @Test(arguments: 0..<400)
  func `what is missing is what the greatest flow leaves, and what is named adds up to it`(
    seed: Int
  ) throws {
    let sample = Case(seed: seed)
    let resolution = try sample.world.resolve()
    let audit = try #require(try sample.world.engine().audit(resolution))
    let missing = Rational(sample.slots.count - sample.most()) * .half
    #expect(audit.creditsMissing == missing)
    #expect(resolution.graduation?.creditsToEarn == missing)
    let named = audit.remaining.filter { $0.depth == 0 }.map(\.missing).reduce(.zero, +)
    #expect(named == missing)
  }

  @Test(arguments: 0..<400)
  func `what an audit names is enough`(seed: Int) throws {
    var world = Case(seed: seed).world
    let audit = try #require(try world.engine().audit(try world.resolve()))
    for (place, item) in audit.remaining.enumerated() {
      guard case .credits(_, let areas, _) = item.requirement.kind else { continue }
      let parts = audit.remaining.dropFirst(place + 1).prefix { $0.depth > item.depth }
      let own = parts.reduce(item.missing) { $0 - $1.missing }
      #expect(own >= .zero)
      world.transfer(
        Identifier("more-\(place)"), own.exactText, areas: Array(areas.prefix(1)))
    }
    let after = try #require(try world.engine().audit(try world.resolve()))
    #expect(after.remaining.isEmpty)
    #expect(after.creditsMissing == .zero)
    #expect(after.status == .requirementsMet)
  }

  @Test func `a part that lacks credit is not hidden by other credit of its whole`() throws {
    var world = World()
    world.plan(
      "3",
      [
        line("hum", "2", ["hum", "civ"], within: [line("civics", "0.5", ["civ"])]),
        line("electives", "1", ["hum", "civ"]),
      ])
    world.transfer("English 9", "1", areas: ["hum"])
    world.transfer("English 10", "1", areas: ["hum"])
    world.transfer("Art", "0.5", areas: ["hum"])
    let audit = try #require(try world.engine().audit(try world.resolve()))
    #expect(audit.creditsMissing == .half)
    #expect(audit.remaining.map(\.requirement.id) == ["hum", "civics"])
    #expect(audit.remaining.map(\.missing) == [.half, .half])
  }

  @Test func `a waiver of the whole leaves what a part lacks, once`() throws {
    var world = World()
    world.plan(
      "3",
      [
        line("math", "2", ["math"], within: [line("stats", "0.5", ["stats"])]),
        line("electives", "1", ["math", "any"]),
      ])
    world.waive("math", "1")
    world.transfer("A", "1", areas: ["math"])
    world.transfer("B", "1/3", areas: ["any"])
    // Math 2, of which 1 is waived and 0.5 is for statistics: half of A is left for electives.
    let audit = try #require(try world.engine().audit(try world.resolve()))
    #expect(audit.creditsMissing == exact("2/3"))
    #expect(audit.remaining.map(\.missing) == [.half, .half, exact("1/6")])
  }

  @Test func `of a choice of credit lines the one that lacks least is missing`() throws {
    var world = World()
    world.plan(
      "0", [requirement("way", .atLeast(1, [line("a", "2", ["a"]), line("b", "1", ["b"])]))])
    #expect(try world.resolve().graduation?.creditsToEarn == .one)
    world.transfer("T", "1.5", areas: ["a"])
    #expect(try world.resolve().graduation?.creditsToEarn == .half)
  }
}
