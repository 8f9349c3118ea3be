import XMLKit

extension BoxBuilder {
  /// A section: rule, title and note, then its content.
  func section(_ element: XMLElement, in frame: Frame) -> [Flow] {
    var inner = frame
    inner.path.append(key(.section))
    inner.level = frame.level + 1
    let title = element.attribute("title") ?? ""
    let note =
      element.first("note").map { inline($0, role: "note") }
      ?? element.attribute("note").map { StyledText($0, style.role("note")) } ?? StyledText()
    var heads = titleStrips(title, note: note, in: inner, level: frame.level)
    if let continued = element.attribute("continued") {
      inner.pageRepeats = titleStrips(continued, note: note, in: inner, level: frame.level)
    }
    guard !heads.isEmpty else { return flows(element, in: inner) }
    heads[0].spaceBefore = style.length("section.gap")
    heads[0].tightSpace = style.length("section.gap-tight")
    heads[0].pageRepeats = frame.pageRepeats
    return heads.map(Flow.strip) + flows(element, in: inner)
  }

  /// Rule, title, and the note at the end side of the title or on its own line.
  private func titleStrips(
    _ title: String, note: StyledText, in frame: Frame, level: Int
  ) -> [Strip] {
    let set = self.set(title, role: "title", width: frame.width)
    let noteLine = note.isEmpty ? nil : setter.line(note)
    let fits = noteLine.map { set.lines.count == 1 && set.width + line + $0.width <= frame.width }
    var strips = [
      titleStrip(set, note: fits == true ? noteLine : nil, in: frame, level: level)
    ]
    if fits == false {
      let broken = setter.lines(note, width: frame.width)
      // A key of signs is no part of what follows it.
      let gap = note.pieces.contains { $0.actualText != nil } ? half : 0
      strips.append(
        Strip(height: broken.height + gap, path: frame.path, keepsWithNext: true) { canvas, x, y in
          canvas.add(canvas.leaf(.paragraph, broken, x: x, y: y, baseline: self.baseline))
        })
    }
    return strips
  }

  private func titleStrip(
    _ title: SetText, note: SetText?, in frame: Frame, level: Int
  ) -> Strip {
    let rule = (width: style.length("rule.section"), color: style.color("accent"))
    let baseline = style.length("section.title")
    let height = style.length("section.head") + Double(title.lines.count - 1) * title.leading
    let noteBaseline = baseline
    return Strip(height: height, path: frame.path, keepsWithNext: true) { canvas, x, y in
      canvas.artifact(
        .strokes(
          [canvas.horizontal(x, y, frame.width)], width: rule.width, color: rule.color))
      canvas.add(canvas.leaf(.heading(level), title, x: x, y: y, baseline: baseline))
      guard let note else { return }
      canvas.add(
        canvas.leaf(
          .paragraph, note, x: x, y: y, width: frame.width, align: .end, baseline: noteBaseline))
    }
  }
}
