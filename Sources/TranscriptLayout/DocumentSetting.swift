import Diagnostics
import XMLKit

/// Sets one expanded document: elements to strips, strips to pages.
final class DocumentSetting {
  let root: XMLElement
  let style: StyleSheet
  let isMirrored: Bool
  let measurer: any TextMeasurer
  let place: ElementPlace
  /// Asked for by every page, and found by setting the status band.
  private lazy var geometry = makeGeometry()

  init(
    root: XMLElement, style: StyleSheet, isMirrored: Bool, measurer: any TextMeasurer,
    place: ElementPlace
  ) {
    self.root = root
    self.style = style
    self.isMirrored = isMirrored
    self.measurer = measurer
    self.place = place
  }

  /// The pages.
  ///
  /// Each page element is set with the usual spaces if it then needs one page; else closer, and
  /// at last without what may be dropped, if that saves a page.
  func pages() throws(LayoutFailure) -> [PositionedPage] {
    let needs = ColumnNeeds()
    let builders = Tightness.allCases.filter { $0 != .close }.map {
      BoxBuilder(
        root: root, style: style, measurer: measurer, tightness: $0, place: place,
        columnNeeds: needs)
    }
    var setting = PageSetting(paginator: Paginator(geometry: geometry))
    for (index, page) in root.all("page").enumerated() {
      setting = set(page, isFirst: index == 0, after: setting, builders)
    }
    for builder in builders where builder.problems.hasErrors {
      throw LayoutFailure(builder.problems)
    }
    guard !setting.paginator.overflows else { throw overflow }
    return furnished(setting.paginator, builders[0])
  }

  /// The pages so far, and what the last of them left to the next.
  private struct PageSetting {
    var paginator: Paginator
    var moved: [XMLElement] = []
  }

  /// What a page element holds, measured.
  private struct PageContent {
    var flows: [Flow]
    var band: ColumnsFlow?
  }

  /// What of a page looks the same however close it is set, by the places of the elements.
  private struct SteadyFlows {
    var page: [Int: [Flow]] = [:]
    var foot: [Int: [Flow]] = [:]
  }

  private func content(
    of page: XMLElement, after moved: [XMLElement], _ builder: BoxBuilder,
    keeping steady: inout SteadyFlows
  ) -> PageContent {
    let frame = BoxBuilder.Frame(
      x: geometry.side, width: geometry.width - 2 * geometry.side)
    var flows = moved.flatMap { builder.flows(of: $0, in: frame, isMoved: true) }
    flows += builder.flows(page, in: frame, keeping: &steady.page)
    let foot = page.first("bottom").map {
      builder.flows($0, in: frame, keeping: &steady.foot)
    }
    return PageContent(flows: flows, band: foot.flatMap(bottom))
  }

  private func set(
    _ page: XMLElement, isFirst: Bool, after setting: PageSetting, _ builders: [BoxBuilder]
  ) -> PageSetting {
    let paginator = setting.paginator
    let fitting = isFirst ? 1 : paginator.pages.count + (paginator.hasRunOver ? 0 : 1)
    var steady = SteadyFlows()
    var content = content(of: page, after: setting.moved, builders[0], keeping: &steady)
    var best: Paginator?
    var chosen = Tightness.usual
    let movable = page.elements.filter { Self.moves($0) != nil }
    let isEased = movable.contains { Self.moves($0) == .eased }
    let trials = Tightness.allCases.filter {
      $0 == .eased ? isEased : $0 <= .full || !movable.isEmpty
    }
    for tightness in trials {
      if let builder = builders.first(where: { $0.tightness == tightness }), best != nil {
        content = self.content(of: page, after: setting.moved, builder, keeping: &steady)
      }
      var trial = paginator
      trial.set(
        content.flows.map { $0.adapted(to: tightness) },
        anchored: content.band?.adapted(to: tightness), gap: gap(tightness), isFirst: isFirst)
      let isLess = trial.pages.count < best?.pages.count ?? .max
      // With a band at the foot, what does not fit goes on elsewhere: keep as much here as we can.
      let isEqual = trial.pages.count == best?.pages.count && content.band != nil
      if isLess || isEqual { (best, chosen) = (trial, tightness) }
      if trial.pages.count <= fitting { break }
    }
    return PageSetting(
      paginator: best ?? paginator,
      moved: movable.filter { Self.moves($0).map { chosen >= $0 } ?? false })
  }

  /// From when on an element stands on the next page.
  private static func moves(_ element: XMLElement) -> Tightness? {
    element.attribute("when-full").flatMap { Tightness.moves[$0] }
  }

