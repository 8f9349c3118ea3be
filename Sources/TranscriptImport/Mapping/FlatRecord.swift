import Diagnostics
import TranscriptModel

/// An item of a package, a statement or joined rows, flattened to named values.
struct FlatRecord: SourceRecord {
  let location: SourceLocation
  var values: [String: String]
  /// The names that records of this kind can have.
  let names: Set<String>
  /// Where the record stands in its file.
  let file: InputFile
  /// The row that the record stands for, where it is one.
  var row: SourceRow?
  /// The bytes of the file that the record stands in, where it is no row.
  var range: Range<Int>?
  var fault: Diagnostic?
  /// What is to be said of the record, which is used all the same.
  var doubt: Diagnostic?
  /// Where values stand, as far as that is known.
  var places: [String: SourceLocation] = [:]
  /// The row and column of another table that values were looked up in.
  var cells: [String: (row: SourceRow, column: String)] = [:]
  /// Names whose other table is there, so that no value means that there is none.
  var filled: Set<String> = []
  /// Whether the source wants withdrawn what was imported of it.
  var isWithdrawal = false
  /// The statement that this one voids, where the file does not hold it.
  var voids: String?

  var encoding: TextEncoding { row?.encoding ?? .utf8 }

  var lineEnd: LineEnd { row?.lineEnd ?? .lineFeed }

  var shownHeader: [UInt8] { row?.shownHeader ?? [] }

  /// The row or the object as written, without what is confidential.
  var shownBytes: [UInt8] {
    row?.shownBytes ?? range.map { ConfidentialCut.keeping(Array(file.bytes[$0])) } ?? []
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// What was looked up in other tables may be missing because the table is.
  func fills(_ name: String) -> Bool {
    filled.contains(name) || (row?.has(name) ?? names.contains(name))
  }

  func text(_ name: String) -> String? {
    guard let text = values[name]?.trimmingSpaces, !text.isEmpty else { return nil }
    return String(text)
  }

  func problem(
    _ code: DiagnosticCode, _ name: String, _ message: String, hint: String, isPersonal: Bool
  ) -> Diagnostic {
    if let cell = cells[name] {
      return cell.row.problem(code, cell.column, message, hint: hint, isPersonal: isPersonal)
    }
    if let row, row.has(name), row.text(name) == text(name) {
      return row.problem(code, name, message, hint: hint, isPersonal: isPersonal)
    }
    let excerpt = text(name).map { Excerpt(cell: $0, isPersonal: isPersonal) }
    return Diagnostic(
      code, at: places[name] ?? location, message, excerpt: excerpt, hint: hint)
  }
}
