/// A piece of the flow that is never split: a row, a line, a title.
struct Strip {
  typealias Drawing = (inout PageCanvas, _ x: Double, _ y: Double) -> Void

  /// Height in points.
  var height: Double
  /// Space above, dropped at the top of a page or column.
  var spaceBefore = 0.0
  /// The space above where the page would otherwise run over, if it differs.
  var tightSpace: Double?
  /// The groups of the structure tree around it, outermost first.
  var path: [GroupKey] = []
  /// Whether a break after it is forbidden.
  var keepsWithNext = false
  /// The group that it belongs to, where groups are shared out over columns.
  var group = 0
  /// Heads that come again where it begins a column: its table's, its group's.
  var repeats: [Strip] = []
  /// Heads that come again where it begins a page: its section's.
  var pageRepeats: [Strip] = []
  /// Draws it with its start edge at `x` and its top at `y`; the path is open.
  var draw: Drawing
}

extension Array<Strip> {
  /// The height of all, with the spaces between them and without the one above the first.
  var totalHeight: Double {
    guard let first else { return 0 }
    return dropFirst().reduce(first.height) { $0 + $1.spaceBefore + $1.height }
  }

  /// The height from `index` to the next place where a break is allowed.
  func chainHeight(from index: Int) -> Double {
    var height = self[index].height
    var next = index
    while self[next].keepsWithNext, next + 1 < count {
      next += 1
      height += self[next].spaceBefore + self[next].height
    }
    return height
  }

  /// The longest prefix from `index` that ends where a break is allowed and is not higher than
  /// `limit`, with the heads that have to come again.
  func prefix(from index: Int, limit: Double, isFirst: Bool) -> (strips: [Strip], next: Int) {
    var result = isFirst ? [] : self[index].repeats
    var height = result.totalHeight
    var next = index
    while next < count {
      var end = next
      while self[end].keepsWithNext, end + 1 < count { end += 1 }
      var added = 0.0
      for position in next...end {
        added +=
          (result.isEmpty && position == next ? 0 : self[position].spaceBefore)
          + self[position].height
      }
      guard height + added <= limit + 0.01 else { break }
      result += self[next...end]
      height += added
      next = end + 1
    }
    return next == index ? ([], index) : (result, next)
  }
}
