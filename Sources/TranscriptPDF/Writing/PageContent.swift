import CairoKit
import TranscriptLayout

/// The fonts of a document: by the engine's number, and the name of each part in the file.
struct DocumentFonts {
  /// A font, and by which number the document calls each of its parts.
  struct Named {
    var face: FontFace
    var names: [Int]
  }

  private var fonts: [Named?] = []

  /// Adds a font; the name of a part that the document does not use is never asked for.
  mutating func add(_ face: FontFace, as font: Int, names: [Int]) {
    while fonts.count <= font { fonts.append(nil) }
    fonts[font] = Named(face: face, names: names)
  }

  subscript(font: Int) -> Named? { fonts.indices.contains(font) ? fonts[font] : nil }
}

/// Writes what a page draws (ISO 32000-1, 8 and 9).
///
/// Places are rounded to a hundredth of a point, which no eye sees: each digit costs bytes.
struct PageContent {
  private let engine: TextEngine
  private let fonts: DocumentFonts
  private let height: Double
  var output = ByteWriter(capacity: 1 << 15)
  /// A run that the engine does not know; the document is then not released.
  private(set) var unknownRun: Int?

  private var fill = RGBColor.black
  private var stroke = RGBColor.black
  private var lineWidth = 100
  private var font: (name: Int, size: Double)?
  private var isInText = false
  /// Whether the open content draws anything but text.
  private var drawsPaths = false
  /// Where the current line of text begins, in hundredths of a point.
  private var lineStart = (x: 0, y: 0)

  init(engine: TextEngine, fonts: DocumentFonts, height: Double) {
    self.engine = engine
    self.fonts = fonts
    self.height = height
  }

  /// Opens the content of an element that is about to draw `marks`.
  ///
  /// Text and marked content have to be nested in each other (ISO 32000-1, 14.6.1). Where nothing but
  /// text is drawn one text object goes on over many elements: then each line is placed from the one
  /// before, and the lines of a table have the same steps over and over.
  mutating func begin(_ tag: String, identifier: Int, marks: [Mark]) {
    drawsPaths = marks.contains(where: \.isPath)
    if drawsPaths {
      endText()
    } else if !marks.isEmpty {
      beginText()
    }
    output.write("/")
    output.write(text: tag)
    output.write("<</MCID ")
    output.write(identifier)
    output.write(">>BDC\n")
  }

  /// Opens what belongs to no element.
  mutating func beginArtifact() {
    drawsPaths = true
    endText()
    output.write("/Artifact BMC\n")
  }

  /// Closes what was opened.
  mutating func end() {
    if drawsPaths { endText() }
    output.write("EMC\n")
  }

  /// Ends the page's content.
  mutating func finish() { endText() }

  /// - Throws: a mark whose place or size is not a number on any page.
  mutating func draw(_ mark: Mark) throws(PDFFailure) {
    guard mark.isOnPaper else { throw PDFFailure(CairoError.coordinate(operation: "draw")) }
    switch mark {
    case .text(let text): draw(text)
    case .strokes(let segments, let width, let color):
      usePath(stroke: color, width: width)
      for segment in segments {
        point(segment.x1, segment.y1, "m\n")
        point(segment.x2, segment.y2, "l\n")
      }
      output.write("S\n")
    case .rectangles(let rectangles, let color):
      let visible = rectangles.filter(\.isVisible)
      guard !visible.isEmpty else { return }
      usePath(fill: color)
      for rectangle in visible { self.rectangle(rectangle) }
      output.write("f\n")
    case .outlines(let rectangles, let width, let color):
      usePath(stroke: color, width: width)
      for rectangle in rectangles { self.rectangle(rectangle) }
      output.write("S\n")
    case .ring(let circle, let width, let color):
      usePath(stroke: color, width: width)
      self.circle(circle)
      output.write("s\n")
    case .disc(let circle, let color):
      usePath(fill: color)
      self.circle(circle)
      output.write("f\n")
    case .shape(let steps, let color):
      usePath(fill: color)
      for step in steps { trace(step) }
      output.write("f\n")
    }
  }

  private func hundredths(_ length: Double) -> Int { Int((length * 100).rounded()) }

  private mutating func point(_ x: Double, _ y: Double, _ name: StaticString) {
    output.write(hundredths: hundredths(x))
    output.write(" ")
    output.write(hundredths: hundredths(height - y))
    output.write(" ")
    output.write(name)
  }

  private mutating func trace(_ step: OutlineStep) {
    switch step {
    case .move(let x, let y): point(x, y, "m\n")
    case .line(let x, let y): point(x, y, "l\n")
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      point(x1, y1, "")
      point(x2, y2, "")
      point(x, y, "c\n")
    case .close: output.write("h\n")
    }
  }

  private mutating func rectangle(_ box: TranscriptLayout.Rectangle) {
    for value in [box.x, height - box.y - box.height, box.width, box.height] {
      output.write(hundredths: hundredths(value))
      output.write(" ")
    }
    output.write("re\n")
  }

