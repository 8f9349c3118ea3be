import CairoKit
import Testing

@Suite("Text engine", .enabled(if: hasFonts, "run fonts/prepare first"))
struct TextEngineTests {
  @Test("Widths grow with the size alone, unhinted, and all digits are equally wide")
  func widthIsLinear() throws {
    let engine = try makeEngine()
    let small = try engine.style(.sans(9))
    let large = try engine.style(.sans(90))
    let width = engine.width(of: "Proficient", style: small)
    #expect(abs(width * 10 - engine.width(of: "Proficient", style: large)) < 0.05)
    let digit = engine.width(of: "0", style: small)
    for other in 1...9 { #expect(engine.width(of: "\(other)", style: small) == digit) }
    #expect(engine.width(of: "", style: small) == 0)
  }

  @Test("Four level dots at 9 points are 25.9 points wide, as designed")
  func levelDotsHaveTheirWidth() throws {
    let engine = try makeEngine()
    let style = try engine.style(ShapingStyle(family: "Transcript Marks", size: 9))
    let line = engine.line("\u{E043}", style: style)
    #expect(line.missing.isEmpty)
    #expect(abs(line.width - 25.9) < 0.01)
  }

  @Test("Lines are broken at spaces, fit the width and lose no character")
  func paragraphsAreBroken() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    let text = "Thùy Linh asks the second question. Her marsh study began as a class assignment."
    let lines = engine.breakLines([StyledText(text, style: style)], width: 120)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.width <= 120 })
    #expect(lines.map(\.text).joined() == text)
    #expect(lines.dropLast().allSatisfy { $0.text.last == " " })
  }

  @Test("A word that is wider than the column is broken inside, without a hyphen")
  func longWordsAreBroken() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    let word = String(repeating: "m", count: 60)
    let lines = engine.breakLines([StyledText(word, style: style)], width: 100)
    #expect(lines.allSatisfy { $0.width <= 100 })
    #expect(lines.map(\.text).joined() == word)
    let glyphWidth = engine.width(of: "m", style: style)
    #expect(abs(lines[0].width - Double(lines[0].text.count) * glyphWidth) < 0.05)
  }

  @Test(
    "A line stays one line, whatever breaks are in the text",
    arguments: ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{2029}b", "a\u{0C}b"])
  func linesAreNeverBroken(text: String) throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    let line = engine.line(text, style: style)
    #expect(line.text.first == "a" && line.text.last == "b")
    #expect(line.text.dropFirst().dropLast().allSatisfy { $0 == " " })
    #expect(line.missing == "")
  }

  @Test("Spans of one style stay apart, so that each can have its colour")
  func spansKeepTheirIndex() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    let line = engine.line([
      StyledText("Grade 9", style: style), StyledText(" 2023–24", style: style),
    ])
    #expect(Set(line.pieces.map(\.span)) == [0, 1])
    #expect(line.text == "Grade 9 2023–24")
    #expect(line.pieces.map(\.x) == line.pieces.map(\.x).sorted())
  }

  @Test("A right-to-left paragraph says so, and its Latin part stands on the left of its start")
  func bidirectionalTextIsOrdered() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9, language: "ar", direction: .rightToLeft))
    let line = engine.line("مرحبا AB", style: style)
    #expect(line.isRightToLeft)
    #expect(line.pieces.count >= 2)
    let latin = engine.width(of: "AB", style: try engine.style(.sans(9)))
    // The pieces are in the order in which they are read.
    let last = try #require(line.pieces.last)
    #expect(last.x == 0)
    #expect(abs(last.width - latin) < 3)
  }

  @Test("Characters that no font covers are named")
  func missingGlyphsAreNamed() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    #expect(engine.line("a\u{13000}b", style: style).missing == "\u{13000}")
  }

  @Test(
    "Every script of the fallback order is covered",
    arguments: [
      ("vi", "Nguyễn Thị Ngọc Ánh"), ("pl", "Żółć gęślą jaźń"), ("ru", "Екатерина Щукина"),
      ("el", "Ελευθερία Ψαρρού"), ("ar", "فاطمة الزهراء"), ("he", "שָׁלוֹם כהן"),
      ("hi", "श्रीकृष्ण त्रिपाठी"), ("bn", "শ্রেয়া চট্টোপাধ্যায়"), ("gu", "કૃષ્ણા ત્રિવેદી"),
      ("th", "ณัฐพงษ์ ศรีสุข"), ("km", "សុខា ចាន់"), ("lo", "ສົມສັກ ວົງສາ"), ("am", "ሰላማዊት ተስፋዬ"),
      ("hy", "Արմեն Գրիգորյան"), ("ka", "ნინო ბერიძე"), ("zh-Hans", "欧阳静怡 张伟"),
      ("zh-Hant", "陳怡君 臺灣"), ("ja", "さくら ヴァイオリン 髙橋"), ("ko", "김서연 뷁"),
    ])
  func scriptsAreCovered(language: String, name: String) throws {
    let engine = try makeEngine()
    for family in ["Transcript Serif", "Transcript Sans", "Transcript Wide Sans"] {
      let style = try engine.style(ShapingStyle(family: family, size: 9, language: language))
      #expect(engine.line(name, style: style).missing == "")
    }
    #expect(engine.failure == nil)
  }

  @Test("A style out of range is refused")
  func badStylesAreRefused() throws {
    let engine = try makeEngine()
    for size in [0, -1, .nan, .infinity, 5000] {
      #expect(throws: CairoError.self) { try engine.style(.sans(size)) }
    }
  }

  @Test("A run has each of its glyphs once, with the text that it stands for")
  func distinctGlyphsAreKept() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    let line = engine.line("banana", style: style)
    let run = try #require(engine.run(line.pieces[0].run))
    #expect(run.glyphs.count == 6)
    let texts = run.distinctGlyphs.map { $0.text.map(engine.bytes) ?? [] }
    #expect(texts == [Array("b".utf8), Array("a".utf8), Array("n".utf8)])
    #expect(Set(run.distinctGlyphs.map(\.index)) == Set(run.glyphs.map(\.index)))
  }

  @Test("The numbers of the kept runs follow those that were recycled")
  func numbersOfRunsGoOn() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9))
    #expect(engine.runNumbers.isEmpty)
    let first = engine.line("one", style: style).pieces[0].run
    #expect(engine.runNumbers == first..<(first + 1))
    engine.recycle(limit: 0)
    let second = engine.line("one", style: style).pieces[0].run
    #expect(second == first + 1)
    #expect(engine.runNumbers == second..<(second + 1))
  }

  @Test("Runs that were recycled are gone, and their numbers never name another")
  func recycledRunsAreGone() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans())
    let line = engine.line("before", style: style)
    #expect(engine.run(line.pieces[0].run) != nil)
    engine.recycle(limit: 0)
    let after = engine.line("after", style: style)
    #expect(engine.run(line.pieces[0].run) == nil)
    #expect(after.pieces[0].run != line.pieces[0].run)
  }

  @Test("White space of any width is the font's own space, at its place")
  func spacesAreOneGlyph() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans())
    let line = engine.line("a b\u{A0}c\u{2003}d", style: style)
    let run = try #require(engine.run(line.pieces[0].run))
    #expect(Set([1, 3, 5].map { run.glyphs[$0].index }).count == 1)
    #expect(run.clusters.flatMap { engine.bytes(of: $0.text) } == Array("a b c d".utf8))
    // An em space is as wide as the type is high: 9 points.
    #expect(abs(run.glyphs[6].x - run.glyphs[5].x - 9) < 0.02)
  }

  @Test("Text that runs to the left keeps its reading order, each glyph at its place")
  func backwardTextKeepsItsOrder() throws {
    let engine = try makeEngine()
    let style = try engine.style(.sans(9, language: "he", direction: .rightToLeft))
    let line = engine.line("אבג", style: style)
    let run = try #require(engine.run(line.pieces[0].run))
    #expect(run.clusters.flatMap { engine.bytes(of: $0.text) } == Array("אבג".utf8))
    #expect(run.glyphs.map(\.x).sorted(by: >) == run.glyphs.map(\.x))
  }
}
