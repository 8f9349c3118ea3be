/// What is set one below the other on a page.
enum Flow {
  /// A piece across the frame.
  case strip(Strip)
  /// Columns side by side, each with its own content.
  case columns(ColumnsFlow)
  /// Groups that are shared out over columns.
  case balanced(BalancedFlow)
}

/// Columns side by side.
struct ColumnsFlow {
  struct Column {
    /// Start edge.
    var x: Double
    var strips: [Strip]
  }

  var columns: [Column]
  /// Space above, dropped at the top of a page.
  var spaceBefore = 0.0
  /// The space above where the page would otherwise run over, if it differs.
  var tightSpace: Double?
  /// Whether the space above is that of the columns' first strips.
  var takesSpaceOfStrips = false
  /// Heads that come again on a new page.
  var pageRepeats: [Strip] = []

  var height: Double { columns.reduce(0) { max($0, $1.strips.totalHeight) } }
}

/// Groups shared out over columns of one width, so that the columns end as evenly as they can.
struct BalancedFlow {
  /// Start edges of the columns.
  var columns: [Double]
  /// A break between groups is always allowed, inside one where its strips allow it.
  var groups: [[Strip]]
  /// Heads that come again on a new page.
  var pageRepeats: [Strip] = []
  /// Whether each group must come after the one before it, in the columns' order; sections may
  /// stand in either column, courses of a year may not.
  var isSequence = true
}

extension BalancedFlow {
  /// Columns that differ by no more count as equally high: two lines.
  private static let likeness = 24.0

  /// The groups in the two columns that end as evenly as they can, each column in order; the first
  /// group leads the first column.
  private func sharedFreely(height: Double) -> [[Strip]]? {
    guard columns.count == 2, groups.count < 10 else { return nil }
    var best: (height: Double, columns: [[Strip]])?
    for choice in 0..<(1 << max(0, groups.count - 1)) {
      var columns: [[Strip]] = [[], []]
      for (index, group) in groups.enumerated() {
        let isSecond = index > 0 && choice >> (index - 1) & 1 == 1
        columns[isSecond ? 1 : 0] += group
      }
      let higher = max(columns[0].totalHeight, columns[1].totalHeight)
      if higher < (best?.height ?? .infinity) - 0.01 { best = (higher, columns) }
    }
    guard let best, best.height <= height + 0.01 else { return nil }
    return best.columns
  }

  /// The groups of each column if all fit into `height`.
  ///
  /// Of all ways to break between groups the one with the lowest highest column; of those that
  /// differ by little the one with the fullest first column, so that white space comes last.
  func shared(height: Double) -> [[Strip]]? {
    if !isSequence, let free = sharedFreely(height: height) { return free }
    guard columns.count == 2 else {
      let all = groups.flatMap(\.self)
      return all.totalHeight <= height + 0.01 ? [all] : nil
    }
    let heights = groups.indices.map { index in
      max(
        groups[...index].flatMap(\.self).totalHeight,
        groups[(index + 1)...].flatMap(\.self).totalHeight)
    }
    let total = groups.flatMap(\.self).totalHeight
    guard let lowest = heights.min(), lowest <= height + 0.01, lowest <= total * 0.72 || total < 96
    else { return sharedInsideGroups(height: height, total: total) }
    let most = min(lowest + Self.likeness, height) + 0.01
    let split = (heights.lastIndex { $0 <= most } ?? 0) + 1
    return [groups[..<split].flatMap(\.self), groups[split...].flatMap(\.self)]
  }

  /// The same with breaks inside large groups, in the lowest columns that hold everything.
  private func sharedInsideGroups(height: Double, total: Double) -> [[Strip]]? {
    let all = groups.flatMap(\.self)
    var limit = total / 2
    while limit <= height + 0.01 {
      let first = all.prefix(from: 0, limit: limit, isFirst: true)
      if first.next == all.count { return [first.strips, []] }
      if first.next > 0 {
        let second = all.prefix(from: first.next, limit: limit, isFirst: false)
        if second.next == all.count { return [first.strips, second.strips] }
      }
      limit += 6
    }
    return nil
  }

  /// As much as fits into columns of `height`, and what is left.
  func filled(height: Double) -> (columns: [[Strip]], rest: [Strip]) {
    let all = groups.flatMap(\.self)
    var filled: [[Strip]] = []
    var next = 0
    for _ in columns where next < all.count {
      let part = all.prefix(from: next, limit: height, isFirst: next == 0)
      filled.append(part.strips)
      next = part.next
    }
    return (filled, Array(all[next...]))
  }
}
