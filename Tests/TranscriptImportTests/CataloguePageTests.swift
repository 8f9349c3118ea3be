import Diagnostics
import Foundation
import Testing
import TranscriptImport

/// `docs/diagnostics.md` is made of the catalogue and the samples; `UPDATE_DOCS=1` rewrites it.
@Suite struct CataloguePageTests {
  private let page = Folders.package.appending(path: "docs/diagnostics.md")

  @Test func `the page of all codes is current`() throws {
    let text = try Self.text()
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }

  @Test func `every code says what was found and what to do`() {
    for code in ImportCatalogue.codes {
      #expect(code.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(code.summary.hasSuffix("."))
      #expect(code.remedy.hasSuffix("."))
    }
  }

  private static func text() throws -> String {
    var text = """
      # What can be wrong with a district folder

      Every problem has a code that stays the same. An **error** means that the row, file or value
      named is not used; a **warning** that it is used and looks wrong; a **note** is worth knowing.
      This page is made from the catalogue and its tested samples (`Tests/TranscriptImportTests/Samples`).


      """
    for theme in ImportCatalogue.themes {
      text += "## \(theme.title)\n\n"
      for code in theme.codes { text += try section(code) }
    }
    return String(text.dropLast())
  }

  private static func section(_ code: DiagnosticCode) throws -> String {
    let expected = Sample(code: code.name).expectedFile
    let problems = try String(contentsOf: expected, encoding: .utf8)
    return """
      ### \(code.name)
      *\(code.severity.label)*: \(code.summary) \(code.remedy)

      ```text
      \(firstProblem(problems, code.name))
      ```


      """
  }

  /// The first problem of that code in the sample's text.
  private static func firstProblem(_ text: String, _ code: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n") {
      if !line.hasPrefix("  ") {
        if !lines.isEmpty { break }
        if !line.hasSuffix("[\(code)]") { continue }
      } else if lines.isEmpty {
        continue
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}
