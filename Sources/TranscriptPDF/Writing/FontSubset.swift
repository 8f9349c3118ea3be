import CairoKit

/// A font with the glyphs that a document uses, as cairo embeds it: a part with codes of one byte
/// for what Windows' Latin alphabet has, and one with codes of two bytes for the rest.
final class FontSubset {
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
    var isTwoByte: Bool
    /// The number of its dictionary among `objects`.
    var root: Int
    var objects: [SheetObject]
  }

  /// An object of cairo's file; references in it are numbers of that file.
  struct SheetObject {
    var number: Int
    var body: [UInt8]
    /// A stream's data, still compressed.
    var stream: [UInt8]?
  }

  let parts: [Part]
  private let slots: [Slot]
  /// For each low glyph index the place of its slot.
  private let places: [UInt16]
  /// The same for high ones, of which a font of many thousands has few in any document.
  private let highPlaces: [UInt32: UInt16]
  private static let highIndex: UInt32 = 4096

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

  /// How a glyph of the subset is shown.
  func slot(of glyph: UInt32) -> Slot {
    let place =
      glyph < Self.highIndex ? places[Int(glyph)] : highPlaces[glyph, default: 0]
    return slots[Int(place)]
  }

  /// Writes the objects of a part and gives the number of its dictionary.
  func write(_ part: Part, to writer: inout PDFFileWriter) throws(PDFFailure) -> Int {
    var numbers: [Int: Int] = [:]
    for object in part.objects { numbers[object.number] = writer.newNumber() }
    for object in part.objects {
      guard let number = numbers[object.number] else { continue }
      if let stream = object.stream {
        writer.writeStream(
          number, entries: String(decoding: object.body, as: UTF8.self), data: stream)
      } else {
        try Self.write(object.body, as: number, numbers, to: &writer)
      }
    }
    return numbers[part.root] ?? 0
  }

  /// Writes a dictionary with its references in the numbers of this file.
  private static func write(
    _ body: [UInt8], as number: Int, _ numbers: [Int: Int], to writer: inout PDFFileWriter
  ) throws(PDFFailure) {
    try body.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      try writer.add(number) { output in
        // Up to which byte the body is copied, and where a number has begun.
        var (copied, start) = (0, 0)
        for index in bytes.indices {
          if (48...57).contains(bytes[index]) { continue }
          if index > start, bytes[index...].starts(with: " 0 R".utf8) {
            let old = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 48) }
            output.write(Bytes(rebasing: bytes[copied..<start]))
            output.write(numbers[old] ?? 0)
            copied = index
          }
          start = index + 1
        }
        output.write(Bytes(rebasing: bytes[copied...]))
      }
    }
  }
}
