import TranscriptModel

/// When a course meets.
enum Term: Hashable {
  case year, first, second
  /// From late June for so many days, before the school year it counts for.
  case summer(days: Int)
}

/// The days of one school year at the example school.
struct SchoolCalendar {
  /// 1 September.
  let opens: CalendarDate

  /// Creates the calendar of the school year that begins in `year`; `nil` outside 1800...2199.
  init?(year: Int) {
    guard let opens = CalendarDate(year: year, month: 9, day: 1) else { return nil }
    self.opens = opens
  }

  /// First and last day of a term; seniors finish two weeks before the others.
  func span(of term: Term, grade: Int) -> (from: CalendarDate, through: CalendarDate) {
    let closes = opens.adding(days: grade == 12 ? 269 : 283)
    switch term {
    case .year: return (opens, closes)
    case .first: return (opens, opens.adding(days: 142))
    case .second: return (opens.adding(days: 148), closes)
    case .summer(let days):
      let from = opens.adding(days: -71)
      return (from, from.adding(days: days))
    }
  }

  /// The day on which the `index`th of `count` objectives of a term is due, before chance moves it.
  func dueDay(_ index: Int, of count: Int, term: Term, grade: Int) -> CalendarDate {
    let (from, through) = span(of: term, grade: grade)
    let days = Int(through.dayNumber - from.dayNumber)
    let first = days * 14 / 100
    let step = count > 1 ? (days - first) * index / (count - 1) : 0
    return from.adding(days: first + step)
  }

  /// A day when school meets, at or after `day`: not at a weekend, nor around New Year.
  static func schoolDay(_ day: CalendarDate) -> CalendarDate {
    var day = day
    while !isSchoolDay(day) { day = day.adding(days: 1) }
    return day
  }

  private static func isSchoolDay(_ day: CalendarDate) -> Bool {
    let (_, month, dayOfMonth) = day.components
    if month == 12 && dayOfMonth >= 23 || month == 1 && dayOfMonth <= 2 { return false }
    // Day 0 was a Thursday, so that Saturday leaves 2 and Sunday 3.
    return ![2, 3].contains(((Int(day.dayNumber) % 7) + 7) % 7)
  }
}
