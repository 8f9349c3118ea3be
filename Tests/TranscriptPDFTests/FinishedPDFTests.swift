import Foundation
import Testing
import TranscriptLayout

@testable import TranscriptPDF

@Suite("A finished PDF, read back", .enabled(if: hasResources, "run fonts/prepare"))
struct FinishedPDFTests {
  private let xml = AssociatedFile(
    name: "transcript.xml", summary: "The same record as PESC XML", mediaType: "application/xml",
    bytes: Array("<?xml version=\"1.0\"?><a>Nguyễn</a>".utf8))

  private func rendered(name: String = "Thùy Linh Okafor-Nguyễn") throws -> [UInt8] {
    let renderer = try makeRenderer()
    return try renderer.render(makeSample(renderer, name: name), attachment: xml)
  }

  @Test func `The associated file and the text of every block come back in the order of drawing`()
    throws
  {
    let pdf = try FinishedPDF(rendered())
    #expect(pdf.attachment == xml.bytes)
    let headings = pdf.blocks.filter { $0.tag.hasPrefix("H") }.map(\.text)
    #expect(headings == ["Thùy Linh Okafor-Nguyễn", "Notations"])
    #expect(pdf.blocks.contains { $0.text == "Seal of Biliteracy \\ (Spanish)" })
    // The sign for level 3 of 4 reads as dots, whatever glyph draws it.
    #expect(pdf.blocks.contains { $0.text.contains("●●●○") })
    let footers = pdf.blocks.filter { $0.tag == "Artifact" && !$0.text.isEmpty }.map(\.text)
    #expect(footers.contains { $0.contains("Page 1 of 2 (of \"2\")") })
    #expect(footers.contains { $0.contains("Page 2 of 2") })
  }

  @Test func `Text in two-byte fonts is read as well`() throws {
    let pdf = try FinishedPDF(rendered(name: "김서연"))
    #expect(pdf.blocks.contains { $0.text == "김서연" })
  }

  @Test func `A document without an associated file has none`() throws {
    let renderer = try makeRenderer()
    #expect(try FinishedPDF(renderer.render(makeSample(renderer))).attachment == nil)
  }

  @Test func `A file that is cut short, changed or not ours is refused, never guessed at`() throws {
    let bytes = try rendered()
    for count in stride(from: 0, to: bytes.count - 1, by: 997) {
      #expect(throws: PDFFailure.self) { try FinishedPDF(Array(bytes[..<count])) }
    }
    for foreign in ["", "%PDF-1.7\n", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"] {
      #expect(throws: PDFFailure.self) { try FinishedPDF(Array(foreign.utf8)) }
    }
  }

  @Test func `Any changed byte is a failure or a text, never a crash`() throws {
    let bytes = try rendered()
    let text = try FinishedPDF(bytes).blocks
    var survived = 0
    for index in stride(from: 0, to: bytes.count, by: 211) {
      var changed = bytes
      changed[index] = changed[index] &* 31 &+ 7
      if let pdf = try? FinishedPDF(changed), pdf.blocks == text { survived += 1 }
    }
    // Fonts are a large part of the file and are not read.
    #expect(survived > 0)
  }
}
