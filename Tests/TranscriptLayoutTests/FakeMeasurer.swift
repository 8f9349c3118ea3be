import TranscriptLayout

/// Measures without fonts: every letter is 0.42 times as wide as the text is high.
///
/// A line has one run for each span of which it has text.
final class FakeMeasurer: TextMeasurer {
  let setTexts = SetTextCache()

  private static func width(_ text: String, _ style: TextStyle) -> Double {
    var advance = 0.42
    if style.family == .marks, let first = text.unicodeScalars.first {
      // As wide as the private font draws them: rows of dots, and single marks.
      let dots = Double(first.value >> 4 & 0xF)
      advance = first.value < 0xE200 ? (dots * 6.9 - 1.7) / 9 : 0.84
    }
    return Double(text.count) * (style.size * advance + style.letterSpacing)
  }

  func measure(_ text: String, style: TextStyle) -> Double { Self.width(text, style) }

  func line(_ spans: [TextSpan]) -> TextLine { Self.line(spans.enumerated().map { ($0, $1) }) }

  func breakLines(_ spans: [TextSpan], width: Double) -> [TextLine] {
    var lines: [[(Int, TextSpan)]] = [[]]
    var used = 0.0
    for (index, span) in spans.enumerated() {
      for word in Self.words(span.text) {
        let size = Self.width(String(Substring(word).trimmingEnd()), span.style)
        if word == "\n" || (used > 0 && used + size > width) {
          lines.append([])
          used = 0
        }
        guard word != "\n" else { continue }
        for piece in Self.pieces(word, span.style, width: width) {
          let size = Self.width(piece, span.style)
          if used > 0, piece != word, used + size > width {
            lines.append([])
            used = 0
          }
          lines[lines.count - 1].append((index, TextSpan(piece, style: span.style)))
          used += size
        }
      }
    }
    return lines.map(Self.line)
  }

  /// Words with the space that follows; line feeds alone.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      if character == "\n" {
        if !word.isEmpty { words.append(word) }
        words.append("\n")
        word = ""
        continue
      }
      word.append(character)
      if character == " " {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// A word wider than the line in pieces that are not.
  private static func pieces(_ word: String, _ style: TextStyle, width: Double) -> [String] {
    guard self.width(word, style) > width else { return [word] }
    let count = max(1, Int(width / self.width("n", style)))
    var rest = Substring(word)
    var pieces: [String] = []
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  private static func line(_ spans: [(Int, TextSpan)]) -> TextLine {
    var runs: [TextRun] = []
    var x = 0.0
    var text = ""
    for (position, (index, span)) in spans.enumerated() {
      let isLast = position == spans.count - 1
      let shown = isLast ? String(Substring(span.text).trimmingEnd()) : span.text
      let size = width(shown, span.style)
      runs.append(TextRun(id: 0, span: index, x: x, width: size))
      x += size
      text += shown
    }
    return TextLine(runs: runs, width: x, text: text)
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
