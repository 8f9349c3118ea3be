/// A CSV table of the example, in memory; it is known to be well-formed.
struct Table {
  let header: [String]
  let rows: [[String]]

  init(_ bytes: [UInt8]) {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func finish(_ cell: inout [UInt8]) -> String {
      defer { cell.removeAll(keepingCapacity: true) }
      return String(decoding: cell, as: UTF8.self)
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote closes and opens again; the example has none inside a cell.
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: row.append(finish(&cell))
      case UInt8(ascii: "\n") where !isQuoted:
        row.append(finish(&cell))
        rows.append(row)
        row = []
      case UInt8(ascii: "\r") where !isQuoted: continue
      default: cell.append(byte)
      }
    }
    header = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }

  /// The position of a column.
  func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// A row as CSV, with every cell quoted that needs it.
  static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }
        ? "\"\(cell)\"" : cell
    }.joined(separator: ",") + "\n"
  }
}
