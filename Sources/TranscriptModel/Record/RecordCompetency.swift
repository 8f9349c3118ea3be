/// One competency with its outcome.
///
/// PESC: Proficiency; OB3: Result.
public struct RecordCompetency: Hashable, Sendable {
  /// The code.
  public var id: Identifier<Competency> { shared.value.id }
  /// What documents print.
  public var shortName: String { shared.value.shortName }
  /// The full statement.
  public var statement: String { shared.value.statement }
  /// State standards.
  public var alignments: [Alignment] { shared.value.alignments }
  /// Where the student stands.
  public var status: AttainmentStatus { shared.value.status }
  /// The level, where there is one.
  public var level: LevelIndex? { shared.value.level }
  /// The day on which the level was reached, or the status began to hold.
  public var date: CalendarDate? { shared.value.date }
  /// Whether a course is under way that brings evidence of it.
  public var isUnderWay: Bool { shared.value.isUnderWay }
  /// Whether none is, but a course whose last day is past was to bring it, and its result is not in.
  public var isAwaited: Bool { shared.value.isAwaited }
  /// Pieces that count.
  public var counted: Int { shared.value.counted }
  /// Pieces that the rule asks for.
  public var needed: Int { shared.value.needed }
  /// Where it was shown, in words; for graduation competencies.
  public var shownIn: String? { shared.value.shownIn }
  /// Whether all students must meet it.
  public var isCore: Bool { shared.value.isCore }
  /// Ids of the evidence that counted.
  public var basis: [Identifier<EvidenceRecord>] { shared.value.basis }

  private struct Values: Hashable, Sendable {
    let id: Identifier<Competency>
    let shortName: String
    let statement: String
    let alignments: [Alignment]
    let status: AttainmentStatus
    let level: LevelIndex?
    let date: CalendarDate?
    let isUnderWay: Bool
    let isAwaited: Bool
    let counted: Int
    let needed: Int
    let shownIn: String?
    let isCore: Bool
    let basis: [Identifier<EvidenceRecord>]
  }

  private let shared: Shared<Values>

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
    shared = Shared(
      Values(
        id: id, shortName: shortName, statement: statement, alignments: alignments, status: status,
        level: level, date: date, isUnderWay: isUnderWay, isAwaited: isAwaited, counted: counted,
        needed: needed, shownIn: shownIn, isCore: isCore, basis: basis))
  }
}
