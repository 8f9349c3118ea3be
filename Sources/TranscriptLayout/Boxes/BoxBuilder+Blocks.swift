import XMLKit

extension BoxBuilder {
  /// The flows of an element's children.
  func flows(_ parent: XMLElement, in frame: Frame) -> [Flow] {
    joined(parent) { _, element in flows(of: element, in: frame) }
  }

  /// The same for a page or its foot, which are built again where they are set closer.
  ///
  /// `steady` has those of the children, by their places, that look the same however close the page
  /// is set; they are built once.
  func flows(
    _ parent: XMLElement, in frame: Frame, keeping steady: inout [Int: [Flow]]
  ) -> [Flow] {
    joined(parent) { index, element in
      if let known = steady[index] { return known }
      hasAskedForRoom = false
      let built = flows(of: element, in: frame)
      if !hasAskedForRoom { steady[index] = built }
      return built
    }
  }

  /// The flows of the children one after the other.
  private func joined(
    _ parent: XMLElement, _ built: (_ index: Int, XMLElement) -> [Flow]
  ) -> [Flow] {
    var flows: [Flow] = []
    // A page's foot and a section's note are set apart, by those who own them.
    let apart =
      switch parent.name {
      case "page": "bottom"
      case "section": "note"
      default: ""
      }
    for (index, child) in parent.children.enumerated() {
      guard case .element(let element) = child, element.name != apart else { continue }
      let added = built(index, element)
      if element.attribute("keep") == "true", !added.isEmpty, case .strip(var last)? = flows.last {
        last.keepsWithNext = true
        flows[flows.count - 1] = .strip(last)
      }
      flows += added
    }
    return flows
  }

  /// The strips of an element's children, where nothing but strips may stand.
  func strips(_ parent: XMLElement, in frame: Frame) -> [Strip] {
    flows(parent, in: frame).flatMap { flow -> [Strip] in
      switch flow {
      case .strip(let strip): return [strip]
      case .columns(let columns): return columns.columns.flatMap(\.strips)
      case .balanced(let balanced): return balanced.groups.flatMap(\.self)
      }
    }
  }

  /// The flows of an element; one that another page left is set whatever it says of room.
  func flows(of element: XMLElement, in frame: Frame, isMoved: Bool = false) -> [Flow] {
    guard isMoved || isShown(element) else { return [] }
    switch element.name {
    case "masthead": return [.strip(masthead(element, in: frame))]
    case "name": return [.strip(studentName(element, in: frame))]
    case "facts": return [.strip(facts(element, in: frame))]
    case "figures": return [.strip(bigFigures(element, in: frame))]
    case "section": return section(element, in: frame)
    case "columns": return columns(element, in: frame)
    case "balanced": return balanced(element, in: frame)
    case "pairs": return pairs(element, in: frame)
    case "table": return table(element, in: frame).map(Flow.strip)
    case "mastery": return mastery(element, in: frame).map(Flow.strip)
    case "paragraph": return paragraph(element, in: frame).map(Flow.strip)
    case "heading": return heading(element, in: frame).map(Flow.strip)
    case "list": return list(element, in: frame).map(Flow.strip)
    case "signature": return signature(element, in: frame).map(Flow.strip)
    case "progress": return [.strip(progress(element, in: frame))]
    case "bars": return bars(element, in: frame).map(Flow.strip)
    case "space": return [.strip(space(element))]
    default:
      refuse(element, "<\(element.name)> cannot stand here")
      return []
    }
  }

  /// Whether an element is set: some only where there is room, some only where there is none.
  func isShown(_ element: XMLElement) -> Bool {
    switch element.attribute("when-full") {
    case "drop": !isFull
    case "only": isFull
    case let word? where Tightness.moves[word] != nil:
      Tightness.moves[word].map { room < $0 } ?? true
    case "last-drop": isFull && room < .last
    case "last-only": room == .last
    default: true
    }
  }

  private func space(_ element: XMLElement) -> Strip {
    let lines = Double(element.attribute("lines") ?? "1") ?? 1
    return Strip(height: lines * line) { _, _, _ in }
  }

  private func columns(_ element: XMLElement, in frame: Frame) -> [Flow] {
    let used = element.all("column").filter { !$0.elements.isEmpty }
    guard used.count > 1 else { return used.first.map { flows($0, in: frame) } ?? [] }
    let widths = element.attribute("widths") ?? "1fr _\(style.length("grid.gutter")) 1fr"
    guard let specification = columns(widths, width: frame.width),
      specification.columns.count == used.count
    else {
      refuse(element, "`widths` of <columns> does not give one width for each column")
      return []
    }
    guard specification.excess == 0 else {
      refuse(element, "the `widths` of <columns> are more than the place is wide")
      return []
    }
    let columns = zip(used, specification.columns).map { column, place in
      var inner = frame
      inner.x += place.x
      inner.width = place.width
      inner.pageRepeats = []
      return ColumnsFlow.Column(x: inner.x, strips: selfContained(strips(column, in: inner)))
    }
    return [
      .columns(
        ColumnsFlow(
          columns: columns, takesSpaceOfStrips: true, pageRepeats: frame.pageRepeats))
    ]
  }

