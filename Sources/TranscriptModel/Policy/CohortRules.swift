public import Diagnostics

/// The rules that the classes of some years keep when the district adopts others.
public struct CohortRules: Hashable, Sendable {
  /// The version of the policy under which these classes stand; printed beside their decisions.
  public let version: String
  /// From when that version held.
  public let effectiveOn: CalendarDate
  /// When it was adopted.
  public let adoptedOn: CalendarDate?
  /// Who adopted it.
  public let adoptedBy: String?
  /// The first class; `nil` for all before the last.
  public let firstClass: Int?
  /// The last class; `nil` for all after the first.
  public let lastClass: Int?
  /// A rule for each slot, as in the policy.
  public let rules: [RuleSlot: RuleSpecification]
  /// Rules for single competencies.
  public let overrides: [Identifier<Competency>: RuleSpecification]
  /// Where they are.
  public let location: SourceLocation

  /// Creates the rules of a cohort.
  public init(
    version: String, effectiveOn: CalendarDate, adoptedOn: CalendarDate? = nil,
    adoptedBy: String? = nil, firstClass: Int?, lastClass: Int?,
    rules: [RuleSlot: RuleSpecification], overrides: [Identifier<Competency>: RuleSpecification],
    location: SourceLocation
  ) {
    self.version = version
    self.effectiveOn = effectiveOn
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.firstClass = firstClass
    self.lastClass = lastClass
    self.rules = rules
    self.overrides = overrides
    self.location = location
  }

  /// Whether the class of `year` keeps them.
  public func hold(forClassOf year: Int) -> Bool {
    (firstClass ?? .min) <= year && year <= (lastClass ?? .max)
  }
}
