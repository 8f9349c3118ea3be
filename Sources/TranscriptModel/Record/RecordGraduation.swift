/// Credits and requirements against the plan of the student's class.
public struct RecordGraduation: Hashable, Sendable {
  /// The plan's title.
  public let planTitle: String
  /// Statute or board policy.
  public let authority: String?
  /// Where the student stands.
  public let status: GraduationStatus
  /// Expected day.
  public let expectedOn: CalendarDate?
  /// The exact sum of the credit shown as posted.
  public let creditsEarned: Rational
  /// The exact sum of the credit shown as under way.
  public let creditsInProgress: Rational
  /// The plan's total, without what is waived in its lines.
  public let creditsRequired: Rational
  /// In the plan's order.
  public let requirements: [RecordRequirement]

  /// Creates the value from its parts.
  public init(
    planTitle: String, authority: String? = nil, status: GraduationStatus,
    expectedOn:
      CalendarDate? = nil, creditsEarned: Rational, creditsInProgress: Rational,
    creditsRequired:
      Rational, requirements: [RecordRequirement]
  ) {
    self.planTitle = planTitle
    self.authority = authority
    self.status = status
    self.expectedOn = expectedOn
    self.creditsEarned = creditsEarned
    self.creditsInProgress = creditsInProgress
    self.creditsRequired = creditsRequired
    self.requirements = requirements
  }
}
