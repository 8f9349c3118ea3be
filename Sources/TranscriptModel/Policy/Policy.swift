/// Which decision a rule of the policy makes.
public enum RuleSlot: String, Sendable, Hashable, CaseIterable {
  /// Attainment of a graduation competency.
  case graduation
  /// Attainment of a content-area competency.
  case contentArea = "content-area"
  /// Attainment of a learning objective.
  case objective
  /// The final mark of a course.
  case courseMark = "course-mark"
}

extension CompetencyTier {
  /// The slot of the policy in which its rule stands.
  public var slot: RuleSlot {
    switch self {
    case .graduation: .graduation
    case .contentArea: .contentArea
    case .objective: .objective
    }
  }
}

/// The rules a district has adopted, versioned and effective-dated.
public struct Policy: Sendable, Hashable {
  /// What documents call it.
  public let title: String
  /// The version printed beside every decision.
  public let version: String
  /// From when it holds.
  public let effectiveOn: CalendarDate
  /// When it was adopted.
  public let adoptedOn: CalendarDate?
  /// Who adopted it.
  public let adoptedBy: String?
  /// The district's scale.
  public let scale: PerformanceScale
  /// Tables for scores of other scales, in the order of the file.
  public let scoreTables: [ScoreTable]
  /// A rule for each slot; a slot without one uses the engine's documented default.
  public let rules: [RuleSlot: RuleSpecification]
  /// Rules for single competencies.
  public let overrides: [Identifier<Competency>: RuleSpecification]
  /// Rules that classes keep from before, in the order of the file.
  public let earlier: [CohortRules]
  /// The number of competencies an area should have; outside is a warning.
  public let competenciesPerArea: ClosedRange<Int>
  /// Credit categories in the order in which they are printed.
  public let creditAreas: [CreditArea]
  /// What earns credit, in the order of the file.
  public let creditRules: [CreditRule]
  /// Plans by class year.
  public let plans: [GraduationPlan]
  /// The adopted equivalence table, if there is one.
  public let equivalence: EquivalenceTable?
  /// What it takes to leave a grade, by grade.
  public let promotion: [PromotionGate]
  /// Academic honours, if there are any.
  public let honors: HonorsPolicy?
  /// Whether a rank in class is computed; off unless the policy says otherwise.
  public let ranksClass: Bool

  /// Creates a policy.
  public init(
    title: String, version: String, effectiveOn: CalendarDate, adoptedOn: CalendarDate? = nil,
    adoptedBy: String? = nil, scale: PerformanceScale, scoreTables: [ScoreTable] = [],
    rules: [RuleSlot: RuleSpecification] = [:],
    overrides: [Identifier<Competency>: RuleSpecification] = [:], earlier: [CohortRules] = [],
    competenciesPerArea: ClosedRange<Int> = 5...8, creditAreas: [CreditArea],
    creditRules: [CreditRule], plans: [GraduationPlan], equivalence: EquivalenceTable? = nil,
    promotion: [PromotionGate] = [], honors: HonorsPolicy? = nil, ranksClass: Bool = false
  ) {
    self.title = title
    self.version = version
    self.effectiveOn = effectiveOn
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.scale = scale
    self.scoreTables = scoreTables
    self.rules = rules
    self.overrides = overrides
    self.earlier = earlier
    self.competenciesPerArea = competenciesPerArea
    self.creditAreas = creditAreas
    self.creditRules = creditRules
    self.plans = plans
    self.equivalence = equivalence
    self.promotion = promotion
    self.honors = honors
    self.ranksClass = ranksClass
  }

  /// The policy with the rules that a cohort keeps.
  public func with(_ cohort: CohortRules) -> Policy {
    Policy(
      title: title, version: cohort.version, effectiveOn: cohort.effectiveOn,
      adoptedOn: cohort.adoptedOn, adoptedBy: cohort.adoptedBy, scale: scale,
      scoreTables: scoreTables, rules: cohort.rules,
      overrides: cohort.overrides, competenciesPerArea: competenciesPerArea,
      creditAreas: creditAreas, creditRules: creditRules, plans: plans, equivalence: equivalence,
      promotion: promotion, honors: honors, ranksClass: ranksClass)
  }

  /// The table for a scale that rows name.
  public func scoreTable(for scale: String) -> ScoreTable? {
    scoreTables.first { $0.scale == scale }
  }

  /// The plan for the class of `year`; the first in the file where several hold.
  public func plan(forClassOf year: Int) -> GraduationPlan? {
    plans.first { $0.holds(forClassOf: year) }
  }
}
