import Testing
import TranscriptModel

@Suite struct CalendarTests {
  @Test func `Every day of 1800 to 2199 has its number, its parts and its text`() throws {
    var number = try #require(CalendarDate(year: 1800, month: 1, day: 1)).dayNumber
    #expect(number == -62_091)
    for year in 1800...2199 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.dayNumber == number)
          #expect(date.components == (year, month, day))
          number += 1
        }
      }
    }
    // 400 years of the Gregorian calendar have 146,097 days.
    #expect(number == -62_091 + 146_097)
  }

  @Test(arguments: [
    "2027-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1",
    "2026/04/01", "2026-04-01T00:00", " 2026-04-01", "", "1799-12-31", "2200-01-01",
  ])
  func `A day that does not exist or is written otherwise is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `29 February exists in leap years only`() {
    #expect(CalendarDate(iso: "2028-02-29") != nil)
    #expect(CalendarDate(iso: "2000-02-29") != nil)
    #expect(CalendarDate(iso: "2100-02-29") == nil)
  }

  @Test func `A school year runs from July to June`() throws {
    let june = try #require(CalendarDate(iso: "2027-06-30"))
    let july = try #require(CalendarDate(iso: "2027-07-01"))
    #expect(SchoolYear(containing: june).text == "2026–27")
    #expect(SchoolYear(containing: july).text == "2027–28")
    #expect(SchoolYear(text: "2026-27") == SchoolYear(start: 2026))
    #expect(SchoolYear(text: "2026-2027") == SchoolYear(start: 2026))
    #expect(SchoolYear(text: "2026-28") == nil)
    #expect(SchoolYear(text: "1999-00") == SchoolYear(start: 1999))
  }
}
