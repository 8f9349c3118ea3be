import TranscriptModel

/// Decisions, credit from elsewhere and waivers: what meets a competency besides evidence.
struct AttainmentGrounds {
  private let determinations: [ProfessionalDetermination]
  private let lowerings: [ProfessionalDetermination]
  private let external: [ExternalCredit]
  private let waivers: [Waiver]

  init(_ file: StudentFile, asOf: CalendarDate) {
    let decisions = file.determinations.filter { $0.decidedOn <= asOf }
      .sorted { ($0.decidedOn, $0.id) < ($1.decidedOn, $1.id) }
    determinations = decisions.filter { $0.act == .meets }
    lowerings = decisions.filter { $0.act == .lowers }
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

  /// Whether any decision lowers a result.
  var hasLowerings: Bool { !lowerings.isEmpty }

  /// The last decision that lowered the result; of several on one day the lowest.
  func lowering(
    of competency: Competency, in area: Identifier<ContentArea>?
  ) -> ProfessionalDetermination? {
    guard !lowerings.isEmpty else { return nil }
    let all = lowerings.filter { Self.isAbout(competency, in: area, $0) }
    return all.max { left, right in
      (left.decidedOn, right.level ?? 0, left.id) < (right.decidedOn, left.level ?? 0, right.id)
    }
  }

  /// What stands until the result was lowered, and the day on which the bar was met.
  ///
  /// The level is that by evidence or by earlier decisions; a decision without one stands for the
  /// bar, and then `isNamed` is false.
  func held(
    _ competency: Competency, in area: Identifier<ContentArea>?, until day: CalendarDate,
    level: LevelIndex?, metOn: CalendarDate?, bar: LevelIndex, inEach: Bool
  ) -> (level: LevelIndex, metOn: CalendarDate?, isNamed: Bool)? {
    let decisions = determinations.filter {
      $0.decidedOn <= day && Self.isAbout(competency, in: area, $0)
        && (area != nil || !isEndedInAreas($0, of: competency, inEach: inEach))
    }
    let levels = [level] + decisions.map { $0.level ?? bar }
    guard let held = levels.compactMap(\.self).max() else { return nil }
    let named = ([level] + decisions.map(\.level)).compactMap(\.self).max()
    return (
      held, ([metOn] + decisions.map(\.decidedOn)).compactMap(\.self).min(), named == held
    )
  }

  private static func isAbout(
    _ competency: Competency, in area: Identifier<ContentArea>?,
    _ decision: ProfessionalDetermination
  ) -> Bool {
    decision.competency == competency.id
      && (decision.area == nil || decision.area == area || competency.areas.count < 2)
  }

  /// Whether acts in single areas since then lowered what a decision about the whole had met: any of
  /// them where the rule asks for each area, else acts in all of them.
  private func isEndedInAreas(
    _ decision: ProfessionalDetermination, of competency: Competency, inEach: Bool
  ) -> Bool {
    guard !lowerings.isEmpty, decision.area == nil, competency.areas.count > 1 else { return false }
    let isLowered = { (area: Identifier<ContentArea>) in
      lowerings.contains {
        $0.competency == competency.id && $0.area == area && $0.decidedOn >= decision.decidedOn
      }
    }
    return inEach
      ? competency.areas.contains(where: isLowered) : competency.areas.allSatisfy(isLowered)
  }

  /// What acts in all areas leave of a decision about the whole: the most that one of them leaves.
  func leftInAreas(
    of competency: Competency, bar: LevelIndex
  ) -> (level: LevelIndex, decision: ProfessionalDetermination, by: AttainmentDecision.Lowering)? {
    let since = lowering(of: competency, in: nil)?.decidedOn
    let ended = determinations.filter { decision in
      decision.competency == competency.id
        && isEndedInAreas(decision, of: competency, inEach: false)
        && (since.map { decision.decidedOn > $0 } ?? true)
    }
    let acts = competency.areas.compactMap { lowering(of: competency, in: $0) }
    let strongest = ended.max { left, right in (left.level ?? bar) < (right.level ?? bar) }
    let mildest = acts.max { left, right in
      (left.level ?? 0, right.id) < (right.level ?? 0, left.id)
    }
    guard let decision = strongest, let act = mildest, let given = act.level else { return nil }
    let stood = decision.level ?? bar
    return (
      min(stood, given), decision, AttainmentDecision.Lowering(decision: act, from: stood)
    )
  }

  /// What meets the competency besides evidence, overall.
  func first(
    for competency: Competency, inEach: Bool
  ) -> (status: AttainmentStatus, level: LevelIndex?, day: CalendarDate, shownOn: CalendarDate?)? {
    let grounds = grounds(for: competency, in: nil, inEach: inEach)
    guard let first = grounds.first, let day = grounds.map(\.day).min() else { return nil }
    return (first.status, first.level, day, Self.shownOn(grounds))
  }

  private static func earliest(_ first: CalendarDate?, _ second: CalendarDate?) -> CalendarDate? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }

  /// The first day on which something else than a waiver met it: a waiver shows nothing.
  private static func shownOn(_ grounds: [Ground]) -> CalendarDate? {
    grounds.filter { $0.status != .waived }.map(\.day).min()
  }

  /// The ground that met it before `day`, the earliest.
  private static func earlier(_ grounds: [Ground], than day: CalendarDate?) -> Ground? {
    let first = grounds.min { $0.day < $1.day }
    guard let first, let day, first.day < day else { return nil }
    return first
  }

