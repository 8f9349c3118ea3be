import CCairo

/// Glyphs of one font, placed relative to the run's origin, with the text that they stand for.
final class ShapedRun {
  let scaledFont: OpaquePointer
  let text: [CChar]
  let glyphs: [cairo_glyph_t]
  let clusters: [cairo_text_cluster_t]
  let isBackward: Bool
  let width: Double

  /// Keeps a reference on `scaledFont`.
  init(
    scaledFont: OpaquePointer, text: [CChar], glyphs: [cairo_glyph_t],
    clusters: [cairo_text_cluster_t], isBackward: Bool, width: Double
  ) {
    self.scaledFont = cairo_scaled_font_reference(scaledFont)
    self.text = text
    self.glyphs = glyphs
    self.clusters = clusters
    self.isBackward = isBackward
    self.width = width
  }

  deinit { cairo_scaled_font_destroy(scaledFont) }

  /// The box around the ink, relative to the run's origin, y downwards.
  var inkExtents: Rectangle {
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(scaledFont, glyphs, Int32(glyphs.count), &extents)
    return Rectangle(
      x: extents.x_bearing, y: extents.y_bearing, width: extents.width, height: extents.height)
  }
}

/// A rectangle in points, y downwards.
public struct Rectangle: Hashable, Sendable {
  /// The left edge.
  public var x: Double
  /// The top edge.
  public var y: Double
  /// The width, 0 or more.
  public var width: Double
  /// The height, 0 or more.
  public var height: Double

  /// A rectangle from its top left corner.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  var isFinite: Bool { x.isFinite && y.isFinite && width.isFinite && height.isFinite }
}
