import TranscriptModel

/// Decides where a student stands on a graduation plan.
struct GraduationResolver {
  let plan: GraduationPlan
  let policyVersion: String
  let facts: GraduationFacts
  private let allocations: [Identifier<GraduationRequirement>: [CreditAllocation]]
  private let unallocated: [CreditAllocation]

  /// The decision under the choice that is best for the student; of equals the first.
  static func decide(
    plan: GraduationPlan, policyVersion: String, facts: GraduationFacts
  ) -> GraduationDecision {
    let choices = CreditChoices(plan).choices
    let first = GraduationResolver(
      plan: plan, policyVersion: policyVersion, facts: facts, leftOut: choices.first ?? []
    ).decision()
    return choices.dropFirst().reduce(first) { best, choice in
      let other = GraduationResolver(
        plan: plan, policyVersion: policyVersion, facts: facts, leftOut: choice
      ).decision()
      return other.shortfall < best.shortfall ? other : best
    }
  }

  private init(
    plan: GraduationPlan, policyVersion: String, facts: GraduationFacts,
    leftOut: CreditChoices.LeftOut
  ) {
    self.plan = plan
    self.policyVersion = policyVersion
    self.facts = facts
    let lines = CreditLines(plan, waivers: facts.waivers, leftOut: leftOut).lines
    let result = CreditAllocator(lines: lines).allocate(facts.pieces)
    allocations = Dictionary(
      zip(lines.map(\.id), result.allocations), uniquingKeysWith: { $0 + $1 })
    unallocated = result.unallocated
  }

  /// The decision with every requirement and every credit accounted for.
  private func decision() -> GraduationDecision {
    let outcomes = plan.requirements.map(outcome)
    let pieces = facts.pieces
    let earned = pieces.filter(\.isEarned).reduce(Rational.zero) { $0 + $1.amount }
    let underWay = pieces.filter { !$0.isEarned }.reduce(Rational.zero) { $0 + $1.amount }
    let planned = pieces.filter(\.isPlanned).reduce(Rational.zero) { $0 + $1.amount }
    return GraduationDecision(
      plan: plan, status: status(outcomes, earned: earned, underWay: underWay),
      creditsEarned: earned, creditsInProgress: underWay, creditsPlanned: planned,
      outcomes: outcomes,
      unallocated: unallocated, policyVersion: policyVersion)
  }

  /// A waived amount of a credit line lowers the total by as much.
  private func status(
    _ outcomes: [RequirementOutcome], earned: Rational, underWay: Rational
  ) -> GraduationStatus {
    let waived = outcomes.creditsWaived
    let isMet = outcomes.allSatisfy(\.status.satisfies) && earned + waived >= plan.credits
    let student = facts.student
    if let date = student.graduation?.date, date <= facts.asOf {
      return isMet ? .graduated(date) : .postedButUnmet(date)
    }
    if let date = student.withdrawnOn, date <= facts.asOf { return .withdrawn(date) }
    if isMet { return .requirementsMet }
    let isComing =
      outcomes.allSatisfy { $0.status != .notMet } && earned + underWay + waived >= plan.credits
    if isComing { return .onTrack }
    let isLastYear = SchoolYear(containing: facts.asOf).start >= student.classOf - 1
    return isLastYear ? .notOnTrack : .yearsRemain
  }

  // MARK: - Requirements

  private func outcome(_ requirement: GraduationRequirement) -> RequirementOutcome {
    switch requirement.kind {
    case .credits(let amount, _, let within): credits(requirement, amount, within)
    case .competencies(let set): competencies(requirement, set)
    case .courses(let courses, let amount, let isCrossCredit):
      isCrossCredit == true
        ? crossCredit(requirement, courses, amount) : credits(requirement, amount, [])
    case .hours(let hours, let pathways):
      pooled(requirement, facts.hours(pathways), required: hours)
    case .notation(let kind):
      outcome(requirement, earned: facts.hasNotation(kind) ? .one : .zero, required: .one)
    case .all(let parts): group(requirement, parts, needed: parts.count)
    case .atLeast(let count, let parts): group(requirement, parts, needed: count)
    }
  }

  private func credits(
    _ requirement: GraduationRequirement, _ amount: Rational, _ within: [GraduationRequirement]
  ) -> RequirementOutcome {
    let own = allocations[requirement.id] ?? []
    let parts = within.map(outcome)
    let nested = parts.flatMap(\.nearestLines)
    let earned = own.filter(\.isEarned).reduce(Rational.zero) { $0 + $1.amount }
    let underWay = own.filter { !$0.isEarned }.reduce(Rational.zero) { $0 + $1.amount }
    let planned = own.filter(\.isPlanned).reduce(Rational.zero) { $0 + $1.amount }
    return outcome(
      requirement, earned: nested.reduce(earned) { $0 + $1.earned },
      inProgress: nested.reduce(underWay) { $0 + $1.inProgress },
      planned: nested.reduce(planned) { $0 + $1.planned },
      waivedInParts: nested.reduce(.zero) { $0 + $1.waived }, required: amount,
      allocations: own, parts: parts)
  }

