/// The rules under which the record was resolved, as documents name them.
public struct PolicyReference: Hashable, Sendable {
  /// The policy's title.
  public let title: String
  /// Its version.
  public let version: String
  /// From when it holds.
  public let effectiveOn: CalendarDate
  /// When it was adopted.
  public let adoptedOn: CalendarDate?
  /// Who adopted it.
  public let adoptedBy: String?
  /// How a content-area competency is decided, in words.
  public let competencyRule: String
  /// How a graduation competency is decided, in words.
  public let graduationCompetencyRule: String
  /// How a learning objective is decided, in words.
  public let objectiveRule: String
  /// How a course's mark is decided, in words.
  public let courseMarkRule: String
  /// What the rules in use average, in words, over time or over competencies; named on every document (DESIGN.md, invariant 2).
  public let averagingRules: [String]

  /// Creates the value from its parts.
  public init(
    title: String, version: String, effectiveOn: CalendarDate, adoptedOn: CalendarDate? = nil,
    adoptedBy: String? = nil, competencyRule: String, graduationCompetencyRule: String,
    objectiveRule: String, courseMarkRule: String, averagingRules: [String] = []
  ) {
    self.title = title
    self.version = version
    self.effectiveOn = effectiveOn
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.competencyRule = competencyRule
    self.graduationCompetencyRule = graduationCompetencyRule
    self.objectiveRule = objectiveRule
    self.courseMarkRule = courseMarkRule
    self.averagingRules = averagingRules
  }
}
