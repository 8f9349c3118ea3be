/// One course with its mark and credit.
///
/// PESC: Course.
public struct RecordCourse: Hashable, Sendable {
  /// The course code.
  public let id: Identifier<CreditRule>
  /// Title in full.
  public let title: String
  /// How demanding it is.
  public let level: CourseLevel
  /// How far its credit has come.
  public let status: CreditStatus
  /// The final mark, or the level so far while it is under way; `nil` where the course has ended
  /// and no final mark is decided, or none is in yet.
  public let mark: LevelIndex?
  /// Where the mark stands when there is no level.
  public let markStatus: AttainmentStatus
  /// Credit that the course carries.
  public let credit: Rational
  /// Credit posted.
  public let earned: Rational
  /// The day on which credit posted, or on which it is expected while the course is under way or
  /// planned; `nil` where a course has ended without credit.
  public let date: CalendarDate?
  /// Lines that it may count for.
  public let creditAreas: [Identifier<CreditArea>]
  /// Its content area.
  public let contentArea: Identifier<ContentArea>?
  /// SCED code.
  public let sced: String?
  /// Whether it is a course; otherwise credit that no course carries.
  public let isCourse: Bool
  /// Whether its last day is past and its result is not in: the student is still listed as enrolled.
  public let isAwaited: Bool
  /// What it is made of, with outcomes.
  public let competencies: [RecordCompetency]

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
    self.id = id
    self.title = title
    self.level = level
    self.status = status
    self.mark = mark
    self.markStatus = markStatus
    self.credit = credit
    self.earned = earned
    self.date = date
    self.creditAreas = creditAreas
    self.contentArea = contentArea
    self.sced = sced
    self.isCourse = isCourse
    self.isAwaited = isAwaited
    self.competencies = competencies
  }
}
