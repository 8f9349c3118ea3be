import CairoKit

/// A stretch of a run in one part of its font, as a page's content has it.
struct RunPiece {
  /// Which part of the font shows it; `nil` for what comes before any glyph.
  var part: Int?
  /// Operators, all but the one that chooses the font.
  var bytes: [UInt8]
}

/// Writes what a run looks like wherever it stands: the document says where, and how its fonts are
/// called.
struct RunWriter {
  private let face: FontFace
  private let engine: TextEngine
  private var pieces: [RunPiece] = []
  private var part: Int?
  private var output = ByteWriter(capacity: 256)
  private var text = TextShow()

  private init(_ face: FontFace, _ engine: TextEngine) {
    self.face = face
    self.engine = engine
  }

  static func pieces(
    of run: ShapedRun, in face: FontFace, engine: TextEngine
  ) -> [RunPiece] {
    var writer = RunWriter(face, engine)
    writer.write(run)
    return writer.pieces
  }

  private mutating func write(_ run: ShapedRun) {
    guard let first = run.glyphs.first else { return }
    text.begin(at: first.x, size: run.size)
    var next = 0
    for cluster in run.clusters {
      let end = next + Int(cluster.glyphCount)
      let isPlain =
        cluster.glyphCount == 1 && face.slot(of: run.glyphs[next].index).text == cluster.text
      if !isPlain { beginReplaced(engine.bytes(of: cluster.text)) }
      while next < end {
        add(run.glyphs[next])
        next += 1
      }
      if !isPlain { endReplaced() }
    }
    text.flush(to: &output)
    text.rise(to: 0, in: &output)
    endPiece()
  }

  private mutating func add(_ glyph: ShapedRun.Glyph) {
    let slot = face.slot(of: glyph.index)
    if part != slot.part {
      text.flush(to: &output)
      endPiece()
      part = slot.part
    }
    let rise = Int((-glyph.y * 100).rounded())
    if text.riseNow != rise {
      text.flush(to: &output)
      text.rise(to: rise, in: &output)
    }
    text.add(slot, isTwoByte: face.parts[slot.part].isTwoByte, at: glyph.x)
  }

  private mutating func endPiece() {
    guard output.count > 0 else { return }
    pieces.append(RunPiece(part: part, bytes: output.bytes))
    output.removeAll()
  }

  /// Glyphs that stand for another text than their own (ISO 32000-1, 14.9.4).
  private mutating func beginReplaced(_ bytes: [UInt8]) {
    text.flush(to: &output)
    output.write("/Span<</ActualText")
    output.write(PDFText.utf16(String(decoding: bytes, as: UTF8.self)))
    output.write(">>BDC\n")
  }

  private mutating func endReplaced() {
    text.flush(to: &output)
    output.write("EMC\n")
  }
}
