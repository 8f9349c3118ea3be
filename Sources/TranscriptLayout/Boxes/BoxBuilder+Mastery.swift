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
  }

  /// Where the figure's columns are, from its start edge.
  private struct MasteryPlaces {
    /// End edge of the squares below the bar.
    let below = 170.0
    let bar = 176.0
    /// Start edges of the squares at the bar and above.
    var above: [Double]
    /// From square to square.
    var pitch: Double
  }

  /// Mastery by content area.
  func mastery(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let rows = element.all("area").map { masteryRow($0) }
    guard !rows.isEmpty else { return [] }
    let levels = element.all("level").map { set($0.attribute("label") ?? "", role: "label") }
    let places = masteryPlaces(rows, levels: levels.count, width: frame.width)
    let label = set(element.attribute("below") ?? "", role: "label")
    var strips = [masteryLabels(label, levels, places: places, in: frame)]
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

  /// The usual pitch is 8; it shrinks until the fullest row fits.
  private func masteryPlaces(
    _ rows: [MasteryRow], levels: Int, width: Double
  ) -> MasteryPlaces {
    var places = MasteryPlaces(above: [180], pitch: 8)
    let step = min(62, (width - 176) / Double(max(levels, 1)))
    places.above = (0..<max(levels, 1)).map { 180 + Double($0) * step }
    let room = places.above.count > 1 ? places.above[1] - places.above[0] - 3 : width - 180
    for row in rows {
      let free = places.below - row.title.width - 6
      if row.below > 0 { places.pitch = min(places.pitch, max(free, 24) / Double(row.below)) }
      for (index, solid) in row.above.enumerated() {
        let count = solid + (index == 0 ? row.open : 0)
        guard count > 0 else { continue }
        let place = index == places.above.count - 1 ? width - places.above[index] : room
        places.pitch = min(places.pitch, place / Double(count))
      }
    }
    if places.pitch < 8 { places.pitch = min(places.pitch, 6) }
    return places
  }

  private func masteryLabels(
    _ below: SetText, _ levels: [SetText], places: MasteryPlaces, in frame: Frame
  ) -> Strip {
    let baseline = baseline
    return Strip(height: line, path: frame.path, keepsWithNext: true) { canvas, x, y in
      canvas.add(
        canvas.leaf(
          .paragraph, below, x: x, y: y, width: places.bar - 4, align: .end, baseline: baseline))
      for (level, start) in zip(levels, places.above) {
        canvas.add(canvas.leaf(.paragraph, level, x: x + start, y: y, baseline: baseline))
      }
      self.drawBar(on: &canvas, x: x + places.bar, from: y + 2, to: y + self.line)
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
    return Strip(height: row.height, path: frame.path) { canvas, x, y in
      var marks = canvas.marks(row.title, x: x, y: y, baseline: baseline)
      let size = min(6.2, places.pitch - 1.4)
      let top = y + baseline - 0.2 - size
      // Thinner edges are lost on a copier.
      let edge = min(0.9, size / 2.5)
      let below = (0..<row.below).map {
        places.below - Double($0 + 1) * places.pitch + (places.pitch - size)
      }
      let first = (places.above.first ?? 0) + Double(row.above.first ?? 0) * places.pitch
      let right = (0..<row.open).map { first + Double($0) * places.pitch }
      let hollow = (below + right).map {
        canvas.rectangle(x + $0 + edge / 2, top + edge / 2, size - edge, size - edge)
      }
      if !hollow.isEmpty { marks.append(.outlines(hollow, width: edge, color: ink)) }
      let solid = zip(row.above, places.above).flatMap { count, start in
        (0..<count).map {
          canvas.rectangle(x + start + Double($0) * places.pitch, top, size, size)
        }
      }
      if !solid.isEmpty { marks.append(.rectangles(solid, color: ink)) }
      canvas.add(
        StructureElement(.figure, .marks(marks), alternativeText: row.alternativeText))
      self.drawBar(on: &canvas, x: x + places.bar, from: y, to: y + row.height)
    }
  }
}
