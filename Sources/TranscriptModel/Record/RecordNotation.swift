/// A seal, state goal, honour or award.
public struct RecordNotation: Hashable, Sendable {
  /// What kind.
  public let kind: Notation.Kind
  /// What documents print.
  public let title: String
  /// A second line.
  public let detail: String?
  /// When.
  public let awardedOn: CalendarDate

  /// Creates the value from its parts.
  public init(
    kind: Notation.Kind, title: String, detail: String? = nil, awardedOn: CalendarDate
  ) {
    self.kind = kind
    self.title = title
    self.detail = detail
    self.awardedOn = awardedOn
  }
}
