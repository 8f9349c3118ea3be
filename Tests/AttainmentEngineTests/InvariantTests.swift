import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("What must hold for every student")
struct InvariantTests {
  /// All sequences of 1 to `length` levels, as codes.
  static func sequences(upTo length: Int) -> [[String]] {
    let codes = ["BG", "DV", "PR", "EX"]
    var all: [[String]] = []
    var last: [[String]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { sequence in codes.map { sequence + [$0] } }
      all += last
    }
    return all
  }

  static let rules = RuleCatalogue.evidenceRules.map { $0.documentation }
    .filter { !$0.averages }.map(\.name)

  private func world(_ levels: [String], rule name: String) -> World {
    var world = World()
    world.add("M.1")
    world.rules[.contentArea] = rule(name)
    for (number, level) in levels.enumerated() {
      world.show("M.1", level, day("2026-01-01").adding(days: number).isoText)
    }
    return world
  }

  @Test("An older low score below what is attained changes nothing", arguments: rules)
  func olderLowScore(name: String) throws {
    for levels in Self.sequences(upTo: 3) {
      var world = world(levels, rule: name)
      let before = try world.attainment("M.1")
      guard before.status == .attained else { continue }
      world.show("M.1", "BG", "2025-01-01")
      let after = try world.attainment("M.1")
      #expect(after.status == before.status, "\(name) \(levels)")
      #expect(after.level == before.level, "\(name) \(levels)")
      #expect(after.metOn == before.metOn, "\(name) \(levels)")
    }
  }

