public import Diagnostics

/// A requirement or competency waived for one student.
///
/// The reason has no place here.
public struct Waiver: Hashable, Sendable {
  /// Who.
  public let student: Identifier<Student>
  /// An id of the plan's requirements, or a competency's code.
  public let requirement: String
  /// How much of it; `nil` for all.
  public let credit: Rational?
  /// Who authorized it.
  public let authorizedBy: String
  /// When.
  public let authorizedOn: CalendarDate
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a waiver.
  public init(
    student: Identifier<Student>, requirement: String, credit: Rational? = nil,
    authorizedBy: String, authorizedOn: CalendarDate, location: SourceLocation
  ) {
    self.student = student
    self.requirement = requirement
    self.credit = credit
    self.authorizedBy = authorizedBy
    self.authorizedOn = authorizedOn
    self.location = location
  }
}
