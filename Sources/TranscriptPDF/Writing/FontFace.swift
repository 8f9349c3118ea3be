import CairoKit

/// A font as a sheet of cairo's has it: a part with codes of one byte for what Windows' Latin
/// alphabet has, and one with codes of two bytes for the rest.
///
/// Documents embed of it what they use, and show the same runs by the same bytes.
final class FontFace {
  /// How a glyph is shown.
  struct Slot {
    /// Which part has it.
    var part: Int
    var code: Int
    /// Advance width in thousandths of the font size, as the file states it.
    var width: Double
    /// What a reader extracts for it.
    var text: ClusterText?
  }

  /// A font of the file.
  struct Part {
    /// The number of its dictionary among `objects`.
    var root: Int
    var objects: [SheetObject]
    /// The same font with codes of one byte, for documents that use less of it; `nil` for one with
    /// codes of two bytes, which is embedded as it is.
    var simple: SimpleFont?

    var isTwoByte: Bool { simple == nil }
  }

  /// An object of cairo's file; references in it are numbers of that file.
  struct SheetObject {
    var number: Int
    var body: [UInt8]
    /// A stream's data, compressed.
    var stream: [UInt8]?
  }

  let parts: [Part]
  private let slots: [Slot]
  /// For each low glyph index the place of its slot.
  private let places: [UInt16]
  /// The same for high ones, of which a font of many thousands has few in any document.
  private let highPlaces: [UInt32: UInt16]
  private static let highIndex: UInt32 = 4096
  /// What runs look like, by the places of their numbers among those that the engine keeps; a number
  /// is never given to another run.
  private var contents: [[RunPiece]?] = []
  /// The first number that the engine kept when the contents were written.
  private var firstRun = 0
  private var contentCount = 0
  /// Bounds memory: some hundred bytes each.
  private static let limit = 4096

  /// Reads the sheet on which cairo has shown `glyphs`, in that order.
  init(
    sheet: [UInt8], glyphs: [UsedGlyph], texts: [[UInt8]], inflater: borrowing Inflater
  ) throws(PDFFailure) {
    let read = try FontSheetReader.read(sheet, inflater: inflater)
    guard read.shown.count == glyphs.count else {
      throw PDFFailure(unknown: "\(read.shown.count) glyphs of \(glyphs.count) on a font's sheet")
    }
    parts = read.parts
    slots = glyphs.indices.map { index in
      let shown = read.shown[index]
      return Slot(
        part: shown.part, code: shown.code, width: shown.width,
        text: shown.meaning == texts[index] ? glyphs[index].text : nil)
    }
    var places: [UInt16] = []
    var highPlaces: [UInt32: UInt16] = [:]
    for (place, glyph) in glyphs.enumerated() {
      if glyph.index >= Self.highIndex {
        highPlaces[glyph.index] = UInt16(place)
      } else {
        places += repeatElement(0, count: Int(glyph.index) - places.count) + [UInt16(place)]
      }
    }
    self.places = places
    self.highPlaces = highPlaces
  }

  /// How a glyph of the sheet is shown.
  func slot(of glyph: UInt32) -> Slot {
    let place =
      glyph < Self.highIndex ? places[Int(glyph)] : highPlaces[glyph, default: 0]
    return slots[Int(place)]
  }

  /// What a run of this font looks like.
  func content(of run: ShapedRun, number: Int, engine: TextEngine) -> [RunPiece] {
    let first = engine.runNumbers.lowerBound
    if first != firstRun { forgetContents(before: first) }
    let place = number - first
    if contents.indices.contains(place), let known = contents[place] { return known }
    let content = RunWriter.pieces(of: run, in: self, engine: engine)
    if contentCount >= Self.limit { forgetContents(before: first) }
    if place >= contents.count {
      contents += repeatElement(nil, count: place + 1 - contents.count)
    }
    contents[place] = content
    contentCount += 1
    return content
  }

  private func forgetContents(before first: Int) {
    contents.removeAll(keepingCapacity: true)
    contentCount = 0
    firstRun = first
  }

  /// The objects of each part with these glyphs; `nil` for a part of which nothing is used.
  func embedded(
    _ glyphs: [UsedGlyph], deflater: Deflater
  ) throws(PDFFailure) -> [[SheetObject]?] {
    var codes: [[UInt8]] = parts.map { _ in [] }
    for glyph in glyphs {
      let slot = slot(of: glyph.index)
      codes[slot.part].append(UInt8(truncatingIfNeeded: slot.code))
    }
    var embedded: [[SheetObject]?] = []
    for (part, codes) in zip(parts, codes) {
      guard !codes.isEmpty else {
        embedded.append(nil)
        continue
      }
      embedded.append(
        try part.simple?.objects(with: codes.sorted(), deflater: deflater) ?? part.objects)
    }
    return embedded
  }
}
