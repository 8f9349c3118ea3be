import TranscriptLayout

extension MarkGlyph {
  /// What a reader extracts for each sign, since its code point means nothing outside the font.
  static let extractedText: [Character: String] = {
    var result: [Character: String] = [:]
    for total in 2...8 {
      for filled in 0...total {
        let solid = String(repeating: "●", count: filled)
        let rings = String(repeating: "○", count: total - filled)
        result[.levelDots(filled: filled, total: total)] = solid + rings
        // The same order of reading: the start is on the right there.
        result[.mirroredLevelDots(filled: filled, total: total)] = solid + rings
      }
    }
    result[.hollowSquare] = "□"
    result[.solidSquare] = "■"
    result[.needs] = "!"
    result[.onTrack] = "✓"
    result[.ahead] = "↑"
    result[.check] = "✓"
    return result
  }()
}

extension [Character: String] {
  fileprivate subscript(glyph: MarkGlyph) -> String? {
    get { glyph.character.flatMap { self[$0] } }
    set {
      if let character = glyph.character { self[character] = newValue }
    }
  }
}
