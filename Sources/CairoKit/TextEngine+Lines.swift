import CCairo
import CPango

extension TextEngine {
  /// Copies the shaped lines out of a layout, whose memory the next text reuses.
  func extractLines(from layout: OpaquePointer, paragraph: ParagraphText) -> [ShapedLine] {
    var result: [ShapedLine] = []
    for index in 0..<pango_layout_get_line_count(layout) {
      guard let line = pango_layout_get_line_readonly(layout, index) else { continue }
      result.append(extractLine(line, paragraph: paragraph))
    }
    if result.isEmpty {
      keep(.library(operation: "pango_layout_get_line_readonly", status: "no line"))
      result.append(ShapedLine(pieces: [], width: 0, text: "", missing: "", isRightToLeft: false))
    }
    return result
  }

  private func extractLine(
    _ line: UnsafeMutablePointer<PangoLayoutLine>, paragraph: ParagraphText
  ) -> ShapedLine {
    let start = Int(line.pointee.start_index)
    let end = start + Int(line.pointee.length)
    var shaped = ShapedLine(
      pieces: [], width: 0, text: paragraph.text(start..<end), missing: "",
      isRightToLeft: pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL)
    // Pango lists runs as they stand, from the left.
    var offsets: [Int] = []
    var node = line.pointee.runs
    while let current = node {
      if let data = current.pointee.data {
        let item = data.assumingMemoryBound(to: PangoGlyphItem.self)
        let before = shaped.pieces.count
        add(item, paragraph: paragraph, to: &shaped)
        if shaped.pieces.count > before { offsets.append(Int(item.pointee.item.pointee.offset)) }
      }
      node = current.pointee.next
    }
    let isInOrder = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    if !isInOrder {
      shaped.pieces = offsets.indices.sorted { offsets[$0] < offsets[$1] }.map { shaped.pieces[$0] }
    }
    return shaped
  }

  private func add(
    _ item: UnsafeMutablePointer<PangoGlyphItem>, paragraph: ParagraphText,
    to line: inout ShapedLine
  ) {
    guard let font = item.pointee.item.pointee.analysis.font,
      let scaledFont = ck_font_scaled_font(font)
    else {
      keep(.library(operation: "pango_cairo_font_get_scaled_font", status: "no scaled font"))
      return
    }
    let size = ck_scaled_font_size(scaledFont)
    var collector = RunCollector(item: item, space: ck_font_space_glyph(font))
    collector.collect(paragraph.utf8, of: self)
    line.missing += collector.missing
    let run = ShapedRun(
      font: number(of: font, scaledFont), size: size, glyphs: collector.glyphs,
      clusters: collector.clusters, width: collector.width)
    let offset = Int(item.pointee.item.pointee.offset)
    line.pieces.append(
      ShapedLine.Piece(
        run: append(run), span: paragraph.span(at: offset), x: line.width, width: run.width))
    line.width += run.width
  }
}

/// Turns one of Pango's glyph items into glyphs and clusters of a run.
private struct RunCollector {
  private static let scale = Double(PANGO_SCALE)
  private let item: UnsafeMutablePointer<PangoGlyphItem>
  /// The font's glyph for a space.
  private let space: UInt32
  private let isBackward: Bool
  private(set) var glyphs: [ShapedRun.Glyph] = []
  private(set) var clusters: [ShapedRun.Cluster] = []
  private(set) var missing = ""
  private(set) var width = 0.0
  /// For each of Pango's glyphs its place from the run's origin.
  private var places: [Double] = []

  init(item: UnsafeMutablePointer<PangoGlyphItem>, space: UInt32) {
    self.item = item
    self.space = space
    isBackward = item.pointee.item.pointee.analysis.level % 2 == 1
  }

  mutating func collect(_ utf8: [UInt8], of engine: TextEngine) {
    let string = item.pointee.glyphs.pointee
    for index in 0..<Int(string.num_glyphs) {
      places.append(width)
      width += Double(string.glyphs[index].geometry.width) / Self.scale
    }
    utf8.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        var iterator = PangoGlyphItemIter()
        var hasCluster = pango_glyph_item_iter_init_start(&iterator, item, bytes.baseAddress) != 0
        while hasCluster {
          addCluster(iterator, utf8[Int(iterator.start_index)..<Int(iterator.end_index)], engine)
          hasCluster = pango_glyph_item_iter_next_cluster(&iterator) != 0
        }
      }
    }
  }

  private mutating func addCluster(
    _ iterator: PangoGlyphItemIter, _ bytes: ArraySlice<UInt8>, _ engine: TextEngine
  ) {
    let range =
      isBackward
      ? Int(iterator.end_glyph) + 1..<Int(iterator.start_glyph) + 1
      : Int(iterator.start_glyph)..<Int(iterator.end_glyph)
    if Self.isSpace(bytes), range.count == 1, space != 0 {
      // White space of any width is the font's space: a glyph of another would need a second
      // subset of the font, and at the end of a line Pango has none.
      glyphs.append(ShapedRun.Glyph(index: space, x: places[range.lowerBound], y: 0))
      return append([0x20], count: 1, engine)
    }
    let count = addGlyphs(range)
    // What steers the order and the ends of lines is no part of the text that is extracted.
    if count == 0 && Self.isControl(bytes) { return }
    append(engine.extracted(bytes), count: count, engine)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, count: Int, _ engine: TextEngine) {
    clusters.append(
      ShapedRun.Cluster(text: engine.clusterText(bytes), glyphCount: Int32(count)))
  }

  private mutating func addGlyphs(_ range: Range<Int>) -> Int {
    let string = item.pointee.glyphs.pointee
    var count = 0
    for index in range {
      let glyph = string.glyphs[index]
      if glyph.glyph == 0x0FFF_FFFF { continue }  // PANGO_GLYPH_EMPTY
      if glyph.glyph & 0x1000_0000 != 0 {  // PANGO_GLYPH_UNKNOWN_FLAG
        if let scalar = Unicode.Scalar(glyph.glyph & ~0x1000_0000) {
          missing.unicodeScalars.append(scalar)
        }
        continue
      }
      glyphs.append(
        ShapedRun.Glyph(
          index: glyph.glyph, x: places[index] + Double(glyph.geometry.x_offset) / Self.scale,
          y: Double(glyph.geometry.y_offset) / Self.scale))
      count += 1
    }
    return count
  }

  /// Whether the bytes are one of U+0020, U+00A0, U+2000 to U+200A, U+202F and U+205F.
  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    switch bytes.count {
    case 1: return bytes[start] == 0x20
    case 2: return bytes[start] == 0xC2 && bytes[start + 1] == 0xA0
    case 3 where bytes[start] == 0xE2:
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether the bytes are one of U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069, which set
  /// directions, or the word joiner U+2060.
  private static func isControl(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 3, bytes[bytes.startIndex] == 0xE2 else { return false }
    switch (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0), (0x81, 0xA6...0xA9): return true
    default: return false
    }
  }
}
