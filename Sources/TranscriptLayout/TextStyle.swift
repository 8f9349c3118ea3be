/// How a piece of text is set: everything that changes its shapes or its width, and nothing else.
///
/// Colour is not part of it: it belongs to the box that is drawn. Sizes are points (1/72 inch).
public struct TextStyle: Hashable, Sendable {
  /// The role of a family; the renderer maps it to an ordered list of real families with fallbacks.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    /// Names, titles, large figures, narrative.
    case serif
    /// Data, labels, footers.
    case sans
    /// The full-width sans for family reports.
    case wideSans
    /// The private marks: level dots, squares, status marks (see `MarkGlyph`).
    case marks
  }

  /// The weight of the strokes; "bold" anywhere means `semiBold`.
  public enum Weight: Int, Hashable, Sendable, CaseIterable {
    case regular = 400
    case medium = 500
    case semiBold = 600
  }

  /// Upright or true italic; scripts without an italic stay upright.
  public enum Slant: Hashable, Sendable {
    case upright
    case italic
  }

  /// Which digits the font shall use.
  public enum Figures: Hashable, Sendable {
    /// The font's own default: tabular in the sans, old-style in the serif.
    case fontDefault
    case lining
    case tabularLining
    case oldStyle
  }

  /// The base direction of the paragraph that starts with this style.
  public enum Direction: Hashable, Sendable {
    case leftToRight
    case rightToLeft
    /// Taken from the first strong character (a name in a mixed table).
    case natural
  }

  /// The role of the family.
  public var family: Family
  /// Font size in points; finite, above 0 and at most 200.
  public var size: Double
  /// The weight of the strokes.
  public var weight: Weight
  /// Upright or italic.
  public var slant: Slant
  /// The digits' form.
  public var figures: Figures
  /// Extra space after each character in points; 0 for every right-to-left text.
  public var letterSpacing: Double
  /// Standard ligatures; off for Latin.
  ///
  /// "fi" then stays searchable. Required forms of Arabic and Indic scripts are always on.
  public var ligatures: Bool
  /// BCP 47 tag of the text's language, as in `en` or `zh-Hans`.
  public var language: String
  /// The paragraph's base direction.
  public var direction: Direction

  /// A style; what is not named has the default of a data cell in English.
  public init(
    family: Family = .sans, size: Double, weight: Weight = .regular, slant: Slant = .upright,
    figures: Figures = .fontDefault, letterSpacing: Double = 0, ligatures: Bool = false,
    language: String = "en", direction: Direction = .leftToRight
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.slant = slant
    self.figures = figures
    self.letterSpacing = letterSpacing
    self.ligatures = ligatures
    self.language = language
    self.direction = direction
  }
}
