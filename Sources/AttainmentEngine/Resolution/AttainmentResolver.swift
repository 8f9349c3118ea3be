import TranscriptModel

/// Decides every competency of one student.
struct AttainmentResolver {
  private let engine: AttainmentEngine
  private let evidence: StudentEvidence
  private let grounds: AttainmentGrounds
  private let work: CourseWork
  private let file: StudentFile
  /// Whether only outcomes are asked for: not what stood before a result was lowered, nor what
  /// would suffice.
  private let isBrief: Bool
  /// What is decided so far, by position in the framework.
  private var decided: [CompetencyResult?]
  /// How it stands overall, then in each area, with the history that rules over children need.
  private var standings: [[ResolvedChild]]

  init(
    engine: AttainmentEngine, file: StudentFile, work: CourseWork, asOf: CalendarDate,
    isBrief: Bool = false
  ) {
    self.engine = engine
    self.work = work
    self.file = file
    self.isBrief = isBrief
    evidence = StudentEvidence(file, framework: engine.framework, asOf: asOf)
    grounds = AttainmentGrounds(file, asOf: asOf)
    let count = engine.framework.competencies.count
    decided = Array(repeating: nil, count: count)
    standings = Array(repeating: [], count: count)
  }

  /// The result of each competency, in the framework's order.
  mutating func results() -> [CompetencyResult] {
    for index in engine.order { decide(index) }
    return decided.compactMap(\.self)
  }

  /// Decides what marks of courses look at, and nothing else: overall, not area by area.
  mutating func decideMarked() {
    for index in engine.order where engine.isMarked[index] { decide(index, isOverallEnough: true) }
  }

  /// How a competency stands, as a rule over children sees it.
  func child(at index: Int, in area: Identifier<ContentArea>? = nil) -> ResolvedChild? {
    guard let overall = standings[index].first else { return nil }
    guard let area, standings[index].count > 1 else { return overall }
    let place = engine.framework.competencies[index].areas.firstIndex(of: area)
    return place.map { standings[index][$0 + 1] } ?? overall
  }

  private mutating func decide(_ index: Int, isOverallEnough: Bool = false) {
    let competency = engine.framework.competencies[index]
    let areas = competency.areas.count > 1 && !isOverallEnough ? competency.areas : []
    let all = ([nil] + areas).map { standing(index, in: $0) }
    decided[index] = CompetencyResult(
      competency: competency.id, overall: all[0].attainment,
      byArea: all.dropFirst().map(\.attainment))
    standings[index] = all.map(\.child)
  }

  private func standing(
    _ index: Int, in area: Identifier<ContentArea>?
  ) -> (attainment: Attainment, child: ResolvedChild) {
    let (applied, ceiling) = attainment(index, in: area)
    let attainment = applied.attainment
    var child = ResolvedChild(
      competency: attainment.competency, status: attainment.status, level: attainment.level,
      reached: applied.reached, satisfiedOn: applied.satisfiedOn,
      ceiling: ceiling)
    if let day = applied.loweredOn { child.lowered = (day, applied.reachedBefore) }
    return (attainment, child)
  }

  private func attainment(
    _ index: Int, in area: Identifier<ContentArea>?
  ) -> (applied: AppliedGrounds, ceiling: LevelIndex?) {
    let competency = engine.framework.competencies[index]
    let rule = engine.rules[index]
    var (outcome, lowering) = lowered(outcome(of: rule, index, in: area), rule, index, in: area)
    lowering?.stoodWithoutLevel = outcome.stoodWithoutLevel
    lowering?.holdsUntilDecided = !rule.looksAtEvidence
    if area == nil, grounds.hasLowerings, !rule.asksForEachArea,
      let left = grounds.leftInAreas(of: competency, bar: engine.policy.scale.bar)
    {
      outcome.keep(left, scale: engine.policy.scale)
    }
    lowering = lowering ?? outcome.lowering
    if outcome.status == .notAssessed {
      outcome.status = absence(of: competency, index: index, in: area)
    }
    let decision = AttainmentDecision(
      ruleName: rule.name, ruleStatement: engine.statements[index],
      policyVersion: engine.policy.version, used: outcome.used.map(evidence.record),
      setAside: outcome.setAside.sorted { $0.index < $1.index }
        .map { EvidenceSetAside(evidence: evidence.record($0.index), reason: $0.reason) },
      children: outcome.children,
      wouldSuffice: isBrief || outcome.status.satisfies
        ? [] : steps(outcome.prospect, index, in: area),
      flags: outcome.flags, value: outcome.value, points: outcome.points, lowering: lowering,
      averaging: engine.averages[index])
    let applied = grounds.apply(
      to: outcome, of: competency, in: area, inEach: rule.asksForEachArea, decision: decision,
      scale: engine.policy.scale)
    let top = engine.policy.scale.levels.count - 1
    // Few rules can be met at less than the highest level: it is asked only where it matters.
    let isOpen = !isBrief && engine.isChild[index] && outcome.level != top
    let ceiling = isOpen ? outcome.ceiling : outcome.level
    return (applied, ceiling)
  }

