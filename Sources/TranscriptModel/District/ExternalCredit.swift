public import Diagnostics

/// Credit from another institution: shown verbatim under its name, never turned into levels.
public struct ExternalCredit: Hashable, Sendable {
  /// Where it comes from.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case transfer
    case dualEnrollment = "dual-enrollment"
    case examination
  }

  /// Unique in the district.
  public let id: Identifier<ExternalCredit>
  /// Who.
  public let student: Identifier<Student>
  /// The institution's name.
  public let institution: String
  /// Transfer, dual enrollment or examination.
  public let kind: Kind
  /// The course's title as given.
  public let title: String
  /// The mark as given.
  public let mark: String
  /// Credit granted here.
  public let credit: Rational
  /// Lines of the plan it may count for, in order of preference.
  public let creditAreas: [Identifier<CreditArea>]
  /// When it was earned.
  public let earnedOn: CalendarDate
  /// In which grade.
  public let gradeLevel: GradeLevel?
  /// College credit, for dual enrollment.
  public let collegeCredit: Rational?
  /// Honors, AP and so on, as the institution says.
  public let level: CourseLevel
  /// Competencies that it satisfies (state "transferred").
  public let satisfies: [Identifier<Competency>]
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a credit from elsewhere.
  public init(
    id: Identifier<ExternalCredit>, student: Identifier<Student>, institution: String, kind: Kind,
    title: String, mark: String, credit: Rational, creditAreas: [Identifier<CreditArea>],
    earnedOn: CalendarDate, gradeLevel: GradeLevel? = nil, collegeCredit: Rational? = nil,
    level: CourseLevel = .regular, satisfies: [Identifier<Competency>] = [],
    location: SourceLocation
  ) {
    self.id = id
    self.student = student
    self.institution = institution
    self.kind = kind
    self.title = title
    self.mark = mark
    self.credit = credit
    self.creditAreas = creditAreas
    self.earnedOn = earnedOn
    self.gradeLevel = gradeLevel
    self.collegeCredit = collegeCredit
    self.level = level
    self.satisfies = satisfies
    self.location = location
  }
}
