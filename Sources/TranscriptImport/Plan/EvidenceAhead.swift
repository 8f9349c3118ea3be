import Diagnostics
import TranscriptModel

/// Evidence of days after the one that is asked about: one warning a file, with how many there are.
struct EvidenceAhead {
  /// The day; with `nil` nothing is counted.
  let asOf: CalendarDate?
  private var found: [String: (first: Int, count: Int)] = [:]

  init(asOf: CalendarDate?) { self.asOf = asOf }

  /// Counts rows of a file that are of the days numbered `days`; `line` gives the line of each.
  mutating func count(_ days: some Sequence<Int32>, of file: String, line: (Int) -> Int) {
    guard let asOf else { return }
    for (index, day) in days.enumerated() where day > asOf.dayNumber {
      let before = found[file]
      found[file] = (min(before?.first ?? .max, line(index)), (before?.count ?? 0) + 1)
    }
  }

  mutating func count(_ row: ImportedRow) {
    guard let asOf, let day = CalendarDate(iso: row.cells["demonstrated_on"] ?? ""), day > asOf
    else { return }
    let before = found[row.provenance.file]
    found[row.provenance.file] = (
      min(before?.first ?? .max, row.provenance.line), (before?.count ?? 0) + 1
    )
  }

  var problems: [Diagnostic] {
    guard let asOf else { return [] }
    return found.sorted { $0.key < $1.key }.map {
      Self.problem($0.key, line: $0.value.first, count: $0.value.count, asOf)
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
