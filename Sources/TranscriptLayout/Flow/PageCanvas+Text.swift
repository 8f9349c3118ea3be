/// On which side of its place a line begins.
enum Alignment: Hashable, Sendable {
  case start
  case end
}

extension PageCanvas {
  /// The leaf for text whose first line has its top at `y`.
  ///
  /// `x` is the start edge of a place `width` wide; `baseline` lies below the top of a line.
  func leaf(
    _ role: StructureRole, _ text: SetText, x: Double, y: Double, width: Double = 0,
    align: Alignment = .start, baseline: Double
  ) -> StructureElement {
    let content = content(text, x: x, y: y, width: width, align: align, baseline: baseline)
    return StructureElement(
      role, content.content, language: content.language, actualText: content.actualText)
  }

  /// The marks of all lines, in one piece.
  func marks(
    _ text: SetText, x: Double, y: Double, width: Double = 0, align: Alignment = .start,
    baseline: Double
  ) -> [Mark] {
    let colors = text.colors
    return text.lines.enumerated().map { index, line in
      let start = align == .start ? x : x + width - line.width
      return .text(
        PlacedText(
          line, x: left(start, width: line.width),
          baseline: y + baseline + Double(index) * text.leading,
          colors: colors))
    }
  }

  /// What a leaf holds, with what is the same for all of it.
  private struct LeafContent {
    var content: StructureElement.Content
    var language: String?
    var actualText: String?
  }

  private func content(
    _ text: SetText, x: Double, y: Double, width: Double, align: Alignment, baseline: Double
  ) -> LeafContent {
    let marks = marks(text, x: x, y: y, width: width, align: align, baseline: baseline)
    let pieces = text.source.pieces
    guard let first = pieces.first else { return LeafContent(content: .marks(marks)) }
    let isUniform = pieces.dropFirst().allSatisfy {
      $0.language == first.language && $0.actualText == nil && first.actualText == nil
    }
    if isUniform {
      return LeafContent(
        content: .marks(marks), language: first.language, actualText: first.actualText)
    }
    return LeafContent(content: .elements(spans(of: pieces, in: marks)))
  }

  /// One span for each stretch of pieces in one language, in reading order.
  private func spans(of pieces: [StyledText.Piece], in marks: [Mark]) -> [StructureElement] {
    var spans: [StructureElement] = []
    var start = 0
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count, pieces[end].language == pieces[start].language,
        pieces[end].actualText == nil, pieces[start].actualText == nil
      { end += 1 }
      let whole = pieces[start..<end].reduce(into: "") { $0 += $1.text }
      let parts = marks.compactMap {
        Self.part(of: $0, spans: start..<end, text: marks.count == 1 ? whole : nil)
      }
      if !parts.isEmpty {
        spans.append(
          StructureElement(
            .span, .marks(parts), language: pieces[start].language,
            actualText: pieces[start].actualText))
      }
      start = end
    }
    return spans
  }

  /// The part of a line that comes from some of its spans, at the same place.
  private static func part(of mark: Mark, spans: Range<Int>, text: String?) -> Mark? {
    guard case .text(var placed) = mark else { return nil }
    if let text { placed.line.text = text }
    placed.line.runs.removeAll { !spans.contains($0.span) }
    return placed.line.runs.isEmpty ? nil : .text(placed)
  }
}
