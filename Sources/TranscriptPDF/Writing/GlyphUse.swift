import CairoKit
import TranscriptLayout

/// A glyph that a document uses, and what it stands for where it stands alone.
typealias UsedGlyph = ShapedRun.DistinctGlyph

/// Which glyphs of which fonts a document uses.
struct GlyphUse {
  /// One font's glyphs.
  private struct FontUse {
    /// For each glyph index one more than its place among the used ones; 0 where it is not.
    var places = [UInt16](repeating: 0, count: 1 << 12)
    var glyphs: [UsedGlyph] = []

    mutating func add(_ glyph: UsedGlyph) {
      let index = Int(glyph.index)
      if index >= places.count {
        places.append(contentsOf: repeatElement(0, count: index + 64 - places.count))
      }
      let place = Int(places[index])
      if place > 0 {
        if glyphs[place - 1].text == nil { glyphs[place - 1].text = glyph.text }
      } else {
        glyphs.append(glyph)
        places[index] = UInt16(glyphs.count)
      }
    }
  }

  private var fonts: [FontUse] = []
  /// For each run that the engine knows whether it has been looked at: the same words stand on a
  /// page many times.
  private var isSeen: [Bool]
  private let firstRun: Int
  /// The numbers of the fonts in the order of their first glyphs.
  private(set) var order: [Int] = []

  /// - Throws: all missing characters of the document at once, so that none is released without.
  init(of pages: [PositionedPage], engine: TextEngine) throws(PDFFailure) {
    let known = engine.runNumbers
    firstRun = known.lowerBound
    isSeen = Array(repeating: false, count: known.count)
    var missing = ""
    for page in pages {
      add(page.artifacts, engine, &missing)
      for element in page.elements { add(element, engine, &missing) }
    }
    if !missing.isEmpty {
      let text = pages.lazy.compactMap(Self.uncoveredText).first
      throw PDFFailure(CairoError.missingGlyphs(characters: missing, text: text ?? ""))
    }
  }

  /// The first line of a page that has a character without a glyph.
  private static func uncoveredText(on page: PositionedPage) -> String? {
    (page.elements.flatMap(marks) + page.artifacts).lazy.compactMap { mark in
      guard case .text(let text) = mark, !text.line.missing.isEmpty else { return nil }
      return text.line.text
    }.first
  }

  private static func marks(of element: StructureElement) -> [Mark] {
    switch element.content {
    case .elements(let children): children.flatMap(marks)
    case .marks(let marks): marks
    }
  }

  private mutating func add(
    _ element: StructureElement, _ engine: TextEngine, _ missing: inout String
  ) {
    switch element.content {
    case .elements(let children): for child in children { add(child, engine, &missing) }
    case .marks(let marks): add(marks, engine, &missing)
    }
  }

  private mutating func add(_ marks: [Mark], _ engine: TextEngine, _ missing: inout String) {
    for case .text(let text) in marks {
      missing += text.line.missing
      for run in text.line.runs {
        let place = run.id - firstRun
        guard isSeen.indices.contains(place), !isSeen[place] else { continue }
        isSeen[place] = true
        if let shaped = engine.run(run.id) { add(shaped) }
      }
    }
  }

  private mutating func add(_ run: ShapedRun) {
    while fonts.count <= run.font { fonts.append(FontUse()) }
    if fonts[run.font].glyphs.isEmpty, !run.glyphs.isEmpty { order.append(run.font) }
    for glyph in run.distinctGlyphs { fonts[run.font].add(glyph) }
  }

  /// The glyphs of a font in the order of their indices.
  func glyphs(of font: Int) -> [UsedGlyph] { fonts[font].glyphs.sorted { $0.index < $1.index } }
}
