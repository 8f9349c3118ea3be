/// Writes tables as RFC 4180 with LF line ends.
public enum CSVWriter {
  /// One row without its line end.
  public static func line(_ cells: [String]) -> [UInt8] {
    Array(cells.map(quoted).joined(separator: ",").utf8)
  }

  /// The cell as it stands in a table, in quotes where it must be.
  static func quoted(_ cell: String) -> String {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
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
