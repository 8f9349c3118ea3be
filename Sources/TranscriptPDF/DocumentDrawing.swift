import CairoKit
import TranscriptLayout

/// A document as cairo wrote it, with what cairo cannot write.
struct DrawnDocument {
  var bytes: [UInt8]
  /// The structure elements in the order of their opening tags.
  var elements: [DrawnElement]
  /// The description of each link, in order.
  var linkTexts: [String]
}

/// Draws laid-out pages.
///
/// It decides nothing: each mark already has its place and colour.
struct DocumentDrawing: ~Copyable {
  private static let root = "Document"
  private let engine: TextEngine
  private var canvas: PDFCanvas
  private var elements: [DrawnElement] = []
  private var linkTexts: [String] = []
  private var missing = ""

  init(metadata: PDFMetadata, engine: TextEngine) throws(CairoError) {
    self.engine = engine
    canvas = try PDFCanvas(metadata: metadata)
  }

  /// Draws all pages and ends the file.
  consuming func draw(_ pages: [PositionedPage]) throws(CairoError) -> DrawnDocument {
    for page in pages { draw(page) }
    if !elements.isEmpty { canvas.endTag(Self.root) }
    // All missing characters of the document at once, before any other failure.
    if !missing.isEmpty { throw CairoError.missingGlyphs(characters: missing, text: "") }
    if let failure = engine.failure { throw failure }
    let elements = elements
    let linkTexts = linkTexts
    return DrawnDocument(
      bytes: try canvas.finish(), elements: elements, linkTexts: linkTexts)
  }

  private mutating func draw(_ page: PositionedPage) {
    canvas.beginPage(width: page.width, height: page.height)
    for mark in page.artifacts { draw(mark) }
    for element in page.elements { draw(element) }
    canvas.endPage()
  }

  private mutating func draw(_ element: StructureElement) {
    // The root is opened with its first child: opened on a page without one, cairo would leave
    // an element that no page knows.
    if elements.isEmpty {
      elements.append(DrawnElement(root: Self.root))
      canvas.beginTag(Self.root)
    }
    elements.append(DrawnElement(element))
    begin(element)
    switch element.content {
    case .elements(let children): for child in children { draw(child) }
    case .marks(let marks): for mark in marks { draw(mark) }
    }
    canvas.endTag(element.role.tag)
  }

  private mutating func begin(_ element: StructureElement) {
    guard case .link(let destination) = element.role else {
      return canvas.beginTag(element.role.tag)
    }
    linkTexts.append(element.alternativeText ?? destination)
    canvas.beginLink(to: destination)
  }

  private mutating func draw(_ mark: Mark) {
    switch mark {
    case .text(let text): draw(text)
    case .strokes(let segments, let width, let color):
      let path: [PathElement] = segments.flatMap {
        [.move(x: $0.x1, y: $0.y1), .line(x: $0.x2, y: $0.y2)]
      }
      canvas.stroke(path, lineWidth: width, color: Color(color))
    case .rectangles(let rectangles, let color):
      canvas.fill(rectangles.map(PathElement.init), color: Color(color))
    case .outlines(let rectangles, let width, let color):
      canvas.stroke(rectangles.map(PathElement.init), lineWidth: width, color: Color(color))
    case .ring(let circle, let width, let color):
      canvas.stroke([PathElement(circle)], lineWidth: width, color: Color(color))
    case .disc(let circle, let color):
      canvas.fill([PathElement(circle)], color: Color(color))
    case .shape(let steps, let color):
      canvas.fill(steps.map(PathElement.init), color: Color(color))
    }
  }

  /// A place to a hundredth of a point, which no eye sees: each decimal costs bytes and time.
  private static func hundredths(_ length: Double) -> Double { (length * 100).rounded() / 100 }

  private mutating func draw(_ text: PlacedText) {
    missing += text.line.missing
    for run in text.line.runs {
      canvas.show(
        run: run.id, of: engine, x: Self.hundredths(text.x + run.x),
        y: Self.hundredths(text.baseline), color: Color(text.color(of: run)))
    }
  }
}

extension PathElement {
  fileprivate init(_ rectangle: TranscriptLayout.Rectangle) {
    self = .rectangle(
      CairoKit.Rectangle(
        x: rectangle.x, y: rectangle.y, width: rectangle.width, height: rectangle.height))
  }

  fileprivate init(_ step: OutlineStep) {
    switch step {
    case .move(let x, let y): self = .move(x: x, y: y)
    case .line(let x, let y): self = .line(x: x, y: y)
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      self = .curve(x1: x1, y1: y1, x2: x2, y2: y2, x: x, y: y)
    case .close: self = .close
    }
  }

  fileprivate init(_ circle: Circle) {
    self = .circle(x: circle.x, y: circle.y, radius: circle.radius)
  }
}

extension Color {
  fileprivate init(_ color: RGBColor) {
    // Three decimals are exact for 8 bits a channel, and half as many bytes in the file.
    func part(_ channel: UInt8) -> Double { (Double(channel) / 255 * 1000).rounded() / 1000 }
    self.init(red: part(color.red), green: part(color.green), blue: part(color.blue))
  }
}
