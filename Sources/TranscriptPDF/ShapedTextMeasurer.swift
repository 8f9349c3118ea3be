import CairoKit
import TranscriptLayout

/// Measures text for the layout with the engine that will draw it.
final class ShapedTextMeasurer: TextMeasurer {
  let engine: TextEngine
  let setTexts = SetTextCache()
  private var styles: [TextStyle: StyleID] = [:]
  private var last: (style: TextStyle, id: StyleID)?
  /// The first style that was refused; the document is then not drawn.
  private(set) var failure: CairoError?

  init(fonts: FontLibrary) throws(CairoError) {
    engine = try TextEngine(fonts: fonts, extractedText: MarkGlyph.extractedText)
  }

  /// Forgets lines when there are many, and with them what the layout has made of them.
  func recycle() {
    if engine.recycle() { setTexts.removeAll() }
  }

  func measure(_ text: String, style: TextStyle) -> Double {
    guard let id = prepared(style) else { return 0 }
    return engine.width(of: text, style: id)
  }

  func line(_ spans: [TextSpan]) -> TextLine {
    if spans.count == 1, let id = prepared(spans[0].style) {
      return TextLine(engine.line(spans[0].text, style: id))
    }
    guard let styled = prepared(spans) else { return .empty }
    return TextLine(engine.line(styled))
  }

  func breakLines(_ spans: [TextSpan], width: Double) -> [TextLine] {
    guard let styled = prepared(spans) else { return [.empty] }
    return engine.breakLines(styled, width: width).map(TextLine.init)
  }

  private func prepared(_ spans: [TextSpan]) -> [StyledText]? {
    var result: [StyledText] = []
    for span in spans {
      guard let id = prepared(span.style) else { return nil }
      result.append(StyledText(span.text, style: id))
    }
    return result.isEmpty ? nil : result
  }

  private func prepared(_ style: TextStyle) -> StyleID? {
    // Most text has the style of the text before it.
    if let last, last.style == style { return last.id }
    if let known = styles[style] {
      last = (style, known)
      return known
    }
    do throws(CairoError) {
      let id = try engine.style(ShapingStyle(style))
      styles[style] = id
      last = (style, id)
      return id
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}

extension TextLine {
  fileprivate static let empty = TextLine(runs: [], width: 0, text: "")

  fileprivate init(_ line: ShapedLine) {
    self.init(
      runs: line.pieces.map { TextRun(id: $0.run, span: $0.span, x: $0.x, width: $0.width) },
      width: line.width, text: line.text, missing: line.missing,
      isRightToLeft: line.isRightToLeft)
  }
}

extension ShapingStyle {
  /// The roles are those of `fonts/fonts.conf`.
  fileprivate init(_ style: TextStyle) {
    let family =
      switch style.family {
      case .serif: "Transcript Serif"
      case .sans: "Transcript Sans"
      case .wideSans: "Transcript Wide Sans"
      case .marks: "Transcript Marks"
      }
    let direction: Direction =
      switch style.direction {
      case .leftToRight: .leftToRight
      case .rightToLeft: .rightToLeft
      case .natural: .natural
      }
    self.init(
      family: family, size: style.size, weight: style.weight.rawValue,
      isItalic: style.slant == .italic, features: style.features,
      letterSpacing: style.letterSpacing, language: style.language, direction: direction)
  }
}

extension TextStyle {
  fileprivate var features: String {
    var features = ligatures ? [] : ["liga=0", "clig=0"]
    // The serif's other forms of f and t, for two beside each other, would need a subset of their own.
    if !ligatures, family == .serif { features.append("calt=0") }
    switch figures {
    case .fontDefault: break
    case .lining: features += ["lnum=1", "onum=0"]
    case .tabularLining: features += ["lnum=1", "tnum=1", "onum=0", "pnum=0"]
    case .oldStyle: features += ["onum=1", "lnum=0"]
    }
    return features.joined(separator: ",")
  }
}
