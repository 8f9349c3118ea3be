import TranscriptModel

/// What to type in the place of a day that is written another way.
enum DateHint {
  private static let general = "write it like 2026-03-14"

  /// The day that `text` seems to mean as YYYY-MM-DD; both where it may mean two.
  static func hint(for text: String) -> String {
    if let serial = Int(text), (20_000...80_000).contains(serial) { return day(ofSerial: serial) }
    let date = text.split { $0 == " " || $0 == "T" }.first ?? ""
    let parts = date.split { "/-.".contains($0) }.map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard parts.count == 3, numbers.count == 3 else { return general }
    if numbers[0] > 999 {
      return day(numbers[0], numbers[1], numbers[2]).map { "write \($0)" } ?? general
    }
    let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
    let monthFirst = day(year, numbers[0], numbers[1])
    let dayFirst = day(year, numbers[1], numbers[0])
    switch (monthFirst, dayFirst) {
    case (let first?, let second?) where first != second:
      return "write \(first) if the month comes first, \(second) if the day does"
    case (let found?, _), (nil, let found?): return "write \(found)"
    default: return general
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    CalendarDate(year: year, month: month, day: day)?.isoText
  }

  /// Spreadsheets count days from 30 December 1899, which is day -25569 here.
  private static func day(ofSerial serial: Int) -> String {
    let date = CalendarDate(dayNumber: Int32(clamping: serial - 25_569))
    return "it looks like a spreadsheet's day number: write \(date.isoText)"
  }
}
