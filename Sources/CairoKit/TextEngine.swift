import CPango

/// Shapes text: one engine a worker, never shared between threads.
///
/// It owns its font map and keeps every run that it has shaped, so that a label that comes again
/// costs a look-up. Engines shape one at a time (`FontAccess`). `recycle` bounds what it keeps.
/// Metrics are unhinted: a width in points does not depend on any resolution.
public final class TextEngine {
  /// The fonts that it shapes with.
  public let fonts: FontLibrary
  /// The first failure since the engine was made; a document drawn after one is not released.
  public private(set) var failure: CairoError?

  /// UTF-8 of a private sign, and UTF-8 of what it is extracted as.
  private let extractedText: [[UInt8]: [UInt8]]
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private var contexts: [GObjectOwner] = []
  private var paragraphLayouts: [GObjectOwner] = []
  private var styles: [PreparedStyle] = []
  private var styleIDs: [ShapingStyle: StyleID] = [:]
  private var fontNumbers: [UnsafeMutablePointer<PangoFont>: Int] = [:]
  private var scaledFonts: [ScaledFont] = []
  private var longTexts: [[UInt8]] = []
  private var longTextNumbers: [[UInt8]: Int] = [:]
  private var runs: [ShapedRun] = []
  private var firstRun = 0
  private var lines: [StyledText: ShapedLine] = [:]
  private var paragraphs: [ParagraphKey: [ShapedLine]] = [:]

  private struct ParagraphKey: Hashable {
    var spans: [StyledText]
    var width: Double?
  }

  /// An engine over the fonts of `fonts`.
  ///
  /// `extractedText` gives the text that a reader extracts where a sign of a private font stands
  /// for it: the key is the sign's one character.
  ///
  /// - Throws: `CairoError.library` when Pango gives no font map.
  public init(
    fonts: FontLibrary, extractedText: [Character: String] = [:]
  ) throws(CairoError) {
    guard let fontMap = ck_font_map_new(fonts.configuration) else {
      throw CairoError.library(operation: "pango_cairo_font_map_new", status: "no font map")
    }
    self.fonts = fonts
    self.extractedText = Dictionary(
      uniqueKeysWithValues: extractedText.map { (Array(String($0).utf8), Array($1.utf8)) })
    self.fontMap = fontMap
    for direction in ShapingStyle.Direction.allCases {
      let context = try makeContext(direction)
      contexts.append(context)
      paragraphLayouts.append(try makeLayout(direction))
    }
  }

  deinit {
    FontAccess.exclusively {
      // The map outlives what was made from it.
      lines = [:]
      paragraphs = [:]
      runs = []
      scaledFonts = []
      for font in fontNumbers.keys { g_object_unref(font) }
      styles = []
      paragraphLayouts = []
      contexts = []
      g_object_unref(fontMap)
    }
  }

  /// Prepares a style; the same style gives the same number.
  ///
  /// - Throws: `CairoError.style` when a value is out of range.
  public func style(_ style: ShapingStyle) throws(CairoError) -> StyleID {
    if let known = styleIDs[style] { return known }
    if let problem = style.problem { throw CairoError.style(problem) }
    let layout = try makeLayout(style.direction)
    guard let list = pango_attr_list_new() else {
      throw CairoError.library(operation: "pango_attr_list_new", status: "out of memory")
    }
    style.insertAttributes(into: list, from: 0, to: UInt32.max)
    pango_layout_set_attributes(layout.pointer, list)
    pango_attr_list_unref(list)
    let id = StyleID(index: styles.count)
    styles.append(PreparedStyle(style: style, layout: layout))
    styleIDs[style] = id
    return id
  }

  /// The advance width of `text` on one line, in points.
  public func width(of text: String, style: StyleID) -> Double {
    if text.isEmpty { return 0 }
    return line(text, style: style).width
  }

  /// Shapes `text` on one line; line feeds count as spaces.
  public func line(_ text: String, style: StyleID) -> ShapedLine {
    let key = StyledText(text, style: style)
    if let known = lines[key] { return known }
    let shaped = shape([key], width: nil)[0]
    lines[key] = shaped
    return shaped
  }

  /// Shapes several spans on one line; line feeds count as spaces.
  public func line(_ spans: [StyledText]) -> ShapedLine {
    if spans.count == 1 { return line(spans[0].text, style: spans[0].style) }
    return paragraph(spans, width: nil)[0]
  }

  /// Breaks a paragraph into lines no wider than `width` points.
  ///
  /// Unicode's rules for the language, no hyphenation; a word wider than `width` is broken inside,
  /// and a range of numbers stays in one piece.
  /// A width under 1 point counts as 1.
  public func breakLines(_ spans: [StyledText], width: Double) -> [ShapedLine] {
    guard width.isFinite else {
      keep(.coordinate(operation: "breakLines"))
      return [line(spans)]
    }
    return paragraph(spans, width: max(width, 1))
  }

  /// A run by its number; nil for one that was forgotten.
  public func run(_ number: Int) -> ShapedRun? {
    let index = number - firstRun
    return runs.indices.contains(index) ? runs[index] : nil
  }

  /// The numbers of the runs that are kept.
  public var runNumbers: Range<Int> { firstRun..<(firstRun + runs.count) }

  /// The UTF-8 of a cluster's text.
  public func bytes(of text: ClusterText) -> [UInt8] {
    text.number.map { longTexts[$0] } ?? text.bytes
  }

