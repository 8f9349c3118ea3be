import XMLKit

/// The heads of groups: a title, a quieter detail after it, and a quantity at the end side.
extension BoxBuilder {
  /// What a group's head says, in one of its wordings.
  private struct GroupHead {
    var title: String
    var detail: String
    /// The quantity in words; none where it is empty.
    var end: String
    /// The width of the quantity's outline.
    var barWidth: Double
  }

  /// The space between the parts of a head.
  private static let headGap = 5.0

  /// A group's head: with its quantity in the first wording that has room for it, or else without.
  func headStrip(of element: XMLElement, in frame: Frame) -> Strip {
    let whole = GroupHead(
      title: element.attribute("title") ?? "", detail: element.attribute("detail") ?? "",
      end: element.attribute("end") ?? "", barWidth: 48)
    guard !whole.end.isEmpty else { return headWithoutEnd(whole, of: element, in: frame) }
    let without = headStrip(whole.title, detail: whole.detail, in: frame)
    var short = whole
    short.title = element.attribute("short-title") ?? short.title
    short.detail = element.attribute("short-detail") ?? short.detail
    short.end = element.attribute("short-end") ?? short.end
    var shortest = short
    shortest.barWidth = 24
    guard let head = [whole, short, shortest].first(where: { width(of: $0) <= frame.width }) else {
      return without
    }
    let share = element.attribute("bar").flatMap(Double.init) ?? 0
    return headStrip(head, share: min(max(share, 0), 1), in: frame)
  }

  /// The longest detail that stands beside the title; where none does, the least one.
  private func headWithoutEnd(
    _ head: GroupHead, of element: XMLElement, in frame: Frame
  ) -> Strip {
    let width = set(head.title, role: "strong").width + Self.headGap
    let others = ["short-detail", "least-detail"].compactMap { element.attribute($0) }
    let details = ([head.detail] + others).filter { !$0.isEmpty }
    let beside = details.first { width + set($0, role: "soft").width <= frame.width }
    return headStrip(head.title, detail: beside ?? details.last ?? "", in: frame)
  }

  private func width(of head: GroupHead) -> Double {
    let title = set(head.title, role: "strong").width
    let words = [head.detail, head.end].map {
      set($0, role: "soft").width
    }
    return title + words[0] + words[1] + head.barWidth + 3 * Self.headGap
  }

  private func headStrip(_ head: GroupHead, share: Double, in frame: Frame) -> Strip {
    var strip = headStrip(head.title, detail: head.detail, in: frame)
    let text = set(head.end, role: "soft")
    let draw = strip.draw
    let (baseline, accent) = (baseline, style.color("accent"))
    strip.draw = { canvas, x, y in
      let left = x + frame.width - text.width - Self.headGap - head.barWidth
      let top = y + baseline - 6
      canvas.artifact(
        .rectangles([canvas.rectangle(left, top, head.barWidth * share, 6)], color: accent))
      canvas.artifact(
        .outlines([canvas.rectangle(left, top, head.barWidth, 6)], width: 0.5, color: accent))
      draw(&canvas, x, y)
      canvas.add(
        canvas.leaf(
          .paragraph, text, x: x, y: y, width: frame.width, align: .end, baseline: baseline))
    }
    return strip
  }

  /// A head without a quantity: the detail beside the title, or below it where there is no room.
  func headStrip(_ title: String, detail: String, in frame: Frame) -> Strip {
    let set = self.set(title, role: "strong", width: frame.width)
    let gap = Self.headGap
    let baseline = baseline
    let level = frame.level
    guard !detail.isEmpty else {
      return Strip(height: set.height, path: frame.path, keepsWithNext: true) { canvas, x, y in
        canvas.add(canvas.leaf(.heading(level), set, x: x, y: y, baseline: baseline))
      }
    }
    let isBeside =
      set.lines.count == 1
      && set.width + gap + self.set(detail, role: "soft").width <= frame.width
    let second = self.set(detail, role: "soft", width: frame.width)
    let height = set.height + (isBeside ? 0 : second.height)
    // Who hears the heading read hears two words, not one.
    let spoken =
      isBeside ? self.set(title + " ", role: "strong") : set
    return Strip(height: height, path: frame.path, keepsWithNext: true) { canvas, x, y in
      let marks =
        canvas.marks(spoken, x: x, y: y, baseline: baseline)
        + canvas.marks(
          second, x: isBeside ? x + set.width + gap : x, y: isBeside ? y : y + set.height,
          baseline: baseline)
      canvas.add(StructureElement(.heading(level), .marks(marks)))
    }
  }
}
