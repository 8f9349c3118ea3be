import XMLKit

extension BoxBuilder {
  /// Groups of rows under heads, shared out over two columns.
  func balanced(_ element: XMLElement, in frame: Frame) -> [Flow] {
    let place = columnPlaces(2, in: frame)
    var groups: [[Strip]] = []
    for group in element.elements {
      guard isShown(group) else { continue }
      var inner = frame
      inner.width = place.width
      let isSection = group.name == "section"
      if isSection { inner.pageRepeats = [] }
      var strips =
        isSection
        ? selfContained(self.strips(XMLElement(element.name, elements: [group]), in: inner))
        : self.group(group, of: element, in: inner)
      guard !strips.isEmpty else { continue }
      if isSection { mark(&strips) } else { allowBreaks(&strips) }
      if !isSection { strips[0].spaceBefore = groups.isEmpty ? 0 : half }
      groups.append(strips)
    }
    guard !groups.isEmpty else { return [] }
    return [
      .balanced(
        BalancedFlow(
          columns: place.starts, groups: groups, pageRepeats: frame.pageRepeats,
          isSequence: element.first("section") == nil))
    ]
  }

  /// Where room is short a group of at least six rows may go on in the next column, with three
  /// rows on each side.
  private func allowBreaks(_ strips: inout [Strip]) {
    let rows = strips.indices.filter { !strips[$0].repeats.isEmpty }
    guard rows.count >= 6, isFull else { return }
    for index in rows[2..<rows.count - 3] { strips[index].keepsWithNext = false }
  }

  /// Makes all strips one group, so that they are known as one where they are shared out.
  private func mark(_ strips: inout [Strip]) {
    let id = newID()
    for index in strips.indices { strips[index].group = id }
  }

  /// Groups read across, two by two; one below the other where many names would wrap.
  func pairs(_ element: XMLElement, in frame: Frame) -> [Flow] {
    let place = columnPlaces(2, in: frame)
    let groups = element.all("group")
    var narrow = frame
    narrow.width = place.width
    guard !isWide(groups, of: element, width: place.width) else {
      return stacked(groups, of: element, in: frame)
    }
    let strips = groups.map { group($0, of: element, in: narrow) }.filter { !$0.isEmpty }
    return stride(from: 0, to: strips.count, by: 2).map { index in
      let pair = strips[index..<min(index + 2, strips.count)]
      return .columns(
        ColumnsFlow(
          columns: zip(place.starts, pair).map { ColumnsFlow.Column(x: $0, strips: $1) },
          spaceBefore: index == 0 ? 0 : line, tightSpace: index == 0 ? nil : half,
          pageRepeats: frame.pageRepeats)
      )
    }
  }

  private func stacked(
    _ groups: [XMLElement], of element: XMLElement, in frame: Frame
  ) -> [Flow] {
    var wide = element
    if let columns = element.attribute("columns-wide") {
      wide.attributes = [XMLAttribute("columns", columns)]
    }
    return groups.enumerated().flatMap { index, group -> [Flow] in
      var strips = self.group(group, of: wide, in: frame)
      if index > 0, !strips.isEmpty {
        strips[0].spaceBefore = line
        strips[0].tightSpace = line / 2
      }
      return strips.map(Flow.strip)
    }
  }

  /// Whether a quarter of the names would wrap beside the usual words, or half of them beside words
  /// for which a column had to grow.
  private func isWide(_ groups: [XMLElement], of element: XMLElement, width: Double) -> Bool {
    let text = element.attribute("columns") ?? "1fr"
    let usual = ColumnSpecification(text, width: width)?.columns.first
    let grown = columns(text, width: width)?.columns.first
    if wrappedShare(groups, of: usual) > 0.25 { return true }
    return grown != usual && wrappedShare(groups, of: grown) > 0.5
  }

  /// How many of all rows have a first cell that does not fit on one line.
  private func wrappedShare(
    _ groups: [XMLElement], of first: ColumnSpecification.Column?
  ) -> Double {
    guard let first else { return 0 }
    let names = groups.flatMap { $0.all("row") }.compactMap { $0.first("cell") }
    guard !names.isEmpty else { return 0 }
    let wrapped = names.filter {
      set($0, role: "data").width > first.width
    }
    return Double(wrapped.count) / Double(names.count)
  }

  private func columnPlaces(_ count: Int, in frame: Frame) -> (starts: [Double], width: Double) {
    let gutter = style.length("grid.gutter")
    let width = (frame.width - gutter * Double(count - 1)) / Double(count)
    return ((0..<count).map { frame.x + Double($0) * (width + gutter) }, width)
  }

  /// A group: its head, then its rows or paragraphs.
  private func group(_ element: XMLElement, of parent: XMLElement, in frame: Frame) -> [Strip] {
    guard element.name == "group" else {
      refuse(element, "<\(element.name)> cannot stand in <\(parent.name)>; put it in a <group>")
      return []
    }
    let id = newID()
    let head = headStrip(of: element, in: frame)
    var strips: [Strip]
    if element.first("row") != nil {
      guard
        let columns = self.columns(
          element.attribute("columns") ?? parent.attribute("columns") ?? "1fr",
          width: frame.width)
      else {
        refuse(parent, "`columns` of <\(parent.name)> is not a list like `1fr _4 55 24e`")
        return []
      }
      let again = element.attribute("continued").map { headStrip($0, detail: "", in: frame) }
      strips = rows(element, columns: columns, in: frame, heads: [again ?? head])
    } else {
      strips = self.strips(element, in: frame)
    }
    guard !strips.isEmpty else { return [] }
    var first = head
    first.pageRepeats = frame.pageRepeats
    strips.insert(first, at: 0)
    for index in strips.indices { strips[index].group = id }
    return strips
  }
}
