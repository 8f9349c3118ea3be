import Diagnostics
import TranscriptModel

/// Checks quick rows as a long table of the district folder is checked.
final class QuickCheck {
  /// So few rows are looked at one by one where something is wrong among them.
  private static let few = 8
  /// So many are looked at first: where most of them are wrong, so are the others.
  private static let probe = 32

  private let reader: EvidenceBlockReader
  private let longest: Int
  /// Whether the name of a person is the student's, by the number of the pair; of one file.
  private var verdicts: [Bool?] = []
  private var file = ""
  /// Whether most rows of the last chunk were wrong.
  private var wasFlooded = false

  /// `nil` when the district cannot be read whole.
  init?(_ district: District?, today: CalendarDate?, limits: ImportLimits) {
    // What is wrong with our own header cannot be.
    var reported = DiagnosticList()
    guard let district, !limits.readsRowByRow,
      let reader = EvidenceBlockReader(
        path: "", header: CSVWriter.line(ImportTable.evidence.columns), district: district,
        today: today, limits: limits, diagnostics: &reported)
    else { return nil }
    self.reader = reader
    longest = limits.field
  }

  /// Whether each row is in order and names no one else; those of later days are counted.
  func sound(
    _ rows: QuickRows, _ ahead: inout EvidenceAhead, names: inout NameCheck
  ) -> [Bool] {
    var sound = Array(repeating: false, count: rows.count)
    if file != rows.origin.path { verdicts = [] }
    file = rows.origin.path
    if wasFlooded, isFlooded(rows) { return sound }
    wasFlooded = false
    mark(0..<rows.count, of: rows, &sound, &ahead, &names)
    return sound
  }

  /// Whether most of the first rows are wrong as well: a mapping or a table is then, and to look for rows
  /// that are in order would only take time.
  private func isFlooded(_ rows: QuickRows) -> Bool {
    guard rows.count > Self.probe else { return false }
    let lines = rows.lines(0..<Self.probe)
    return lines.count <= longest && reader.read(lines).rejectedCount * 2 > Self.probe
  }

  /// Marks rows that are in order; where some are not, those are sought by halves.
  private func mark(
    _ range: Range<Int>, of rows: QuickRows, _ sound: inout [Bool],
    _ ahead: inout EvidenceAhead, _ names: inout NameCheck
  ) {
    guard !range.isEmpty else { return }
    let lines = rows.lines(range)
    if lines.count <= longest {
      let block = reader.read(lines)
      if block.diagnostics.isEmpty, block.rejectedCount == 0, block.corrections.isEmpty,
        block.rows.count == range.count
      {
        for index in range { sound[index] = isNamed(index, of: rows, &names) }
        ahead.count(
          zip(range, block.rows).map { sound[$0] ? $1.day : .min }, of: rows.origin.path
        ) { rows.line(range.lowerBound + $0) }
        return
      }
      if block.rejectedCount * 2 > range.count {
        wasFlooded = true
        return
      }
    }
    guard range.count > Self.few else { return }
    let middle = range.lowerBound + range.count / 2
    mark(range.lowerBound..<middle, of: rows, &sound, &ahead, &names)
    mark(middle..<range.upperBound, of: rows, &sound, &ahead, &names)
  }

  private func isNamed(_ index: Int, of rows: QuickRows, _ names: inout NameCheck) -> Bool {
    let person = Int(rows.people[index])
    if person >= verdicts.count {
      verdicts += Array(repeating: nil, count: person + 1 - verdicts.count)
    }
    if let verdict = verdicts[person] { return verdict }
    let row = rows.record(index).rows.first
    let verdict = row.map { names.problem(with: $0) == nil } ?? false
    verdicts[person] = verdict
    return verdict
  }
}