  /// Strips that stand in a column of their own: where they go on elsewhere their section's title
  /// comes again, in the column.
  func selfContained(_ strips: [Strip]) -> [Strip] {
    strips.map { strip in
      var strip = strip
      strip.repeats = strip.pageRepeats + strip.repeats
      strip.pageRepeats = []
      return strip
    }
  }

  /// A paragraph: one strip where it is short, a strip a line where it may be split.
  func paragraph(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let set = self.set(element, role: "data", width: frame.width)
    guard !set.source.isEmpty else { return [] }
    if let link = element.attribute("link"), !link.isEmpty {
      return [linked(set, to: link, space: spaceBefore(element), in: frame)]
    }
    return paragraph(set, space: spaceBefore(element), in: frame)
  }

  /// A paragraph that leads somewhere, as a whole.
  private func linked(
    _ set: SetText, to destination: String, space: Double, in frame: Frame
  ) -> Strip {
    let baseline = set.leading * baseline / line
    return Strip(
      height: set.height, spaceBefore: space, path: frame.path, pageRepeats: frame.pageRepeats
    ) { canvas, x, y in
      let marks = canvas.marks(set, x: x, y: y, width: frame.width, baseline: baseline)
      let link = StructureElement(
        .link(destination: destination), .marks(marks), alternativeText: set.source.text)
      canvas.add(StructureElement(.paragraph, .elements([link])))
    }
  }

  /// A heading inside a section.
  private func heading(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let set = self.set(element, role: "strong", width: frame.width)
    guard !set.source.isEmpty else { return [] }
    // Outside of all sections it is the document's own heading.
    let level = frame.path.isEmpty ? 1 : frame.level
    let baseline = set.leading * baseline / line
    return [
      Strip(
        height: set.height, spaceBefore: spaceBefore(element), path: frame.path,
        keepsWithNext: true, pageRepeats: frame.pageRepeats
      ) { canvas, x, y in
        canvas.add(canvas.leaf(.heading(level), set, x: x, y: y, baseline: baseline))
      }
    ]
  }

  /// The space above a block: `half`, `line` or none.
  func spaceBefore(_ element: XMLElement) -> Double {
    switch element.attribute("space") {
    case "half": half
    case "line": line
    default: 0
    }
  }

  private func paragraph(_ set: SetText, space: Double, in frame: Frame) -> [Strip] {
    let baseline = set.leading * baseline / line
    guard set.lines.count > 5 else {
      return [
        Strip(
          height: set.height, spaceBefore: space, path: frame.path,
          pageRepeats: frame.pageRepeats
        ) { canvas, x, y in
          canvas.add(
            canvas.leaf(.paragraph, set, x: x, y: y, width: frame.width, baseline: baseline))
        }
      ]
    }
    let path = frame.path + [key(.paragraph)]
    return set.lines.indices.map { index in
      let part = SetText(source: set.source, lines: [set.lines[index]], leading: set.leading)
      return Strip(
        height: set.leading, spaceBefore: index == 0 ? space : 0, path: path,
        keepsWithNext: index == 0 || index == set.lines.count - 2, pageRepeats: frame.pageRepeats
      ) { canvas, x, y in
        canvas.add(
          marks: canvas.marks(part, x: x, y: y, width: frame.width, baseline: baseline))
      }
    }
  }

  /// Items one below the other, half a step apart.
  private func list(_ element: XMLElement, in frame: Frame) -> [Strip] {
    var inner = frame
    inner.path.append(key(.list))
    return element.all("item").enumerated().flatMap { index, item -> [Strip] in
      var place = inner
      place.path += [key(.listItem), key(.listBody)]
      var strips =
        item.elements.isEmpty || item.first("paragraph") == nil
        ? paragraph(item, in: place) : self.strips(item, in: place)
      for position in strips.indices.dropLast() { strips[position].keepsWithNext = true }
      if index > 0, !strips.isEmpty { strips[0].spaceBefore = half }
      return strips
    }
  }

  /// Room for a signature, a line, and who signs below it.
  private func signature(_ element: XMLElement, in frame: Frame) -> [Strip] {
    let color = style.color("ink")
    let width = style.length("rule.thin")
    let blank = line * 2
    return [
      Strip(height: blank, path: frame.path, keepsWithNext: true) { canvas, x, y in
        canvas.artifact(
          .strokes([canvas.horizontal(x, y + blank, frame.width)], width: width, color: color))
      }
    ] + strips(element, in: frame)
  }
}
