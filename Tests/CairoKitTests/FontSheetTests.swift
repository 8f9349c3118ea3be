import CairoKit
import Testing

@Suite("Font sheets", .enabled(if: hasFonts, "run fonts/prepare first"))
struct FontSheetTests {
  private func sheet(_ engine: TextEngine, of text: String) throws -> [UInt8] {
    let line = engine.line(text, style: try engine.style(.sans()))
    let run = try #require(engine.run(line.pieces[0].run))
    return try engine.fontSheet(
      font: run.font,
      glyphs: zip(run.glyphs, run.clusters).map { ($0.index, engine.bytes(of: $1.text)) })
  }

  @Test("The same glyphs give the same bytes, whatever the engine has met before")
  func bytesAreReproducible() throws {
    let warm = try makeEngine()
    _ = warm.line("김서연", style: try warm.style(.sans(20)))
    _ = warm.line("Larger first", style: try warm.style(.sans(30)))
    let bytes = try sheet(warm, of: "Quilwater≥é")
    #expect(bytes.starts(with: "%PDF-1.5\n".utf8))
    #expect(try sheet(makeEngine(), of: "Quilwater≥é") == bytes)
  }

  @Test("A font that the engine has never met is refused")
  func unknownFontsAreRefused() throws {
    let engine = try makeEngine()
    #expect(throws: CairoError.unknownFont(7)) {
      try engine.fontSheet(font: 7, glyphs: [(1, [65])])
    }
  }

  @Test(
    "A character's glyph is the one that it is shaped as; characters that are not there are left out"
  )
  func glyphsOfCharacters() throws {
    let engine = try makeEngine()
    let line = engine.line("Aé", style: try engine.style(.sans()))
    let run = try #require(engine.run(line.pieces[0].run))
    // A font for Latin has no U+4E00.
    let glyphs = engine.glyphs(ofFont: run.font, for: [0x41, 0x4E00, 0xE9])
    #expect(glyphs.map(\.index) == run.glyphs.map(\.index))
    #expect(glyphs.map { engine.bytes(of: $0.text) } == [[0x41], [0xC3, 0xA9]])
    #expect(engine.glyphs(ofFont: 99, for: [0x41]).isEmpty)
  }
}
