public import TranscriptModel

/// A moment with its offset from UTC, as `CreatedDateTime` holds it (`xs:dateTime`).
///
/// It comes from outside: no stage reads a clock.
public struct PESCTimestamp: Hashable, Sendable {
  /// `2026-06-20T14:03:11-04:00` or `2026-06-20T18:03:11Z`.
  public let text: String
  /// The day at that offset.
  public let date: CalendarDate

  /// Reads `YYYY-MM-DDThh:mm:ss`, a fraction of a second or none, and `Z`, `±hh:mm` or nothing.
  public init?(_ text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(iso: halves[0]) else { return nil }
    let time = halves[1]
    guard Self.isTime(time.prefix(8)) else { return nil }
    var zone = time.dropFirst(8)
    if zone.first == "." {
      let digits = zone.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return nil }
      zone = zone.dropFirst(1 + digits.count)
    }
    guard Self.isZone(zone) else { return nil }
    self.text = text
    self.date = date
  }

  /// Midnight UTC at the start of a day.
  public init(startOf date: CalendarDate) {
    text = "\(date.isoText)T00:00:00Z"
    self.date = date
  }

  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = two(parts[0]), let minute = two(parts[1]),
      let second = two(parts[2])
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  private static func isZone(_ text: Substring) -> Bool {
    if text.isEmpty || text == "Z" { return true }
    guard text.first == "+" || text.first == "-" else { return false }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = two(parts[0]), let minute = two(parts[1]) else {
      return false
    }
    return minute < 60 && (hour < 14 || (hour == 14 && minute == 0))
  }

  private static func two(_ text: Substring) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
