import Diagnostics
import Foundation
import Testing

@testable import TranscriptWorkflow

/// `docs/diagnostics.md`, and what `help CODE` prints, are made of the catalogue and the samples;
/// `UPDATE_DOCS=1` rewrites them.
@Suite struct CataloguePageTests {
  private static let page = Project.root.appending(path: "docs/diagnostics.md")
  private static let source = Project.root.appending(
    path: "Sources/TranscriptWorkflow/Report/CodeExamples+Texts.swift")

  private static let isUpdate = ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1"

  @Test func `the page of all codes is current`() throws {
    let text = try Self.text()
    if Self.isUpdate { try text.write(to: Self.page, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text)
  }

  @Test func `the examples that help prints are those of the page`() throws {
    let examples = try DiagnosticCatalogue.all.map { code in
      "\(CodeExamples.mark)\(code.name)\n\(try Self.example(code))\n"
    }
    let text = """
      // swift-format-ignore-file
      // Made by CataloguePageTests: UPDATE_DOCS=1 swift test --filter CataloguePageTests

      extension CodeExamples {
        static let texts = #\"""
      \(examples.joined().dropLast())
      \"""#
      }

      """
    if Self.isUpdate { try text.write(to: Self.source, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: Self.source, encoding: .utf8) == text)
  }

  @Test(arguments: DiagnosticCatalogue.all)
  func `help prints what was found, what to do and an example`(code: DiagnosticCode) throws {
    let page = try #require(DiagnosticCatalogue.page(of: code.name))
    #expect(page.contains(code.summary) && page.contains(code.remedy))
    for line in try Self.example(code).split(separator: "\n") { #expect(page.contains(line)) }
  }

  @Test func `every code is on the page once, and says what was found and what to do`() {
    let listed = DiagnosticCatalogue.themes.flatMap(\.codes)
    #expect(listed.sorted() == DiagnosticCatalogue.all)
    for code in listed {
      #expect(code.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(code.summary.hasSuffix("."))
      #expect(code.remedy.hasSuffix("."))
    }
  }

  private static func text() throws -> String {
    var text = """
      # What can be wrong

      Every problem has a code that stays the same. An **error** means that the row, file or value
      named is not used; a **warning** that it is used and looks wrong; a **note** is worth knowing.
      This page is made from the catalogue and its tested samples (`Tests/TranscriptImportTests/Samples`,
      `Tests/CodeSamples`); `mastery-transcript help CODE` prints the same.


      """
    for theme in DiagnosticCatalogue.themes where !theme.codes.isEmpty {
      text += "## \(theme.title)\n\n"
      for code in theme.codes { text += try section(code) }
    }
    return String(text.dropLast())
  }

  private static func section(_ code: DiagnosticCode) throws -> String {
    """
    ### \(code.name)
    *\(code.severity.label)*: \(code.summary) \(code.remedy)

    ```text
    \(try example(code))
    ```


    """
  }

  /// The first problem of that code in the text of its sample.
  private static func example(_ code: DiagnosticCode) throws -> String {
    let imported = Project.root.appending(
      path: "Tests/TranscriptImportTests/Samples/\(code.name)/expected.txt")
    let other = Project.root.appending(path: "Tests/CodeSamples/\(code.name).txt")
    let text =
      try (try? String(contentsOf: imported, encoding: .utf8))
      ?? String(contentsOf: other, encoding: .utf8)
    return firstProblem(text, code.name)
  }

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
