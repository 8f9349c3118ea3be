/// Writes tables as RFC 4180 with LF line ends.
public enum CSVWriter {
  /// One row without its line end.
  public static func line(_ cells: [String]) -> [UInt8] {
    Array(cells.map { quoted($0) }.joined(separator: ",").utf8)
  }

  /// One row of a table with another separator, without its line end.
  static func line(_ cells: [String], separator: UInt8) -> [UInt8] {
    let text = String(Unicode.Scalar(separator))
    return Array(cells.map { quoted($0, separator: separator) }.joined(separator: text).utf8)
  }

  /// The cell as it stands in a table, in quotes where it must be.
  static func quoted(_ cell: String, separator: UInt8 = 0x2C) -> String {
    let needsQuotes =
      cell.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || cell.first == " " || cell.last == " "
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// The bytes of a cell for tables that people open in a spreadsheet: a text that would be run as
  /// a formula gets an apostrophe before it; quotes where they must be.
  ///
  /// Never used for the district's own tables, where a cell is exactly what was recorded.
  public static func spreadsheetCell(_ cell: String) -> [UInt8] {
    Array(quoted(neutralized(cell)).utf8)
  }

  static func neutralized(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first else { return cell }
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    return starts.contains(first) ? "'" + cell : cell
  }
}
