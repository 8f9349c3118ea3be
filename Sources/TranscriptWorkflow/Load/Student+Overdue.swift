import Diagnostics
import TranscriptModel

extension Student {
  /// That the student was expected to graduate before `day`, has not left by then, and no graduation
  /// is posted.
  func overdue(on day: CalendarDate) -> Diagnostic? {
    guard let expected = expectedOn, expected < day else { return nil }
    guard graduation == nil, withdrawnOn.map({ $0 > day }) ?? true else { return nil }
    return Diagnostic(
      .expectedDayPassed, at: location,
      "the student was expected to graduate on \(expected.isoText), and no graduation is posted",
      hint:
        "post graduated_on with graduation_authorized_by, write withdrawn_on, or mend expected_on")
  }
}

extension DiagnosticCode {
  static let expectedDayPassed = DiagnosticCode(
    "expected-day-passed", .warning,
    summary: "The day has passed on which a student was expected to graduate.",
    remedy: "Post the graduation, write the day on which the student left, or set a new expected "
      + "day. Until then documents say that the student has not graduated yet.")
}
