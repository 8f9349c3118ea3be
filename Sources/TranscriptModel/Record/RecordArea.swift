/// One content area with its competencies, in the district's order.
public struct RecordArea: Hashable, Sendable {
  /// The code.
  public let id: Identifier<ContentArea>
  /// What documents print.
  public let title: String
  /// For narrow places.
  public let shortTitle: String
  /// The competencies with their outcomes in this area.
  public let competencies: [RecordCompetency]

  /// Creates the value from its parts.
  public init(
    id: Identifier<ContentArea>, title: String, shortTitle: String,
    competencies:
      [RecordCompetency]
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.competencies = competencies
  }
}