  /// Forgets all runs when more than `limit` are kept; numbers given before are then invalid.
  ///
  /// Call it between documents: memory stays flat over any number of them.
  ///
  /// - Returns: whether they were forgotten.
  @discardableResult
  public func recycle(limit: Int = 20_000) -> Bool {
    guard runs.count > limit else { return false }
    firstRun += runs.count
    runs.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    paragraphs.removeAll(keepingCapacity: true)
    return true
  }

  func font(_ number: Int) -> ScaledFont? {
    scaledFonts.indices.contains(number) ? scaledFonts[number] : nil
  }

  func append(_ run: ShapedRun) -> Int {
    runs.append(run)
    return firstRun + runs.count - 1
  }

  func keep(_ failure: CairoError) {
    if self.failure == nil { self.failure = failure }
  }

  /// The number of a font's file, which is checked the first time that this engine meets it.
  func number(of font: UnsafeMutablePointer<PangoFont>, _ scaledFont: OpaquePointer) -> Int {
    if let known = fontNumbers[font] { return known }
    let path = ck_font_file(font).map { String(cString: $0) } ?? ""
    if path.isEmpty {
      keep(.fontFolder(path: fonts.folder, problems: ["a font without a file"]))
    } else {
      do { try fonts.verify(path: path) } catch { keep(error) }
    }
    let known = scaledFonts.firstIndex { $0.path == path }
    if known == nil { scaledFonts.append(ScaledFont(scaledFont, path: path)) }
    let number = known ?? scaledFonts.count - 1
    // The address is the key, so the font must not be freed and its address used again.
    g_object_ref(font)
    fontNumbers[font] = number
    return number
  }

  /// What is extracted where a private sign stands for a text; else the bytes.
  func extracted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // Private-use characters of three bytes begin with EE or EF.
    guard bytes.count == 3, bytes.first ?? 0 >= 0xEE, let text = extractedText[Array(bytes)]
    else { return bytes }
    return text[...]
  }

  func clusterText(_ bytes: ArraySlice<UInt8>) -> ClusterText {
    if let short = ClusterText(bytes) { return short }
    let bytes = Array(bytes)
    let number = longTextNumbers[bytes] ?? longTexts.count
    if number == longTexts.count {
      longTexts.append(bytes)
      longTextNumbers[bytes] = number
    }
    return ClusterText(number: number)
  }

  private func paragraph(_ spans: [StyledText], width: Double?) -> [ShapedLine] {
    let key = ParagraphKey(spans: spans, width: width)
    if let known = paragraphs[key] { return known }
    let shaped = shape(spans, width: width)
    paragraphs[key] = shaped
    return shaped
  }

  private func shape(_ spans: [StyledText], width: Double?) -> [ShapedLine] {
    FontAccess.exclusively { shapeAlone(spans, width: width) }
  }

  private func shapeAlone(_ spans: [StyledText], width: Double?) -> [ShapedLine] {
    let paragraph = ParagraphText(spans, isOneLine: width == nil)
    guard let first = spans.first, spans.allSatisfy({ styles.indices.contains($0.style.index) })
    else { return [ShapedLine(pieces: [], width: 0, text: "", missing: "", isRightToLeft: false)] }
    let prepared = styles[first.style.index]
    let layout =
      spans.count == 1
      ? prepared.layout.pointer : paragraphLayouts[prepared.style.direction.rawValue].pointer
    pango_layout_set_width(
      layout, width.map { Int32(($0 * Double(PANGO_SCALE)).rounded(.down)) } ?? -1)
    paragraph.utf8.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        pango_layout_set_text(layout, text.baseAddress, Int32(text.count))
      }
    }
    if spans.count > 1 { setAttributes(of: spans, paragraph: paragraph, layout: layout) }
    return extractLines(from: layout, paragraph: paragraph)
  }

  private func setAttributes(
    of spans: [StyledText], paragraph: ParagraphText, layout: OpaquePointer
  ) {
    guard let list = pango_attr_list_new() else { return }
    for (index, span) in spans.enumerated() {
      let start = UInt32(paragraph.starts[index])
      let end = UInt32(paragraph.starts[index + 1])
      guard start < end else { continue }
      styles[span.style.index].style.insertAttributes(into: list, from: start, to: end)
      // A colour of its own keeps each span a run of its own, even beside one of the same style.
      let mark = pango_attr_foreground_new(UInt16(truncatingIfNeeded: index), 0, 0)
      ShapingStyle.insert(mark, into: list, from: start, to: end)
    }
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
  }

  private func makeContext(_ direction: ShapingStyle.Direction) throws(CairoError) -> GObjectOwner {
    guard let context = pango_font_map_create_context(fontMap) else {
      throw CairoError.library(operation: "pango_font_map_create_context", status: "no context")
    }
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("en"))
    let base = direction == .rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
    pango_context_set_base_dir(context, base)
    return GObjectOwner(context)
  }

  private func makeLayout(_ direction: ShapingStyle.Direction) throws(CairoError) -> GObjectOwner {
    guard let layout = pango_layout_new(contexts[direction.rawValue].pointer) else {
      throw CairoError.library(operation: "pango_layout_new", status: "no layout")
    }
    pango_layout_set_auto_dir(layout, direction == .natural ? 1 : 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    return GObjectOwner(layout)
  }
}

/// A style with the layout that shapes single spans of it.
struct PreparedStyle {
  let style: ShapingStyle
  let layout: GObjectOwner
}
