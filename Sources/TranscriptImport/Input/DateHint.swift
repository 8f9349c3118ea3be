import TranscriptModel

/// What to type in the place of a day that is written another way.
enum DateHint {
  private static let general = "write it like 2026-03-14"
  /// Days of other years are typing mistakes, and no reading of them is offered.
  private static let years = 1900...2199

  /// The day that `text` seems to mean as YYYY-MM-DD; each that it may mean, where there are several.
  static func hint(for text: String) -> String {
    if let serial = Int(text), (20_000...80_000).contains(serial) { return day(ofSerial: serial) }
    let date = text.split { $0 == " " || $0 == "T" }.first ?? ""
    let parts = date.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }) else { return general }
    let readings: [(first: String, day: String?)] = [
      ("the year comes first", day(parts[0], parts[1], parts[2])),
      ("the month comes first", day(parts[2], parts[0], parts[1])),
      ("the day does", day(parts[2], parts[1], parts[0])),
    ]
    var seen: Set<String> = []
    let possible = readings.compactMap { reading in
      reading.day.flatMap { seen.insert($0).inserted ? ($0, reading.first) : nil }
    }
    guard let first = possible.first else { return general }
    if possible.count == 1 { return "write \(first.0)" }
    return "write " + possible.map { "\($0.0) if \($0.1)" }.joined(separator: ", ")
  }

  private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
    guard year.count == 2 || year.count == 4, (1...2).contains(month.count),
      (1...2).contains(day.count), let number = Int(year), let month = Int(month),
      let day = Int(day)
    else { return nil }
    let year = year.count == 2 ? 2000 + number : number
    guard years.contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.isoText
  }

  /// Spreadsheets count days from 30 December 1899, which is day -25569 here.
  private static func day(ofSerial serial: Int) -> String {
    let date = CalendarDate(dayNumber: Int32(clamping: serial - 25_569))
    return "it looks like a spreadsheet's day number: write \(date.isoText)"
  }
}
