import TranscriptModel
import XMLKit

extension BoxBuilder {
  /// The letterhead: monogram, school and address at the start side, kind and number at the end.
  func masthead(_ element: XMLElement, in frame: Frame) -> Strip {
    let slot = style.length("masthead.slot")
    let indent = slot + style.length("masthead.indent")
    let kind = setter.line(text(element, "kind", role: "kind"))
    let number = setter.line(text(element, "number", role: "soft"))
    let room = frame.width - indent - kind.width - line
    let nameText = text(element, "name", role: "school")
    let size = nameText.pieces.first?.role.style.size ?? 20
    let name =
      setter.fitting(nameText, sizes: [size, size * 0.85, size * 0.75], width: room)
      ?? brokenName(nameText, size: max(size * 0.6, min(size, 9.5)), width: room)
    let detail = setter.lines(
      text(element, "detail", role: "soft"), width: frame.width - indent - number.width - line)
    let crest = crest(of: element)
    let monogram =
      crest != nil
      ? nil
      : element.attribute("monogram").map {
        setter.line(StyledText($0, style.role("monogram")))
      }
    let tall = style.role("school").leading
    // Lines of a long name begin higher, and push what is below them only where they must.
    let rise = name.lines.count > 1 ? 4.0 : 0
    let below = max(tall, name.lines.count > 1 ? name.height - rise : 0)
    let body = max(slot - 4, below + max(detail.height, number.height))
    let ruleGap = style.length("masthead.rule-gap")
    let height = body + ruleGap + style.length("masthead.after")
    let seal = style.length("masthead.slot")
    return Strip(height: height, path: frame.path) { canvas, x, y in
      if let crest { self.draw(crest, slot: seal, on: &canvas, x: x, y: y) }
      if let monogram { self.drawSeal(monogram, slot: seal, on: &canvas, x: x, y: y) }
      canvas.add(
        canvas.leaf(
          .paragraph, name, x: x + indent, y: y - rise,
          baseline: (rise > 0 ? name.leading : tall) * 0.75))
      if !detail.source.isEmpty {
        canvas.add(
          canvas.leaf(
            .paragraph, detail, x: x + indent, y: y + below, baseline: self.baseline))
      }
      let ends = [(kind, y, tall * 0.75), (number, y + below, self.baseline)]
      for (set, top, baseline) in ends where !set.source.isEmpty {
        canvas.add(
          canvas.leaf(
            .paragraph, set, x: x, y: top, width: frame.width, align: .end, baseline: baseline))
      }
      self.drawRule(on: &canvas, x: x, y: y + body + ruleGap, width: frame.width)
    }
  }

  /// A name that does not fit on one line, on lines as close as its size allows.
  private func brokenName(_ name: StyledText, size: Double, width: Double) -> SetText {
    let set = setter.lines(name.resized(to: size), width: width)
    return SetText(source: set.source, lines: set.lines, leading: size * 1.2)
  }

  func drawRule(on canvas: inout PageCanvas, x: Double, y: Double, width: Double) {
    canvas.artifact(
      .strokes(
        [canvas.horizontal(x, y, width)], width: style.length("rule.section"),
        color: style.color("accent")))
  }

  private func crest(of element: XMLElement) -> Crest? {
    guard let path = element.attribute("crest"), !path.isEmpty else { return nil }
    let crest = Crest(path: path)
    if crest == nil { refuse(element, "`crest` is not a path in a square of 40 by 40") }
    return crest
  }

  /// The crest, which is never mirrored: an ornament, so an artifact.
  private func draw(
    _ crest: Crest, slot: Double, on canvas: inout PageCanvas, x: Double, y: Double
  ) {
    let place = canvas.rectangle(x, y - 2, slot, slot)
    let scale = slot / Double(Crest.side)
    func left(_ point: Crest.Point) -> Double { place.x + Double(point.x) * scale }
    func top(_ point: Crest.Point) -> Double { place.y + Double(point.y) * scale }
    let steps = crest.steps.map { step -> OutlineStep in
      switch step {
      case .move(let end): .move(x: left(end), y: top(end))
      case .line(let end): .line(x: left(end), y: top(end))
      case .curve(let first, let second, let end):
        .curve(
          x1: left(first), y1: top(first), x2: left(second), y2: top(second), x: left(end),
          y: top(end))
      case .close: .close
      }
    }
    canvas.artifact(.shape(steps, color: style.color("accent")))
  }

  /// A monogram in a double ring: an ornament, so an artifact.
  private func drawSeal(
    _ monogram: SetText, slot: Double, on canvas: inout PageCanvas, x: Double, y: Double
  ) {
    let color = style.color("accent")
    let radius = slot / 2
    let centre = (x: canvas.left(x + radius), y: y + radius - 2)
    canvas.artifact(
      .ring(Circle(x: centre.x, y: centre.y, radius: radius - 0.45), width: 0.9, color: color))
    canvas.artifact(
      .ring(Circle(x: centre.x, y: centre.y, radius: radius - 2.9), width: 0.5, color: color))
    let size = monogram.source.pieces.first?.role.style.size ?? 19
    for mark in canvas.marks(
      monogram, x: x + radius - monogram.width / 2, y: centre.y + size * 0.34, baseline: 0)
    { canvas.artifact(mark) }
  }

