import TranscriptModel

extension Enrollment {
  /// Whether the student is still listed as enrolled although the last day is past: the expected day,
  /// or, where there is none, the last one of the school year.
  func isAwaited(on day: CalendarDate) -> Bool {
    guard status == .enrolled else { return false }
    return expectedOn.map { $0 < day } ?? (schoolYear < SchoolYear(containing: day))
  }
}
