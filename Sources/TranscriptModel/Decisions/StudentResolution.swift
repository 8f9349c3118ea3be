/// Everything the engine decided about one student on one day.
public struct StudentResolution: Hashable, Sendable {
  /// Who.
  public let student: Student
  /// The day for which the question was asked.
  public let asOf: CalendarDate
  /// The policy's version.
  public let policyVersion: String
  /// Each competency and objective, in the framework's order.
  public let competencies: [CompetencyResult]
  /// Each credit rule that posted, is under way, planned or left, by grade, year, then the policy's
  /// order.
  public let credits: [CreditDecision]
  /// Credit from elsewhere, by institution, then day, then id.
  public let externalCredits: [ExternalCredit]
  /// Graduation; `nil` when no plan holds for the class.
  public let graduation: GraduationDecision?
  /// The equivalent; `nil` without an adopted table or without a mark that it covers.
  public let gradePoints: GradePointEquivalent?

  /// Creates a resolution.
  public init(
    student: Student, asOf: CalendarDate, policyVersion: String,
    competencies: [CompetencyResult], credits: [CreditDecision],
    externalCredits: [ExternalCredit], graduation: GraduationDecision?,
    gradePoints: GradePointEquivalent?
  ) {
    self.student = student
    self.asOf = asOf
    self.policyVersion = policyVersion
    self.competencies = competencies
    self.credits = credits
    self.externalCredits = externalCredits
    self.graduation = graduation
    self.gradePoints = gradePoints
  }

  /// The result for a competency.
  public func result(of competency: Identifier<Competency>) -> CompetencyResult? {
    competencies.first { $0.competency == competency }
  }
}
