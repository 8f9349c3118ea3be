/// A day of the Gregorian calendar, without time or time zone.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1 January 1970; negative before.
  public let dayNumber: Int32

  /// Creates the day that lies `dayNumber` days after 1 January 1970.
  public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Creates a day; `nil` when there is no such day, or the year is outside 1800...2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1800...2199).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    // Days from civil, after Howard Hinnant: years begin in March so that leap days come last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(iso text: some StringProtocol) {
    // The eight digits as one number; tables hold a date a row, so nothing is allocated.
    var digits = 0
    var count = 0
    for byte in text.utf8 {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard count < 10, (48...57).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte) - 48
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month from 1 and day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// `YYYY-MM-DD`.
  public var isoText: String {
    let (year, month, day) = components
    // Documents write thousands of days; digit by digit each is ten times as quick.
    if (1000...9999).contains(year) {
      return String(unsafeUninitializedCapacity: 10) { buffer in
        func write(_ number: Int, at start: Int, digits: Int) {
          var rest = number
          for place in (start..<(start + digits)).reversed() {
            buffer[place] = UInt8(48 + rest % 10)
            rest /= 10
          }
        }
        write(year, at: 0, digits: 4)
        write(month, at: 5, digits: 2)
        write(day, at: 8, digits: 2)
        buffer[4] = UInt8(ascii: "-")
        buffer[7] = UInt8(ascii: "-")
        return 10
      }
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Orders by day.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The day `count` days later.
  public func adding(days count: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber &+ Int32(clamping: count))
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String { isoText }
}