  /// What would suffice; where a tree joins children with pooled evidence, an objective's further
  /// demonstrations serve both.
  private func steps(
    _ prospect: Prospect, _ index: Int, in area: Identifier<ContentArea>?
  ) -> [SufficientStep] {
    let scale = engine.policy.scale
    guard prospect.joinsChildrenWithPool else { return prospect.steps(scale: scale) }
    var sources: [Identifier<Competency>: EvidenceProspect] = [:]
    for member in engine.pools[index] where member != index {
      guard case .evidence(let decider) = engine.rules[member], decider.risesByLevel,
        case .evidence(let own) = outcome(of: decider, member, in: area, after: nil).prospect
      else { continue }
      sources[engine.framework.competencies[member].id] = own
    }
    return prospect.steps(scale: scale, sources: sources)
  }

  // MARK: - Rules

  /// What a rule says; with `day`, about what was shown after it alone.
  private func outcome(
    of rule: CompiledRule, _ index: Int, in area: Identifier<ContentArea>?,
    after day: CalendarDate? = nil, isPart: Bool = false
  ) -> RuleOutcome {
    switch rule {
    case .evidence(let decider):
      return outcome(of: decider, index, in: area, after: day, isPart: isPart)
    case .children(let decider):
      // Children do not say what was shown since: another decision must.
      guard day == nil else { return .untilDecided }
      return decider.decide(children(of: decider, index, in: area), scale: engine.policy.scale)
    case .tree(let tree):
      let parts = tree.parts.map { outcome(of: $0, index, in: area, after: day) }
      return tree.combine(parts, scale: engine.policy.scale)
    }
  }

  private func outcome(
    of decider: EvidenceDecider, _ index: Int, in area: Identifier<ContentArea>?,
    after day: CalendarDate?, isPart: Bool = false
  ) -> RuleOutcome {
    let isPooled = decider.conditions.pool == .withObjectives
    let all = evidence.positions(of: isPooled ? engine.pools[index] : [index])
    let positions =
      day.map { day in
        all.filter { evidence.record($0).demonstratedOn > day }
      } ?? all
    let areas = engine.framework.competencies[index].areas
    if area == nil, decider.conditions.areas == .each, areas.count > 1 {
      let parts = areas.map { area in
        let filter = AreaFilter(area: area, framework: engine.framework)
        let part = decide(decider, positions, index, in: filter, isPart: true)
        return underOwnActs(part, decider, index, in: area)
      }
      return RuleOutcome(all: parts, levels: engine.policy.scale.levels.count)
    }
    let filter = area.map { AreaFilter(area: $0, framework: engine.framework) }
    return decide(decider, positions, index, in: filter, isPart: isPart)
  }

  /// A part of a whole that asks for each area, with the decisions about that area alone: met in each
  /// area is met, and what was lowered in one is lowered in the whole.
  private func underOwnActs(
    _ part: RuleOutcome, _ decider: EvidenceDecider, _ index: Int, in area: Identifier<ContentArea>
  ) -> RuleOutcome {
    let competency = engine.framework.competencies[index]
    let isLowered = grounds.lowering(of: competency, in: area).map { $0.area == area } ?? false
    var outcome = part
    if isLowered {
      let (fallen, lowering) = lowered(part, .evidence(decider), index, in: area, isPart: true)
      outcome = fallen
      outcome.lowering = lowering
      outcome.lowering?.stoodWithoutLevel = fallen.stoodWithoutLevel
    }
    return grounds.applyOwn(to: outcome, of: competency, in: area, scale: engine.policy.scale)
  }

