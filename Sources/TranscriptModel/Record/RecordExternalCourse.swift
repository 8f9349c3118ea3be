/// One course of another institution, with the mark as it gave it.
public struct RecordExternalCourse: Hashable, Sendable {
  /// The code.
  public let id: Identifier<ExternalCredit>
  /// Title as given.
  public let title: String
  /// Mark as given.
  public let mark: String
  /// Credit granted here.
  public let credit: Rational
  /// College credit.
  public let collegeCredit: Rational?
  /// When it was earned.
  public let earnedOn: CalendarDate
  /// In which grade.
  public let gradeLevel: GradeLevel?
  /// As the institution says.
  public let level: CourseLevel
  /// Lines that it may count for.
  public let creditAreas: [Identifier<CreditArea>]

  /// Creates the value from its parts.
  public init(
    id: Identifier<ExternalCredit>, title: String, mark: String, credit: Rational,
    collegeCredit:
      Rational? = nil, earnedOn: CalendarDate, gradeLevel: GradeLevel? = nil,
    level: CourseLevel =
      .regular, creditAreas: [Identifier<CreditArea>]
  ) {
    self.id = id
    self.title = title
    self.mark = mark
    self.credit = credit
    self.collegeCredit = collegeCredit
    self.earnedOn = earnedOn
    self.gradeLevel = gradeLevel
    self.level = level
    self.creditAreas = creditAreas
  }
}
