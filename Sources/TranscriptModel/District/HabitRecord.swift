public import Diagnostics

/// A rating of a habit of work: a stream of its own that no academic stage reads.
public struct HabitRecord: Hashable, Sendable {
  /// Who.
  public let student: Identifier<Student>
  /// Which habit.
  public let habit: String
  /// The rating as written.
  public let rating: String
  /// When.
  public let observedOn: CalendarDate
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a rating of a habit.
  public init(
    student: Identifier<Student>, habit: String, rating: String, observedOn: CalendarDate,
    location: SourceLocation
  ) {
    self.student = student
    self.habit = habit
    self.rating = rating
    self.observedOn = observedOn
    self.location = location
  }
}
