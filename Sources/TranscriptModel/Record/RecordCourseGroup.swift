/// The courses of one year.
public struct RecordCourseGroup: Hashable, Sendable {
  /// The grade.
  public let gradeLevel: GradeLevel
  /// The school year.
  public let schoolYear: SchoolYear
  /// Whether these are under way or planned.
  public let isInProgress: Bool
  /// The courses.
  public let courses: [RecordCourse]

  /// Creates the value from its parts.
  public init(
    gradeLevel: GradeLevel, schoolYear: SchoolYear, isInProgress: Bool, courses: [RecordCourse]
  ) {
    self.gradeLevel = gradeLevel
    self.schoolYear = schoolYear
    self.isInProgress = isInProgress
    self.courses = courses
  }
}
