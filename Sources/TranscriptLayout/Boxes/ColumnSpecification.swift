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

  /// Reads `1fr _4 55 24e 43e`: widths in points or shares of what is left, `e` for text set to the
  /// end side, `_4` for a gap of 4 points.
  init?(_ text: String, width: Double) {
    let items = text.split(separator: " ").map(Item.init)
    guard !items.isEmpty, items.allSatisfy({ $0 != nil }) else { return nil }
    let all = items.compactMap(\.self)
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

  private struct Item {
    var amount: Double
    var isShare = false
    var isGap = false
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
      if text.hasSuffix("fr") {
        isShare = true
        text.removeLast(2)
      }
      guard let amount = Double(text), amount.isFinite, amount >= 0 else { return nil }
      self.amount = amount
    }
  }
}
