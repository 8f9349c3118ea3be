import Diagnostics
import TranscriptModel

extension EvidenceImport {
  /// Withdraws what was imported of a row that its source calls back.
  mutating func withdraw(
    _ row: ImportedRow, _ place: StoredEvidence.Place, _ old: [String: String], _ number: Int
  ) {
    guard old["status"] != "withdrawn", !withdrawn.contains(row.evidenceID) else {
      return result.leftOut.note(row)
    }
    let latest = old["evidence_id"] ?? row.evidenceID
    guard row.hasWritten(old) else {
      // What somebody has corrected by hand is not taken back without that person.
      if stored.correction(of: row, by: old) != .none {
        result.problems.append(row.isCorrected(by: latest, at: place, in: stored))
      }
      return result.leftOut.note(row)
    }
    if !row.isVoid, stored.isOlder(row, than: old) {
      result.problems.append(row.isOlder(than: latest, at: place, in: stored))
      return note(.older, row, stored.path(of: place))
    }
    withdrawn.insert(row.evidenceID)
    var cells = old
    for column in ["level", "scale"] where old[column] != nil { cells[column] = "" }
    cells["status"] = "withdrawn"
    let differences = ImportTable.evidence.columns.compactMap { column in
      ImportPlan.Difference(column: column, before: old[column] ?? "", after: cells[column] ?? "")
    }.filter { $0.before != $0.after }
    correct(row, cells, number, .withdrawn, differences)
  }

  /// Withdraws what was imported of a row, under the id that it was moved to if it was.
  mutating func withdrawMoved(
    _ row: ImportedRow, _ place: StoredEvidence.Place, _ old: [String: String], _ number: Int
  ) {
    guard old["status"] == "withdrawn" else { return withdraw(row, place, old, number) }
    for id in stored.moved(from: row.evidenceID) {
      guard let (place, latest) = stored.find(stored.latest(of: id).id),
        latest["status"] != "withdrawn"
      else { continue }
      var moved = row
      moved.cells["evidence_id"] = id
      return withdraw(moved, place, latest, number)
    }
    result.leftOut.note(row)
  }

  /// Gives a row its own id where a person has decided since whose it is, or what it shows; what was
  /// imported of it before is withdrawn.
  ///
  /// Evidence is never moved from one student to another: the history of each stays (DOMAIN.md,
  /// requirement 9). Returns whether the row is to be looked at further: one of an export that is
  /// older than what is on file moves nothing.
  mutating func move(_ row: inout ImportedRow, _ number: Int) -> Bool {
    let id = row.evidenceID
    guard !row.decided.isEmpty, let first = stored.find(id)?.cells, row.hasWritten(first) else {
      return true
    }
    let columns = ["student_id", "competency"].filter { first[$0] != row.cells[$0] }
    let latest = stored.find(stored.latest(of: id).id)?.cells
    guard columns.allSatisfy(row.decided.contains),
      !columns.isEmpty || latest?["status"] == "withdrawn"
    else { return true }
    let own = id + columns.map { StoredEvidence.moveMark + (row.cells[$0] ?? "") }.joined()
    let others = ([id] + stored.moved(from: id)).filter { $0 != own }
    for other in others {
      let latest = stored.latest(of: other).id
      guard let (place, old) = stored.find(latest), old["status"] != "withdrawn",
        row.hasWritten(old), stored.isOlder(row, than: old)
      else { continue }
      result.problems.append(row.isOlder(than: latest, at: place, in: stored))
      note(.older, row, stored.path(of: place))
      return false
    }
    for other in others {
      guard let (place, old) = stored.find(stored.latest(of: other).id) else { continue }
      var gone = row
      gone.cells["evidence_id"] = other
      (gone.isWithdrawal, gone.leftOutBy) = (true, nil)
      withdraw(gone, place, old, number)
    }
    row.cells["evidence_id"] = own
    return true
  }
}

/// The first of several rows with one id, as its source has it.
struct FirstRow {
  /// So many are compared with those that follow.
  static let most = 20_000
  /// Columns of Canvas that say in which sections a student sits, and nothing of the work: the report
  /// has each result once for each of them.
  private static let aboutEnrollment: Set<String> = [
    "section name", "section id", "section sis id", "enrollment state",
  ]
  private let place: SourceLocation
  private let values: [String: String]?

  init(_ row: ImportedRow, isKept: Bool) {
    place = row.location
    values = isKept ? row.sourceValues : nil
  }

  /// What is to be said of another row of which the same record is made, though its source says
  /// something else.
  func problem(with row: ImportedRow) -> Diagnostic? {
    guard let values else { return nil }
    let others = row.sourceValues
    let names = Set(values.keys).union(others.keys)
      .filter { values[$0] != others[$0] && !Self.aboutEnrollment.contains(SourceHeader.fold($0)) }
      .sorted()
    guard !names.isEmpty else { return nil }
    let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return Diagnostic(
      .rowsBecomeOne, at: row.location,
      "the row has the id of another and makes no record of its own, though it differs in \(list)",
      hint:
        "if they are two pieces of work, add a column that tells them apart to evidence_id in the"
        + " mapping",
      related: [.init("the other row", at: place)])
  }
}

extension ImportedRow {
  /// What the source says, by its own columns.
  fileprivate var sourceValues: [String: String] {
    switch origin?.record {
    case let row as SourceRow:
      Dictionary(
        row.header.shownNames.map { ($0, row.text($0) ?? "") }, uniquingKeysWith: { $1 })
    case let record as FlatRecord: record.values
    default: cells
    }
  }
}
