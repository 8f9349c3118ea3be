import Diagnostics
import Foundation
import Testing
import TranscriptLayout

@testable import TranscriptPDF

@Suite("PDF renderer", .enabled(if: hasResources, "run fonts/prepare; install icc-profiles-free"))
struct PDFRendererTests {
  private let xml = AssociatedFile(
    name: "transcript.xml", summary: "The same record as PESC XML", mediaType: "application/xml",
    bytes: Array("<?xml version=\"1.0\"?><a>Nguyễn</a>".utf8))

  @Test("The same document gives the same bytes, from any renderer and after any other document")
  func bytesAreReproducible() throws {
    let renderer = try makeRenderer()
    let first = try renderer.render(makeSample(renderer), attachment: xml)
    _ = try renderer.render(makeSample(renderer, name: "김서연", language: "ko"))
    #expect(try renderer.render(makeSample(renderer), attachment: xml) == first)
    let other = try makeRenderer()
    #expect(try other.render(makeSample(other), attachment: xml) == first)
  }

  @Test("Workers side by side write the same bytes as one alone")
  func workersDoNotDisturbEachOther() async throws {
    let names = ["Thùy Linh Okafor-Nguyễn", "김서연", "فاطمة الزهراء", "Zoë Ångström"]
    let profile = try Data(contentsOf: URL(fileURLWithPath: profilePath))
    let resources = try PDFResources(fontFolder: fontFolder, colorProfile: Array(profile))
    let alone = try PDFRenderer(resources: resources)
    let expected = try names.map { try alone.render(makeSample(alone, name: $0)) }
    try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for worker in 0..<4 {
        group.addTask {
          let renderer = try PDFRenderer(resources: resources)
          var files = Array(repeating: [UInt8](), count: names.count)
          for round in 0..<8 {
            let index = (worker + round) % names.count
            files[index] = try renderer.render(makeSample(renderer, name: names[index]))
          }
          return files
        }
      }
      for try await files in group { #expect(files == expected) }
    }
  }

  @Test("qpdf finds no error in the file", .enabled(if: hasQPDF, "qpdf is missing"))
  func qpdfAccepts() throws {
    let renderer = try makeRenderer()
    let bytes = try renderer.render(makeSample(renderer), attachment: xml)
    let result = try run("/usr/bin/qpdf", ["--check", "FILE"], on: [bytes])
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(
    "The associated file comes out byte for byte",
    .enabled(if: hasQPDF, "qpdf is missing"))
  func attachmentIsExact() throws {
    let renderer = try makeRenderer()
    let bytes = try renderer.render(makeSample(renderer), attachment: xml)
    let result = try run(
      "/usr/bin/qpdf", ["--show-attachment=transcript.xml", "FILE"], on: [bytes])
    #expect(Array(result.output.utf8) == xml.bytes)
  }

  @Test(
    "Text is extracted in the order of the elements, dots as dots",
    .enabled(if: hasPoppler, "poppler-utils is missing"))
  func extractionFollowsTheElements() throws {
    let renderer = try makeRenderer()
    let bytes = try renderer.render(makeSample(renderer))
    let text = try run("/usr/bin/pdftotext", ["-raw", "FILE", "-"], on: [bytes]).output
    let lines = text.split(whereSeparator: { $0 == "\n" || $0 == "\u{0C}" }).map(String.init)
    #expect(
      lines == [
        "Page 1 of 2 (of \"2\")", "Thùy Linh Okafor-Nguyễn", "Course", "Credit", "Biology", "1.00",
        "●●●○", "Check this copy", "Page 2 of 2", "Notations", "Seal of Biliteracy \\ (Spanish)",
      ])
  }

  @Test(
    "Names are extracted exactly as they were given",
    .enabled(if: hasPoppler, "poppler-utils is missing"),
    arguments: [
      ("en", "Difficult office affairs fi"), ("vi", "Nguyễn Thị Ngọc Ánh"),
      ("ar", "فاطمة الزهراء"), ("zh-Hans", "欧阳静怡"), ("ko", "김서연"), ("ja", "髙橋さくら"),
      ("hi", "श्रीकृष्ण त्रिपाठी"), ("th", "ณัฐพงษ์ ศรีสุข"),
    ])
  func extractionIsExact(language: String, name: String) throws {
    let renderer = try makeRenderer()
    let bytes = try renderer.render(makeSample(renderer, name: name, language: language))
    let order = language == "th" ? ["-raw"] : []
    let text = try run("/usr/bin/pdftotext", order + ["-enc", "UTF-8", "FILE", "-"], on: [bytes])
    // Without the direction marks that pdftotext adds.
    let bare = text.output.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) }
    let lines = String(String.UnicodeScalarView(bare)).split(separator: "\n").map(String.init)
    #expect(lines.contains(name))
    let blocks = try FinishedPDF(bytes).blocks
    #expect(blocks.contains { $0.tag == "H1" && Array($0.text.utf8) == Array(name.utf8) })
  }

  @Test(
    "A mark that is on no paper, or a page that is none, is refused",
    arguments: [Double.nan, .infinity, 200_000])
  func badLengthsAreRefused(length: Double) throws {
    let renderer = try makeRenderer()
    var document = makeSample(renderer)
    document.pages[0].artifacts = [
      .disc(Circle(x: 10, y: length, radius: 3), color: .black)
    ]
    #expect(throws: PDFFailure.self) { try renderer.render(document) }
    document.pages[0].artifacts = []
    document.pages[0].width = length
    #expect(throws: PDFFailure.self) { try renderer.render(document) }
  }

  @Test("All missing characters of a document are named, and nothing is released")
  func missingGlyphsAreNamed() throws {
    let renderer = try makeRenderer()
    let document = makeSample(renderer, name: "A\u{13000}B\u{12000}")
    let failure = #expect(throws: PDFFailure.self) { try renderer.render(document) }
    #expect(failure?.diagnostics.first?.code == .missingGlyph)
    #expect(failure?.diagnostics.first?.message.contains("U+13000, U+12000") == true)
    #expect(try renderer.render(makeSample(renderer)).isEmpty == false)
  }

  @Test("A colour profile that is not RGB is refused")
  func profileIsChecked() {
    #expect(throws: PDFFailure.self) {
      try PDFResources(fontFolder: fontFolder, colorProfile: Array(repeating: 0, count: 500))
    }
  }
}
