import TranscriptModel

extension TranscriptRecord {
  /// Whether the day has passed on which the student was to graduate: the expected day, or else the
  /// last one of the class’s year.
  ///
  /// It says nothing of whether the student has graduated.
  var isPastExpectedDay: Bool {
    let day =
      graduation.expectedOn ?? CalendarDate(year: student.classOf, month: 12, day: 31)
    return day.map { $0 < document.asOf } ?? false
  }
}
