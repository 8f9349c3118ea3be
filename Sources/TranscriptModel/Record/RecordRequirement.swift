/// One requirement of the plan with where it stands.
///
/// PESC: Requirement.
public struct RecordRequirement: Hashable, Sendable {
  /// The plan's code.
  public let id: Identifier<GraduationRequirement>
  /// What documents print.
  public let title: String
  /// Whether its amounts are credits: then it is a line of the credit table.
  public let isCredit: Bool
  /// What its amounts count.
  public let unit: RequirementUnit
  /// Where it stands.
  public let status: RequirementStatus
  /// Posted.
  public let earned: Rational
  /// Under way.
  public let inProgress: Rational
  /// Required; of a line of credit without what is waived.
  public let required: Rational
  /// Waived, of a line of credit: nobody asks for it any more.
  public let waived: Rational
  /// PESC's subject area code, for credit lines.
  public let pescCode: String?
  /// Parts, whose credit counts in the whole as well.
  public let parts: [RecordRequirement]

  /// Creates the value from its parts; without a unit amounts are credits or counts.
  public init(
    id: Identifier<GraduationRequirement>, title: String, isCredit: Bool,
    unit: RequirementUnit? = nil,
    status:
      RequirementStatus, earned: Rational, inProgress: Rational, required: Rational,
    waived: Rational = .zero,
    pescCode:
      String? = nil, parts: [RecordRequirement] = []
  ) {
    self.id = id
    self.title = title
    self.isCredit = isCredit
    self.unit = unit ?? (isCredit ? .credits : .count)
    self.status = status
    self.earned = earned
    self.inProgress = inProgress
    self.required = required
    self.waived = waived
    self.pescCode = pescCode
    self.parts = parts
  }
}
