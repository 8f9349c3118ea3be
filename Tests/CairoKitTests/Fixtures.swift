import CairoKit
import Foundation

/// The fonts that `fonts/prepare` wrote; tests that need them are skipped without.
let fontFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent(".build/fonts").path

let hasFonts = FileManager.default.fileExists(atPath: fontFolder + "/stamp")
let hasPdftotext = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

let hasQPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")

let sampleMetadata = PDFMetadata(
  title: "Sample", author: "Quillwater", subject: "", creator: "tests",
  created: "2026-10-15T00:00:00Z")

func makeEngine() throws -> TextEngine {
  try TextEngine(fonts: FontLibrary(folder: fontFolder))
}

extension ShapingStyle {
  static func sans(
    _ size: Double = 9, language: String = "en", direction: Direction = .leftToRight
  ) -> ShapingStyle {
    ShapingStyle(
      family: "Transcript Sans", size: size, features: "liga=0,clig=0", language: language,
      direction: direction)
  }
}

/// Draws one line a string on one Letter page.
func makePDF(
  _ strings: [String], style: ShapingStyle = .sans(), engine: TextEngine
) throws -> [UInt8] {
  var canvas = try PDFCanvas(metadata: sampleMetadata)
  let id = try engine.style(style)
  canvas.beginPage(width: 612, height: 792)
  canvas.beginTag("Document")
  for (index, string) in strings.enumerated() {
    canvas.beginTag("P")
    let line = engine.line(string, style: id)
    canvas.show(line, of: engine, x: 42, y: 60 + Double(index) * 20, colors: [.black])
    canvas.endTag("P")
  }
  canvas.endTag("Document")
  canvas.endPage()
  return try canvas.finish()
}

/// Runs a program over a file with the bytes and gives what it prints.
func run(_ program: String, _ arguments: [String], on bytes: [UInt8]) throws -> String {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("\(UUID().uuidString).pdf")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(bytes).write(to: file)
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
  process.standardOutput = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: output, as: UTF8.self)
}

/// The lines that pdftotext sees, without the direction marks that it adds.
///
/// `isRaw` keeps the order of the content, which pdftotext's own guess loses where a Thai vowel
/// stands below its consonant; the guess puts right-to-left text back into reading order.
func extractLines(_ bytes: [UInt8], isRaw: Bool = false) throws -> [String] {
  let options = isRaw ? ["-raw"] : []
  let text = try run(
    "/usr/bin/pdftotext", options + ["-enc", "UTF-8", "FILE", "-"], on: bytes)
  let bare = text.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) }
  return String(String.UnicodeScalarView(bare))
    .split(whereSeparator: { $0 == "\n" || $0 == "\u{0C}" }).map(String.init)
}
