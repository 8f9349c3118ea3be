/// What stands on every page: the status band, the running head and the footer.
struct PageFurniture {
  var status: StatusBand?
  /// The running head's lines, for every page but the first: one, or two where a name is long.
  var head: [(start: SetText, end: SetText)]
  var footer: Footer
  var geometry: PageGeometry
  var metrics: Metrics

  /// A sentence in the top margin that says what the document may be trusted for.
  struct StatusBand {
    /// A solid band, or two rules on white.
    var isSolid: Bool
    var strong: SetText
    var detail: SetText
    var end: SetText
    /// Whether the detail stands below the strong words: on a narrow page.
    var isStacked = false

    /// How much higher the band is than one line.
    var extra: Double { isStacked ? detail.height : 0 }
  }

  /// The line at the foot.
  struct Footer {
    /// The start side of each page's line, in order.
    var starts: [SetText]
    /// The end side of each page's line, in order.
    var ends: [SetText]
  }

  /// The places that the style file sets.
  struct Metrics {
    var baseline: Double
    var rule: Double
    var thin: Double
    var footerRule: Double
    var footerBaseline: Double
    var footerLeading: Double
    var headTop: Double
    var bandTop: Double
    var bandHeight: Double
    var ink: RGBColor
    var soft: RGBColor
  }

  /// The least space between the two sides of the footer.
  static let footerGap = 12.0

  private var width: Double { geometry.width - 2 * geometry.side }

  /// Draws the status band: tagged content, before all else on the page.
  func drawStatus(on canvas: inout PageCanvas) {
    guard let status else { return }
    let x = geometry.side
    let top = metrics.bandTop
    let height = metrics.bandHeight + status.extra
    if status.isSolid {
      canvas.artifact(.rectangles([canvas.rectangle(x, top, width, height)], color: metrics.ink))
    } else {
      canvas.artifact(
        .strokes(
          [canvas.horizontal(x, top, width), canvas.horizontal(x, top + height, width)],
          width: metrics.rule, color: metrics.ink))
    }
    let inset = status.isSolid ? 6.0 : 0
    let baseline = 10.2
    var marks = canvas.marks(status.strong, x: x + inset, y: top, baseline: baseline)
    let beside = status.isStacked ? 0 : status.strong.width + 5.5
    marks += canvas.marks(
      status.detail, x: x + inset + beside,
      y: top + (status.isStacked ? status.strong.leading : 0), baseline: baseline)
    marks += canvas.marks(
      status.end, x: x, y: top, width: width - inset, align: .end, baseline: baseline)
    canvas.add(StructureElement(.paragraph, .marks(marks)))
  }

  /// The lines of the running head, one below the other; two begin a little higher, so that the
  /// second keeps its distance from the page's first rule.
  private func drawHead(on canvas: inout PageCanvas) {
    var y = metrics.headTop - (head.count > 1 ? Self.headLift : 0)
    for line in head {
      let marks =
        canvas.marks(line.start, x: geometry.side, y: y, baseline: metrics.baseline)
        + canvas.marks(
          line.end, x: geometry.side, y: y, width: width, align: .end, baseline: metrics.baseline)
      for mark in marks { canvas.artifact(mark) }
      y += max(line.start.leading, line.end.leading)
    }
  }

  private static let headLift = 4.0

  /// Draws the running head and the footer, which are artifacts.
  func draw(on canvas: inout PageCanvas, page: Int) {
    let x = geometry.side
    if page > 0 { drawHead(on: &canvas) }
    canvas.artifact(
      .strokes(
        [canvas.horizontal(x, metrics.footerRule, width)], width: metrics.thin,
        color: metrics.soft))
    guard footer.starts.indices.contains(page) else { return }
    let start = footer.starts[page]
    let end = footer.ends.indices.contains(page) ? footer.ends[page] : nil
    let count = start.lines.count
    let isBeside = count == 1 && start.width + Self.footerGap + (end?.width ?? 0) <= width
    var marks = canvas.marks(start, x: x, y: metrics.footerBaseline, baseline: 0)
    if let end {
      marks += canvas.marks(
        end, x: x,
        y: metrics.footerBaseline + (isBeside ? 0 : Double(count) * metrics.footerLeading),
        width: width, align: .end, baseline: 0)
    }
    for mark in marks { canvas.artifact(mark) }
  }
}