  /// What the rule says without the evidence that the lowering of an objective, or of one area of
  /// the competency, set aside: what must not lift these must not lift what is made of them either.
  private func decide(
    _ decider: EvidenceDecider, _ positions: [Int32], _ index: Int, in filter: AreaFilter?,
    isPart: Bool = false
  ) -> RuleOutcome {
    let aside =
      !grounds.hasLowerings
      ? []
      : positions.compactMap { position in
        actSettingAside(position, in: index, area: filter?.area).map {
          (index: position, act: $0)
        }
      }
    guard !aside.isEmpty else {
      return decider.decide(
        positions, in: filter, isPart: isPart, of: evidence, scale: engine.policy.scale)
    }
    let left = Set(aside.map(\.index))
    var outcome = decider.decide(
      positions.filter { !left.contains($0) }, in: filter, isPart: isPart, of: evidence,
      scale: engine.policy.scale)
    outcome.setAside += aside.map { position, act in
      let record = evidence.record(position)
      let before =
        filter?.reasonAgainst(record) ?? evidence.fixedReasons[Int(position)]
        ?? decider.conditions.reasonAgainst(record)
      return (position, before ?? .beforeLowering(act.id))
    }
    let whole = decider.decide(
      positions, in: filter, isPart: isPart, of: evidence, scale: engine.policy.scale)
    outcome.noteFall(from: whole, on: aside.map(\.act.decidedOn).max())
    let id = engine.framework.competencies[index].id
    let own = aside.map(\.act).filter { $0.competency == id }
    guard let act = own.min(by: { ($0.level ?? 0, $0.id) < ($1.level ?? 0, $1.id) }),
      let given = act.level, let stood = whole.level
    else { return outcome }
    // An act that leaves a level above the whole takes nothing from it.
    if given >= stood, own.count == aside.count { return whole }
    outcome.keep(min(stood, given), of: whole, by: act, bar: engine.policy.scale.bar)
    return outcome
  }

  /// The decision that lowered, after a record was shown, the objective from which it comes, or the
  /// one area in which it was shown where the question is about all of them.
  private func actSettingAside(
    _ position: Int32, in index: Int, area: Identifier<ContentArea>?
  ) -> ProfessionalDetermination? {
    let record = evidence.record(position)
    let framework = engine.framework
    guard let member = framework.index(of: record.competency) else { return nil }
    let acts = [
      member == index ? nil : grounds.lowering(of: framework.competencies[member], in: area),
      area == nil ? loweringInArea(of: record, for: framework.competencies[index]) : nil,
    ]
    return acts.lazy.compactMap(\.self).first {
      $0.level != nil && record.demonstratedOn <= $0.decidedOn
    }
  }

  /// The decision that lowered the competency in the one of its areas in which a record was shown.
  private func loweringInArea(
    of record: EvidenceRecord, for competency: Competency
  ) -> ProfessionalDetermination? {
    guard competency.areas.count > 1 else { return nil }
    let areas = record.area.map { [$0] } ?? engine.framework.areas(of: record.competency)
    guard areas.count == 1, let act = grounds.lowering(of: competency, in: areas[0]),
      act.area == areas[0]
    else { return nil }
    return act
  }

  private func children(
    of decider: ChildDecider, _ index: Int, in area: Identifier<ContentArea>?
  ) -> [ResolvedChild] {
    let framework = engine.framework
    return decider.members(of: index, in: framework).filter { member in
      let areas = framework.areas(of: framework.competencies[member].id)
      return area.map { areas.isEmpty || areas.contains($0) } ?? true
    }.compactMap { child(at: $0, in: area) }
  }

  // MARK: - Lowered results

  /// The outcome under the last decision that lowered the result: what stood until that day counts
  /// up to the level given, and what was shown since counts in full.
  private func lowered(
    _ outcome: RuleOutcome, _ rule: CompiledRule, _ index: Int, in area: Identifier<ContentArea>?,
    isPart: Bool = false
  ) -> (RuleOutcome, AttainmentDecision.Lowering?) {
    let competency = engine.framework.competencies[index]
    let bar = engine.policy.scale.bar
    guard let act = grounds.lowering(of: competency, in: area), let given = act.level,
      let held = grounds.held(
        competency, in: area, until: act.decidedOn, level: outcome.level, metOn: outcome.metOn,
        bar: bar, inEach: rule.asksForEachArea) ?? heldBefore(act, index, in: area)
    else { return (outcome, nil) }
    let base = min(held.level, given)
    var later = self.outcome(of: rule, index, in: area, after: act.decidedOn, isPart: isPart)
    // What counts is what stood on the day of the act: a result that was lowered before, or work that
    // was shown later, is not what this act lowered.
    let stood = isBrief ? nil : before(act, index, in: area)?.level
    let lowering = AttainmentDecision.Lowering(decision: act, from: stood ?? held.level)
    if base < bar, later.level == nil, later.status.satisfies {
      // Later decisions in each area met it without a level.
      later.setAside += setAside(by: act, outcome)
      return (later, lowering)
    }
    let level = max(base, later.level ?? base)
    let laterReached = later.reached
    later.reached = engine.policy.scale.levels.indices.map { place in
      let reached = place <= base ? outcome.reached : laterReached
      let day = reached.indices.contains(place) ? reached[place] : nil
      return place <= base ? day ?? held.metOn : day
    }
    later.level = level
    later.loweredOn = level == base && base < held.level ? act.decidedOn : nil
    later.reachedBefore = outcome.reached
    for place in later.reachedBefore.indices where place <= held.level {
      later.reachedBefore[place] = later.reachedBefore[place] ?? held.metOn
    }
    later.stoodWithoutLevel = !held.isNamed
    if later.children.isEmpty { later.children = outcome.children }
    later.status = level >= bar ? .attained : .notYet
    later.metOn = level < bar ? nil : base >= bar ? held.metOn : later.metOn
    later.setAside += setAside(by: act, outcome)
    return (later, lowering)
  }

