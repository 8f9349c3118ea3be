public import TranscriptModel

/// What remains for a student to graduate.
public struct GraduationAudit: Hashable, Sendable {
  /// One requirement that is not met yet.
  public struct Item: Hashable, Sendable {
    /// Which.
    public let requirement: GraduationRequirement
    /// How many requirements it is a part of.
    public let depth: Int
    /// Where it stands.
    public let status: RequirementStatus
    /// How much is missing beyond what is posted and waived, in the requirement's own unit.
    public let missing: Rational
    /// How much of that is under way.
    public let underWay: Rational
    /// How much of that is planned, in courses that have yet to begin.
    public let planned: Rational
    /// Competencies that are not met, each with what would be enough.
    public let competencies: [Open]
  }

  /// A competency that is not met.
  public struct Open: Hashable, Sendable {
    /// Which.
    public let competency: Identifier<Competency>
    /// Where the student stands.
    public let status: AttainmentStatus
    /// What would be enough.
    public let wouldSuffice: [SufficientStep]
  }

  /// Where the student stands.
  public let status: GraduationStatus
  /// What remains, in the plan's order, parts after their whole.
  public let remaining: [Item]
  /// Credit that must still be posted, at least.
  ///
  /// What the lines lack, or what the total lacks where that is more: posted credit that no line
  /// can take makes the lines lack no less.
  public let creditsMissing: Rational
  /// Whether credit posted, waived and under way keeps pace with the years: a quarter of the
  /// plan's credit for each year of high school, the present one included.
  ///
  /// What is planned does not count.
  public let isOnPace: Bool
}

extension AttainmentEngine {
  /// What remains to graduate; `nil` when no plan holds for the class.
  public func audit(_ resolution: StudentResolution) -> GraduationAudit? {
    guard let decision = resolution.graduation else { return nil }
    return GraduationAudit(
      status: decision.status,
      remaining: decision.outcomes.flatMap { items($0, depth: 0, resolution) },
      creditsMissing: decision.creditsToEarn,
      isOnPace: isOnPace(decision, resolution.student))
  }

  /// What remains of a requirement and its parts; nothing of one that is met, whatever its parts say.
  private func items(
    _ outcome: RequirementOutcome, depth: Int, _ resolution: StudentResolution
  ) -> [GraduationAudit.Item] {
    guard !outcome.status.satisfies else { return [] }
    return [item(outcome, depth: depth, resolution)]
      + outcome.parts.flatMap { items($0, depth: depth + 1, resolution) }
  }

  private func item(
    _ outcome: RequirementOutcome, depth: Int, _ resolution: StudentResolution
  ) -> GraduationAudit.Item {
    let open = outcome.unmetCompetencies.compactMap { id in
      resolution.result(of: id)?.overall
    }.map {
      GraduationAudit.Open(
        competency: $0.competency, status: $0.status, wouldSuffice: $0.decision.wouldSuffice)
    }
    return GraduationAudit.Item(
      requirement: outcome.requirement, depth: depth, status: outcome.status,
      missing: outcome.isCreditLine
        ? outcome.creditsToEarn
        : max(.zero, outcome.required - outcome.earned - outcome.waived),
      underWay: outcome.inProgress - outcome.planned, planned: outcome.planned,
      competencies: open)
  }

  private func isOnPace(_ decision: GraduationDecision, _ student: Student) -> Bool {
    guard let year = student.gradeLevel.yearOfHighSchool else { return true }
    let expected = decision.plan.credits * (Rational(year, over: 4) ?? .one)
    return decision.creditsPosted + decision.creditsUnderWay >= expected
  }
}

extension GraduationDecision {
  /// Credit posted, and credit waived in its lines.
  var creditsPosted: Rational { creditsEarned + creditsWaived }

  /// Credit of courses that have begun.
  var creditsUnderWay: Rational { creditsInProgress - creditsPlanned }

  /// Credit that must still be posted, at least: what the lines lack, or the total where that is more.
  public var creditsToEarn: Rational {
    let lines = outcomes.reduce(Rational.zero) { $0 + $1.creditsToEarn }
    let beside = outcomes.flatMap(\.withParts).map(\.crossCreditToEarn).max() ?? .zero
    return max(lines, plan.credits - creditsPosted, beside)
  }

  /// The total as a requirement of its own, where the plan asks for one.
  var total: RequirementOutcome? {
    guard plan.credits > .zero else { return nil }
    let total = GraduationRequirement(
      id: "total", title: "Credits in all", kind: .credits(plan.credits, areas: [], within: []),
      location: plan.location)
    let isComing = creditsPosted + creditsInProgress >= plan.credits
    let isMet = creditsPosted >= plan.credits
    return RequirementOutcome(
      requirement: total, status: isMet ? .met : isComing ? .inProgress : .notMet,
      earned: creditsEarned, inProgress: creditsInProgress, planned: creditsPlanned,
      waived: creditsPosted - creditsEarned, required: plan.credits)
  }
}

extension RequirementOutcome {
  /// Credit that a line and its parts lack, parts within the whole; of parts of which only some are
  /// needed, what those lack that lack least.
  var creditsToEarn: Rational {
    guard !status.satisfies else { return .zero }
    let open = parts.filter { !$0.status.satisfies }.map(\.creditsToEarn)
    if case .atLeast = requirement.kind {
      let count = (required - earned - waived).wholeValue ?? open.count
      return open.sorted().prefix(max(0, count)).reduce(.zero, +)
    }
    let nested = open.reduce(.zero, +)
    return isCreditLine ? max(nested, required - earned - waived) : nested
  }

  /// Credit of named courses that is missing where it counts in another line as well.
  fileprivate var crossCreditToEarn: Rational {
    guard case .courses = requirement.kind, !isCreditLine else { return .zero }
    return required - earned - waived
  }
}