  @Test("Later evidence never lowers what is attained, unless the rule says that it may")
  func highWater() throws {
    let rules = RuleCatalogue.evidenceRules.filter { !$0.mayFall }
    for type in rules {
      for levels in Self.sequences(upTo: 3) {
        let name = type.documentation.name
        let before = try world(Array(levels.dropLast()), rule: name).attainment("M.1")
        let after = try world(levels, rule: name).attainment("M.1")
        #expect((after.level ?? -1) >= (before.level ?? -1), "\(name) \(levels)")
        #expect(!before.status.satisfies || after.status.satisfies, "\(name) \(levels)")
        if let metOn = before.metOn { #expect(after.metOn == metOn, "\(name) \(levels)") }
      }
    }
  }

  @Test("Older work that is entered late never lowers what stands, by any rule that keeps results")
  func lateEntries() throws {
    for type in RuleCatalogue.evidenceRules where !type.mayFall {
      let name = type.documentation.name
      for levels in Self.sequences(upTo: 3) {
        let before = try world(levels, rule: name).attainment("M.1")
        for place in 0...levels.count {
          for level in ["BG", "EX"] {
            var world = world(levels, rule: name)
            let shown = day("2025-12-31").adding(days: place)
            world.show(
              "M.1", level, shown.isoText, id: "Z", title: "Old", recordedOn: "2026-05-01")
            let after = try world.attainment("M.1")
            #expect((after.level ?? -1) >= (before.level ?? -1), "\(name) \(levels) \(place)")
            #expect(!before.status.satisfies || after.status.satisfies, "\(name) \(levels)")
            if let metOn = before.metOn {
              #expect(after.metOn.map { $0 <= metOn } ?? false, "\(name) \(levels) \(place)")
            }
          }
        }
      }
    }
  }

  @Test("A better demonstration in place of a worse one never lowers a result")
  func monotone() throws {
    let codes = ["BG", "DV", "PR", "EX"]
    for type in RuleCatalogue.evidenceRules where type.documentation.name != "mode" {
      for levels in Self.sequences(upTo: 3) {
        for place in levels.indices {
          guard let number = codes.firstIndex(of: levels[place]), number < 3 else { continue }
          var better = levels
          better[place] = codes[number + 1]
          let name = type.documentation.name
          let low = try world(levels, rule: name).attainment("M.1").level ?? -1
          let high = try world(better, rule: name).attainment("M.1").level ?? -1
          // A power law bends by design: a better start can flatten the curve.
          if name != "power-law" { #expect(high >= low, "\(name) \(levels) \(better)") }
        }
      }
    }
  }

  @Test("One competency below the bar blocks its credit, in every combination of levels")
  func noCompensation() throws {
    for levels in Self.sequences(upTo: 3) where levels.count == 3 {
      var world = World()
      for (number, level) in levels.enumerated() {
        world.add(Identifier("O.\(number)"), .objective)
        world.show(Identifier("O.\(number)"), level, "2026-01-01")
      }
      world.course("C", "1", ["O.0", "O.1", "O.2"])
      let isEarned = try world.resolve().credits.first?.status == .earned
      #expect(isEarned == levels.allSatisfy { ["PR", "EX"].contains($0) }, "\(levels)")
    }
  }

  @Test("The order of the rows changes nothing", arguments: 0..<40)
  func rowOrder(seed: Int) throws {
    let world = World.random(seed: seed)
    let expected = try world.resolve()
    for order in 0..<5 {
      #expect(try world.shuffled(seed: order).resolve() == expected)
    }
  }

  @Test("Importing the same rows again under a correction changes no result", arguments: 0..<20)
  func correctedByTheSame(seed: Int) throws {
    var world = World.random(seed: seed)
    let replaced = Set(world.file.evidence.compactMap(\.replaces))
    let expected = try world.resolve().academic
    guard let record = world.file.evidence.first(where: { !replaced.contains($0.id) }) else {
      return
    }
    world.file.evidence.append(record.corrected(by: "AGAIN"))
    #expect(try world.resolve().academic == expected)
  }

  @Test("Habits of work never move an academic result", arguments: 0..<10)
  func habits(seed: Int) throws {
    var world = World.random(seed: seed)
    let expected = try world.resolve()
    for rating in ["Never", "Always"] {
      world.file.habits = (0..<20).map {
        HabitRecord(
          student: "S1", habit: "Prepared", rating: rating,
          observedOn: day("2026-01-01").adding(days: $0), location: World.here)
      }
      #expect(try world.resolve() == expected)
    }
  }

  @Test("Hours never create attainment or credit", arguments: 0..<10)
  func seatTime(seed: Int) throws {
    var world = World.random(seed: seed)
    let expected = try world.resolve().academic
    for hours in ["0", "9999"] {
      world.file.evidence = world.file.evidence.map { $0.with(hours: exact(hours)) }
      world.file.experiences = [
        Experience(
          student: "S1", kind: .internship, title: "Shop", hours: exact(hours),
          endedOn: day("2026-01-01"), location: World.here)
      ]
      #expect(try world.resolve().academic == expected)
    }
  }

  @Test("What is missing has no level and no number", arguments: 0..<40)
  func missing(seed: Int) throws {
    for result in try World.random(seed: seed).resolve().competencies {
      for attainment in [result.overall] + result.byArea {
        switch attainment.status {
        case .attained: #expect(attainment.level.map { $0 >= 2 } ?? false)
        case .notYet: #expect(attainment.level.map { $0 < 2 } ?? false)
        case .metByDecision: break
        default: #expect(attainment.level == nil)
        }
        #expect((attainment.metOn != nil) == attainment.status.satisfies)
      }
    }
  }

  @Test("Every piece of evidence is either used or set aside with a reason", arguments: 0..<20)
  func accounted(seed: Int) throws {
    let world = World.random(seed: seed)
    let framework = world.framework()
    for result in try world.resolve().competencies {
      let pool = [result.competency] + framework.children(of: result.competency).map(\.id)
      let expected = world.file.evidence.filter { pool.contains($0.competency) }.map(\.id).sorted()
      let decision = result.overall.decision
      #expect(
        (decision.used.map(\.id) + decision.setAside.map(\.evidence.id)).sorted() == expected)
    }
  }

  @Test("Credit shown adds up: lines and what is left make the total", arguments: 0..<60)
  func sums(seed: Int) throws {
    let resolution = try World.random(seed: seed).resolve()
    let decision = try #require(resolution.graduation)
    let lines = decision.outcomes.flatMap { $0.allAllocations }
    let allocated = (lines + decision.unallocated).filter(\.isEarned).map(\.amount)
    #expect(allocated.reduce(.zero, +) == decision.creditsEarned)
    let posted = resolution.credits.map(\.earned) + resolution.externalCredits.map(\.credit)
    #expect(posted.reduce(.zero, +) == decision.creditsEarned)
    let coming = (lines + decision.unallocated).filter { !$0.isEarned }.map(\.amount)
    #expect(coming.reduce(.zero, +) == decision.creditsInProgress)
  }
}

extension RequirementOutcome {
  /// What was given to the line and to its parts.
  var allAllocations: [CreditAllocation] { withParts.flatMap(\.allocations) }
}

/// The academic facts of a resolution without the records they rest on.
struct AcademicFacts: Equatable {
  struct Fact: Equatable {
    let status: AttainmentStatus
    let level: LevelIndex?
    let metOn: CalendarDate?
  }

  let attainments: [[Fact]]
  let earned: [Rational]
  let marks: [LevelIndex?]
  let requirements: [RequirementStatus]
  let points: Rational?
}

extension StudentResolution {
  var academic: AcademicFacts {
    AcademicFacts(
      attainments: competencies.map { result in
        ([result.overall] + result.byArea).map {
          AcademicFacts.Fact(status: $0.status, level: $0.level, metOn: $0.metOn)
        }
      },
      earned: credits.map(\.earned), marks: credits.map(\.mark),
      requirements: graduation?.outcomes.map(\.status) ?? [],
      points: gradePoints?.weighted)
  }
}

extension EvidenceRecord {
  func with(hours: Rational?) -> EvidenceRecord { copy(id: id, replaces: replaces, hours: hours) }

  /// The same record again, correcting this one.
  func corrected(by id: Identifier<EvidenceRecord>) -> EvidenceRecord {
    copy(id: id, replaces: self.id, hours: hours)
  }

  private func copy(
    id: Identifier<EvidenceRecord>, replaces: Identifier<EvidenceRecord>?, hours: Rational?
  ) -> EvidenceRecord {
    EvidenceRecord(
      id: id, student: student, competency: competency, demonstratedOn: demonstratedOn,
      recordedOn: recordedOn, rating: rating, assessmentType: assessmentType, purpose: purpose,
      area: area, pathway: pathway, title: title, link: link, assessor: assessor, status: status,
      replaces: replaces, hours: hours, location: location)
  }
}