  func text(_ element: XMLElement, _ attribute: String, role: String) -> StyledText {
    StyledText(element.attribute(attribute) ?? "", style.role(role))
  }

  /// The student's name: in smaller sizes, then on two lines, where it is long.
  func studentName(_ element: XMLElement, in frame: Frame) -> Strip {
    let text = inline(element, role: "name")
    let role = style.role("name")
    let sizes = [role.style.size, role.style.size * 20 / 23, role.style.size * 17 / 23]
    let set =
      setter.fitting(text, sizes: sizes, width: frame.width)
      ?? setter.lines(text.resized(to: sizes[2]), width: frame.width)
    let height = max(role.leading, Double(set.lines.count) * role.leading)
    let baseline = role.leading * 0.66
    return Strip(height: height, path: frame.path, keepsWithNext: true) { canvas, x, y in
      canvas.add(canvas.leaf(.heading(1), set, x: x, y: y, baseline: baseline))
    }
  }

  /// Labelled values side by side.
  func facts(_ element: XMLElement, in frame: Frame) -> Strip {
    let facts = element.all("fact")
    let widths = element.attribute("widths") ?? facts.map { _ in "1fr" }.joined(separator: " ")
    guard let columns = columns(widths, width: frame.width),
      columns.columns.count >= facts.count
    else {
      refuse(element, "`widths` of <facts> does not give one width for each fact")
      return Strip(height: 0) { _, _, _ in }
    }
    let labels = zip(facts, columns.columns).map {
      set($0.attribute("label") ?? "", role: "label", width: $1.width - 6)
    }
    let values = zip(facts, columns.columns).map {
      set($0.attribute("value") ?? "", role: "data", width: $1.width - 6)
    }
    let top = labels.reduce(line) { max($0, Double($1.lines.count) * line) }
    let height = top + values.reduce(line) { max($0, $1.height) } + spaceAfter(element)
    let baseline = baseline
    return Strip(height: height, path: frame.path) { canvas, x, y in
      for ((label, value), column) in zip(zip(labels, values), columns.columns) {
        canvas.add(canvas.leaf(.paragraph, label, x: x + column.x, y: y, baseline: baseline))
        guard !value.source.isEmpty else { continue }
        canvas.add(
          canvas.leaf(.paragraph, value, x: x + column.x, y: y + top, baseline: baseline))
      }
    }
  }

  func spaceAfter(_ element: XMLElement) -> Double {
    switch element.attribute("after") {
    case "half": half
    case "line": isFull ? half : line
    default: 0
    }
  }

  /// Large figures with a tail and two quiet lines each.
  func bigFigures(_ element: XMLElement, in frame: Frame) -> Strip {
    let figures = element.all("figure")
    let widths = element.attribute("widths") ?? figures.map { _ in "1fr" }.joined(separator: " ")
    guard let columns = columns(widths, width: frame.width),
      columns.columns.count >= figures.count
    else {
      refuse(element, "`widths` of <figures> does not give one width for each figure")
      return Strip(height: 0) { _, _, _ in }
    }
    let heads = zip(figures, columns.columns).map { figure, column in
      var head = text(figure, "value", role: "figure")
      if let tail = figure.attribute("tail"), !tail.isEmpty {
        head.append(" " + tail, style.role("figure-tail"))
      }
      let set = setter.line(head)
      return set.width <= column.width - 6
        ? set : setter.line(head.resized(to: style.role("figure-tail").style.size))
    }
    let tall = style.role("figure").leading
    let notes = zip(figures, columns.columns).map { figure, column in
      figure.all("line").flatMap { item -> [SetText] in
        let text = inline(item, role: "data")
        guard !text.isEmpty else { return [] }
        let width = column.width - 8
        if let short = item.attribute("short"), !short.isEmpty, setter.line(text).width > width {
          return [setter.lines(StyledText(short, style.role("data")), width: width)]
        }
        return [setter.lines(text, width: width)]
      }
    }
    let lines = notes.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    let height = tall + lines
    let baseline = baseline
    return Strip(height: height, path: frame.path) { canvas, x, y in
      for ((head, note), column) in zip(zip(heads, notes), columns.columns) {
        canvas.add(
          canvas.leaf(.paragraph, head, x: x + column.x, y: y, baseline: tall * 0.75))
        var top = y + tall
        for text in note {
          canvas.add(canvas.leaf(.paragraph, text, x: x + column.x, y: top, baseline: baseline))
          top += text.height
        }
      }
    }
  }
}
