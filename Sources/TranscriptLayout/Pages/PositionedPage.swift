/// One page: what is decoration, and what is content with its place in the document's structure.
///
/// Lengths are points; the origin is the page's top left corner and y grows downwards.
public struct PositionedPage: Hashable, Sendable {
  /// Width in points.
  public var width: Double
  /// Height in points.
  public var height: Double
  /// Rules, footers and bands: drawn first, outside the structure tree.
  public var artifacts: [Mark]
  /// The content in reading order, which is also the order of drawing.
  ///
  /// These are children of the document's root element. A group that goes on from the page before
  /// is opened again here, so no element spans pages; none is empty.
  public var elements: [StructureElement]

  /// Creates a page.
  public init(
    width: Double, height: Double, artifacts: [Mark] = [], elements: [StructureElement] = []
  ) {
    self.width = width
    self.height = height
    self.artifacts = artifacts
    self.elements = elements
  }
}
