import TranscriptModel

/// Dates in words of a phrase table.
struct DateText {
  let phrases: PhraseTable
  private let made = Made()

  /// The short forms of one document: a few days stand in many rows.
  private final class Made {
    var short: [CalendarDate: String] = [:]
  }

  init(phrases: PhraseTable) { self.phrases = phrases }

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
    if let known = made.short[date] { return known }
    let (year, month, _) = date.components
    let text = phrases.text(
      "date-month", ["month": phrases.text("month-short-\(month)"), "year": "\(year)"])
    made.short[date] = text
    return text
  }
}
