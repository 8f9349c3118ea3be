import Testing

@testable import TranscriptImport

@Suite struct DateHintTests {
  @Test(arguments: [
    ("9/14/2026", "write 2026-09-14"), ("09/14/26", "write 2026-09-14"),
    ("14.9.2026", "write 2026-09-14"), ("2026/9/4", "write 2026-09-04"),
    ("2026-09-14T10:30:00Z", "write 2026-09-14"), ("9/14/2026 10:30 AM", "write 2026-09-14"),
    ("3/4/2026", "write 2026-03-04 if the month comes first, 2026-04-03 if the day does"),
    // Spreadsheets count from 30 December 1899; 46279 days later is 14 September 2026.
    ("46279", "it looks like a spreadsheet's day number: write 2026-09-14"),
    ("02/30/2026", "write it like 2026-03-14"), ("2026-02-30", "write it like 2026-03-14"),
    ("0026-09-18", "write it like 2026-03-14"),
    ("26-09-18", "write 2026-09-18 if the year comes first, 2018-09-26 if the day does"),
    ("2026-9-4", "write 2026-09-04"), ("9/14/0026", "write it like 2026-03-14"),
    (
      "01/02/03",
      "write 2001-02-03 if the year comes first, 2003-01-02 if the month comes first,"
        + " 2003-02-01 if the day does"
    ), ("soon", "write it like 2026-03-14"),
  ])
  func `the day to type is named`(text: String, hint: String) {
    #expect(DateHint.hint(for: text) == hint)
  }
}
