import CairoKit
import Testing

@Suite("PDF canvas", .enabled(if: hasFonts, "run fonts/prepare first"))
struct PDFCanvasTests {
  @Test(
    "Names are extracted exactly as they were given",
    .enabled(if: hasPdftotext, "poppler-utils is missing"),
    arguments: [
      ("en", "Difficult office affairs fi"), ("vi", "Nguyễn Thị Ngọc Ánh"),
      ("ar", "فاطمة الزهراء"), ("zh-Hans", "欧阳静怡"), ("ko", "김서연"), ("ja", "髙橋さくら"),
      ("hi", "श्रीकृष्ण त्रिपाठी"), ("th", "ณัฐพงษ์ ศรีสุข"),
    ])
  func extractionIsExact(language: String, name: String) throws {
    let direction: ShapingStyle.Direction = language == "ar" ? .rightToLeft : .leftToRight
    let bytes = try makePDF(
      [name], style: .sans(12, language: language, direction: direction), engine: makeEngine())
    #expect(try extractLines(bytes, isRaw: language == "th") == [name])
  }

  @Test("The same page gives the same bytes, from a cold and from a warm engine")
  func bytesAreReproducible() throws {
    let engine = try makeEngine()
    let text = ["Quillwater Regional High School", "김서연", "Nguyễn"]
    let cold = try makePDF(text, engine: engine)
    #expect(try makePDF(text, engine: engine) == cold)
    #expect(try makePDF(text, engine: makeEngine()) == cold)
  }

  @Test("Tags that do not nest are an error")
  func unbalancedTagsAreRefused() throws {
    #expect(throws: CairoError.tag(open: "P", closed: "H1")) {
      var canvas = try PDFCanvas(metadata: sampleMetadata)
      canvas.beginPage(width: 100, height: 100)
      canvas.beginTag("P")
      canvas.endTag("H1")
      canvas.endPage()
      _ = try canvas.finish()
    }
    #expect(throws: CairoError.tag(open: "Document", closed: nil)) {
      var canvas = try PDFCanvas(metadata: sampleMetadata)
      canvas.beginPage(width: 100, height: 100)
      canvas.beginTag("Document")
      canvas.endPage()
      _ = try canvas.finish()
    }
  }

  @Test(
    "A page size that is not a finite length is refused",
    arguments: [(Double.nan, 792), (612, -1), (0, 792), (612, .infinity), (20_000, 792)])
  func badPageSizesAreRefused(width: Double, height: Double) throws {
    #expect(throws: CairoError.self) {
      var canvas = try PDFCanvas(metadata: sampleMetadata)
      canvas.beginPage(width: width, height: height)
      _ = try canvas.finish()
    }
  }

  @Test("A coordinate that is not finite is refused")
  func badCoordinatesAreRefused() throws {
    #expect(throws: CairoError.coordinate(operation: "fill")) {
      var canvas = try PDFCanvas(metadata: sampleMetadata)
      canvas.beginPage(width: 612, height: 792)
      canvas.fill([.circle(x: 10, y: .nan, radius: 3)], color: .black)
      canvas.endPage()
      _ = try canvas.finish()
    }
  }

  @Test("Drawing outside a page is refused")
  func drawingNeedsAPage() throws {
    #expect(throws: CairoError.pageOrder(operation: "stroke")) {
      var canvas = try PDFCanvas(metadata: sampleMetadata)
      canvas.stroke([.move(x: 0, y: 0), .line(x: 9, y: 9)], lineWidth: 1, color: .black)
      _ = try canvas.finish()
    }
  }

  @Test(
    "A clip ends with its state, and the colour before it is not taken for granted",
    .enabled(if: hasQPDF, "qpdf is missing"))
  func clipsAreRestored() throws {
    var canvas = try PDFCanvas(metadata: sampleMetadata)
    let red = Color(red: 1, green: 0, blue: 0)
    let box = Rectangle(x: 10, y: 20, width: 30, height: 40)
    canvas.beginPage(width: 100, height: 100)
    canvas.fill([.circle(x: 5, y: 5, radius: 1)], color: .black)
    canvas.saveState(clippedTo: box)
    canvas.fill([.circle(x: 20, y: 30, radius: 80)], color: red)
    canvas.restoreState()
    canvas.fill([.circle(x: 50, y: 50, radius: 5)], color: red)
    canvas.endPage()
    let bytes = try canvas.finish()
    let text = try run("/usr/bin/qpdf", ["--qdf", "FILE", "-"], on: bytes)
    let clipped = try #require(text.split(separator: "10 20 30 40 re W n").last)
    #expect(clipped.split(separator: "1 0 0 rg").count == 3)
  }
}
