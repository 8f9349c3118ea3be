/// A school's crest: filled outlines of one colour in a square of 40 by 40.
///
/// Read from the path data of an SVG file with `viewBox="0 0 40 40"`. SVG 2, 9.3.
public struct Crest: Hashable, Sendable {
  /// A place in the square: from its left and its top edge, in thousandths.
  public struct Point: Hashable, Sendable {
    /// From the left edge, 0 to 40,000.
    public let x: Int
    /// From the top edge, 0 to 40,000.
    public let y: Int

    /// Creates a place.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// A part of an outline.
  public enum Step: Hashable, Sendable {
    /// Begins an outline.
    case move(Point)
    /// A straight line.
    case line(Point)
    /// A cubic curve with its two control points and its end.
    case curve(Point, Point, Point)
    /// Closes the outline.
    case close
  }

  /// The side of the square in thousandths.
  public static let side = 40_000
  /// What a path may be long, in bytes.
  static let mostBytes = 20_000

  /// The outlines; inside is what the nonzero winding rule says.
  public let steps: [Step]

  /// Reads path data of the commands M, L, H, V, C and Z in either case.
  ///
  /// `nil` for other commands, for what leaves the square, and above 20,000 bytes.
  public init?(path: String) {
    guard path.utf8.count <= Self.mostBytes else { return nil }
    var reader = CrestReader(path)
    guard let steps = reader.read(), steps.contains(where: { $0 != .close }) else { return nil }
    self.steps = steps
  }
}