  private func gap(_ tightness: Tightness) -> Double {
    style.length(tightness == .usual ? "section.gap" : "section.gap-tight")
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

  private func furnished(
    _ paginator: Paginator, _ builder: BoxBuilder
  ) -> [PositionedPage] {
    var furniture = furniture(builder, pages: paginator.pages.count)
    var height = geometry.height
    if isEndless, paginator.pages.count == 1 {
      // One page as long as its content, for reading on a narrow screen.
      height = paginator.y + style.length("page.bottom")
      furniture.metrics.footerRule = paginator.y + style.length("footer.rule")
      furniture.metrics.footerBaseline = paginator.y + style.length("footer.baseline")
    }
    return paginator.pages.enumerated().map { index, placements in
      var canvas = PageCanvas(width: geometry.width, height: height, isMirrored: isMirrored)
      furniture.drawStatus(on: &canvas)
      for placement in placements {
        canvas.enter(placement.strip.path)
        placement.strip.draw(&canvas, placement.x, placement.y)
      }
      furniture.draw(on: &canvas, page: index)
      return canvas.finished()
    }
  }

  /// Whether the page is as long as its content: the style file then gives no height.
  private var isEndless: Bool { style.length("page.height") == 0 }

  private func makeGeometry() -> PageGeometry {
    let height = isEndless ? 14_000 : style.length("page.height")
    return PageGeometry(
      width: style.length("page.width"), height: height, side: style.length("page.side"),
      top: top, nextTop: style.length("running-head.bottom"),
      bottom: height - style.length("page.bottom"), half: style.length("grid.half"))
  }

  /// Where the text begins: below the status band, wherever that ends.
  private var top: Double {
    let top = style.length("page.top")
    guard let element = root.first("status") else { return top }
    let builder = BoxBuilder(
      root: root, style: style, measurer: measurer, tightness: .usual, place: place)
    let band = style.length("band.top") + style.length("band.height")
    return max(top, band + status(element, builder).extra + style.length("grid.half") - 1)
  }

  private var metrics: PageFurniture.Metrics {
    PageFurniture.Metrics(
      baseline: style.length("grid.baseline"), rule: style.length("rule.section"),
      thin: style.length("rule.thin"), footerRule: style.length("footer.rule"),
      footerBaseline: style.length("footer.baseline"), footerLeading: style.role("footer").leading,
      headTop: style.length("running-head.top"), bandTop: style.length("band.top"),
      bandHeight: style.length("band.height"), ink: style.color("ink"), soft: style.color("soft"))
  }

  private func furniture(_ builder: BoxBuilder, pages: Int) -> PageFurniture {
    let footer = root.first("footer")
    let ends = (0..<pages).map { builder.setter.line(footerEnd(footer, page: $0, of: pages)) }
    return PageFurniture(
      status: root.first("status").map { status($0, builder) },
      head: root.first("running-head").map { head($0, builder) } ?? [],
      footer: PageFurniture.Footer(
        starts: ends.map { footerStart(footer, beside: $0, builder) }, ends: ends),
      geometry: geometry, metrics: metrics)
  }

  /// The first of the texts that stands beside a page's end side; the last if none does.
  private func footerStart(
    _ footer: XMLElement?, beside end: SetText, _ builder: BoxBuilder
  ) -> SetText {
    let width = geometry.width - 2 * geometry.side
    let room = width - PageFurniture.footerGap - end.width
    let given = footer?.all("start").map(\.allText) ?? []
    let texts = (given.isEmpty ? [footer?.attribute("start") ?? ""] : given).map {
      StyledText($0, style.role("footer"))
    }
    let fitting = texts.first { builder.setter.line($0).width <= room }
    return builder.setter.lines(fitting ?? texts.last ?? StyledText(), width: width)
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
    func line(_ name: String, _ role: String, after: String = "") -> SetText {
      var text = builder.text(element, name, role: role)
      if !text.isEmpty, !after.isEmpty { text.append(after, style.role(role)) }
      return builder.setter.line(text)
    }
    // The space is heard where the band is read aloud.
    var band = PageFurniture.StatusBand(
      isSolid: isSolid, strong: line("strong", isSolid ? "band" : "status-strong", after: " "),
      detail: line("detail", isSolid ? "band" : "data"), end: line("end", isSolid ? "band" : "data")
    )
    let width = style.length("page.width") - 2 * style.length("page.side") - (isSolid ? 12 : 0)
    let whole = band.strong.width + 5.5 + band.detail.width
    // The day stands elsewhere as well; the words do not.
    if whole + PageFurniture.footerGap + band.end.width > width {
      band.end = builder.setter.line(StyledText())
    }
    if whole > width {
      band.isStacked = true
      band.detail = builder.setter.lines(band.detail.source, width: width)
    }
    return band
  }

  private func head(
    _ element: XMLElement, _ builder: BoxBuilder
  ) -> [(start: SetText, end: SetText)] {
    let start = builder.text(element, "strong", role: "strong")
    let ends = ["end", "short-end"].filter { element.attribute($0) != nil }.map {
      builder.setter.line(builder.text(element, $0, role: "soft"))
    }
    let detail = element.attribute("detail") ?? ""
    var whole = start
    if !detail.isEmpty { whole.append("   " + detail, style.role("soft")) }
    let width = geometry.width - 2 * geometry.side
    // A name too long for the line stands without the id, which is in the footer as well, then
    // beside less, then alone; it is never set smaller than the footer.
    let smallest = start.resized(to: style.role("footer").style.size)
    let gap = style.length("grid.line")
    let none = builder.setter.line(StyledText())
    // A second line for what a long name leaves no room for.
    let below = (
      start: builder.setter.line(StyledText(detail, style.role("soft"))),
      end: builder.setter.line(builder.text(element, "second-end", role: "soft"))
    )
    let hasBelow =
      !below.end.source.isEmpty && below.start.width + gap + below.end.width <= width
    let pairs = [
      (whole, ends.first), (start, ends.first), (start, ends.last), (smallest, ends.last),
    ]
    for (index, (text, end)) in pairs.enumerated() {
      let set = builder.setter.line(text)
      guard set.width + gap + (end?.width ?? 0) <= width else { continue }
      let line = (start: set, end: end ?? none)
      return index > 1 && hasBelow ? [line, below] : [line]
    }
    return [(builder.setter.lines(smallest, width: width), none)]
  }
}
