public import Diagnostics

/// A course under way, planned, done or left.
///
/// It never earns credit: evidence does.
public struct Enrollment: Hashable, Sendable {
  /// How far the enrollment has come.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case enrolled, planned, completed, withdrawn
  }

  /// Who.
  public let student: Identifier<Student>
  /// Which course.
  public let course: Identifier<CreditRule>
  /// When.
  public let schoolYear: SchoolYear
  /// In which grade.
  public let gradeLevel: GradeLevel
  /// How far.
  public let status: Status
  /// When the credit is expected.
  public let expectedOn: CalendarDate?
  /// Where the row is.
  public let location: SourceLocation

  /// Whether its school year is over before the student's class leaves, or is the class's last.
  public func isInTime(for student: Student) -> Bool { schoolYear.start < student.classOf }

  /// Creates an enrollment.
  public init(
    student: Identifier<Student>, course: Identifier<CreditRule>, schoolYear: SchoolYear,
    gradeLevel: GradeLevel, status: Status, expectedOn: CalendarDate? = nil,
    location: SourceLocation
  ) {
    self.student = student
    self.course = course
    self.schoolYear = schoolYear
    self.gradeLevel = gradeLevel
    self.status = status
    self.expectedOn = expectedOn
    self.location = location
  }
}