  private func competencies(
    _ requirement: GraduationRequirement, _ set: CompetencySet
  ) -> RequirementOutcome {
    let unmet = set.members.filter { !facts.status(of: $0).satisfies }
    let met = set.members.count - unmet.count
    let underWay = unmet.count { facts.work.enrolled.contains($0) }
    let planned = unmet.count {
      facts.work.planned.contains($0) && !facts.work.enrolled.contains($0)
    }
    return outcome(
      requirement, earned: Rational(met), inProgress: Rational(underWay + planned),
      planned: Rational(planned),
      required: Rational(set.criteria.needed(of: set.members.count)), unmet: unmet)
  }

  /// Credit that counts here beside the line that it is given to: posted before under way, the
  /// largest first, up to the amount.
  private func crossCredit(
    _ requirement: GraduationRequirement, _ courses: [Identifier<CreditRule>], _ amount: Rational
  ) -> RequirementOutcome {
    let pieces = facts.pieces.filter { $0.course.map(courses.contains) ?? false }
      .sorted(by: CreditPiece.largerFirst)
    var room = amount
    var counted: [CreditAllocation] = []
    for piece in pieces.filter(\.isEarned) + pieces.filter({ !$0.isEarned }) where room > .zero {
      let part = min(room, piece.amount)
      room -= part
      counted.append(piece.allocation(of: part))
    }
    let earned = counted.filter(\.isEarned).reduce(Rational.zero) { $0 + $1.amount }
    let planned = counted.filter(\.isPlanned).reduce(Rational.zero) { $0 + $1.amount }
    return outcome(
      requirement, earned: earned, inProgress: amount - room - earned, planned: planned,
      required: amount, allocations: counted)
  }

  private func pooled(
    _ requirement: GraduationRequirement, _ hours: [PooledHours], required: Rational
  ) -> RequirementOutcome {
    outcome(
      requirement, earned: hours.reduce(.zero) { $0 + $1.counted }, required: required, hours: hours
    )
  }

  private func group(
    _ requirement: GraduationRequirement, _ parts: [GraduationRequirement], needed: Int
  ) -> RequirementOutcome {
    let parts = parts.map(outcome)
    let met = parts.count(where: \.status.satisfies)
    let coming = parts.filter { $0.status == .inProgress }
    return outcome(
      requirement, earned: Rational(met), inProgress: Rational(coming.count),
      planned: Rational(coming.count { $0.planned == $0.inProgress }),
      required: Rational(needed), parts: parts, partsDecide: false)
  }

  /// Joins what is on file with waivers; `partsDecide` when every part must be met as well.
  private func outcome(
    _ requirement: GraduationRequirement, earned: Rational, inProgress: Rational = .zero,
    planned: Rational = .zero, waivedInParts: Rational = .zero, required: Rational,
    allocations: [CreditAllocation] = [],
    hours: [PooledHours] = [],
    unmet: [Identifier<Competency>] = [], parts: [RequirementOutcome] = [],
    partsDecide: Bool = true
  ) -> RequirementOutcome {
    let missing = max(.zero, required - earned)
    let applicable = missing > .zero ? facts.waivers(of: requirement.id) : []
    let isWhole = applicable.contains { $0.credit == nil }
    let granted = applicable.compactMap(\.credit).reduce(waivedInParts, +)
    let waived = isWhole ? missing : min(missing, granted)
    var status = RequirementStatus.notMet
    if missing == .zero {
      status = .met
    } else if missing == waived {
      status = .waived
    } else if missing <= inProgress + waived {
      status = .inProgress
    }
    if partsDecide, !facts.isWaivedWhole(requirement.id) { status = status.limited(by: parts) }
    return RequirementOutcome(
      requirement: requirement, status: status, earned: earned, inProgress: inProgress,
      planned: planned, waived: waived, required: required, allocations: allocations, hours: hours,
      unmetCompetencies: unmet,
      waivers: waived > .zero ? applicable : [], parts: parts)
  }
}

extension GraduationDecision {
  /// How far from met: requirements open, requirements that nothing under way would meet, credit
  /// missing in the lines.
  fileprivate var shortfall: (Int, Int, Rational) {
    let missing = outcomes.reduce(Rational.zero) { $0 + $1.creditsToEarn }
    return (
      outcomes.count { !$0.status.satisfies }, outcomes.count { $0.status == .notMet }, missing
    )
  }
}

extension RequirementStatus {
  /// A whole is no further than the part that is least far.
  fileprivate func limited(by parts: [RequirementOutcome]) -> RequirementStatus {
    if self == .notMet || parts.contains(where: { $0.status == .notMet }) { return .notMet }
    if self == .inProgress || parts.contains(where: { $0.status == .inProgress }) {
      return .inProgress
    }
    return self
  }
}

extension GraduationFacts {
  /// The waivers that name a requirement.
  func waivers(of id: Identifier<GraduationRequirement>) -> [Waiver] {
    waivers.filter { $0.requirement == id.code }
  }

  /// Whether a requirement is waived as a whole.
  func isWaivedWhole(_ id: Identifier<GraduationRequirement>) -> Bool {
    waivers(of: id).contains { $0.credit == nil }
  }
}
