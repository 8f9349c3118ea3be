/// Columns of plain text, each as wide as its widest cell.
struct TextTable: Sendable {
  private let rows: [[String]]
  private let widths: [Int]

  /// Creates a table; `widths` are minima for the first columns.
  init(rows: [[String]], widths: [Int] = []) {
    self.rows = rows
    let columns = rows.map(\.count).max() ?? 0
    self.widths = (0..<columns).map { column in
      let widest = rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
      return max(widest, widths.indices.contains(column) ? widths[column] : 0)
    }
  }

  /// The rows as lines, each indented, without blanks at the end.
  func text(indent: Int) -> String {
    rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        line += cell
        if !isLast { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      return line.trimmedAtEnd + "\n"
    }.joined()
  }
}

extension String {
  /// Every line indented by `count` blanks.
  func indented(by count: Int) -> String {
    let pad = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : pad + $0 }.joined(separator: "\n")
  }

  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
