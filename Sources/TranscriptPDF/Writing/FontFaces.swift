import CairoKit

/// The fonts of a renderer as sheets of cairo's have them, by font and glyphs.
///
/// A sheet has the glyphs of a document and with them the whole alphabet, so that documents of one
/// class share it. It follows from the document's glyphs alone: it does not matter which document
/// has asked first.
struct FontFaces: ~Copyable {
  private struct Key: Hashable {
    var font: Int
    var glyphs: [UsedGlyph]
  }

  /// What most documents use some of: ASCII, and the marks of English typesetting.
  private static let alphabet =
    (0x20...0x7E).map { UInt32($0) } + [0xB7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D]
  /// Bounds memory: some ten kilobytes each.
  private static let limit = 128
  private var known: [Key: FontFace] = [:]
  /// The alphabet of each font, in glyphs.
  private var alphabets: [Int: [UsedGlyph]] = [:]
  private let inflater: Inflater

  init() throws(CairoError) { inflater = try Inflater() }

  /// The font with at least these glyphs.
  mutating func face(
    of font: Int, glyphs: [UsedGlyph], engine: TextEngine
  ) throws(PDFFailure) -> FontFace {
    let whole = completed(glyphs, of: font, engine: engine)
    let key = Key(font: font, glyphs: whole)
    if let face = known[key] { return face }
    let texts = whole.map { $0.text.map(engine.bytes) ?? [] }
    let sheet: [UInt8]
    do throws(CairoError) {
      sheet = try engine.fontSheet(font: font, glyphs: zip(whole, texts).map { ($0.index, $1) })
    } catch { throw PDFFailure(error) }
    let face = try FontFace(sheet: sheet, glyphs: whole, texts: texts, inflater: inflater)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[key] = face
    return face
  }

  /// The glyphs with the rest of the alphabet, where they have any of it.
  ///
  /// A character for which the document has another glyph, such as a figure of another form, is left
  /// to that one: cairo gives each code to one glyph.
  private mutating func completed(
    _ glyphs: [UsedGlyph], of font: Int, engine: TextEngine
  ) -> [UsedGlyph] {
    let alphabet = alphabet(of: font, engine: engine)
    let texts = Set(glyphs.compactMap(\.text))
    guard alphabet.contains(where: { $0.text.map(texts.contains) ?? false }) else { return glyphs }
    let indices = Set(glyphs.map(\.index))
    let others = alphabet.filter { glyph in
      !indices.contains(glyph.index) && !(glyph.text.map(texts.contains) ?? false)
    }
    return (glyphs + others).sorted { $0.index < $1.index }
  }

  private mutating func alphabet(of font: Int, engine: TextEngine) -> [UsedGlyph] {
    if let known = alphabets[font] { return known }
    let glyphs = engine.glyphs(ofFont: font, for: Self.alphabet)
    var indices: Set<UInt32> = []
    let alphabet = glyphs.filter { indices.insert($0.index).inserted }
      .map { UsedGlyph(index: $0.index, text: $0.text) }
    alphabets[font] = alphabet
    return alphabet
  }
}
