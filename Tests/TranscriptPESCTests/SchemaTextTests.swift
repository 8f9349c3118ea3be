import Diagnostics
import Testing

@testable import TranscriptPESC

@Suite struct SchemaTextTests {
  @Test func `The published schema and the compiled one are the same text`() throws {
    try DocsFolder.update("pesc/mastery-record-1.xsd", with: Array(MasteryRecordSchema.text.utf8))
    #expect(try DocsFolder.text("pesc/mastery-record-1.xsd") == MasteryRecordSchema.text)
  }

  @Test func `The page for receivers names every code`() throws {
    let page = try DocsFolder.text("pesc.md")
    for code in PESCCodes.all { #expect(page.contains("`\(code.name)`"), "\(code.name)") }
  }

  @Test func `Notes are split between words and lose none of them`() {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    let notes = PESCText.notes(text)
    #expect(notes.joined(separator: " ") == text)
    #expect(notes.allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(notes.count > 4)
  }

  @Test func `A word longer than a note is kept whole, to be refused by name`() {
    let word = String(repeating: "x", count: 81)
    #expect(PESCText.notes("a \(word) b") == ["a", word, "b"])
  }
}
