/// How a piece of text is shaped; sizes are points.
public struct ShapingStyle: Hashable, Sendable {
  /// The base direction of a paragraph.
  public enum Direction: Int, Hashable, Sendable, CaseIterable {
    case leftToRight
    case rightToLeft
    /// Taken from the first strong character.
    case natural
  }

  /// A family of the folder, a role of its `fonts.conf`, or a list of both with commas.
  public var family: String
  /// Font size in points, above 0 and at most 1,000.
  public var size: Double
  /// 100 to 900.
  public var weight: Int
  /// Whether the true italic is wanted.
  public var isItalic: Bool
  /// OpenType features as CSS writes them, as in `liga=0,lnum=1`; empty for the font's own.
  public var features: String
  /// Extra points after each character.
  public var letterSpacing: Double
  /// BCP 47 tag.
  public var language: String
  /// The base direction of a paragraph that starts in this style.
  public var direction: Direction

  /// A style; what is not named is regular, upright, left to right, in English.
  public init(
    family: String, size: Double, weight: Int = 400, isItalic: Bool = false, features: String = "",
    letterSpacing: Double = 0, language: String = "en", direction: Direction = .leftToRight
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.features = features
    self.letterSpacing = letterSpacing
    self.language = language
    self.direction = direction
  }

  /// Why the style cannot be set, or nil.
  var problem: String? {
    if family.isEmpty || family.utf8.contains(0) { return "no family" }
    if !(size > 0 && size <= 1000) { return "size \(size)" }
    if !(100...900).contains(weight) { return "weight \(weight)" }
    if !(letterSpacing >= -100 && letterSpacing <= 100) { return "spacing \(letterSpacing)" }
    return nil
  }
}

/// A style that a `TextEngine` has prepared; it belongs to that engine.
public struct StyleID: Hashable, Sendable {
  let index: Int
}

/// A piece of a paragraph in one prepared style.
///
/// Two are equal when their UTF-8 is: `String` holds "é" and "e" with an accent for the same, but
/// what is drawn and extracted must not depend on which of them an engine has met first.
public struct StyledText: Hashable, Sendable {
  /// The text, never markup.
  public var text: String
  /// Its style.
  public var style: StyleID

  /// A piece of text in a prepared style.
  public init(_ text: String, style: StyleID) {
    self.text = text
    self.style = style
  }

  /// Whether both have the same bytes in the same style.
  public static func == (one: StyledText, other: StyledText) -> Bool {
    one.style == other.style && one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Hashes the style and the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(style)
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
