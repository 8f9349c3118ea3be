import Diagnostics
import TranscriptModel

/// Evidence of days after the one that is asked about: one warning a file, with how many there are.
enum EvidenceAhead {
  static func problems(
    _ rows: [ImportedRow], _ kept: [Int], asOf: CalendarDate?
  ) -> [Diagnostic] {
    guard let asOf else { return [] }
    var found: [String: (first: Int, count: Int)] = [:]
    for index in kept {
      let row = rows[index]
      guard row.table == .evidence, !row.isWithdrawal,
        let day = CalendarDate(iso: row.cells["demonstrated_on"] ?? ""), day > asOf
      else { continue }
      let file = row.provenance.file
      found[file] = (found[file]?.first ?? row.provenance.line, (found[file]?.count ?? 0) + 1)
    }
    return found.sorted { $0.key < $1.key }.map {
      problem($0.key, line: $0.value.first, count: $0.value.count, asOf)
    }
  }

  static func problem(
    _ file: String, line: Int, count: Int, _ asOf: CalendarDate
  ) -> Diagnostic {
    let rows = count == 1 ? "1 record of evidence is" : "\(count) records of evidence are"
    return Diagnostic(
      .evidenceAfterAsOf, at: SourceLocation(file: file, line: line),
      "\(rows) of a day after \(asOf); what is asked about that day does not count them",
      hint: "ask about a later day with --as-of, or correct the days")
  }
}
