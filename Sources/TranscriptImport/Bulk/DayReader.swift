import TranscriptModel

/// Reads days written `YYYY-MM-DD` by two look-ups and no division.
struct DayReader: Sendable {
  private static let firstYear = 1800
  private static let lastYear = 2199
  /// The day number before the first of each month, from January of the first year.
  private let months: [Int32]
  private let lengths: [UInt8]

  init() {
    var months: [Int32] = []
    var lengths: [UInt8] = []
    for year in Self.firstYear...Self.lastYear {
      for month in 1...12 {
        let first = CalendarDate(year: year, month: month, day: 1)?.dayNumber ?? 0
        months.append(first - 1)
        let length = (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil }
        lengths.append(UInt8(length ?? 28))
      }
    }
    self.months = months
    self.lengths = lengths
  }

  /// The day number; `nil` when the text is anything but a day that exists.
  @inline(__always)
  func day(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
    var wrong: UInt8 = 0
    @inline(__always)
    func digit(_ place: Int) -> Int {
      let value = text[place] &- 48
      wrong |= value > 9 ? 1 : 0
      return Int(value)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    guard wrong == 0, year >= Self.firstYear, year <= Self.lastYear, month >= 1, month <= 12 else {
      return nil
    }
    let place = (year - Self.firstYear) * 12 + month - 1
    guard day >= 1, day <= Int(lengths[place]) else { return nil }
    return months[place] + Int32(truncatingIfNeeded: day)
  }
}
