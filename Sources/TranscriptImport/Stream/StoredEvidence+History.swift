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

  /// Who has corrected what a row's own mapping wrote.
  enum Correction {
    /// Nobody else.
    case none
    /// Somebody else, and the row says what it said before.
    case standing
    /// Somebody else, and the row says something new.
    case otherwise
  }

  /// Whether the latest record of what a row is about is a correction that its own mapping did not
  /// write: one by hand stands.
  mutating func correction(of row: ImportedRow, by latest: [String: String]) -> Correction {
    guard !row.isOwn, !row.hasWritten(latest) else { return .none }
    var isKnown = false
    var isOurs = false
    for id in history(of: row.evidenceID).dropLast() {
      guard let old = find(id)?.cells, row.hasWritten(old),
        ["student_id", "competency"].allSatisfy({ old[$0] == row.cells[$0] || row.isWithdrawal })
      else { continue }
      isOurs = true
      isKnown =
        isKnown
        || !row.isWithdrawal
          && row.differences(from: old, ignoring: ["evidence_id", "replaces"]).isEmpty
    }
    return isOurs ? isKnown ? .standing : .otherwise : .none
  }

  /// Whether rows of a source were imported before those of the source of a record.
  mutating func isOlder(_ provenance: Provenance, than latest: [String: String]) -> Bool {
    let hash = String(provenance.hash.prefix(Provenance.shownDigits))
    return Provenance.hash(in: latest[SourceColumn.name] ?? "") != hash && knowsSource(hash)
  }

  /// What parts the id of a row from whose it has become since.
  static let moveMark = "~@"

  /// The ids under which a row is on file for other students or competencies than at first.
  mutating func moved(from id: String) -> [String] {
    let known = movedIDs ?? readMovedIDs()
    movedIDs = known
    return known[id] ?? []
  }

  private func readMovedIDs() -> [String: [String]] {
    var found: [String: [String]] = [:]
    for table in tables {
      guard let column = table.header.firstIndex(of: "evidence_id") else { continue }
      eachRow(of: table.path) { row, file in
        guard row.fault == nil, row.fields.indices.contains(column) else { return }
        let id = file.cell(row.fields[column])
        guard let mark = id.firstRange(of: Self.moveMark) else { return }
        // A correction of such a record is found through it.
        let rest = id[mark.upperBound...].replacing(Self.moveMark, with: "")
        if !rest.contains("~") { found[String(id[..<mark.lowerBound]), default: []].append(id) }
      }
    }
    return found
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
