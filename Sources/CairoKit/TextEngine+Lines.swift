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
    var node = line.pointee.runs
    while let current = node {
      if let data = current.pointee.data {
        let item = data.assumingMemoryBound(to: PangoGlyphItem.self)
        add(item, paragraph: paragraph, to: &shaped)
      }
      node = current.pointee.next
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
    verify(font)
    var collector = RunCollector(
      item: item, utf8: paragraph.utf8, extractedText: extractedText)
    collector.collect()
    line.missing += collector.missing
    let run = ShapedRun(
      scaledFont: scaledFont, text: collector.text, glyphs: collector.glyphs,
      clusters: collector.clusters, isBackward: collector.isBackward, width: collector.width)
    let offset = Int(item.pointee.item.pointee.offset)
    line.pieces.append(
      ShapedLine.Piece(
        run: append(run), span: paragraph.span(at: offset), x: line.width, width: run.width))
    line.width += run.width
  }
}

/// Turns one of Pango's glyph items into cairo's glyphs and clusters.
private struct RunCollector {
  private let item: UnsafeMutablePointer<PangoGlyphItem>
  private let utf8: [UInt8]
  private let extractedText: [[UInt8]: [UInt8]]
  let isBackward: Bool
  private(set) var text: [CChar] = []
  private(set) var glyphs: [cairo_glyph_t] = []
  private(set) var clusters: [cairo_text_cluster_t] = []
  private(set) var missing = ""
  private(set) var width = 0.0
  /// For each of Pango's glyphs, whether it is drawn.
  private var isDrawn: [Bool] = []

  init(
    item: UnsafeMutablePointer<PangoGlyphItem>, utf8: [UInt8], extractedText: [[UInt8]: [UInt8]]
  ) {
    self.item = item
    self.utf8 = utf8
    self.extractedText = extractedText
    isBackward = item.pointee.item.pointee.analysis.level % 2 == 1
  }

  mutating func collect() {
    collectGlyphs()
    collectClusters()
  }

  private mutating func collectGlyphs() {
    let scale = Double(PANGO_SCALE)
    let string = item.pointee.glyphs.pointee
    for index in 0..<Int(string.num_glyphs) {
      let glyph = string.glyphs[index]
      let isEmpty = glyph.glyph == 0x0FFF_FFFF  // PANGO_GLYPH_EMPTY
      let isUnknown = !isEmpty && glyph.glyph & 0x1000_0000 != 0  // PANGO_GLYPH_UNKNOWN_FLAG
      if isUnknown, let scalar = Unicode.Scalar(glyph.glyph & ~0x1000_0000) {
        missing.unicodeScalars.append(scalar)
      }
      isDrawn.append(!isEmpty && !isUnknown)
      if !isEmpty && !isUnknown {
        glyphs.append(
          cairo_glyph_t(
            index: UInt(glyph.glyph), x: width + Double(glyph.geometry.x_offset) / scale,
            y: Double(glyph.geometry.y_offset) / scale))
      }
      width += Double(glyph.geometry.width) / scale
    }
  }

  private mutating func collectClusters() {
    utf8.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        var iterator = PangoGlyphItemIter()
        var hasCluster = pango_glyph_item_iter_init_start(&iterator, item, bytes.baseAddress) != 0
        while hasCluster {
          addCluster(iterator)
          hasCluster = pango_glyph_item_iter_next_cluster(&iterator) != 0
        }
      }
    }
  }

  private mutating func addCluster(_ iterator: PangoGlyphItemIter) {
    let range =
      isBackward
      ? Int(iterator.end_glyph) + 1..<Int(iterator.start_glyph) + 1
      : Int(iterator.start_glyph)..<Int(iterator.end_glyph)
    let count = range.reduce(0) { isDrawn[$1] ? $0 + 1 : $0 }
    var bytes = utf8[Int(iterator.start_index)..<Int(iterator.end_index)]
    // Private-use characters of three bytes begin with EE or EF.
    if bytes.count == 3, bytes.first ?? 0 >= 0xEE, let other = extractedText[Array(bytes)] {
      bytes = other[...]
    }
    // Direction controls steer the order and are no part of the text that is extracted.
    if count == 0 && Self.isDirectionControl(bytes) { return }
    text.append(contentsOf: bytes.lazy.map(CChar.init(bitPattern:)))
    clusters.append(
      cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: Int32(count)))
  }

  /// Whether the bytes are one of U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069.
  private static func isDirectionControl(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 3, bytes[bytes.startIndex] == 0xE2 else { return false }
    switch (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
    default: return false
    }
  }
}
