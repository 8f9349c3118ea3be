import XMLKit

extension BoxBuilder {
  /// One square for each competency of an area: left of the bar not yet, right of it by level.
  private struct MasteryRow {
    var title: SetText
    var below: Int
    var above: [Int]
    /// Met without a level: open squares right of the bar, after those of its own level.
    var open: Int
    var alternativeText: String
    var height: Double

    /// All squares at each level right of the bar.
    var right: [Int] {
      guard !above.isEmpty else { return [open] }
      return above.enumerated().map { $0.element + ($0.offset == 0 ? open : 0) }
    }
  }

  /// Where the figure's columns are, from its start edge.
  private struct MasteryPlaces {
    /// End edge of the squares below the bar.
    let below = 170.0
    let bar = 176.0
    /// Start edges of the squares at the bar and above.
    var above: [Double]
    /// From the start edge of one level to that of the next.
    var step: Double
    /// From square to square.
    var pitch: Double
    /// Where the figure ends.
    let width: Double

    /// How many squares stand side by side at a level.
    func most(_ level: Int) -> Int {
      guard above.indices.contains(level) else { return 1 }
      let end = above.indices.contains(level + 1) ? above[level + 1] - 3 : width
      return max(1, Int((end - above[level] + 1.8) / pitch))
    }

    /// How many squares stand side by side left of the bar, in the room that a title leaves.
    func most(beside title: Double) -> Int { max(1, Int((below - title - 6) / pitch)) }

    /// How many rows of squares an area needs.
    func rows(below count: Int, beside title: Double, above counts: [Int]) -> Int {
      func rows(_ count: Int, _ most: Int) -> Int { (count + most - 1) / most }
      return counts.enumerated().reduce(rows(count, most(beside: title))) {
        max($0, rows($1.element, most($1.offset)))
      }
    }
  }

  /// Mastery by content area.
  func mastery(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let rows = element.all("area").map { masteryRow($0) }
    guard !rows.isEmpty else { return [] }
    let levels = element.all("level")
    let places = masteryPlaces(rows, levels: levels.count, width: frame.width)
    let label = set(element.attribute("below") ?? "", role: "label", width: places.below)
    var strips = [
      masteryLabels(label, levelLabels(levels, width: places.step - 4), places: places, in: frame)
    ]
    for row in rows { strips.append(masteryStrip(row, places: places, in: frame)) }
    for index in strips.indices.dropLast() {
      strips[index].keepsWithNext = index == 0 || rows.count < 24
    }
    return strips
  }

  private func masteryRow(_ element: XMLElement) -> MasteryRow {
    let counts = (element.attribute("above") ?? "").split(separator: " ").map { Int($0) ?? 0 }
    let title = set(element.attribute("title") ?? "", role: "data", width: 136)
    return MasteryRow(
      title: title, below: Int(element.attribute("below") ?? "0") ?? 0, above: counts,
      open: Int(element.attribute("open") ?? "0") ?? 0,
      alternativeText: element.attribute("alt") ?? "", height: max(line, title.height))
  }

  /// The usual pitch is 8; it is 6 where the fullest row would not fit, and never less, for smaller
  /// squares are lost on a copier: what still does not fit goes on in a second row of squares.
  private func masteryPlaces(
    _ rows: [MasteryRow], levels: Int, width: Double
  ) -> MasteryPlaces {
    let step = min(62, (width - 176) / Double(max(levels, 1)))
    var places = MasteryPlaces(
      above: (0..<max(levels, 1)).map { 180 + Double($0) * step }, step: step, pitch: 8,
      width: width)
    let isFitting = rows.allSatisfy { self.squareRows($0, in: places) == 1 }
    if !isFitting { places.pitch = 6 }
    return places
  }

  private func squareRows(_ row: MasteryRow, in places: MasteryPlaces) -> Int {
    places.rows(below: row.below, beside: row.title.width, above: row.right)
  }

