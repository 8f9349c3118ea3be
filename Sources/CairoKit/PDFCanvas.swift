import CCairo

/// A PDF that is drawn page by page into memory.
///
/// The first failure is kept and thrown by `finish`: cairo itself silently ignores all drawing
/// after a misuse. Lengths are points, from the page's top left corner, y downwards.
public struct PDFCanvas: ~Copyable {
  private let surface: OpaquePointer
  let context: OpaquePointer
  private let sink: Unmanaged<ByteSink>
  private(set) var failure: CairoError?
  private(set) var openTags: [String] = []
  private var isPageOpen = false
  private var color: Color?
  var scaledFont: OpaquePointer?
  /// Holds a run's glyphs at their place on the page while cairo copies them.
  var placedGlyphs: [cairo_glyph_t] = []

  /// A document without pages.
  ///
  /// - Throws: `CairoError.library` when cairo gives no surface or context.
  public init(metadata: PDFMetadata) throws(CairoError) {
    let sink = Unmanaged.passRetained(ByteSink())
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, sink.toOpaque(), 612, 792)
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
    set(metadata)
  }

  deinit {
    let (context, surface) = (context, surface)
    FontAccess.exclusively {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    sink.release()
  }

  /// Starts a page of the given size, 1 to 14,400 points each way.
  public mutating func beginPage(width: Double, height: Double) {
    guard !isPageOpen else { return keep(.pageOrder(operation: "beginPage")) }
    guard (1...14_400).contains(width), (1...14_400).contains(height) else {
      return keep(.pageSize(width: width, height: height))
    }
    isPageOpen = true
    forgetState()
    cairo_pdf_surface_set_size(surface, width, height)
    coverPage(width: width, height: height)
  }

  /// Two white specks, a tenth of a point wide, in opposite corners.
  ///
  /// cairo keeps the region that is drawn on as a list of rectangles and walks it for every piece
  /// of text; when the first thing drawn covers the page, the list stays at one.
  private mutating func coverPage(width: Double, height: Double) {
    use(Color(red: 1, green: 1, blue: 1))
    cairo_rectangle(context, 0, 0, 0.1, 0.1)
    cairo_rectangle(context, width - 0.1, height - 0.1, 0.1, 0.1)
    cairo_fill(context)
    check("cairo_fill")
  }

  /// Ends the page.
  public mutating func endPage() {
    guard isPageOpen else { return keep(.pageOrder(operation: "endPage")) }
    isPageOpen = false
    // Only here does cairo look at the glyphs that were shown.
    let context = context
    FontAccess.exclusively { cairo_show_page(context) }
    check("cairo_show_page")
  }

  /// Opens an element of the structure tree.
  public mutating func beginTag(_ name: String) { begin(name, attributes: "") }

  /// Opens a `Link` element whose content leads to an address.
  public mutating func beginLink(to address: String) {
    var quoted = ""
    for character in address {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    begin("Link", attributes: "uri='\(quoted)'")
  }

  private mutating func begin(_ name: String, attributes: String) {
    openTags.append(name)
    cairo_tag_begin(context, name, attributes)
    check("cairo_tag_begin")
  }

  /// Closes the element that was opened last, which must be `name`.
  public mutating func endTag(_ name: String) {
    guard openTags.last == name else { return keep(.tag(open: openTags.last, closed: name)) }
    openTags.removeLast()
    cairo_tag_end(context, name)
    check("cairo_tag_end")
  }

  /// Writes the end of the file and gives its bytes.
  ///
  /// - Throws: the first failure of any operation on the document.
  public consuming func finish() throws(CairoError) -> [UInt8] {
    if isPageOpen { keep(.pageOrder(operation: "finish")) }
    if let open = openTags.last { keep(.tag(open: open, closed: nil)) }
    if let failure { throw failure }
    let surface = surface
    FontAccess.exclusively { cairo_surface_finish(surface) }
    check("cairo_surface_finish")
    if let failure { throw failure }
    return sink.takeUnretainedValue().bytes
  }

  mutating func keep(_ failure: CairoError) {
    if self.failure == nil { self.failure = failure }
  }

  /// Keeps a failure of the context or of the surface: either can fail without the other.
  mutating func check(_ operation: StaticString) {
    var status = cairo_status(context)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
    if status == CAIRO_STATUS_SUCCESS { return }
    keep(.library(operation: "\(operation)", status: Self.text(status)))
  }

  /// Whether something may be drawn now; if not, keeps why.
  mutating func canDraw(_ operation: StaticString, isFinite: Bool) -> Bool {
    if !isPageOpen { keep(.pageOrder(operation: "\(operation)")) }
    if !isFinite { keep(.coordinate(operation: "\(operation)")) }
    return isPageOpen && isFinite && failure == nil
  }

  mutating func use(_ color: Color) {
    if self.color == color { return }
    self.color = color
    cairo_set_source_rgb(context, color.red, color.green, color.blue)
  }

  /// Forgets the current colour and font, because cairo restored earlier ones.
  mutating func forgetState() {
    color = nil
    scaledFont = nil
  }

  private func set(_ metadata: PDFMetadata) {
    let values = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATOR, metadata.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, metadata.created),
    ]
    for (key, value) in values where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, value)
    }
  }

  private static func text(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map(String.init(cString:)) ?? "status \(status.rawValue)"
  }
}
