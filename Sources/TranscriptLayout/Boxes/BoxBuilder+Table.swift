import XMLKit

extension BoxBuilder {
  /// A table: its header row, if it shows one, and a strip for each row.
  func table(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let text = element.attribute("columns") ?? "1fr"
    guard let columns = self.columns(text, width: frame.width) else {
      refuse(element, "`columns` of <table> is not a list like `1fr _4 55 24e`")
      return []
    }
    guard columns.excess == 0 else {
      refuse(element, "the `columns` of <table> are more than the place is wide")
      return []
    }
    return rows(element, columns: columns, in: frame, heads: [])
  }

  /// The rows of a table or group; `heads` come again where it is split, with the header row.
  func rows(
    _ element: XMLElement, columns: ColumnSpecification, in frame: Frame, heads: [Strip]
  ) -> [Strip] {
    var inner = frame
    inner.path.append(key(.table))
    let header = element.first("header").map { headerStrip($0, columns: columns, in: inner) }
    var strips = element.elements.compactMap { child -> Strip? in
      switch child.name {
      case "row": return row(child, columns: columns, in: inner)
      case "bar": return barStrip(in: inner)
      case "header", "head": return nil
      default:
        refuse(child, "<\(child.name)> cannot stand in <\(element.name)>")
        return nil
      }
    }
    keepTogether(&strips)
    if !strips.isEmpty { strips[0].spaceBefore = 0 }
    let repeated = heads + [header].compactMap(\.self)
    for index in strips.indices {
      strips[index].repeats = repeated
      strips[index].pageRepeats = frame.pageRepeats
    }
    if let header, !strips.isEmpty { strips.insert(header, at: 0) }
    return strips
  }

  /// Forbids breaks that leave fewer than four lines' worth of rows on one side, or any in a small
  /// table.
  private func keepTogether(_ strips: inout [Strip]) {
    let least = 4 * line
    let height = strips.reduce(0) { $0 + $1.height }
    let isSmall = strips.count <= 12 && height <= Double(strips.count) * 2 * line
    var above = 0.0
    for index in strips.indices.dropLast() {
      above += strips[index].height
      strips[index].keepsWithNext =
        isSmall || above < least || height - above < least
    }
  }

  /// A row of header cells; a hidden one is in the structure only, where the columns explain
  /// themselves to the eye.
  private func headerStrip(
    _ element: XMLElement, columns: ColumnSpecification, in frame: Frame
  ) -> Strip {
    let cells = element.all("cell")
    if element.attribute("hidden") == "true" {
      let texts = cells.map { $0.allText }
      return Strip(height: 0, path: frame.path, keepsWithNext: true) { canvas, x, y in
        canvas.add(Self.hiddenHeader(texts, at: Rectangle(x: x, y: y, width: 0, height: 0)))
      }
    }
    let set = cells.map { self.set($0, role: "label") }
    let baseline = baseline
    return Strip(height: line, path: frame.path, keepsWithNext: true) { canvas, x, y in
      var elements: [StructureElement] = []
      for (cell, column) in zip(set, columns.columns) {
        guard !cell.source.isEmpty else { continue }
        elements.append(
          canvas.leaf(
            .tableHeader(.column), cell, x: x + column.x, y: y, width: column.width,
            align: column.align, baseline: baseline))
      }
      if elements.count < set.count {
        elements.insert(
          Self.hiddenCell(
            cells.first?.attribute("says") ?? "", at: canvas.rectangle(x, y, 0, 0)), at: 0)
      }
      canvas.add(StructureElement(.tableRow, .elements(elements)))
    }
  }

  private static func hiddenHeader(_ texts: [String], at place: Rectangle) -> StructureElement {
    StructureElement(.tableRow, .elements(texts.map { hiddenCell($0, at: place) }))
  }

  private static func hiddenCell(_ text: String, at place: Rectangle) -> StructureElement {
    StructureElement(
      .tableHeader(.column), .marks([.rectangles([place], color: .white)]), actualText: text)
  }

  /// The passing bar between two rows.
  private func barStrip(in frame: Frame) -> Strip {
    let height = 3.6
    let rule = (width: style.length("rule.bar"), color: style.color("accent"))
    return Strip(height: height, path: frame.path, keepsWithNext: true) { canvas, x, y in
      canvas.artifact(
        .strokes(
          [canvas.horizontal(x, y + height / 2, frame.width)], width: rule.width,
          color: rule.color))
    }
  }

  /// One row: as high as its highest cell; all first lines share a baseline.
  private func row(
    _ element: XMLElement, columns: ColumnSpecification, in frame: Frame
  ) -> Strip {
    let cells = element.all("cell")
    if cells.count != columns.columns.count {
      refuse(element, "<row> has \(cells.count) cells for \(columns.columns.count) columns")
    }
    let role = element.attribute("style") ?? "data"
    let set = zip(cells, columns.columns).map { cell, column in
      self.set(cell, role: role, width: column.width)
    }
    let second = element.first("under").map {
      self.set($0, role: "soft", width: frame.width)
    }
    let first = set.reduce(line) { max($0, $1.height) }
    let height = first + (second?.height ?? 0)
    let rule = element.attribute("rule") == "above"
    let baseline = baseline
    return Strip(
      height: height,
      spaceBefore: space(before: element),
      path: frame.path
    ) { [self] canvas, x, y in
      if rule {
        canvas.artifact(
          .strokes(
            [canvas.horizontal(x, y, frame.width)], width: style.length("rule.thin"),
            color: style.color("ink")))
      }
      var elements: [StructureElement] = []
      for (cell, column) in zip(set, columns.columns) {
        var leaf = Self.cell(cell, column: column, x: x, y: y, baseline: baseline, canvas: canvas)
        if elements.isEmpty, let second {
          leaf = Self.joined(leaf, second, x: x, y: y + first, baseline, canvas)
        }
        elements.append(leaf)
      }
      if !elements.isEmpty { canvas.add(StructureElement(.tableRow, .elements(elements))) }
    }
  }

  /// Where room is short a small space goes and a large one shrinks.
  private func space(before row: XMLElement) -> Double {
    let space = Double(row.attribute("space") ?? "0") ?? 0
    guard space != 0, isFull else { return space }
    return space > 3 ? space / 2 : 0
  }

  private static func cell(
    _ cell: SetText, column: ColumnSpecification.Column, x: Double, y: Double, baseline: Double,
    canvas: PageCanvas
  ) -> StructureElement {
    guard !cell.source.isEmpty else {
      return StructureElement(
        .tableCell,
        .marks([.rectangles([canvas.rectangle(x + column.x, y, 0, 0)], color: .white)]))
    }
    return canvas.leaf(
      .tableCell, cell, x: x + column.x, y: y, width: column.width, align: column.align,
      baseline: baseline)
  }

  /// A cell with a second, quieter text below the first.
  private static func joined(
    _ leaf: StructureElement, _ second: SetText, x: Double, y: Double, _ baseline: Double,
    _ canvas: PageCanvas
  ) -> StructureElement {
    let below = canvas.leaf(.paragraph, second, x: x, y: y, baseline: baseline)
    var above = leaf
    above.role = .paragraph
    return StructureElement(.tableCell, .elements([above, below]))
  }
}
