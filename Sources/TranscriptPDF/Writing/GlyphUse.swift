import CairoKit
import TranscriptLayout

/// A glyph that a document uses, and what it stands for where it stands alone.
struct UsedGlyph: Hashable {
  var index: UInt32
  var text: ClusterText?
}

/// Which glyphs of which fonts a document uses.
struct GlyphUse {
  /// One font's glyphs.
  private struct FontUse {
    /// For each glyph index one more than its place among the used ones; 0 where it is not.
    var places = [UInt16](repeating: 0, count: 1 << 12)
    var glyphs: [UsedGlyph] = []

    mutating func add(_ run: ShapedRun) {
      var next = 0
      for cluster in run.clusters {
        let end = next + Int(cluster.glyphCount)
        let text = cluster.glyphCount == 1 ? cluster.text : nil
        while next < end {
          add(run.glyphs[next].index, text)
          next += 1
        }
      }
    }

    private mutating func add(_ index: UInt32, _ text: ClusterText?) {
      let index = Int(index)
      if index >= places.count {
        places.append(contentsOf: repeatElement(0, count: index + 64 - places.count))
      }
      let place = Int(places[index])
      if place > 0 {
        if glyphs[place - 1].text == nil { glyphs[place - 1].text = text }
      } else {
        glyphs.append(UsedGlyph(index: UInt32(index), text: text))
        places[index] = UInt16(glyphs.count)
      }
    }
  }

  private var fonts: [FontUse] = []
  /// The runs that have been looked at: the same words stand on a page many times.
  private var runs: Set<Int> = []
  /// The numbers of the fonts in the order of their first glyphs.
  private(set) var order: [Int] = []

  /// - Throws: all missing characters of the document at once, so that none is released without.
  init(of pages: [PositionedPage], engine: TextEngine) throws(PDFFailure) {
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
        if runs.insert(run.id).inserted, let shaped = engine.run(run.id) { add(shaped) }
      }
    }
  }

  private mutating func add(_ run: ShapedRun) {
    while fonts.count <= run.font { fonts.append(FontUse()) }
    if fonts[run.font].glyphs.isEmpty, !run.glyphs.isEmpty { order.append(run.font) }
    fonts[run.font].add(run)
  }

  /// The glyphs of a font in the order of their indices.
  func glyphs(of font: Int) -> [UsedGlyph] { fonts[font].glyphs.sorted { $0.index < $1.index } }
}