  /// What a level is called above its squares: its word, or its number where a word has no room.
  private struct LevelLabel {
    var text: SetText
    /// What is read aloud in place of a number.
    var spoken: String?
  }

  /// Words in the width of a level's squares; if one is wider, all levels go by their numbers.
  private func levelLabels(_ levels: [XMLElement], width: Double) -> [LevelLabel] {
    let labels = levels.map { $0.attribute("label") ?? "" }
    let isFitting = labels.flatMap { $0.split(separator: " ") }.allSatisfy {
      set(String($0), role: "label").width <= width
    }
    return zip(levels, labels).map { level, label in
      guard !isFitting, let short = level.attribute("short"), !short.isEmpty else {
        return LevelLabel(text: set(label, role: "label", width: width))
      }
      return LevelLabel(text: set(short, role: "label", width: width), spoken: label)
    }
  }

  private func masteryLabels(
    _ below: SetText, _ levels: [LevelLabel], places: MasteryPlaces, in frame: Frame
  ) -> Strip {
    let baseline = baseline
    let height = levels.reduce(max(line, below.height)) { max($0, $1.text.height) }
    return Strip(height: height, path: frame.path, keepsWithNext: true) { canvas, x, y in
      let end = y + height
      canvas.add(
        canvas.leaf(
          .paragraph, below, x: x, y: end - below.height, width: places.bar - 4, align: .end,
          baseline: baseline))
      for (level, start) in zip(levels, places.above) {
        var label = canvas.leaf(
          .paragraph, level.text, x: x + start, y: end - level.text.height, baseline: baseline)
        label.actualText = level.spoken ?? label.actualText
        canvas.add(label)
      }
      self.drawBar(on: &canvas, x: x + places.bar, from: y + 2, to: end)
    }
  }

  private func drawBar(on canvas: inout PageCanvas, x: Double, from top: Double, to end: Double) {
    canvas.artifact(
      .strokes(
        [canvas.vertical(x, top, end)], width: style.length("rule.bar"),
        color: style.color("accent")))
  }

  private func masteryStrip(
    _ row: MasteryRow, places: MasteryPlaces, in frame: Frame
  ) -> Strip {
    let ink = style.color("ink")
    let baseline = baseline
    let step = places.pitch + 1
    let extra = Double(squareRows(row, in: places) - 1) * step
    let height = max(row.height, line + extra)
    let size = min(6.2, places.pitch - 1.4)
    // Thinner edges are lost on a copier.
    let edge = min(0.9, size / 2.5)
    let beside = places.most(beside: row.title.width)
    return Strip(height: height, path: frame.path) { canvas, x, y in
      var marks = canvas.marks(row.title, x: x, y: y, baseline: baseline)
      let top = y + baseline - 0.2 - size
      func square(_ index: Int, of level: Int) -> (x: Double, y: Double) {
        let most = places.most(level)
        let left = places.above[level] + Double(index % most) * places.pitch
        return (x + left, top + Double(index / most) * step)
      }
      let below = (0..<row.below).map { index in
        (
          x: x + places.below - Double(index % beside) * places.pitch - size,
          y: top + Double(index / beside) * step
        )
      }
      let solidFirst = row.above.first ?? 0
      let right = (solidFirst..<solidFirst + row.open).map { square($0, of: 0) }
      let hollow = (below + right).map {
        canvas.rectangle($0.x + edge / 2, $0.y + edge / 2, size - edge, size - edge)
      }
      if !hollow.isEmpty { marks.append(.outlines(hollow, width: edge, color: ink)) }
      let solid = zip(row.above, places.above.indices).flatMap { count, level in
        (0..<count).map { index in
          let place = square(index, of: level)
          return canvas.rectangle(place.x, place.y, size, size)
        }
      }
      if !solid.isEmpty { marks.append(.rectangles(solid, color: ink)) }
      canvas.add(
        StructureElement(.figure, .marks(marks), alternativeText: row.alternativeText))
      self.drawBar(on: &canvas, x: x + places.bar, from: y, to: y + height)
    }
  }
}
