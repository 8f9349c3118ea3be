/// One course with its mark and credit.
///
/// PESC: Course.
public struct RecordCourse: Hashable, Sendable {
  /// The course code.
  public var id: Identifier<CreditRule> { shared.value.id }
  /// Title in full.
  public var title: String { shared.value.title }
  /// How demanding it is.
  public var level: CourseLevel { shared.value.level }
  /// How far its credit has come.
  public var status: CreditStatus { shared.value.status }
  /// The final mark, or the level so far while it is under way; `nil` where the course has ended
  /// and no final mark is decided, or none is in yet.
  public var mark: LevelIndex? { shared.value.mark }
  /// Where the mark stands when there is no level.
  public var markStatus: AttainmentStatus { shared.value.markStatus }
  /// Credit that the course carries.
  public var credit: Rational { shared.value.credit }
  /// Credit posted.
  public var earned: Rational { shared.value.earned }
  /// The day on which credit posted, or on which it is expected while the course is under way or
  /// planned; `nil` where a course has ended without credit.
  public var date: CalendarDate? { shared.value.date }
  /// Lines that it may count for.
  public var creditAreas: [Identifier<CreditArea>] { shared.value.creditAreas }
  /// Its content area.
  public var contentArea: Identifier<ContentArea>? { shared.value.contentArea }
  /// SCED code.
  public var sced: String? { shared.value.sced }
  /// Whether it is a course; otherwise credit that no course carries.
  public var isCourse: Bool { shared.value.isCourse }
  /// Whether its last day is past and its result is not in: the student is still listed as enrolled.
  public var isAwaited: Bool { shared.value.isAwaited }
  /// What it is made of, with outcomes.
  public var competencies: [RecordCompetency] { shared.value.competencies }

  private struct Values: Hashable, Sendable {
    let id: Identifier<CreditRule>
    let title: String
    let level: CourseLevel
    let status: CreditStatus
    let mark: LevelIndex?
    let markStatus: AttainmentStatus
    let credit: Rational
    let earned: Rational
    let date: CalendarDate?
    let creditAreas: [Identifier<CreditArea>]
    let contentArea: Identifier<ContentArea>?
    let sced: String?
    let isCourse: Bool
    let isAwaited: Bool
    let competencies: [RecordCompetency]
  }

  private let shared: Shared<Values>

  /// Creates the value from its parts.
  public init(
    id: Identifier<CreditRule>, title: String, level: CourseLevel = .regular,
    status:
      CreditStatus, mark: LevelIndex? = nil, markStatus: AttainmentStatus, credit: Rational,
    earned:
      Rational, date: CalendarDate? = nil, creditAreas: [Identifier<CreditArea>],
    contentArea:
      Identifier<ContentArea>? = nil, sced: String? = nil, isCourse: Bool = true,
    isAwaited: Bool = false, competencies: [RecordCompetency] = []
  ) {
    shared = Shared(
      Values(
        id: id, title: title, level: level, status: status, mark: mark, markStatus: markStatus,
        credit: credit, earned: earned, date: date, creditAreas: creditAreas,
        contentArea: contentArea, sced: sced, isCourse: isCourse, isAwaited: isAwaited,
        competencies: competencies))
  }
}
