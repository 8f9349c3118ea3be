/// A line of shaped text: runs in visual order, from the left.
public struct ShapedLine: Hashable, Sendable {
  /// A run at its place in the line.
  public struct Piece: Hashable, Sendable {
    /// The run's number in the engine that shaped it.
    public var run: Int
    /// The index of the span that it comes from.
    public var span: Int
    /// Points from the line's left edge.
    public var x: Double
    /// Advance width in points.
    public var width: Double
  }

  /// The runs from left to right.
  public var pieces: [Piece]
  /// Advance width in points.
  public var width: Double
  /// The characters in reading order.
  public var text: String
  /// The characters that no font covers.
  public var missing: String
  /// Whether the paragraph reads from right to left.
  public var isRightToLeft: Bool
}
