import Diagnostics

extension StoredEvidence {
  /// Whether a row that differs from the latest record is of an export that was imported before the
  /// one that this record is from: it is no correction then, but an old export once more.
  ///
  /// The same values in an export that is new here are a correction that goes back. So they are in
  /// the very export that the latest record comes from: then a mapping has been mended. Where the order
  /// of the two cannot be known, a row is old that says what a record said which was replaced since.
  mutating func hasReplaced(_ row: ImportedRow, since latest: [String: String]) -> Bool {
    let hash = String(row.provenance.hash.prefix(Provenance.shownDigits))
    let other = Provenance.hash(in: latest[SourceColumn.name] ?? "")
    if other == hash { return false }
    let mapping = row.isOwn ? nil : row.provenance.mapping
    if let other, let isOlder = knownSources().isEarlier(hash, than: other, by: mapping) {
      return isOlder
    }
    for id in history(of: row.evidenceID).dropLast().reversed() {
      guard let old = find(id)?.cells,
        row.differences(from: old, ignoring: ["evidence_id", "replaces"]).isEmpty
      else { continue }
      if Provenance.hash(in: old[SourceColumn.name] ?? "") == hash { return true }
      return knownSources().holds(hash, by: mapping)
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

  /// Whether a row is of a source that was imported before that of a record.
  mutating func isOlder(_ row: ImportedRow, than latest: [String: String]) -> Bool {
    let hash = String(row.provenance.hash.prefix(Provenance.shownDigits))
    let other = Provenance.hash(in: latest[SourceColumn.name] ?? "")
    if other == hash { return false }
    let mapping = row.isOwn ? nil : row.provenance.mapping
    let known = knownSources()
    return other.flatMap { known.isEarlier(hash, than: $0, by: mapping) }
      ?? known.holds(hash, by: mapping)
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

  private mutating func knownSources() -> SourceOrder {
    let known = sources ?? readSources()
    sources = known
    return known
  }

  private func readSources() -> SourceOrder {
    var found = SourceOrder()
    for (index, table) in tables.enumerated() {
      guard let column = table.header.firstIndex(of: SourceColumn.name) else { continue }
      var number = 0
      // What the cell before ended in: thousands of rows in a row are of one source.
      var ending: [UInt8] = []
      eachRow(of: table.path) { row, file in
        number += 1
        guard row.fault == nil, row.fields.indices.contains(column) else { return }
        let field = row.fields[column]
        let start = field.end - ending.count
        if !ending.isEmpty, start >= field.start,
          file.bytes[start..<field.end].elementsEqual(ending)
        {
          return
        }
        let text = file.cell(field)
        found.note(text, file: index, row: number)
        ending = text.firstRange(of: "sha256:").map { Array(text[$0.lowerBound...].utf8) } ?? []
      }
    }
    return found
  }
}
