import TranscriptModel

/// Decisions, credit from elsewhere and waivers: what meets a competency besides evidence.
struct AttainmentGrounds {
  private let determinations: [ProfessionalDetermination]
  private let external: [ExternalCredit]
  private let waivers: [Waiver]

  init(_ file: StudentFile, asOf: CalendarDate) {
    determinations = file.determinations.filter { $0.decidedOn <= asOf }
      .sorted { ($0.decidedOn, $0.id) < ($1.decidedOn, $1.id) }
    external = file.externalCredits.filter { $0.earnedOn <= asOf }
      .sorted { ($0.earnedOn, $0.id) < ($1.earnedOn, $1.id) }
    waivers = file.waivers.filter { $0.authorizedOn <= asOf }
      .sorted { ($0.authorizedOn, $0.authorizedBy) < ($1.authorizedOn, $1.authorizedBy) }
  }

  /// One thing that meets a competency.
  private struct Ground {
    let ground: AttainmentDecision.Ground
    let status: AttainmentStatus
    let level: LevelIndex?
    let day: CalendarDate
  }

  /// What meets a competency besides evidence, overall: the strongest ground, and the first day.
  func first(
    for competency: Competency
  ) -> (status: AttainmentStatus, level: LevelIndex?, day: CalendarDate)? {
    let grounds = grounds(for: competency, in: nil)
    guard let first = grounds.first, let day = grounds.map(\.day).min() else { return nil }
    return (first.status, first.level, day)
  }

  /// The outcome with what else meets it: evidence that meets the bar keeps its level.
  func apply(
    to outcome: RuleOutcome, of competency: Competency, in area: Identifier<ContentArea>?,
    decision: AttainmentDecision, scale: PerformanceScale
  ) -> (attainment: Attainment, reached: [CalendarDate?]) {
    let grounds = grounds(for: competency, in: area)
    // A result must not move to a later day because evidence followed a decision.
    let metOn = ([outcome.metOn] + grounds.map(\.day)).compactMap(\.self).min()
    guard !outcome.status.satisfies, let ground = grounds.first else {
      let isMet = outcome.status.satisfies
      let attainment = attainment(
        outcome, competency, area, decision, level: outcome.level, levelOn: outcome.levelOn,
        status: outcome.status, metOn: isMet ? metOn : nil)
      return (attainment, outcome.reached)
    }
    let reached = scale.levels.indices.map { index in
      ground.level.flatMap { index <= $0 ? ground.day : nil }
    }
    let attainment = attainment(
      outcome, competency, area, decision.resting(on: ground.ground), level: ground.level,
      levelOn: ground.level == nil ? nil : ground.day, status: ground.status, metOn: metOn)
    return (attainment, reached)
  }

  private func attainment(
    _ outcome: RuleOutcome, _ competency: Competency, _ area: Identifier<ContentArea>?,
    _ decision: AttainmentDecision, level: LevelIndex?, levelOn: CalendarDate?,
    status: AttainmentStatus, metOn: CalendarDate?
  ) -> Attainment {
    Attainment(
      competency: competency.id, area: area, status: status, level: level, metOn: metOn,
      levelOn: levelOn, counted: outcome.counted, needed: outcome.needed, decision: decision)
  }

  /// What meets the competency, the strongest first: decisions (highest level first), credit from
  /// elsewhere, waivers; each by day.
  private func grounds(
    for competency: Competency, in area: Identifier<ContentArea>?
  ) -> [Ground] {
    let decided = determinations.filter { determination in
      determination.competency == competency.id
        && (determination.area == nil || determination.area == area || competency.areas.count < 2)
    }
    let highest = decided.map { $0.level ?? -1 }.max()
    let sorted =
      decided.filter { ($0.level ?? -1) == highest }
      + decided.filter { ($0.level ?? -1) != highest }
    let byDecision = sorted.map {
      Ground(
        ground: .determination($0), status: .metByDecision, level: $0.level, day: $0.decidedOn)
    }
    let elsewhere = external.filter { $0.satisfies.contains(competency.id) }.map {
      Ground(ground: .external($0), status: .transferred, level: nil, day: $0.earnedOn)
    }
    let waived = waivers.filter { $0.requirement == competency.id.code }.map {
      Ground(ground: .waiver($0), status: .waived, level: nil, day: $0.authorizedOn)
    }
    return byDecision + elsewhere + waived
  }
}

extension AttainmentDecision {
  /// The same decision on another ground; nothing more is needed then.
  func resting(on ground: Ground) -> AttainmentDecision {
    AttainmentDecision(
      ruleName: ruleName, ruleStatement: ruleStatement, policyVersion: policyVersion,
      ground: ground, used: used, setAside: setAside, children: children, flags: flags,
      value: value, averaging: averaging)
  }
}
