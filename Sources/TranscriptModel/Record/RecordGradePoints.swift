/// The grade-point equivalent with the table behind it.
public struct RecordGradePoints: Hashable, Sendable {
  /// What the table calls it.
  public let title: String
  /// Rounded once to `places`.
  public let unweighted: Rational
  /// Rounded once to `places`.
  public let weighted: Rational
  /// Decimals compared and printed.
  public let places: Int
  /// The last day whose marks are in it.
  public let asOf: CalendarDate
  /// When the table was adopted.
  public let adoptedOn: CalendarDate
  /// Who adopted it.
  public let adoptedBy: String
  /// Points by level, in the scale's order.
  public let points: [Rational?]
  /// Points added for demanding courses.
  public let weights: [CourseLevel: Rational]
  /// What is not in it, with the reason.
  public let excluded: [String]

  /// Creates the value from its parts.
  public init(
    title: String, unweighted: Rational, weighted: Rational, places: Int, asOf: CalendarDate,
    adoptedOn: CalendarDate, adoptedBy: String, points: [Rational?],
    weights: [CourseLevel:
      Rational], excluded: [String] = []
  ) {
    self.title = title
    self.unweighted = unweighted
    self.weighted = weighted
    self.places = places
    self.asOf = asOf
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.points = points
    self.weights = weights
    self.excluded = excluded
  }
}
