import Foundation
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let fontFolder = packageRoot.appendingPathComponent(".build/fonts").path
let profilePath = "/usr/share/color/icc/sRGB.icc"
let validator = packageRoot.deletingLastPathComponent()
  .appendingPathComponent("shared/tools/verapdf/validate").path

/// Whether the fonts and the colour profile are there; tests that need them are skipped without.
let hasResources =
  FileManager.default.fileExists(atPath: fontFolder + "/stamp")
  && FileManager.default.fileExists(atPath: profilePath)
let hasValidator = FileManager.default.isExecutableFile(atPath: validator)
let hasQPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")
let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

func makeRenderer() throws -> PDFRenderer {
  let profile = try Data(contentsOf: URL(fileURLWithPath: profilePath))
  return try PDFRenderer(
    resources: PDFResources(fontFolder: fontFolder, colorProfile: Array(profile)))
}

/// A two-page document of a fictional student with every kind of element and mark.
func makeSample(
  _ renderer: PDFRenderer, name: String = "Thùy Linh Okafor-Nguyễn", language: String = "vi"
) -> LaidOutDocument {
  var builder = SampleBuilder(measurer: renderer.measurer)
  let metadata = DocumentMetadata(
    title: "Official transcript: \(name)", language: "en", author: "Quillwater Regional School",
    subject: "Official transcript, No. QRHS-2027-00413", id: String(repeating: "0a", count: 16),
    status: .official, issuedOn: CalendarDate(iso: "2026-10-15") ?? CalendarDate(dayNumber: 0))
  let first = builder.page(
    artifacts: builder.footer("Page 1 of 2 (of \"2\")"),
    elements: [
      builder.leaf(.heading(1), name, language: language), builder.table(),
      builder.dots(filled: 3, total: 4), builder.link(),
    ])
  let second = builder.page(
    artifacts: builder.footer("Page 2 of 2"),
    elements: [
      StructureElement(
        .section,
        .elements([
          builder.leaf(.heading(2), "Notations"),
          builder.leaf(.paragraph, "Seal of Biliteracy \\ (Spanish)"),
        ]))
    ])
  return LaidOutDocument(pages: [first, second], metadata: metadata)
}

struct SampleBuilder {
  let measurer: any TextMeasurer
  var y = 60.0

  init(measurer: any TextMeasurer) { self.measurer = measurer }

  func page(artifacts: [Mark], elements: [StructureElement]) -> PositionedPage {
    PositionedPage(width: 612, height: 792, artifacts: artifacts, elements: elements)
  }

  func text(_ text: String, x: Double, y: Double, style: TextStyle) -> Mark {
    let line = measurer.line([TextSpan(text, style: style)])
    return .text(PlacedText(line, x: x, baseline: y, colors: [.black]))
  }

  func footer(_ label: String) -> [Mark] {
    [
      .strokes([Segment(42, 754, 570, 754)], width: 0.5, color: .black),
      text(label, x: 42, y: 765, style: TextStyle(size: 8, weight: .medium)),
    ]
  }

  mutating func leaf(
    _ role: StructureRole, _ string: String, x: Double = 42, language: String? = nil
  ) -> StructureElement {
    y += 14
    let style = TextStyle(size: 9, language: language ?? "en", direction: .natural)
    return StructureElement(
      role, .marks([text(string, x: x, y: y, style: style)]), language: language)
  }

  mutating func table() -> StructureElement {
    let head = StructureElement(
      .tableRow,
      .elements([leaf(.tableHeader(.column), "Course"), leaf(.tableHeader(.column), "Credit")]))
    let row = StructureElement(
      .tableRow, .elements([leaf(.tableHeader(.row), "Biology"), leaf(.tableCell, "1.00")]))
    return StructureElement(.table, .elements([head, row]))
  }

  mutating func dots(filled: Int, total: Int) -> StructureElement {
    y += 14
    let sign = MarkGlyph.levelDots(filled: filled, total: total).character.map(String.init) ?? ""
    return StructureElement(
      .figure,
      .marks([
        text(sign, x: 42, y: y, style: TextStyle(family: .marks, size: 9)),
        .rectangles([Rectangle(x: 90, y: y - 6, width: 6, height: 6)], color: .black),
        .outlines([Rectangle(x: 98, y: y - 6, width: 6, height: 6)], width: 0.7, color: .black),
        .disc(Circle(x: 110, y: y - 3, radius: 3), color: .black),
        .ring(Circle(x: 120, y: y - 3, radius: 3), width: 0.7, color: .black),
      ]), alternativeText: "level \(filled) of \(total)")
  }

  mutating func link() -> StructureElement {
    StructureElement(
      .paragraph,
      .elements([
        leaf(.link(destination: "https://quillwater.example/check?a=1&b='2'"), "Check this copy")
      ]))
  }
}

struct ToolResult {
  var status: Int32
  var output: String
}

/// Runs a program over files with the bytes; they stand where the arguments say `FILE`.
func run(
  _ program: String, _ arguments: [String], on contents: [[UInt8]]
) throws -> ToolResult {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = try contents.enumerated().map { index, bytes in
    let file = folder.appendingPathComponent("\(index).pdf")
    try Data(bytes).write(to: file)
    return file.path
  }
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments.flatMap { $0 == "FILE" ? files : [$0] }
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return ToolResult(
    status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
}
