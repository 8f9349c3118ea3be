/// One competency with its outcome.
///
/// PESC: Proficiency; OB3: Result.
public struct RecordCompetency: Hashable, Sendable {
  /// The code.
  public let id: Identifier<Competency>
  /// What documents print.
  public let shortName: String
  /// The full statement.
  public let statement: String
  /// State standards.
  public let alignments: [Alignment]
  /// Where the student stands.
  public let status: AttainmentStatus
  /// The level, where there is one.
  public let level: LevelIndex?
  /// The day on which the level was reached, or the status began to hold.
  public let date: CalendarDate?
  /// Whether a course is under way that brings evidence of it.
  public let isUnderWay: Bool
  /// Whether none is, but a course whose last day is past was to bring it, and its result is not in.
  public let isAwaited: Bool
  /// Pieces that count.
  public let counted: Int
  /// Pieces that the rule asks for.
  public let needed: Int
  /// Where it was shown, in words; for graduation competencies.
  public let shownIn: String?
  /// Whether all students must meet it.
  public let isCore: Bool
  /// Ids of the evidence that counted.
  public let basis: [Identifier<EvidenceRecord>]

  /// Creates the value from its parts.
  public init(
    id: Identifier<Competency>, shortName: String, statement: String,
    alignments: [Alignment] =
      [], status: AttainmentStatus, level: LevelIndex? = nil, date: CalendarDate? = nil,
    isUnderWay:
      Bool = false, isAwaited: Bool = false, counted: Int = 0, needed: Int = 0,
    shownIn: String? = nil, isCore: Bool = true,
    basis: [Identifier<EvidenceRecord>] = []
  ) {
    self.id = id
    self.shortName = shortName
    self.statement = statement
    self.alignments = alignments
    self.status = status
    self.level = level
    self.date = date
    self.isUnderWay = isUnderWay
    self.isAwaited = isAwaited
    self.counted = counted
    self.needed = needed
    self.shownIn = shownIn
    self.isCore = isCore
    self.basis = basis
  }
}
