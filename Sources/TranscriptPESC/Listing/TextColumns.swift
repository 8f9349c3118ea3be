/// Rows of text with their columns aligned.
enum TextColumns {
  static func aligned(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Aligned rows without the columns, from the third on, that hold nothing below their heading.
  static func filled(_ rows: [[String]], hasHead: Bool = true) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let body = hasHead ? rows.dropFirst() : rows[...]
    let used = (0..<count).filter { column in
      column < 2 || body.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    return aligned(rows.map { row in used.compactMap { row.indices.contains($0) ? row[$0] : nil } })
  }
}
