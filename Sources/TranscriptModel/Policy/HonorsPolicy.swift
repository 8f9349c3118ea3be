/// What honours are awarded for academic results, and how.
///
/// Habits-of-work honours are notations of their own and never mixed with these.
public struct HonorsPolicy: Hashable, Sendable {
  /// Which figure counts.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    case weighted, unweighted
  }

  /// How high it must be.
  public enum Criterion: Hashable, Sendable {
    /// At this figure or above.
    case atLeast(Rational)
    /// Among the first so many hundredths of the class; students tied with the last one are in.
    case topPercent(Rational)
  }

  /// One honour.
  public struct Honor: Hashable, Sendable {
    /// What documents print.
    public let title: String
    /// How high.
    public let criterion: Criterion

    /// Creates an honour.
    public init(title: String, criterion: Criterion) {
      self.title = title
      self.criterion = criterion
    }
  }

  /// The last day whose marks count.
  public enum Freeze: Hashable, Sendable {
    /// One day, for whatever class.
    case on(CalendarDate)
    /// The same day of the year in which each class graduates.
    case eachYear(month: Int, day: Int)

    /// The day for the class of `year`.
    public func day(forClassOf year: Int) -> CalendarDate? {
      switch self {
      case .on(let day): day
      case .eachYear(let month, let day): CalendarDate(year: year, month: month, day: day)
      }
    }
  }

  /// The honours, the highest first; a student gets the first that is reached.
  public let honors: [Honor]
  /// Which figure counts.
  public let basis: Basis
  /// The last day whose marks count; `nil` for no freeze.
  public let freeze: Freeze?
  /// School years at the school that it takes to be counted.
  public let residency: Int

  /// Creates the honours of a policy.
  public init(
    honors: [Honor], basis: Basis = .weighted, freeze: Freeze? = nil, residency: Int = 0
  ) {
    self.honors = honors
    self.basis = basis
    self.freeze = freeze
    self.residency = residency
  }
}
