import XMLKit

/// Figures of quantity: the accent colour, from zero, with words beside them.
extension BoxBuilder {
  /// A bar that fills from the start side, with an upright line at the goal.
  func progress(_ element: XMLElement, in frame: Frame) -> Strip {
    let value = share(element, "value")
    let goal = element.attribute("goal").map { _ in share(element, "goal") }
    let alternativeText = element.attribute("alt") ?? ""
    let accent = style.color("accent")
    let ink = style.color("ink")
    let height = 8.0
    return Strip(
      height: isFull ? line : line * 1.25, path: frame.path, keepsWithNext: true
    ) { canvas, x, y in
      let top = y + 4
      var marks: [Mark] = []
      if value > 0 {
        marks.append(
          .rectangles(
            [canvas.rectangle(x, top, frame.width * value, height)], color: accent))
      }
      marks.append(
        .outlines([canvas.rectangle(x, top, frame.width, height)], width: 0.7, color: ink))
      if let goal {
        let place = x + frame.width * goal - 1.2
        // The halo keeps the line visible inside the fill.
        marks.append(
          .rectangles([canvas.rectangle(place - 1, top - 3, 4.4, 14)], color: .white))
        marks.append(.rectangles([canvas.rectangle(place, top - 3, 2.4, 14)], color: ink))
      }
      canvas.add(
        StructureElement(.figure, .marks(marks), alternativeText: alternativeText))
    }
  }

  private func share(_ element: XMLElement, _ name: String) -> Double {
    let value = element.attribute(name).flatMap(Double.init) ?? -1
    if !(0...1).contains(value) {
      refuse(element, "`\(name)` of <\(element.name)> is not a share from 0 to 1")
    }
    return min(max(value, 0), 1)
  }

  /// One bar a row on one scale, with its label before and its number after.
  func bars(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let rows = element.elements.filter { $0.name == "bar" || $0.name == "rule" }
    let label = labelWidth(rows, least: Double(element.attribute("label") ?? "92") ?? 92, in: frame)
    let number = Double(element.attribute("number") ?? "30") ?? 30
    let room = max(frame.width - label - number, 10)
    let values = rows.filter { $0.name == "bar" }.map { share($0, "value") }
    let most = max(values.max() ?? 1, 0.0001)
    var strips = rows.map { row -> Strip in
      guard row.name == "bar" else { return barRule(in: frame) }
      return bar(row, label: label, room: room / most, in: frame)
    }
    for index in strips.indices.dropLast() { strips[index].keepsWithNext = rows.count <= 16 }
    return strips
  }

  /// The room for the labels: more than usual where one would wrap, up to six tenths of the width.
  private func labelWidth(_ rows: [XMLElement], least: Double, in frame: Frame) -> Double {
    let widest = rows.compactMap { $0.first("label") }.reduce(0) {
      max($0, set($1, role: "data").width)
    }
    return max(least, min(widest + 6, frame.width * 0.6))
  }

  private func barRule(in frame: Frame) -> Strip {
    let rule = (width: style.length("rule.bar"), color: style.color("accent"))
    return Strip(height: 3.6, path: frame.path) { canvas, x, y in
      canvas.artifact(
        .strokes(
          [canvas.horizontal(x, y + 1.8, frame.width)], width: rule.width, color: rule.color))
    }
  }

  private func bar(_ row: XMLElement, label: Double, room: Double, in frame: Frame) -> Strip {
    let text = row.first("label").map { inline($0, role: "data") } ?? StyledText()
    let title = setter.lines(text, width: label - 6)
    let number = setter.line(self.text(row, "number", role: "data"))
    let size = share(row, "value") * room
    let accent = style.color("accent")
    let baseline = baseline
    let path = frame.path + [key(.paragraph)]
    return Strip(height: max(line, title.height), path: path) { canvas, x, y in
      canvas.add(canvas.leaf(.span, title, x: x, y: y, baseline: baseline))
      if size > 0 {
        canvas.artifact(
          .rectangles(
            [canvas.rectangle(x + label, y + baseline - 6.6, size, 6.6)], color: accent))
      }
      canvas.add(
        canvas.leaf(
          .span, number, x: x, y: y, width: frame.width, align: .end, baseline: baseline))
    }
  }
}
