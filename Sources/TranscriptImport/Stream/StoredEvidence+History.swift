import Diagnostics

extension StoredEvidence {
  /// Whether a row says what a record said that was replaced since, and is of an export that was
  /// imported before: it is no correction then, but an old export once more.
  ///
  /// The same values in an export that is new here are a correction that goes back. So they are in
  /// the very export that the latest record comes from: then a mapping has been mended.
  mutating func hasReplaced(_ row: ImportedRow, since latest: [String: String]) -> Bool {
    let hash = String(row.provenance.hash.prefix(Provenance.shownDigits))
    if Provenance.hash(in: latest[SourceColumn.name] ?? "") == hash { return false }
    for id in history(of: row.evidenceID).dropLast().reversed() {
      guard let old = find(id)?.cells,
        row.differences(from: old, ignoring: ["evidence_id", "replaces"]).isEmpty
      else { continue }
      if Provenance.hash(in: old[SourceColumn.name] ?? "") == hash { return true }
      return knowsSource(hash)
    }
    return false
  }

  /// Whether any row on file is of the source whose hash begins so.
  private mutating func knowsSource(_ hash: String) -> Bool {
    let known = sourceHashes ?? readSourceHashes()
    sourceHashes = known
    return known.contains(hash)
  }

  private func readSourceHashes() -> Set<String> {
    var found: Set<String> = []
    for table in tables {
      guard let column = table.header.firstIndex(of: SourceColumn.name) else { continue }
      eachRow(of: table.path) { row, file in
        guard row.fault == nil, row.fields.indices.contains(column) else { return }
        if let hash = Provenance.hash(in: file.cell(row.fields[column])) { found.insert(hash) }
      }
    }
    return found
  }
}
