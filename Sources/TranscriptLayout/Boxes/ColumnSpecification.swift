/// The columns of a table: where each begins, how wide it is, and to which side its text is set.
struct ColumnSpecification {
  struct Column: Hashable {
    /// Distance of the start edge from the table's.
    var x: Double
    var width: Double
    var align: Alignment
  }

  var columns: [Column]
  /// How much wider the columns are than their place; 0 where they fit.
  private(set) var excess = 0.0

  /// What a share keeps of the whole width when other columns grow.
  private static let leastShare = 0.3

  /// Reads `1fr _4 31+ 55 24e 43e`: widths in points or shares of what is left, `e` for text set to
  /// the end side, `_4` for a gap of 4 points, `+` for a column that grows with its content.
  ///
  /// - Parameter needs: how wide the content of each column is; those that grow take it from the
  ///   shares, in their order, as long as these keep three tenths of the width.
  init?(_ text: String, width: Double, needs: [Double] = []) {
    let items = text.split(separator: " ").map(Item.init)
    guard !items.isEmpty, items.allSatisfy({ $0 != nil }) else { return nil }
    let all = Self.grown(items.compactMap(\.self), width: width, needs: needs)
    let fixed = all.reduce(0) { $0 + ($1.isShare ? 0 : $1.amount) }
    let shares = all.reduce(0) { $0 + ($1.isShare ? $1.amount : 0) }
    let unit = shares > 0 ? max(0, width - fixed) / shares : 0
    columns = []
    var x = 0.0
    for item in all {
      let size = item.isShare ? item.amount * unit : item.amount
      if !item.isGap { columns.append(Column(x: x, width: size, align: item.align)) }
      x += size
    }
    let least = columns.map(\.width).min() ?? 0
    excess = max(0, x - width - 0.01, least <= 0 ? 1 : 0)
  }

  /// Which columns of a specification grow.
  static func growing(_ text: String) -> [Bool] {
    text.split(separator: " ").compactMap(Item.init).filter { !$0.isGap }.map(\.grows)
  }

  private static func grown(_ items: [Item], width: Double, needs: [Double]) -> [Item] {
    var room =
      width * (1 - leastShare) - items.reduce(0) { $0 + ($1.isShare ? 0 : $1.amount) }
    guard room > 0, items.contains(where: \.isShare) else { return items }
    var items = items
    var column = 0
    for index in items.indices where !items[index].isGap {
      if items[index].grows, needs.indices.contains(column), needs[column] > items[index].amount {
        // The space after the text is that between columns.
        let growth = min(needs[column] + 4 - items[index].amount, room)
        items[index].amount += growth
        room -= growth
      }
      column += 1
    }
    return items
  }

  private struct Item {
    var amount: Double
    var isShare = false
    var isGap = false
    var grows = false
    var align = Alignment.start

    init?(_ text: Substring) {
      var text = text
      if text.hasPrefix("_") {
        isGap = true
        text.removeFirst()
      }
      if text.hasSuffix("e") {
        align = .end
        text.removeLast()
      }
      if text.hasSuffix("+") {
        grows = true
        text.removeLast()
      }
      if text.hasSuffix("fr") {
        isShare = true
        text.removeLast(2)
      }
      guard let amount = Double(text), amount.isFinite, amount >= 0 else { return nil }
      self.amount = amount
    }
  }
}
