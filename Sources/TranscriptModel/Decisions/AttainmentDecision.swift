/// Why a piece of evidence was not counted.
public enum SetAsideReason: Hashable, Sendable {
  /// Its purpose does not count under the rule.
  case purpose(AssessmentPurpose)
  /// A later record corrects it.
  case replaced(by: Identifier<EvidenceRecord>)
  /// It was missed, excused or withdrawn, so there is nothing to count.
  case notRated(EvidenceStatus)
  /// Another rating of the same demonstration counts instead.
  case sameDemonstration(as: Identifier<EvidenceRecord>)
  /// The rule needs fewer pieces, and those that count are at least as high.
  case notNeeded
  /// The rule counts later evidence instead.
  case superseded
  /// A result reached before stands (high-water mark), whatever the rule gives today.
  case earlierResultStands(today: LevelIndex?, value: Rational?)
  /// It was entered after the result had been reached, with an earlier day, and would lower it.
  case enteredLater(today: LevelIndex?, value: Rational?)
  /// It was shown in another content area.
  case otherArea(Identifier<ContentArea>)
  /// It was shown after the day for which the question is asked.
  case afterAsOf
  /// It was shown before the result was lowered.
  case beforeLowering(Identifier<ProfessionalDetermination>)
  /// It lies outside the window of time that the rule names.
  case outsideWindow
  /// Another condition of the rule, in words.
  case excluded(String)
}

/// A piece of evidence that was not counted, with the reason.
public struct EvidenceSetAside: Hashable, Sendable {
  /// The record.
  public let evidence: EvidenceRecord
  /// Why.
  public let reason: SetAsideReason

  /// Creates one.
  public init(evidence: EvidenceRecord, reason: SetAsideReason) {
    self.evidence = evidence
    self.reason = reason
  }
}

/// A matter that a person should look at; it changes nothing by itself.
public enum ReviewFlag: Hashable, Sendable {
  /// The latest evidence lies below the bar, although the competency is attained.
  case laterContradiction(Identifier<EvidenceRecord>)
  /// Work shown earlier was entered after the result had been reached, and the rule alone would now
  /// give less.
  case lateEntry(Identifier<EvidenceRecord>)
  /// In words.
  case note(String)
}

/// How a child competency stood when a rule over children looked at it.
public struct ChildOutcome: Hashable, Sendable {
  /// Which.
  public let competency: Identifier<Competency>
  /// How it stood.
  public let status: AttainmentStatus
  /// At which level.
  public let level: LevelIndex?
  /// The day since which it is met; `nil` where it is not.
  public let metOn: CalendarDate?

  /// Creates one.
  public init(
    competency: Identifier<Competency>, status: AttainmentStatus, level: LevelIndex?,
    metOn: CalendarDate? = nil
  ) {
    self.competency = competency
    self.status = status
    self.level = level
    self.metOn = metOn
  }
}

/// What a decision rests on: rule, version, inputs used, inputs set aside, and what would suffice.
///
/// DESIGN.md, invariant 8: the explanation is the value that the engine returns, not a log.
public struct AttainmentDecision: Hashable, Sendable {
  /// What kind of ground the outcome stands on.
  ///
  /// Indirect because nearly all stand on the rule: a decision is then not as large as a row of credit.
  public indirect enum Ground: Hashable, Sendable {
    /// A rule over evidence or children.
    case rule
    /// A professional determination.
    case determination(ProfessionalDetermination)
    /// Credit from elsewhere that satisfies it.
    case external(ExternalCredit)
    /// A waiver.
    case waiver(Waiver)
  }

  /// A signed-off decision that lowered the result, with what stood before it.
  public struct Lowering: Hashable, Sendable {
    /// The decision.
    public let decision: ProfessionalDetermination
    /// The level that evidence and earlier decisions come to without it.
    public let from: LevelIndex
    /// Whether what stood was met by a decision that names no level; `from` is the bar then.
    public var stoodWithoutLevel = false
    /// Whether only a later decision can raise the result again, because its rule looks at children
    /// alone, which do not say what was shown since.
    public var holdsUntilDecided = false

    /// Creates one.
    public init(decision: ProfessionalDetermination, from: LevelIndex) {
      self.decision = decision
      self.from = from
    }
  }

  /// Points that children bring, against those that the rule asks for.
  public struct Points: Hashable, Sendable {
    /// Those of the children that are met.
    public let brought: Rational
    /// Those asked for.
    public let required: Rational

    /// Creates a count of points.
    public init(brought: Rational, required: Rational) {
      self.brought = brought
      self.required = required
    }
  }

  /// The rule's name in the policy: `highest-in-distinct`.
  public var ruleName: String { shared.value.ruleName }
  /// The rule in words: `the highest level shown in 2 distinct summative demonstrations`.
  public var ruleStatement: String { shared.value.ruleStatement }
  /// The policy's version.
  public var policyVersion: String { shared.value.policyVersion }
  /// What the outcome stands on.
  public var ground: Ground { shared.value.ground }
  /// What met the competency before the evidence did on which the outcome stands; `nil` for nothing.
  public var metBefore: Ground? { shared.value.metBefore }
  /// Evidence that counted, in order of the day demonstrated.
  public var used: [EvidenceRecord] { shared.value.used }
  /// Evidence that did not, in order of the day demonstrated.
  public var setAside: [EvidenceSetAside] { shared.value.setAside }
  /// Children that a rule over children looked at.
  public var children: [ChildOutcome] { shared.value.children }
  /// What would be enough to reach the bar, all of it together and no part too many; empty when the
  /// bar is met.
  public var wouldSuffice: [SufficientStep] { shared.value.wouldSuffice }
  /// What a person should look at.
  public var flags: [ReviewFlag] { shared.value.flags }
  /// The value that a rule that computes compared with the levels, rounded as the policy says; `nil`
  /// for rules that do not compute.
  public var value: Rational? { shared.value.value }
  /// The points that the other children brought, for a rule that asks for points.
  public var points: Points? { shared.value.points }
  /// The decision that lowered the result, if there is one.
  public var lowering: Lowering? { shared.value.lowering }
  /// What the averaging rules that took part average, in words.
  public var averaging: [String] { shared.value.averaging }

  private struct Values: Hashable, Sendable {
    let ruleName: String
    let ruleStatement: String
    let policyVersion: String
    let ground: Ground
    let metBefore: Ground?
    let used: [EvidenceRecord]
    let setAside: [EvidenceSetAside]
    let children: [ChildOutcome]
    let wouldSuffice: [SufficientStep]
    let flags: [ReviewFlag]
    let value: Rational?
    let points: Points?
    let lowering: Lowering?
    let averaging: [String]
  }

  private let shared: Shared<Values>

  /// Creates a decision.
  public init(
    ruleName: String, ruleStatement: String, policyVersion: String, ground: Ground = .rule,
    metBefore: Ground? = nil, used: [EvidenceRecord] = [], setAside: [EvidenceSetAside] = [],
    children: [ChildOutcome] = [], wouldSuffice: [SufficientStep] = [], flags: [ReviewFlag] = [],
    value: Rational? = nil, points: Points? = nil, lowering: Lowering? = nil,
    averaging: [String] = []
  ) {
    shared = Shared(
      Values(
        ruleName: ruleName, ruleStatement: ruleStatement, policyVersion: policyVersion,
        ground: ground, metBefore: metBefore, used: used, setAside: setAside, children: children,
        wouldSuffice: wouldSuffice, flags: flags, value: value, points: points, lowering: lowering,
        averaging: averaging))
  }
}
