import TranscriptModel

/// Rows of evidence of all tables, looked at together: ids that are there twice, and corrections.
struct EvidenceRows {
  private let contents: TableContents<EvidenceRecord>

  init(_ contents: TableContents<EvidenceRecord>) { self.contents = contents }

  /// The rows that stand up to it.
  func resolve(_ findings: inout Findings) -> [Parsed<EvidenceRecord>] {
    let rows = contents.rows
    var setAside = contents.setAside
    let unique = Duplicates(code: .duplicateEvidence, noun: "evidence").remove(
      from: rows, EvidenceColumn.evidenceID, &findings
    ) { $0.id.code }
    if unique.count < rows.count {
      setAside.formUnion(Set(rows.map(\.record.id.code)).subtracting(unique.map(\.record.id.code)))
    }
    var check = ReplacementCheck(unique, setAside: setAside, refused: contents.refused)
    return check.resolve(&findings)
  }
}
