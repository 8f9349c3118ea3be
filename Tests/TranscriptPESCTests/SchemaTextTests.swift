import Diagnostics
import Testing

@testable import TranscriptPESC

@Suite struct SchemaTextTests {
  @Test func `The published schema and the compiled one are the same text`() throws {
    try DocsFolder.update("pesc/mastery-record-1.xsd", with: Array(MasteryRecordSchema.text.utf8))
    #expect(try DocsFolder.text("pesc/mastery-record-1.xsd") == MasteryRecordSchema.text)
  }

  /// What is written, with a line for each element.
  @Test func `The published example is what is written`() throws {
    let bytes = try PESCExporterTests.export(PESCExporterTests.full).bytes
    let lines = Self.indented(String(decoding: bytes, as: UTF8.self))
    try DocsFolder.update("pesc/example-1.3.0.xml", with: Array(lines.utf8))
    #expect(try DocsFolder.text("pesc/example-1.3.0.xml") == lines)
    #expect(
      try PESCSchemas(version: .v1_3_0).violations(in: Array(lines.utf8), name: "example") == [])
  }

  /// Every tag on a line of its own, leaves on one.
  private static func indented(_ document: String) -> String {
    let parts = document.replacing("\n", with: "").replacing("><", with: ">\n<").split(
      separator: "\n")
    var depth = 0
    return parts.reduce(into: "") { text, part in
      if part.hasPrefix("</") { depth -= 1 }
      text += String(repeating: "  ", count: depth) + part + "\n"
      let isWhole = part.hasPrefix("<?") || part.hasSuffix("/>") || part.contains("</")
      if !isWhole { depth += 1 }
    }
  }

  @Test func `The page for receivers names every code and quotes the example`() throws {
    let page = try DocsFolder.text("pesc.md")
    for code in PESCCodes.all { #expect(page.contains("`\(code.name)`"), "\(code.name)") }
    let example = try DocsFolder.text("pesc/example-1.3.0.xml")
    for line in [
      "<Competency id=\"MA-1\" level=\"PR\" date=\"2026-03-02\">",
      "<Alignment>HSF-BF.A.1</Alignment>", "<Evidence>E-1 E-2</Evidence>",
    ] {
      #expect(page.contains(line) && example.contains(line), "\(line)")
    }
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
