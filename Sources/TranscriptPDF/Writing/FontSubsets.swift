import CairoKit

/// The subsets that a renderer has embedded, by font and glyphs: documents of one class share most.
///
/// A subset follows from its glyphs alone, so that it does not matter which document has asked first.
struct FontSubsets: ~Copyable {
  private struct Key: Hashable {
    var font: Int
    var glyphs: [UsedGlyph]
  }

  /// Bounds memory: a few kilobytes each.
  private static let limit = 512
  private var known: [Key: FontSubset] = [:]
  private let inflater: Inflater

  init() throws(CairoError) { inflater = try Inflater() }

  /// The subset of a font with exactly these glyphs.
  mutating func subset(
    of font: Int, glyphs: [UsedGlyph], engine: TextEngine
  ) throws(PDFFailure) -> FontSubset {
    let key = Key(font: font, glyphs: glyphs)
    if let subset = known[key] { return subset }
    let texts = glyphs.map { $0.text.map(engine.bytes) ?? [] }
    let sheet: [UInt8]
    do throws(CairoError) {
      sheet = try engine.fontSheet(
        font: font, glyphs: zip(glyphs, texts).map { ($0.index, $1) })
    } catch { throw PDFFailure(error) }
    let subset = try FontSubset(
      sheet: sheet, glyphs: glyphs, texts: texts, inflater: inflater)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[key] = subset
    return subset
  }
}
