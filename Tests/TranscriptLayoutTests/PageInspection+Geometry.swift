import TranscriptLayout

/// What a ruler finds on a page: text that something crosses, columns out of line, headings alone.
extension PageInspection {
  /// Text that a rule, a square or a bar crosses, from the foot of its letters to their x-height.
  ///
  /// White text stands in a band on purpose.
  var crossings: [String] {
    let solids = marks.flatMap(solids)
    return texts.compactMap { text in
      let line = Line(text)
      let isWhite = text.colors.allSatisfy { $0 == .white }
      guard !line.text.isEmpty, !isWhite else { return nil }
      let box = Rectangle(
        x: line.x + 0.5, y: line.baseline - 4, width: max(0, line.width - 1), height: 4.5)
      return solids.contains { Self.meet($0, box) } ? line.text : nil
    }
  }

  private var texts: [PlacedText] {
    marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// What a mark covers, without text and without what has no size.
  private func solids(_ mark: Mark) -> [Rectangle] {
    switch mark {
    case .rectangles(let rectangles, _), .outlines(let rectangles, _, _):
      rectangles.filter { $0.width > 0 && $0.height > 0 }
    case .strokes(let segments, _, _):
      segments.map {
        Rectangle(
          x: min($0.x1, $0.x2), y: min($0.y1, $0.y2), width: abs($0.x1 - $0.x2),
          height: abs($0.y1 - $0.y2))
      }
    case .text, .ring, .disc, .shape: []
    }
  }

  private static func meet(_ first: Rectangle, _ second: Rectangle) -> Bool {
    first.x < second.x + second.width && second.x < first.x + first.width + 0.01
      && first.y < second.y + second.height && second.y < first.y + first.height + 0.01
  }

  /// Tables with a column whose cells share neither their left nor their right edge, and rows
  /// whose cells do not share a baseline.
  var misalignedTables: [String] {
    allElements.filter { $0.role == .table }.flatMap { table -> [String] in
      let rows = Self.children(of: table).filter { $0.role == .tableRow }
        .map { Self.children(of: $0).map(Self.firstLine) }
      let columns = (0..<(rows.map(\.count).max() ?? 0)).map { index in
        rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      }
      return columns.filter { !Self.isAligned($0) }.map { "column: \($0.map(\.text))" }
        + rows.map { $0.compactMap(\.self) }.filter { Self.spread($0.map(\.baseline)) > 0.1 }
        .map { "row: \($0.map(\.text))" }
    }
  }

  private static func isAligned(_ lines: [Line]) -> Bool {
    spread(lines.map(\.x)) < 0.6 || spread(lines.map(\.end)) < 0.6
  }

  private static func spread(_ values: [Double]) -> Double {
    (values.max() ?? 0) - (values.min() ?? 0)
  }

  private static func children(of element: StructureElement) -> [StructureElement] {
    if case .elements(let children) = element.content { children } else { [] }
  }

  private static func marks(of element: StructureElement) -> [Mark] {
    switch element.content {
    case .elements(let children): children.flatMap(marks)
    case .marks(let marks): marks
    }
  }

  /// The first line of a cell, all its pieces together; `nil` for an empty cell.
  private static func firstLine(of cell: StructureElement) -> Line? {
    let lines = marks(of: cell).compactMap { mark -> Line? in
      if case .text(let text) = mark { Line(text) } else { nil }
    }.filter { !$0.text.isEmpty }
    guard let top = lines.map(\.baseline).min(), let first = lines.first else { return nil }
    let pieces = lines.filter { $0.baseline < top + 0.1 }
    let left = pieces.map(\.x).min() ?? first.x
    let right = pieces.map(\.end).max() ?? first.end
    return Line(
      text: first.text, x: left, baseline: top, width: right - left, isArtifact: false)
  }

  /// Headings after which nothing stands lower on the page before the next heading of their rank.
  ///
  /// The student's name is none of them.
  var orphanedHeadings: [String] {
    let steps = page.elements.flatMap(Self.steps)
    return steps.indices.compactMap { index in
      guard let level = steps[index].level, level > 1 else { return nil }
      let followers = steps[(index + 1)...].prefix { $0.level.map { $0 > level } ?? true }
      let isFollowed = followers.contains { $0.baseline > steps[index].baseline + 5 }
      return isFollowed ? nil : steps[index].text
    }
  }

  /// A heading, or a leaf that is none, in reading order.
  private struct Step {
    var level: Int?
    var text: String
    var baseline: Double
  }

  private static func steps(_ element: StructureElement) -> [Step] {
    if case .heading(let level) = element.role { return [step(element, level: level)] }
    if case .elements(let children) = element.content { return children.flatMap(steps) }
    return [step(element, level: nil)]
  }

  private static func step(_ element: StructureElement, level: Int?) -> Step {
    let lines = marks(of: element).compactMap { mark -> Line? in
      if case .text(let text) = mark { Line(text) } else { nil }
    }
    return Step(
      level: level, text: lines.first?.text ?? "", baseline: lines.map(\.baseline).max() ?? 0)
  }
}

extension PageInspection.Line {
  /// The line where it stands on the page.
  init(_ text: PlacedText, isArtifact: Bool = false) {
    let start = text.line.runs.map(\.x).min() ?? 0
    let end = text.line.runs.map { $0.x + $0.width }.max() ?? 0
    self.init(
      text: text.line.text, x: text.x + start, baseline: text.baseline, width: end - start,
      isArtifact: isArtifact)
  }
}
