/// Measures and breaks text for the layout, without the layout knowing how text is drawn.
///
/// The renderer implements it over its shaping engine; a test can implement it with fixed widths.
/// One worker owns one measurer: it is not `Sendable`. All lengths are points. Nothing here throws:
/// a character that no font covers is reported in the line, and the renderer refuses to draw such
/// a line; a failure inside the shaping engine is kept and reported when the pages are drawn.
public protocol TextMeasurer: AnyObject {
  /// What the layout keeps of texts that this measurer has measured, for as long as their lines can
  /// be drawn.
  var setTexts: SetTextCache { get }

  /// The advance width of `text` set on one line, in points.
  ///
  /// Line feeds count as spaces. The empty text has width 0.
  func measure(_ text: String, style: TextStyle) -> Double

  /// One line of text, never broken: for cells, labels and titles that must fit.
  func line(_ spans: [TextSpan]) -> TextLine

  /// Breaks a paragraph into lines no wider than `width` points, by the Unicode rules of its
  /// language; ragged, without hyphenation.
  ///
  /// - A word wider than `width` is broken inside rather than overflowing.
  /// - A line feed in the text forces a new line.
  /// - The paragraph's base direction is that of the first span's style.
  /// - An empty paragraph gives one empty line.
  func breakLines(_ spans: [TextSpan], width: Double) -> [TextLine]
}

/// A piece of a paragraph in one style.
public struct TextSpan: Hashable, Sendable {
  /// The text, never markup.
  public var text: String
  /// How it is set.
  public var style: TextStyle

  /// A piece of text in a style.
  public init(_ text: String, style: TextStyle) {
    self.text = text
    self.style = style
  }
}

/// A shaped line, ready to be placed.
///
/// It has no ascent or descent: the layout's fixed line boxes decide heights, never the font.
public struct TextLine: Hashable, Sendable {
  /// The pieces in reading order, which is that in which they are drawn.
  public var runs: [TextRun]
  /// Advance width in points, without the white space at the line's end.
  public var width: Double
  /// The characters of the line in reading order, for tests and alternative text.
  public var text: String
  /// The characters that no font covers, in order; a document with any is refused.
  public var missing: String
  /// Whether the paragraph reads from right to left, so that its start side is the right.
  public var isRightToLeft: Bool

  /// A shaped line.
  public init(
    runs: [TextRun], width: Double, text: String, missing: String = "", isRightToLeft: Bool = false
  ) {
    self.runs = runs
    self.width = width
    self.text = text
    self.missing = missing
    self.isRightToLeft = isRightToLeft
  }
}

/// A run of glyphs in one font inside a `TextLine`.
public struct TextRun: Hashable, Sendable {
  /// The measurer's own number of the shaped run; only the measurer that gave it can draw it.
  public var id: Int
  /// The index in the given spans from which the run comes, for its colour.
  public var span: Int
  /// Distance in points from the line's left edge to the run's origin.
  public var x: Double
  /// Advance width in points.
  public var width: Double

  /// A run of glyphs.
  public init(id: Int, span: Int, x: Double, width: Double) {
    self.id = id
    self.span = span
    self.x = x
    self.width = width
  }
}
