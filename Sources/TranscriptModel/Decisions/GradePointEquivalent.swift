/// A figure derived from final course marks through the adopted table.
///
/// It never feeds back.
public struct GradePointEquivalent: Hashable, Sendable {
  /// One course that entered the figure.
  public struct Item: Hashable, Sendable {
    /// The course's title.
    public let title: String
    /// Its credit: the weight.
    public let credit: Rational
    /// Its points before weighting.
    public let points: Rational
    /// Points added for a demanding course.
    public let added: Rational

    /// Creates an item.
    public init(title: String, credit: Rational, points: Rational, added: Rational) {
      self.title = title
      self.credit = credit
      self.points = points
      self.added = added
    }
  }

  /// The adopted table.
  public let table: EquivalenceTable
  /// Rounded once to the table's places.
  public let unweighted: Rational
  /// Rounded once to the table's places.
  public let weighted: Rational
  /// The last day whose marks are in it.
  public let asOf: CalendarDate
  /// What entered.
  public let items: [Item]
  /// What did not, with the reason in words.
  public let excluded: [String]

  /// Creates a figure.
  public init(
    table: EquivalenceTable, unweighted: Rational, weighted: Rational, asOf: CalendarDate,
    items: [Item], excluded: [String]
  ) {
    self.table = table
    self.unweighted = unweighted
    self.weighted = weighted
    self.asOf = asOf
    self.items = items
    self.excluded = excluded
  }
}
