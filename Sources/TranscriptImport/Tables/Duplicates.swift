import Diagnostics

/// Rows that claim the same code: never settled by "the last one wins".
struct Duplicates {
  let code: DiagnosticCode
  /// What messages call one of them: `evidence`.
  let noun: String
  /// Whether rows that are alike in every byte are set aside as well, not only those that differ.
  var quarantinesEqualRows = false
  /// What to do about rows that differ.
  var hint = "give one of them a code of its own"

  /// The rows without those that share a code.
  ///
  /// Of rows that are alike in every byte the first is kept; of rows that differ none is, because
  /// which of them is right cannot be known.
  func remove<Record: Sendable, Column: TableColumn>(
    from rows: [Parsed<Record>], _ column: Column, _ findings: inout Findings,
    by key: (Record) -> String
  ) -> [Parsed<Record>] {
    var first: [String: Int] = Dictionary(minimumCapacity: rows.count)
    var dropped: Set<Int> = []
    for (index, row) in rows.enumerated() {
      let key = key(row.record)
      guard let earlier = first[key] else {
        first[key] = index
        continue
      }
      let isEqual = rows[earlier].row.hasSameBytes(as: row.row) && !quarantinesEqualRows
      let problem = problem(row.row, column, key: key, first: rows[earlier].row, isEqual: isEqual)
      findings.add([problem], of: row.row)
      dropped.insert(index)
      if !isEqual, dropped.insert(earlier).inserted {
        findings.setAside(rows[earlier].row, because: [problem])
      }
    }
    guard !dropped.isEmpty else { return rows }
    return rows.indices.filter { !dropped.contains($0) }.map { rows[$0] }
  }

  private func problem(
    _ row: RowReference, _ column: some TableColumn, key: String, first: RowReference,
    isEqual: Bool
  ) -> Diagnostic {
    let outcome =
      isEqual
      ? "this row repeats the first and is left out" : "none of the rows that share it is used"
    return row.problem(
      code, column, "the \(noun) \"\(key)\" is there twice; \(outcome)",
      hint: isEqual ? "remove one of the two rows" : hint,
      related: [.init("first used here", at: first.location)])
  }
}

extension RowReference {
  /// Whether both rows are written alike, in tables with the same header.
  func hasSameBytes(as other: RowReference) -> Bool {
    table.file.bytes[table.headerRange].elementsEqual(
      other.table.file.bytes[other.table.headerRange])
      && table.file.bytes[range].elementsEqual(other.table.file.bytes[other.range])
  }
}
