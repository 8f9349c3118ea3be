import Diagnostics
import XMLKit

/// Sets one expanded document: elements to strips, strips to pages.
struct DocumentSetting {
  let root: XMLElement
  let style: StyleSheet
  let isMirrored: Bool
  let measurer: any TextMeasurer
  let place: ElementPlace

  /// The pages: with the usual spaces if the document then needs no more pages than its template
  /// has, else with the first setting that needs the fewest.
  func pages() throws(LayoutFailure) -> [PositionedPage] {
    var best: [PageCanvas]?
    let least = root.all("page").count
    for tightness in 0...2 {
      let pages = try set(tightness: tightness)
      if pages.count < best?.count ?? .max { best = pages }
      if best?.count ?? 0 <= least { break }
    }
    return try furnished(best ?? [])
  }

  private func set(tightness: Int) throws(LayoutFailure) -> [PageCanvas] {
    let builder = BoxBuilder(
      style: style, measurer: measurer, tightness: tightness, place: place)
    let frame = BoxBuilder.Frame(
      x: geometry.side, width: geometry.width - 2 * geometry.side)
    var paginator = Paginator(furniture: furniture(builder, pages: 0), isMirrored: isMirrored)
    for (index, page) in root.all("page").enumerated() {
      let content = XMLElement("page", elements: page.elements.filter { $0.name != "bottom" })
      let flows = builder.flows(content, in: frame)
      let band = page.first("bottom").flatMap { bottom(builder.flows($0, in: frame)) }
      paginator.set(flows, anchored: band, gap: builder.sectionGap, isFirst: index == 0)
    }
    paginator.finish()
    if builder.problems.hasErrors { throw LayoutFailure(builder.problems) }
    guard !paginator.overflows else { throw overflow }
    return paginator.pages
  }

  private var overflow: LayoutFailure {
    LayoutFailure(
      Diagnostic(
        LayoutCode.overflow, at: place.location(of: root),
        "a row, a figure or a title is higher than a page"))
  }

  /// The band at the foot: columns, or strips as one column.
  private func bottom(_ flows: [Flow]) -> ColumnsFlow? {
    guard let first = flows.first else { return nil }
    if case .columns(let columns) = first { return columns }
    let strips = flows.compactMap { flow -> Strip? in
      if case .strip(let strip) = flow { strip } else { nil }
    }
    return ColumnsFlow(columns: [.init(x: geometry.side, strips: strips)])
  }

  private func furnished(_ canvases: [PageCanvas]) throws(LayoutFailure) -> [PositionedPage] {
    let builder = BoxBuilder(style: style, measurer: measurer, tightness: 0, place: place)
    let furniture = furniture(builder, pages: canvases.count)
    return canvases.enumerated().map { index, canvas in
      var canvas = canvas
      furniture.draw(on: &canvas, page: index)
      return canvas.finished()
    }
  }

  private var geometry: PageGeometry {
    let height = style.length("page.height")
    return PageGeometry(
      width: style.length("page.width"), height: height, side: style.length("page.side"),
      top: style.length("page.top"), nextTop: style.length("running-head.bottom"),
      bottom: height - style.length("page.bottom"), half: style.length("grid.half"))
  }

  private var metrics: PageFurniture.Metrics {
    PageFurniture.Metrics(
      baseline: style.length("grid.baseline"), rule: style.length("rule.section"),
      thin: style.length("rule.thin"), footerRule: style.length("footer.rule"),
      footerBaseline: style.length("footer.baseline"), footerLeading: style.length("grid.line"),
      headTop: style.length("running-head.top"), bandTop: style.length("band.top"),
      bandHeight: style.length("band.height"), ink: style.color("ink"), soft: style.color("soft"))
  }

  private func furniture(_ builder: BoxBuilder, pages: Int) -> PageFurniture {
    let footer = root.first("footer")
    let ends = (0..<pages).map { builder.setter.line(footerEnd(footer, page: $0, of: pages)) }
    return PageFurniture(
      status: root.first("status").map { status($0, builder) },
      head: root.first("running-head").map { head($0, builder) },
      footer: PageFurniture.Footer(
        start: builder.setter.line(
          StyledText(footer?.attribute("start") ?? "", style.role("footer"))),
        ends: ends),
      geometry: geometry, metrics: metrics)
  }

  private func footerEnd(_ footer: XMLElement?, page: Int, of count: Int) -> StyledText {
    guard let footer else { return StyledText() }
    let number = PhraseTable.filled(
      footer.attribute("page") ?? "", ["page": "\(page + 1)", "pages": "\(count)"])
    let last = page == count - 1 ? footer.attribute("last") : nil
    let parts = [footer.attribute("end"), number, last].compactMap(\.self).filter { !$0.isEmpty }
    return StyledText(parts.joined(separator: " \u{B7} "), style.role("footer"))
  }

  private func status(_ element: XMLElement, _ builder: BoxBuilder) -> PageFurniture.StatusBand {
    let isSolid = element.attribute("kind") != "ruled"
    func line(_ name: String, _ role: String) -> SetText {
      builder.setter.line(builder.text(element, name, role: role))
    }
    return PageFurniture.StatusBand(
      isSolid: isSolid, strong: line("strong", isSolid ? "band" : "status-strong"),
      detail: line("detail", isSolid ? "band" : "data"), end: line("end", isSolid ? "band" : "data"))
  }

  private func head(
    _ element: XMLElement, _ builder: BoxBuilder
  ) -> (start: SetText, end: SetText) {
    var start = builder.text(element, "strong", role: "strong")
    let detail = element.attribute("detail") ?? ""
    if !detail.isEmpty { start.append("   " + detail, style.role("soft")) }
    return (
      builder.setter.line(start), builder.setter.line(builder.text(element, "end", role: "soft"))
    )
  }
}
