/// A board-adopted table from final course marks to grade points.
///
/// Without one there is no GPA.
///
/// Derived from final course marks only; never feeds back (DOMAIN.md, finding 1).
public struct EquivalenceTable: Hashable, Sendable {
  /// What documents print: `GPA equivalent`.
  public let title: String
  /// When the board adopted it.
  public let adoptedOn: CalendarDate
  /// Who adopted it.
  public let adoptedBy: String
  /// Decimals to which the result is rounded, once, half away from zero; compared and printed.
  public let places: Int
  /// Points by level code.
  ///
  /// A level without points earns none and leaves the mark out.
  public let points: [String: Rational]
  /// Points added for demanding courses in the weighted figure.
  public let weights: [CourseLevel: Rational]

  /// Creates a table.
  public init(
    title: String, adoptedOn: CalendarDate, adoptedBy: String, places: Int,
    points: [String: Rational], weights: [CourseLevel: Rational]
  ) {
    self.title = title
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.places = places
    self.points = points
    self.weights = weights
  }
}
