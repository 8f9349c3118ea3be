/// How far a credit has come.
public enum CreditStatus: String, Sendable, Hashable, CaseIterable {
  /// Posted in full.
  case earned
  /// Posted in part.
  case partial
  /// Not posted; a course is under way.
  case inProgress = "in-progress"
  /// Planned for later.
  case planned
  /// The student left the course before the credit posted.
  case withdrawn
  /// Not posted, and nothing under way.
  case notEarned = "not-earned"
}

/// The outcome of one credit rule for one student, with its reasons.
public struct CreditDecision: Hashable, Sendable {
  /// The rule.
  public let rule: CreditRule
  /// How far it has come.
  public let status: CreditStatus
  /// Credit posted: exact.
  public let earned: Rational
  /// The day on which it posted: the day on which the last needed competency was met.
  public let earnedOn: CalendarDate?
  /// The course's final mark where `isMarkFinal` says so, else that of what has been assessed so far.
  public let mark: LevelIndex?
  /// The day since which the final mark has been what it is: the day on which credit posted, or a later
  /// one on which a demonstration changed the mark; `nil` before credit has posted whole.
  public let markOn: CalendarDate?
  /// Whether the mark is final: the credit posted whole, or the course ended with all of its
  /// competencies assessed that it needs; otherwise it is a mark so far.
  public let isMarkFinal: Bool
  /// Where the mark stands when there is no level.
  public let markStatus: AttainmentStatus
  /// The rule that decided the mark, in words.
  public let markStatement: String
  /// Needed competencies that are met, in the rule's order.
  public let met: [Identifier<Competency>]
  /// Needed competencies that are not, in the rule's order.
  public let unmet: [Identifier<Competency>]
  /// The enrollment that it belongs to.
  public let enrollment: Enrollment?
  /// Where a part has posted and the rest is planned: the plan.
  public let continuation: Enrollment?
  /// Grade under which documents list it.
  public let gradeLevel: GradeLevel
  /// School year under which documents list it.
  public let schoolYear: SchoolYear
  /// The policy's version.
  public let policyVersion: String

  /// Creates an outcome.
  public init(
    rule: CreditRule, status: CreditStatus, earned: Rational, earnedOn: CalendarDate?,
    mark: LevelIndex?, markOn: CalendarDate? = nil, isMarkFinal: Bool,
    markStatus: AttainmentStatus, markStatement: String,
    met: [Identifier<Competency>], unmet: [Identifier<Competency>], enrollment: Enrollment?,
    continuation: Enrollment? = nil, gradeLevel: GradeLevel, schoolYear: SchoolYear,
    policyVersion: String
  ) {
    self.rule = rule
    self.status = status
    self.earned = earned
    self.earnedOn = earnedOn
    self.mark = mark
    self.markOn = markOn
    self.isMarkFinal = isMarkFinal
    self.markStatus = markStatus
    self.markStatement = markStatement
    self.met = met
    self.unmet = unmet
    self.enrollment = enrollment
    self.continuation = continuation
    self.gradeLevel = gradeLevel
    self.schoolYear = schoolYear
    self.policyVersion = policyVersion
  }
}
