import Testing
import TranscriptModel

/// What is left of a title as it was typed.
@Suite struct DemonstrationTitleTests {
  @Test(arguments: [
    ("What the Marsh Remembers", "what the marsh remembers"),
    ("  Lab\treport \r\n No. 3  ", "lab report no. 3"),
    ("", ""), (" \t ", ""), ("A", "a"), ("[@`{Z", "[@`{z"),
    // Dashes and quotation marks stay; a line end beside them is white space.
    ("\u{201C}The Marsh\u{201D} \u{2013}  Part 2", "\u{201C}the marsh\u{201D} \u{2013} part 2"),
    ("Part\u{2028}2", "part 2"),
    // Beyond ASCII the same rules hold: capitals, and white space of any width.
    ("\u{C9}tude\u{A0}\u{2003}No. 3 ", "\u{E9}tude no. 3"),
  ])
  func `Capitals and repeated white space go`(written: String, text: String) {
    #expect(DemonstrationTitle(written).text == text)
  }

  @Test func `Accents that are stored apart are the same`() {
    #expect(DemonstrationTitle("E\u{301}tude") == DemonstrationTitle("\u{C9}TUDE"))
  }
}
