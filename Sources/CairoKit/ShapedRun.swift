import CCairo

/// Glyphs of one font, placed relative to the run's origin, with the text that they stand for.
public final class ShapedRun {
  /// A glyph at its place.
  public struct Glyph: Hashable, Sendable {
    /// The glyph's index in the font's file.
    public var index: UInt32
    /// Points to the right of the run's origin.
    public var x: Double
    /// Points below the run's origin.
    public var y: Double
  }

  /// Glyphs that stand for a piece of text together.
  public struct Cluster: Hashable, Sendable {
    /// The text; empty where nothing is to be extracted.
    public var text: ClusterText
    /// How many glyphs draw it; 0 for text that has no ink.
    public var glyphCount: Int32
  }

  /// A glyph of the run, however often it stands there.
  public struct DistinctGlyph: Hashable, Sendable {
    /// The glyph's index in the font's file.
    public var index: UInt32
    /// The text of the first cluster that it draws alone; `nil` where it is never alone.
    public var text: ClusterText?

    /// A glyph and what it stands for.
    public init(index: UInt32, text: ClusterText?) {
      self.index = index
      self.text = text
    }
  }

  /// The font, as a number of the engine that shaped the run.
  public let font: Int
  /// Font size in points.
  public let size: Double
  /// The glyphs of all clusters, one cluster's after the other's.
  public let glyphs: [Glyph]
  /// The clusters in reading order, whichever way the text runs.
  public let clusters: [Cluster]
  /// Advance width in points.
  let width: Double
  /// Each glyph once, in the order of their first places: what a document embeds for the run.
  ///
  /// Kept with the run, which many documents show.
  public private(set) lazy var distinctGlyphs: [DistinctGlyph] = makeDistinctGlyphs()

  init(font: Int, size: Double, glyphs: [Glyph], clusters: [Cluster], width: Double) {
    self.font = font
    self.size = size
    self.glyphs = glyphs
    self.clusters = clusters
    self.width = width
  }

  private func makeDistinctGlyphs() -> [DistinctGlyph] {
    var distinct: [DistinctGlyph] = []
    var next = 0
    for cluster in clusters {
      let end = next + Int(cluster.glyphCount)
      let text = cluster.glyphCount == 1 ? cluster.text : nil
      while next < end {
        let index = glyphs[next].index
        next += 1
        // They are few: a run is a line of text at most.
        guard let place = distinct.firstIndex(where: { $0.index == index }) else {
          distinct.append(DistinctGlyph(index: index, text: text))
          continue
        }
        if distinct[place].text == nil { distinct[place].text = text }
      }
    }
    return distinct
  }
}

/// The text of a cluster: of one engine, equal where the UTF-8 is.
public struct ClusterText: Hashable, Sendable {
  /// Up to seven bytes, the first highest, with their number below; or a number of the engine's list
  /// of longer texts, with `longMark` below.
  private let value: UInt64
  private static let longMark: UInt64 = 0xFF

  /// A text of up to seven bytes; `nil` for a longer one.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 7 else { return nil }
    var value: UInt64 = 0
    for byte in bytes { value = value << 8 | UInt64(byte) }
    value <<= UInt64(8 * (8 - bytes.count))
    self.value = value | UInt64(bytes.count)
  }

  /// A longer text by its number.
  init(number: Int) { value = UInt64(number) << 8 | Self.longMark }

  /// The number of a longer text.
  var number: Int? { value & 0xFF == Self.longMark ? Int(value >> 8) : nil }

  /// The bytes of a short text.
  var bytes: [UInt8] {
    (0..<Int(value & 0xFF)).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * $0)) }
  }
}

/// A font that an engine has met, and through which cairo reaches its file.
final class ScaledFont {
  let pointer: OpaquePointer
  /// The path of the font's file.
  let path: String

  /// Keeps a reference on the font.
  init(_ pointer: OpaquePointer, path: String) {
    self.pointer = cairo_scaled_font_reference(pointer)
    self.path = path
  }

  deinit { cairo_scaled_font_destroy(pointer) }
}
