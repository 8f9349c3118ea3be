/// A pathway or a notable piece of work.
public struct RecordExperience: Hashable, Sendable {
  /// What kind.
  public let kind: Experience.Kind
  /// Title or place.
  public let title: String
  /// Where it took place.
  public let organization: String?
  /// A sentence or two.
  public let description: String?
  /// Hours.
  public let hours: Rational?
  /// When it began.
  public let startedOn: CalendarDate?
  /// When it ended.
  public let endedOn: CalendarDate?

  /// Creates the value from its parts.
  public init(
    kind: Experience.Kind, title: String, organization: String? = nil, description: String? = nil,
    hours: Rational? = nil, startedOn: CalendarDate? = nil, endedOn: CalendarDate? = nil
  ) {
    self.kind = kind
    self.title = title
    self.organization = organization
    self.description = description
    self.hours = hours
    self.startedOn = startedOn
    self.endedOn = endedOn
  }
}
