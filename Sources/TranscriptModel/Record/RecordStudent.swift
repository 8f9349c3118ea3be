/// The student as documents identify them.
///
/// PESC: Person.
public struct RecordStudent: Hashable, Sendable {
  /// The district's own id.
  public let id: Identifier<Student>
  /// The state-assigned id.
  public let sasid: String?
  /// The legal name.
  public let legalName: LegalName
  /// The name that documents show.
  public let displayName: String
  /// Day of birth.
  public let birthDate: CalendarDate
  /// Current grade level.
  public let gradeLevel: GradeLevel
  /// Graduation year.
  public let classOf: Int
  /// First day at the school.
  public let enrolledOn: CalendarDate?

  /// Creates the value from its parts.
  public init(
    id: Identifier<Student>, sasid: String? = nil, legalName: LegalName, displayName: String,
    birthDate: CalendarDate, gradeLevel: GradeLevel, classOf: Int, enrolledOn: CalendarDate? = nil
  ) {
    self.id = id
    self.sasid = sasid
    self.legalName = legalName
    self.displayName = displayName
    self.birthDate = birthDate
    self.gradeLevel = gradeLevel
    self.classOf = classOf
    self.enrolledOn = enrolledOn
  }
}
