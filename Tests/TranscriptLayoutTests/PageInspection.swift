import TranscriptLayout

/// What tests ask of laid-out pages.
struct PageInspection {
  /// A line of text with the box that its characters may fill.
  struct Line {
    var text: String
    var x: Double
    var baseline: Double
    var width: Double
    var isArtifact: Bool

    var end: Double { x + width }
  }

  let page: PositionedPage

  /// All lines of text, artifacts first.
  var lines: [Line] {
    page.artifacts.compactMap { line($0, isArtifact: true) }
      + page.elements.flatMap(leaves).flatMap(\.marks).compactMap { line($0, isArtifact: false) }
  }

  /// The text in reading order, as a screen reader meets it.
  var readingOrder: [String] {
    page.elements.flatMap(leaves).flatMap { leaf in
      leaf.marks.compactMap { line($0, isArtifact: false)?.text }
    }
  }

  /// All marks.
  var marks: [Mark] { page.artifacts + page.elements.flatMap(leaves).flatMap(\.marks) }

  var allElements: [StructureElement] { page.elements.flatMap(descendants) }

  private func line(_ mark: Mark, isArtifact: Bool) -> Line? {
    guard case .text(let text) = mark else { return nil }
    return Line(text, isArtifact: isArtifact)
  }

  private struct Leaf { var marks: [Mark] }

  private func leaves(_ element: StructureElement) -> [Leaf] {
    switch element.content {
    case .elements(let children): children.flatMap(leaves)
    case .marks(let marks): [Leaf(marks: marks)]
    }
  }

  private func descendants(_ element: StructureElement) -> [StructureElement] {
    if case .elements(let children) = element.content {
      return [element] + children.flatMap(descendants)
    }
    return [element]
  }

  /// Pairs of lines on one baseline that touch.
  var overlaps: [(String, String)] {
    let all = lines.filter { !$0.text.isEmpty }
    var found: [(String, String)] = []
    for (index, first) in all.enumerated() {
      for second in all[(index + 1)...]
      where abs(first.baseline - second.baseline) < 5
        && first.x < second.end - 0.5 && second.x < first.end - 0.5
      {
        found.append((first.text, second.text))
      }
    }
    return found
  }

  /// Lines that leave the text block, or the page's foot.
  func outside(side: Double, top: Double, bottom: Double) -> [String] {
    lines.filter {
      $0.x < side - 0.5 || $0.end > page.width - side + 0.5 || $0.baseline < top
        || (!$0.isArtifact && $0.baseline > bottom)
    }.map(\.text)
  }

  /// Whether every leaf has marks, every group has elements, and every figure says what it shows.
  var structureProblems: [String] {
    allElements.compactMap { element in
      switch element.content {
      case .elements(let children) where children.isEmpty: return "empty group \(element.role.tag)"
      case .marks(let marks) where marks.isEmpty: return "empty leaf \(element.role.tag)"
      default: break
      }
      if element.role == .figure, element.alternativeText?.isEmpty ?? true {
        return "a figure without alternative text"
      }
      return nil
    }
  }
}