  /// Four curves; the constant puts their middles on the circle.
  private mutating func circle(_ circle: Circle) {
    let (x, y, radius) = (circle.x, circle.y, circle.radius)
    let reach = radius * 0.552_284_75
    point(x + radius, y, "m\n")
    for (dx, dy) in [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)] {
      // From the direction (dx, dy) a quarter turn to (-dy, dx).
      point(x + radius * dx - reach * dy, y + radius * dy + reach * dx, "")
      point(x - radius * dy + reach * dx, y + radius * dx + reach * dy, "")
      point(x - radius * dy, y + radius * dx, "c\n")
    }
  }

  private mutating func usePath(fill color: RGBColor) {
    endText()
    use(fill: color)
  }

  private mutating func usePath(stroke color: RGBColor, width: Double) {
    endText()
    if color != stroke {
      stroke = color
      write(color, "RG\n")
    }
    let width = hundredths(width)
    if width != lineWidth {
      lineWidth = width
      output.write(hundredths: width)
      output.write(" w\n")
    }
  }

  private mutating func use(fill color: RGBColor) {
    if color == fill { return }
    fill = color
    write(color, "rg\n")
  }

  /// Three decimals are exact for 8 bits a channel.
  private mutating func write(_ color: RGBColor, _ name: StaticString) {
    for channel in [color.red, color.green, color.blue] {
      output.write(thousandths: (Int(channel) * 2000 + 255) / 510)
      output.write(" ")
    }
    output.write(name)
  }
}

extension PageContent {
  private mutating func draw(_ placed: PlacedText) {
    for run in placed.line.runs {
      guard let shaped = engine.run(run.id) else {
        unknownRun = unknownRun ?? run.id
        continue
      }
      use(fill: placed.color(of: run))
      show(shaped, number: run.id, x: placed.x + run.x, y: placed.baseline)
    }
  }

  private mutating func beginText() {
    if isInText { return }
    isInText = true
    lineStart = (0, 0)
    output.write("BT\n")
  }

  private mutating func endText() {
    if !isInText { return }
    isInText = false
    output.write("ET\n")
  }

  private mutating func show(_ run: ShapedRun, number: Int, x: Double, y: Double) {
    guard let first = run.glyphs.first, let font = fonts[run.font] else { return }
    beginText()
    let start = hundredths(x + first.x)
    let line = hundredths(height - y)
    output.write(hundredths: start - lineStart.x)
    output.write(" ")
    output.write(hundredths: line - lineStart.y)
    output.write(" Td\n")
    lineStart = (start, line)
    for piece in font.face.content(of: run, number: number, engine: engine) {
      if let part = piece.part { use(font.names[part], size: run.size) }
      output.write(piece.bytes)
    }
  }

  private mutating func use(_ name: Int, size: Double) {
    if let font, font.name == name, font.size == size { return }
    font = (name, size)
    output.write("/F")
    output.write(name)
    output.write(" ")
    output.write(hundredths: hundredths(size))
    output.write(" Tf\n")
  }
}

extension Mark {
  /// Whether it draws lines or areas.
  fileprivate var isPath: Bool {
    switch self {
    case .text: false
    case .rectangles(let boxes, _): boxes.contains(where: \.isVisible)
    default: true
    }
  }

  /// Whether all its lengths are finite and below 100,000 points, far more than any page has.
  fileprivate var isOnPaper: Bool {
    switch self {
    case .text(let text): text.x.isOnPaper && text.baseline.isOnPaper
    case .strokes(let segments, let width, _):
      width.isOnPaper
        && segments.allSatisfy {
          $0.x1.isOnPaper && $0.y1.isOnPaper && $0.x2.isOnPaper && $0.y2.isOnPaper
        }
    case .rectangles(let boxes, _): boxes.allSatisfy(\.isOnPaper)
    case .outlines(let boxes, let width, _): width.isOnPaper && boxes.allSatisfy(\.isOnPaper)
    case .ring(let circle, let width, _): width.isOnPaper && circle.isOnPaper
    case .disc(let circle, _): circle.isOnPaper
    case .shape(let steps, _): steps.allSatisfy(\.isOnPaper)
    }
  }
}

extension OutlineStep {
  fileprivate var isOnPaper: Bool {
    switch self {
    case .move(let x, let y), .line(let x, let y): x.isOnPaper && y.isOnPaper
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      [x1, y1, x2, y2, x, y].allSatisfy(\.isOnPaper)
    case .close: true
    }
  }
}

extension TranscriptLayout.Rectangle {
  fileprivate var isVisible: Bool { width > 0 && height > 0 }

  fileprivate var isOnPaper: Bool {
    x.isOnPaper && y.isOnPaper && width.isOnPaper && height.isOnPaper
  }
}

extension Circle {
  fileprivate var isOnPaper: Bool { x.isOnPaper && y.isOnPaper && radius.isOnPaper }
}

extension Double {
  fileprivate var isOnPaper: Bool { magnitude < 100_000 }
}
