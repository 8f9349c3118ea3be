/// A school year, 1 July to 30 June, named by the year in which it begins.
public struct SchoolYear: Hashable, Sendable, Comparable {
  /// The calendar year in which it begins: 2026 for 2026–27.
  public let start: Int

  /// Creates the school year that begins in `start`.
  public init(start: Int) { self.start = start }

  /// The school year in which `date` lies.
  public init(containing date: CalendarDate) {
    let (year, month, _) = date.components
    start = month >= 7 ? year : year - 1
  }

  /// Reads `2026-27` or `2026-2027`, where the second year is the next one.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let first = Int(parts[0]),
      let second = Int(parts[1])
    else { return nil }
    let expected = parts[1].utf8.count == 4 ? first + 1 : (first + 1) % 100
    guard second == expected, [2, 4].contains(parts[1].utf8.count) else { return nil }
    start = first
  }

  /// `2026–27`, with an en dash, as documents print it.
  public var text: String {
    let end = (start + 1) % 100
    return "\(start)\u{2013}\(end < 10 ? "0" : "")\(end)"
  }

  /// Orders by time.
  public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }
}
