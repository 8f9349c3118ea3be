import CCairo

/// A page of cairo's that shows glyphs of one font one after the other, so that its file embeds a
/// subset of the font with exactly these.
///
/// cairo looks at fonts only in here and while text is shaped.
struct FontSheet: ~Copyable {
  /// From one glyph to the next, and from one row to the next, in points.
  private static let pitch = 20.0
  private static let rowLength = 700
  /// The width and height of the page: cairo leaves out what would not be on it.
  private static let side = 14_400.0
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink: Unmanaged<ByteSink>

  /// - Throws: `CairoError.library` when cairo gives no surface or context.
  init() throws(CairoError) {
    let sink = Unmanaged.passRetained(ByteSink())
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, sink.toOpaque(), Self.side, Self.side)
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS
    else {
      let status = surface.map { cairo_surface_status($0) } ?? CAIRO_STATUS_NO_MEMORY
      cairo_surface_destroy(surface)
      sink.release()
      throw CairoError.library(operation: "cairo_pdf_surface_create", status: Self.text(status))
    }
    self.sink = sink
    self.surface = surface
    self.context = context
    // A day that is always the same: the sheet's own date goes nowhere.
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z")
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
    sink.release()
  }

  /// Shows each glyph with its text, in order, and gives the file.
  consuming func show(
    _ glyphs: [(index: UInt32, text: [UInt8])], of font: ScaledFont
  ) throws(CairoError) -> [UInt8] {
    let places = glyphs.enumerated().map { index, glyph in
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.rowLength)
      return cairo_glyph_t(
        index: UInt(glyph.index), x: Self.pitch * Double(column + 1),
        y: Self.pitch * Double(row + 1))
    }
    let clusters = glyphs.map {
      cairo_text_cluster_t(num_bytes: Int32($0.text.count), num_glyphs: 1)
    }
    let text = glyphs.flatMap { $0.text.map(CChar.init(bitPattern:)) }
    // In one size, whatever size the engine has met first: the same glyphs give the same bytes.
    let options = cairo_font_options_create()
    cairo_scaled_font_get_font_options(font.pointer, options)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    cairo_set_font_face(context, cairo_scaled_font_get_font_face(font.pointer))
    cairo_set_font_size(context, 10)
    cairo_show_text_glyphs(
      context, text, Int32(text.count), places, Int32(places.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(0))
    cairo_show_page(context)
    // Either can fail without the other, and cairo ignores all drawing after a misuse.
    try Self.check(cairo_status(context), "cairo_show_text_glyphs")
    cairo_surface_finish(surface)
    try Self.check(cairo_surface_status(surface), "cairo_surface_finish")
    return sink.takeUnretainedValue().bytes
  }

  private static func check(
    _ status: cairo_status_t, _ operation: StaticString
  ) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError.library(operation: "\(operation)", status: text(status))
    }
  }

  private static func text(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map(String.init(cString:)) ?? "status \(status.rawValue)"
  }
}

extension TextEngine {
  /// A PDF of cairo's that embeds exactly the glyphs given, and shows them in that order.
  ///
  /// - Throws: `CairoError.library` when cairo cannot write it.
  public func fontSheet(
    font number: Int, glyphs: [(index: UInt32, text: [UInt8])]
  ) throws(CairoError) -> [UInt8] {
    // What is thrown crosses the lock as a value.
    let sheet = FontAccess.exclusively {
      Result { () throws(CairoError) in
        guard let font = font(number) else { throw CairoError.unknownFont(number) }
        return try FontSheet().show(glyphs, of: font)
      }
    }
    return try sheet.get()
  }

  /// The glyph that a font has for each character standing alone, with the character's text.
  ///
  /// Characters that the font lacks are left out.
  public func glyphs(
    ofFont number: Int, for characters: [UInt32]
  ) -> [(index: UInt32, text: ClusterText)] {
    let scalars = characters.compactMap(Unicode.Scalar.init)
    let indices = FontAccess.exclusively {
      font(number)?.glyphs(of: String(String.UnicodeScalarView(scalars))) ?? []
    }
    return zip(scalars, indices).compactMap { scalar, index in
      index == 0 ? nil : (index, clusterText(Array(String(scalar).utf8)[...]))
    }
  }
}

extension ScaledFont {
  /// The glyph of each scalar of `text`, 0 for one that the font lacks; none when cairo fails.
  fileprivate func glyphs(of text: String) -> [UInt32] {
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = text.withCString {
      cairo_scaled_font_text_to_glyphs(
        pointer, 0, 0, $0, Int32(text.utf8.count), &glyphs, &count, nil, nil, nil)
    }
    guard status == CAIRO_STATUS_SUCCESS, let glyphs else { return [] }
    defer { cairo_glyph_free(glyphs) }
    return UnsafeBufferPointer(start: glyphs, count: Int(count)).map { UInt32($0.index) }
  }
}
