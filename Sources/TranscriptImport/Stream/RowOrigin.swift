import Diagnostics

/// The record that an imported row was made of, for problems to be told where they can be mended.
struct RowOrigin: Sendable {
  let record: any SourceRecord
  /// The source's columns of each of ours.
  let names: [String: [String]]
  /// The source's column with the name of the person.
  var nameColumn: String?
}

extension ImportedRow {
  /// A problem of one of the row's cells, or of the row, at the source.
  func problem(_ found: Diagnostic, in column: String?) -> Diagnostic {
    let place: Diagnostic? = column.flatMap { self.place(of: $0, found) }
    return Diagnostic(
      found.code, at: place?.location ?? location, place?.message ?? found.message,
      excerpt: place?.excerpt ?? found.excerpt, hint: place?.hint ?? found.hint,
      related: found.related)
  }

  private func place(of column: String, _ found: Diagnostic) -> Diagnostic? {
    guard let origin, let name = origin.names[column]?.first(where: origin.record.has) else {
      return nil
    }
    let isOther = SourceHeader.fold(name) != column
    let isEmpty = found.code == .missingCell && origin.record.text(name) == nil && isOther
    return origin.record.problem(
      found.code, name, isEmpty ? "\(name) is empty, which is our \(column)" : found.message,
      hint: (isEmpty ? "fill it in where it comes from, or leave such rows out by a filter" : nil)
        ?? found.hint ?? "",
      isPersonal: table.isPersonal(column) || found.excerpt?.isPersonal == true)
  }
}

/// The name of the column in which something stands, by its place in a row of a table of ours.
enum CellColumn {
  static func name(
    at column: Int, of line: [UInt8], header: [String]
  ) -> String? {
    guard column > 0 else { return nil }
    let file = InputFile(path: "", bytes: line)
    var reader = CSVReader(line, from: 0)
    var row = CSVRow()
    guard reader.next(&row) else { return nil }
    let found = row.fields.firstIndex { field in
      let start = field.isQuoted ? field.start - 1 : field.start
      return file.location(of: start, from: 0, line: 1).column == column
    }
    return found.flatMap { header.indices.contains($0) ? header[$0] : nil }
  }
}
