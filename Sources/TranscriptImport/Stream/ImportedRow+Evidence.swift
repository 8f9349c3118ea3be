import Diagnostics
import TranscriptModel

extension ImportedRow {
  var evidenceID: String { cells["evidence_id"] ?? "" }

  /// The table that new rows of the mapping go to.
  var evidencePath: String { ImportTable.evidence.path + provenance.mapping + ".csv" }

  /// A hash of what the row says; of two rows with one id it tells whether they say the same.
  var saidHash: UInt64 {
    CSVWriter.line(table.columns.map { cells[$0] ?? "" }).withUnsafeBufferPointer {
      PackedEvidence.hash(of: $0)
    }
  }

  /// The cells that a row on file has otherwise.
  func differences(
    from old: [String: String], ignoring ignored: Set<String>
  ) -> [ImportPlan.Difference] {
    table.columns.compactMap { column in
      guard let after = cells[column], !ignored.contains(column) else { return nil }
      let before = old[column] ?? ""
      return before == after
        ? nil : ImportPlan.Difference(column: column, before: before, after: after)
    }
  }

  /// Whether the row is in the district's own words, with ids of its own.
  var isOwn: Bool { Provenance.ownTables.contains(provenance.mapping) }

  /// Whether a record on file was written by the mapping of this row.
  func hasWritten(_ stored: [String: String]) -> Bool {
    Provenance.mapping(in: stored[SourceColumn.name] ?? "") == provenance.mapping
  }

  /// Why the row is not a newer state of the one on file: ids of one system mean nothing in another,
  /// and what was shown by someone else or of something else is another record.
  func collision(
    with stored: [String: String], _ differences: [ImportPlan.Difference]
  ) -> String? {
    guard let identity = table.identity else { return nil }
    let columns = differences.map(\.column).filter(identity.contains)
    if !columns.isEmpty {
      return "with another \(columns.joined(separator: " and "))"
    }
    let old = Provenance.mapping(in: stored[SourceColumn.name] ?? "")
    let new = isOwn ? nil : provenance.mapping
    guard old != new else { return nil }
    return old.map { "from \($0)" } ?? "that no import has written"
  }

  func collision(
    _ reason: String, at place: StoredEvidence.Place, in stored: StoredEvidence
  ) -> Diagnostic {
    collision(reason, at: SourceLocation(file: stored.path(of: place), line: place.line))
  }

  /// Whether what it calls back can never come again: a statement is voided for good (xAPI 1.0.3,
  /// Data, 2.3.2).
  var isVoid: Bool { isWithdrawal && (origin?.record as? FlatRecord)?.range != nil }

  /// The row is of an export that was imported before that of the record on file.
  func isOlder(
    than latest: String, at place: StoredEvidence.Place, in stored: StoredEvidence
  ) -> Diagnostic {
    Diagnostic(
      .olderExport, at: location,
      leftOutBy != nil
        ? "the row is left out, and what is on file of it comes from another import, which stays"
        : isWithdrawal
          ? "the source takes the row back, but what is on file of it comes from a newer import,"
            + " which stays"
          : "the export was imported before the one that the record on file comes from; that record"
            + " stays",
      hint: isWithdrawal
        ? "if the source takes it back, enter a correction that withdraws \"\(latest)\""
        : "if the older value is right after all, enter a correction that replaces \"\(latest)\"",
      related: [
        .init(
          isWithdrawal ? "the record on file" : "the newer record",
          at: SourceLocation(file: stored.path(of: place), line: place.line))
      ])
  }

  /// The source says something new of what somebody has corrected by hand.
  func isCorrected(
    by latest: String, at place: StoredEvidence.Place, in stored: StoredEvidence
  ) -> Diagnostic {
    Diagnostic(
      .correctedByHand, at: location,
      isWithdrawal
        ? "the source takes back what was corrected by hand; the correction stands"
        : "the row says something new of what was corrected by hand; the correction stands",
      hint: "if the source is right now, enter a correction that replaces \"\(latest)\"",
      related: [
        .init("the correction", at: SourceLocation(file: stored.path(of: place), line: place.line))
      ])
  }

  /// The row would overwrite a record that is not its own.
  func collision(_ reason: String, at place: SourceLocation) -> Diagnostic {
    problem(
      Diagnostic(
        .duplicateCode, at: location,
        "\(table.key.joined(separator: ", ")) is that of a row on file \(reason),"
          + " which stays as it is",
        hint: "give ids of another system a prefix in the mapping; a correction has the mapping,"
          + " the student and the competency of what it corrects",
        related: [.init("the row on file", at: place)]), in: table.key.first)
  }

  /// Another row of the import has the same key and says something else.
  func contradiction(others: [SourceLocation]) -> Diagnostic {
    problem(
      Diagnostic(
        .duplicateCode, at: location,
        "\(table.key.joined(separator: ", ")) is as in another row, which says something else;"
          + (others.count == 1 ? " neither" : " none of the \(others.count + 1)") + " is imported",
        hint: "remove the row that is wrong, or map columns that tell the two apart",
        related: others.map { .init("the other row", at: $0) }), in: table.key.first)
  }

  /// The cells that hold something.
  var said: [String: String] { cells.filter { !$0.value.isEmpty } }
}
