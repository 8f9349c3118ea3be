/// A line of shaped text: runs in the order in which they are read, each at its place.
///
/// Drawn in this order they are extracted in it: a number behind Arabic words stands left of them.
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

  /// The runs in reading order.
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
