import TranscriptModel

/// How a source writes days: `M/D/YYYY`, `DD.MM.YYYY`, `D MMM YYYY`, or `timestamp`.
///
/// A year has four digits: `26` could be any century, and so could a wrong one.
struct DatePattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case year, month, day, monthName
    case literal(Character)
  }

  private let parts: [Part]
  /// Hours by which local time differs from the timestamp's, where it is one in UTC.
  private let hoursFromUTC: Int?
  /// Whether clocks are an hour ahead in summer, as in most of the United States.
  private let hasSummerTime: Bool

  init?(_ text: String, hoursFromUTC: Int = 0, hasSummerTime: Bool = false) {
    self.hasSummerTime = hasSummerTime
    if text == "timestamp" {
      parts = []
      self.hoursFromUTC = hoursFromUTC
      return
    }
    var parts: [Part] = []
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      switch (first, run.count) {
      case ("Y", 4): parts.append(.year)
      case ("M", 1...2): parts.append(.month)
      case ("M", 3): parts.append(.monthName)
      case ("D", 1...2): parts.append(.day)
      case ("Y", _), ("M", _), ("D", _): return nil
      default: parts += run.map { .literal($0) }
      }
      rest = rest.dropFirst(run.count)
    }
    let hasMonth = parts.contains(.month) || parts.contains(.monthName)
    guard parts.contains(.year), hasMonth, parts.contains(.day) else { return nil }
    self.parts = parts
    self.hoursFromUTC = nil
  }

  /// The day that `text` says; a time after it is left out.
  func date(_ text: String) -> CalendarDate? {
    if let hoursFromUTC { return day(ofTimestamp: text, shift: hoursFromUTC) }
    var rest = Substring(text)
    var (year, month, day) = (0, 0, 0)
    for part in parts {
      switch part {
      case .literal(let character):
        guard rest.first == character else { return nil }
        rest = rest.dropFirst()
      case .monthName:
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov"]
        let name = rest.prefix(while: \.isLetter)
        guard let index = (names + ["dec"]).firstIndex(of: name.prefix(3).lowercased()) else {
          return nil
        }
        month = index + 1
        rest = rest.dropFirst(name.count)
      case .year, .month, .day:
        let digits = rest.prefix { ("0"..."9").contains($0) }.prefix(part == .year ? 4 : 2)
        guard let number = Int(digits) else { return nil }
        if part == .year { year = number } else if part == .month { month = number }
        if part == .day { day = number }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard rest.isEmpty || rest.first == " " || rest.first == "T" else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// ISO 8601 and the like: `2026-03-14`, `2026-03-14T02:30:00Z`, `2026-03-14 02:30:00 UTC`.
  ///
  /// Only a time in UTC is shifted to the school's day: work handed in at nine in the evening in
  /// Connecticut carries the next day's date in UTC. A time with an offset of its own, or without
  /// any, is the day that it says.
  private func day(ofTimestamp text: String, shift: Int) -> CalendarDate? {
    guard let day = CalendarDate(iso: text.prefix(10)) else { return nil }
    let rest = text.dropFirst(10)
    guard let mark = rest.first else { return day }
    guard mark == "T" || mark == " " else { return nil }
    guard rest.hasSuffix("Z") || rest.hasSuffix("UTC") || rest.hasSuffix("+00:00") else {
      return day
    }
    guard let hour = Int(rest.dropFirst().prefix(2)), (0...23).contains(hour) else { return nil }
    let isSummer = hasSummerTime && Self.isSummer(day, hour: hour, shift: shift)
    let local = hour + shift + (isSummer ? 1 : 0)
    return day.adding(days: local < 0 ? -1 : local > 23 ? 1 : 0)
  }

  /// Whether an hour in UTC is in summer time.
  ///
  /// It lasts from two in the morning of the second Sunday of March until two of the first Sunday of
  /// November (United States Code, title 15, section 260a).
  private static func isSummer(_ day: CalendarDate, hour: Int, shift: Int) -> Bool {
    let year = day.components.year
    guard let march = sunday(from: CalendarDate(year: year, month: 3, day: 8)),
      let november = sunday(from: CalendarDate(year: year, month: 11, day: 1))
    else { return false }
    if day == march { return hour >= 2 - shift }
    if day == november { return hour < 1 - shift }
    return day > march && day < november
  }

  /// The first Sunday on or after a day.
  private static func sunday(from day: CalendarDate?) -> CalendarDate? {
    // 1 January 1970 was a Thursday.
    day.map { $0.adding(days: (7 - (Int($0.dayNumber) + 4) % 7) % 7) }
  }
}