  /// The outcome with what else meets it: evidence that meets the bar keeps its level, unless a
  /// decision gave a higher one.
  func apply(
    to outcome: RuleOutcome, of competency: Competency, in area: Identifier<ContentArea>?,
    inEach: Bool, decision: AttainmentDecision, scale: PerformanceScale
  ) -> AppliedGrounds {
    let grounds = grounds(for: competency, in: area, inEach: inEach)
    // A result must not move to a later day because evidence followed a decision.
    let satisfiedOn = Self.earliest(outcome.metOn, grounds.map(\.day).min())
    let metOn = Self.earliest(outcome.metOn, Self.shownOn(grounds))
    guard let ground = grounds.first, !Self.stands(outcome, against: ground) else {
      let isMet = outcome.status.satisfies
      let before = isMet ? Self.earlier(grounds, than: outcome.metOn) : nil
      let attainment = attainment(
        outcome, competency, area, decision.metBefore(by: before?.ground), level: outcome.level,
        levelOn: outcome.levelOn, status: outcome.status, metOn: isMet ? metOn : nil)
      return AppliedGrounds(
        attainment: attainment, reached: outcome.reached, satisfiedOn: isMet ? satisfiedOn : nil,
        loweredOn: outcome.loweredOn, reachedBefore: outcome.reachedBefore)
    }
    let reached = Self.reached(outcome, under: ground, scale: scale)
    let attainment = attainment(
      outcome, competency, area, decision.resting(on: ground.ground), level: ground.level,
      levelOn: ground.level == nil ? nil : ground.day, status: ground.status,
      metOn: metOn ?? satisfiedOn)
    return AppliedGrounds(attainment: attainment, reached: reached, satisfiedOn: satisfiedOn)
  }

  /// The outcome in one area of several with the decisions about that area alone, and those about
  /// the whole that stand in this area although another was lowered.
  func applyOwn(
    to outcome: RuleOutcome, of competency: Competency, in area: Identifier<ContentArea>,
    scale: PerformanceScale
  ) -> RuleOutcome {
    let own = grounds(for: competency, in: area, inEach: true).filter { ground in
      guard case .determination(let decision) = ground.ground else { return false }
      return decision.area == area || isEndedInAreas(decision, of: competency, inEach: true)
    }
    guard let ground = own.first, !Self.stands(outcome, against: ground) else { return outcome }
    var outcome = outcome
    outcome.metOn = ([outcome.metOn] + own.map(\.day)).compactMap(\.self).min()
    outcome.reached = Self.reached(outcome, under: ground, scale: scale)
    outcome.status = ground.status
    outcome.level = ground.level
    outcome.loweredOn = nil
    outcome.lowering = nil
    return outcome
  }

  /// For each level the day on which it was reached, by evidence that meets the bar or by the ground.
  private static func reached(
    _ outcome: RuleOutcome, under ground: Ground, scale: PerformanceScale
  ) -> [CalendarDate?] {
    let byEvidence = outcome.status.satisfies ? outcome.reached : []
    return scale.levels.indices.map { index in
      let shown = byEvidence.indices.contains(index) ? byEvidence[index] : nil
      return [shown, ground.level.flatMap { index <= $0 ? ground.day : nil }].compactMap(\.self)
        .min()
    }
  }

  /// Whether what the rule found stands although there is another ground.
  private static func stands(_ outcome: RuleOutcome, against ground: Ground) -> Bool {
    guard outcome.status.satisfies else { return false }
    guard let given = ground.level else { return true }
    return outcome.level.map { $0 >= given } ?? false
  }

  private func attainment(
    _ outcome: RuleOutcome, _ competency: Competency, _ area: Identifier<ContentArea>?,
    _ decision: AttainmentDecision, level: LevelIndex?, levelOn: CalendarDate?,
    status: AttainmentStatus, metOn: CalendarDate?
  ) -> Attainment {
    Attainment(
      competency: competency.id, area: area, status: status, level: level, metOn: metOn,
      levelOn: levelOn, counted: min(outcome.counted, outcome.needed), needed: outcome.needed,
      decision: decision)
  }

  /// What meets the competency, the strongest first: decisions (highest level first), credit from
  /// elsewhere, waivers; each by day.
  private func grounds(
    for competency: Competency, in area: Identifier<ContentArea>?, inEach: Bool
  ) -> [Ground] {
    // A decision that a result is lowered takes the place of decisions until that day.
    let since = lowering(of: competency, in: area)?.decidedOn
    let decided = determinations.filter { determination in
      Self.isAbout(competency, in: area, determination)
        && (since.map { determination.decidedOn > $0 } ?? true)
        && (area != nil || !isEndedInAreas(determination, of: competency, inEach: inEach))
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

/// An outcome with what else meets it.
struct AppliedGrounds {
  let attainment: Attainment
  /// For each level the day on which it was reached.
  let reached: [CalendarDate?]
  /// The day since which requirements that name the competency are satisfied, by a waiver as well.
  let satisfiedOn: CalendarDate?
  /// The day on which a decision lowered it, where no other ground took its place.
  var loweredOn: CalendarDate?
  /// For each level the day on which it had been reached before that.
  var reachedBefore: [CalendarDate?] = []
}

extension AttainmentDecision {
  /// The same decision, with what met it before.
  func metBefore(by ground: Ground?) -> AttainmentDecision {
    guard let ground else { return self }
    return AttainmentDecision(
      ruleName: ruleName, ruleStatement: ruleStatement, policyVersion: policyVersion,
      metBefore: ground, used: used, setAside: setAside, children: children, flags: flags,
      value: value, points: points, lowering: lowering, averaging: averaging)
  }

  /// The same decision on another ground; nothing more is needed then.
  func resting(on ground: Ground) -> AttainmentDecision {
    AttainmentDecision(
      ruleName: ruleName, ruleStatement: ruleStatement, policyVersion: policyVersion,
      ground: ground, used: used, setAside: setAside, children: children, flags: flags,
      value: value, points: points, lowering: lowering, averaging: averaging)
  }
}
