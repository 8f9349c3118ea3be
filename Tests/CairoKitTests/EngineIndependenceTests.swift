import CairoKit
import Testing

/// What one engine does must not show in what another gives.
@Suite("Engines side by side", .enabled(if: hasFonts, "run fonts/prepare first"))
struct EngineIndependenceTests {
  private static let text =
    "Wulandari designs for one person at a time. The grip went through three versions because its "
    + "user was asked three times. Wulandari tests to failure, laughs, and writes down the load. "
    + "The shop is quieter and safer when Wulandari is in it."

  /// Where each line of the text ends, at many widths: some end a hair from the edge.
  private static func breaks(_ fonts: FontLibrary) throws -> [[String]] {
    let engine = try TextEngine(fonts: fonts)
    let style = try engine.style(
      ShapingStyle(family: "Transcript Serif", size: 10.3, features: "onum=1,lnum=0"))
    return stride(from: 150.0, through: 300, by: 1).map { width in
      engine.breakLines([StyledText(text, style: style)], width: width).map(\.text)
    }
  }

  @Test("Two engines that start at the same moment break lines where one alone does")
  func enginesStartTogether() async throws {
    let fonts = try FontLibrary(folder: fontFolder)
    let expected = try Self.breaks(fonts)
    for _ in 0..<12 {
      try await withThrowingTaskGroup(of: [[String]].self) { group in
        for _ in 0..<2 {
          group.addTask { try Self.breaks(fonts) }
        }
        for try await found in group { #expect(found == expected) }
      }
    }
  }

  @Test("A composed and a decomposed letter are not taken for each other")
  func canonicallyEqualTextsStayApart() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    for text in ["Zo\u{EB}", "Zoe\u{308}"] {
      let line = engine.line(text, style: style)
      #expect(Array(line.text.utf8) == Array(text.utf8))
      let broken = engine.breakLines([StyledText(text, style: style)], width: 100)
      #expect(broken.map { Array($0.text.utf8) } == [Array(text.utf8)])
    }
  }
}
