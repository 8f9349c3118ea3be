import CairoKit
import Foundation
import Testing

@testable import TranscriptPDF

/// The real veraPDF, and a file as cairo writes it as the negative control.
@Suite(
  "Conformance",
  .enabled(if: hasResources && hasValidator, "the fonts or the validator are missing"))
struct ConformanceTests {
  @Test("Finished files are PDF/A-3a and PDF/UA-1, whatever the script of the name")
  func finishedFilesConform() throws {
    let names = [
      ("vi", "Thùy Linh Okafor-Nguyễn"), ("ar", "فاطمة الزهراء"), ("zh-Hans", "欧阳静怡"),
      ("ko", "김서연"), ("hi", "श्रीकृष्ण त्रिपाठी"), ("th", "ณัฐพงษ์ ศรีสุข"),
    ]
    let renderer = try makeRenderer()
    let xml = AssociatedFile(
      name: "transcript.xml", summary: "The same record as PESC XML",
      mediaType: "application/xml", bytes: Array("<a/>".utf8))
    let files = try names.map { language, name in
      try renderer.render(makeSample(renderer, name: name, language: language), attachment: xml)
    }
    // One run for all: the validator takes seconds to start.
    let result = try run(validator, ["3a,ua1", "FILE"], on: files)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("PASS") } == 12)
  }

  @Test("The raw file of cairo, from which fonts are taken, fails on the rules that it is made for")
  func rawFilesFail() throws {
    let engine = try TextEngine(fonts: FontLibrary(folder: fontFolder))
    let style = try engine.style(ShapingStyle(family: "Transcript Sans", size: 9))
    let run = try #require(engine.run(engine.line("A≥", style: style).pieces[0].run))
    let raw = try engine.fontSheet(
      font: run.font,
      glyphs: zip(run.glyphs, run.clusters).map { ($0.index, engine.bytes(of: $1.text)) })
    let result = try TranscriptPDFTests.run(validator, ["3a,ua1", "FILE"], on: [raw])
    #expect(result.status != 0)
    let rules = result.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(
      Set(rules) == [
        "6.1.3-1", "6.2-1", "6.2.4.3-2", "6.6.2.1-1", "6.7.2.2-1", "6.7.3.3-1",  // PDF/A-3a
        "7.1-3", "7.1-8", "7.1-10", "7.1-11", "7.2-34",  // PDF/UA-1
      ])
  }
}