  /// What stood before a result was lowered: without what was lowered on that day or later, which
  /// may have taken a level from the children as well.
  private func before(
    _ act: ProfessionalDetermination, _ index: Int, in area: Identifier<ContentArea>?
  ) -> ResolvedChild? {
    var earlier = file
    earlier.determinations.removeAll { $0.act == .lowers && $0.decidedOn >= act.decidedOn }
    var resolver = AttainmentResolver(
      engine: engine, file: earlier, work: work, asOf: act.decidedOn, isBrief: true)
    _ = resolver.results()
    return resolver.child(at: index, in: area)
  }

  /// What stood where all that it rested on was lowered on the same day: the act is about that.
  private func heldBefore(
    _ act: ProfessionalDetermination, _ index: Int, in area: Identifier<ContentArea>?
  ) -> (level: LevelIndex, metOn: CalendarDate?, isNamed: Bool)? {
    let isWithOthers = file.determinations.contains {
      $0.act == .lowers && $0.decidedOn == act.decidedOn && $0.competency != act.competency
    }
    guard isWithOthers, let stood = before(act, index, in: area), let level = stood.level else {
      return nil
    }
    return (level, stood.satisfiedOn, true)
  }

  /// What was shown until the result was lowered, with the reason that it had before if that does
  /// not rest on what other evidence counts.
  private func setAside(
    by act: ProfessionalDetermination, _ outcome: RuleOutcome
  ) -> [(index: Int32, reason: SetAsideReason)] {
    let lowered = SetAsideReason.beforeLowering(act.id)
    let used = outcome.used.map { (index: $0, reason: lowered) }
    let others = outcome.setAside.map { index, reason in
      (index: index, reason: reason.restsOnOthers ? lowered : reason)
    }
    return (used + others).filter { evidence.record($0.index).demonstratedOn <= act.decidedOn }
  }

  // MARK: - Nothing to decide on

  /// Whether there is work that would count if it named the area.
  private func isShownWithoutArea(_ index: Int, in filter: AreaFilter) -> Bool {
    guard case .evidence(let decider) = engine.rules[index] else { return false }
    let isPooled = decider.conditions.pool == .withObjectives
    return evidence.positions(of: isPooled ? engine.pools[index] : [index]).contains { position in
      let record = evidence.record(position)
      return evidence.fixedReasons[Int(position)] == nil && record.purpose == .summative
        && filter.lacksArea(record)
    }
  }

  /// What "nothing counts" is called for this student.
  private func absence(
    of competency: Competency, index: Int, in area: Identifier<ContentArea>?
  ) -> AttainmentStatus {
    let filter = area.map { AreaFilter(area: $0, framework: engine.framework) }
    let statuses = evidence.positions(of: [index]).filter { position in
      filter?.reasonAgainst(evidence.record(position)) == nil
    }.compactMap { position -> (CalendarDate, EvidenceStatus)? in
      guard case .notRated(let status) = evidence.fixedReasons[Int(position)] else { return nil }
      let record = evidence.record(position)
      return record.purpose == .summative ? (record.demonstratedOn, status) : nil
    }
    if statuses.isEmpty, let filter, isShownWithoutArea(index, in: filter) {
      return .insufficientEvidence
    }
    if let last = statuses.last?.0 {
      let onLast = Set(statuses.filter { $0.0 == last }.map(\.1))
      if onLast.contains(.missed) { return .missed }
      return onLast.contains(.withdrawn) ? .withdrawn : .excused
    }
    return work.absence(of: competency.id)
  }
}

extension SetAsideReason {
  /// Whether it says that other evidence counts instead.
  fileprivate var restsOnOthers: Bool {
    switch self {
    case .sameDemonstration, .notNeeded, .superseded, .earlierResultStands, .enteredLater: true
    case .purpose, .replaced, .notRated, .otherArea, .afterAsOf, .beforeLowering, .outsideWindow,
      .excluded:
      false
    }
  }
}
