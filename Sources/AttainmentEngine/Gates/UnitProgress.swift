public import TranscriptModel

/// How a student moves through one unit: each objective's state and what stands in the way.
public struct UnitProgress: Hashable, Sendable {
  /// One objective of the unit.
  public struct Step: Hashable, Sendable {
    /// Which.
    public let objective: Identifier<Competency>
    /// Where the student stands.
    public let state: UnitState
    /// What comes first and is not met.
    public let gate: GateDecision
    /// What would be enough to reach the bar.
    public let wouldSuffice: [SufficientStep]
  }

  /// The unit's name in the framework.
  public let unit: String
  /// Its objectives, in the framework's order.
  public let steps: [Step]

  /// Whether every core objective is met, so that the next unit is open.
  public let isComplete: Bool
}

extension AttainmentEngine {
  /// Progress through every unit that has something on file or a course under way.
  public func unitProgress(
    of resolution: StudentResolution, file: StudentFile
  ) -> [UnitProgress] {
    var units: [String] = []
    var members: [String: [Competency]] = [:]
    for competency in framework.competencies(of: .objective) {
      guard let unit = competency.unit else { continue }
      if members[unit] == nil { units.append(unit) }
      members[unit, default: []].append(competency)
    }
    let events = UnitEvents(file, asOf: resolution.asOf)
    return units.compactMap { unit in
      progress(unit, members[unit] ?? [], resolution, events)
    }
  }

  private func progress(
    _ unit: String, _ members: [Competency], _ resolution: StudentResolution, _ events: UnitEvents
  ) -> UnitProgress? {
    let results = members.compactMap { member in
      resolution.result(of: member.id).map { (member, $0.overall) }
    }
    let steps = results.map { member, attainment in
      UnitProgress.Step(
        objective: member.id, state: events.state(of: attainment, bar: policy.scale.bar),
        gate: gate(before: member.id, resolution), wouldSuffice: attainment.decision.wouldSuffice)
    }
    guard steps.contains(where: { $0.state != .notStarted }) else { return nil }
    let isComplete = results.allSatisfy { !$0.0.isCore || $0.1.status.satisfies }
    return UnitProgress(unit: unit, steps: steps, isComplete: isComplete)
  }
}

/// What was on file for each objective, in order of time.
struct UnitEvents {
  private let byCompetency: [Identifier<Competency>: [EvidenceRecord]]

  init(_ file: StudentFile, asOf: CalendarDate) {
    let replaced = Set(file.evidence.compactMap(\.replaces))
    let standing = file.evidence.filter {
      $0.demonstratedOn <= asOf && !replaced.contains($0.id)
    }
    byCompetency = Dictionary(grouping: standing, by: \.competency).mapValues {
      $0.sorted { ($0.demonstratedOn, $0.id) < ($1.demonstratedOn, $1.id) }
    }
  }

  /// Walks through the events; what is attained stays attained.
  func state(of attainment: Attainment, bar: LevelIndex) -> UnitState {
    if attainment.status.satisfies {
      return (attainment.level ?? bar) > bar ? .exceeded : .attained
    }
    let start: UnitState = attainment.status == .inProgress ? .learning : .notStarted
    return (byCompetency[attainment.competency] ?? []).reduce(start) { state, record in
      after(record, from: state, bar: bar)
    }
  }

  private func after(
    _ record: EvidenceRecord, from state: UnitState, bar: LevelIndex
  ) -> UnitState {
    guard let level = record.rating?.level, record.status == .rated else {
      return state == .notStarted || state == .learning ? .excused : state
    }
    switch (record.purpose, state) {
    case (.preAssessment, .notStarted), (.preAssessment, .learning), (.preAssessment, .excused):
      return .preAssessed
    case (.preAssessment, _): return state
    case (.formative, .notYet), (.formative, .support), (.formative, .reassess): return .support
    case (.formative, .summative): return .summative
    case (.formative, _): return .formative
    case (.summative, _) where level >= bar: return .summative
    case (.summative, .notYet), (.summative, .support), (.summative, .reassess): return .reassess
    case (.summative, _): return .notYet
    }
  }
}
