import TranscriptModel

/// Dates in words of a phrase table.
struct DateText {
  let phrases: PhraseTable

  /// `October 15, 2026`.
  func full(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return phrases.text(
      "date-full", ["month": phrases.text("month-\(month)"), "day": "\(day)", "year": "\(year)"])
  }

  /// `Oct 15, 2026`, for narrow places.
  func brief(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return phrases.text(
      "date-full",
      ["month": phrases.text("month-short-\(month)"), "day": "\(day)", "year": "\(year)"])
  }

  /// `June 2026`.
  func month(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return phrases.text(
      "date-month", ["month": phrases.text("month-\(month)"), "year": "\(year)"])
  }

  /// `Jun 2026`.
  func short(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return phrases.text(
      "date-month", ["month": phrases.text("month-short-\(month)"), "year": "\(year)"])
  }
}
