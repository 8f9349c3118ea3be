/// Text that is measured and broken: lines of one paragraph, not yet at a place.
struct SetText {
  let source: StyledText
  let lines: [TextLine]
  let leading: Double
  /// The colour of each piece.
  let colors: [RGBColor]
  /// The widest line.
  let width: Double

  init(source: StyledText, lines: [TextLine], leading: Double) {
    self.source = source
    self.lines = lines
    self.leading = leading
    colors = source.colors
    width = lines.reduce(0) { max($0, $1.width) }
  }

  /// The number of lines times the leading.
  var height: Double { Double(lines.count) * leading }
}

/// Measures and breaks styled text.
struct TextSetter {
  let measurer: any TextMeasurer
  /// What was set before.
  var cache: SetTextCache { measurer.setTexts }

  /// Text on one line.
  func line(_ text: StyledText) -> SetText {
    SetText(source: text, lines: [measurer.line(text.spans)], leading: text.leading)
  }

  /// Text on one line where it fits, else on as many as it takes.
  func lines(_ text: StyledText, width: Double) -> SetText {
    if !Self.isSurelyWider(text, than: width) {
      let single = line(text)
      guard single.width > width + 0.01 || text.text.utf8.contains(10) else { return single }
    }
    let spans = text.spans
    var lines = measurer.breakLines(spans, width: max(width, 1))
    if lines.count > 1, Self.isSingleWord(lines[lines.count - 1]) {
      lines = rebroken(spans, width: width, instead: lines)
    }
    return SetText(source: text, lines: lines, leading: text.leading)
  }

  /// Whether text is so long that there is no need to set it on one line first.
  ///
  /// A guess is enough: text that fits is broken into one line as well.
  private static func isSurelyWider(_ text: StyledText, than width: Double) -> Bool {
    let widths = text.pieces.lazy.map { Double($0.text.utf8.count) * $0.role.style.size * 0.2 }
    return widths.reduce(0, +) > width
  }

  /// Text on one line in the first size that fits, or `nil`.
  func fitting(_ text: StyledText, sizes: [Double], width: Double) -> SetText? {
    for size in sizes {
      let candidate = line(text.resized(to: size))
      if candidate.width <= width { return candidate }
    }
    return nil
  }

  /// Breaks a little narrower, so that the last line has two words at least.
  private func rebroken(
    _ spans: [TextSpan], width: Double, instead original: [TextLine]
  ) -> [TextLine] {
    for share in [0.95, 0.9, 0.85, 0.8, 0.72] {
      let lines = measurer.breakLines(spans, width: width * share)
      guard lines.count == original.count, let last = lines.last else { break }
      if !Self.isSingleWord(last) { return lines }
    }
    return original
  }

  private static func isSingleWord(_ line: TextLine) -> Bool {
    !line.text.utf8.dropLast().contains(UInt8(ascii: " "))
      && line.text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }
}
