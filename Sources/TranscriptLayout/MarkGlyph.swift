/// The signs of the private font `MasteryMarks`: set them as text in `TextStyle.Family.marks`.
///
/// They are drawn for the text size beside them: at 9 points a level dot is 5.2 points wide. A box
/// that shows one carries alternative text, because its code points mean nothing elsewhere.
public enum MarkGlyph: Hashable, Sendable {
  /// `filled` dots of `total`, from the start side; `total` is 2 to 8, `filled` 0 to `total`.
  case levelDots(filled: Int, total: Int)
  /// The same, filled from the right, for right-to-left pages.
  case mirroredLevelDots(filled: Int, total: Int)
  /// A competency below the bar.
  case hollowSquare
  /// A competency at or above the bar.
  case solidSquare
  /// Needs attention: a ring with an exclamation mark.
  case needs
  /// On track: a solid circle with a check.
  case onTrack
  /// Ahead: a solid circle with an arrow up.
  case ahead
  /// A check mark alone.
  case check

  /// The character in the private-use area, or nil for dots outside the font's range.
  public var character: Character? {
    switch self {
    case .levelDots(let filled, let total): Self.dots(0xE000, filled, total)
    case .mirroredLevelDots(let filled, let total): Self.dots(0xE100, filled, total)
    case .hollowSquare: "\u{E200}"
    case .solidSquare: "\u{E201}"
    case .needs: "\u{E210}"
    case .onTrack: "\u{E211}"
    case .ahead: "\u{E212}"
    case .check: "\u{E213}"
    }
  }

  private static func dots(_ base: UInt32, _ filled: Int, _ total: Int) -> Character? {
    guard (2...8).contains(total), (0...total).contains(filled) else { return nil }
    return Unicode.Scalar(base + UInt32(total << 4 | filled)).map(Character.init)
  }
}
