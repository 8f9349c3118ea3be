import Testing
import TranscriptImport

@Suite struct MappingSuggestionTests {
  @Test func `a draft names what it can tell and says what it cannot`() throws {
    let table = """
      Result ID;SASID;Standard Code;Date Assessed;Score;Mastery Average;Assignment Name;IEP
      1;1000000001;MATH-1;10/14/2026;4;3.2;Bridge;CANARY
      2;1000000002;MATH-1;10/13/2026;3;3.1;Bridge;CANARY
      """
    let draft = try #require(
      MappingSuggestion(InputFile(path: "a/Standards Export.csv", bytes: Array(table.utf8))))
    #expect(
      draft.text == """
        # A first draft: read it line by line, and give what could not be told.
        mapping: standards-export
        table: evidence
        recognizes: [Result ID, SASID, Standard Code, Date Assessed]
        separator: ";"
        columns:
          evidence_id: Result ID
          student_id: { column: SASID, sasid: true }
          competency: Standard Code
          demonstrated_on: { column: Date Assessed, date: M/D/YYYY }
          level: { column: Score, values: { "3": …, "4": … } }
          # assessment_type: { constant: … }   # nothing here looks like it
          # purpose: { constant: … }   # nothing here looks like it
          title: Assignment Name
        # not used: Mastery Average

        """)
  }

  @Test func `a day that could be read in two ways is left to a person`() throws {
    let table = "id,student id,standard,date,score,title\n1,2,3,3/4/2026,4,x\n"
    let draft = try #require(
      MappingSuggestion(InputFile(path: "x.csv", bytes: Array(table.utf8))))
    #expect(draft.text.contains("demonstrated_on: { column: date, date: … }"))
    #expect(draft.text.contains("evidence_id: { digest: [student id, standard, title, date] }"))
  }
}
