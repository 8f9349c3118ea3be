import Diagnostics

/// Merges imported rows into the tables of a district: what is new is added, what is the same is
/// left alone, what differs is changed where it stands or, for evidence, corrected by a new record.
struct RowMerge {
  private(set) var tables: DistrictTables
  private(set) var changes: [ImportPlan.Change] = []
  /// Where each row that was written is, by the row's position in the import.
  private(set) var written: [DistrictTables.Place: Int] = [:]
  /// The file that stands in the way of each row that could not be merged.
  private(set) var refused: [Int: String] = [:]
  /// The row on file that each row would have overwritten, and what is wrong with that.
  private(set) var collisions: [Int: (place: DistrictTables.Place, reason: String)] = [:]

  /// Students to be withdrawn on a day that nobody says.
  private(set) var undated: [Int: DistrictTables.Place] = [:]

  init(_ tables: DistrictTables) { self.tables = tables }

  mutating func merge(_ row: ImportedRow, at position: Int) {
    tables.load(row.table)
    if let path = tables.obstacle(to: row.table) {
      refused[position] = path
      return
    }
    var row = row
    // An old row keeps the columns that the source does not speak of.
    row.cells = row.cells.filter { row.table.columns.contains($0.key) }
    if row.isWithdrawal { return withdraw(row, at: position) }
    guard row.hasKey else { return add(row, at: position) }
    if row.table == .evidence { return mergeEvidence(row, at: position) }
    guard let place = tables.place(row.table, row.key) else { return add(row, at: position) }
    let differences = differences(row, from: tables.cells(at: place), ignoring: [])
    guard !differences.isEmpty else { return note(.unchanged, row, place) }
    if let reason = collision(row, tables.cells(at: place), differences) {
      collisions[position] = (place, reason)
      return
    }
    var cells = row.cells
    cells[SourceColumn.name] = row.provenance.text
    tables.replace(place, with: cells, in: row.table)
    written[place] = position
    note(.changed, row, place, differences)
  }

  /// Evidence is never overwritten: a change is a correction that names what it replaces, so that
  /// the history stays (DOMAIN.md, requirement 9).
  private mutating func mergeEvidence(_ row: ImportedRow, at position: Int) {
    let id = row.cells["evidence_id"] ?? ""
    guard tables.place(.evidence, [id]) != nil else { return add(row, at: position) }
    let latest = tables.latest(of: id).id
    guard let place = tables.place(.evidence, [latest]) else { return add(row, at: position) }
    let differences = differences(
      row, from: tables.cells(at: place), ignoring: ["evidence_id", "replaces"])
    guard !differences.isEmpty else { return note(.unchanged, row, place) }
    if let reason = collision(row, tables.cells(at: place), differences) {
      collisions[position] = (place, reason)
      return
    }
    let cells = tables.cells(at: place).merging(row.cells) { $1 }
    correct(row, place, cells, at: position, .changed, differences)
  }

  /// Adds a record that replaces the last one of the row's id.
  private mutating func correct(
    _ row: ImportedRow, _ place: DistrictTables.Place, _ cells: [String: String],
    at position: Int, _ kind: ImportPlan.Change.Kind, _ differences: [ImportPlan.Difference]
  ) {
    let id = row.cells["evidence_id"] ?? ""
    let (latest, corrections) = tables.latest(of: id)
    var cells = cells
    cells["evidence_id"] = "\(id)~\(corrections + 2)"
    cells["replaces"] = latest
    cells[SourceColumn.name] = row.provenance.text
    let added = tables.append(cells, to: .evidence, mapping: row.provenance.mapping)
    written[added] = position
    note(kind, row, added, differences)
  }

  /// Withdraws what was imported before: evidence and enrollments get the status, students the day.
  private mutating func withdraw(_ row: ImportedRow, at position: Int) {
    // What was never here, or is withdrawn already, needs nothing.
    guard let place = withdrawable(row) else { return }
    let old = tables.cells(at: place)
    var cells = old
    switch row.table {
    case .evidence:
      for column in ["level", "scale"] where old[column] != nil { cells[column] = "" }
      cells["status"] = "withdrawn"
    case .students:
      guard let day = row.cells["withdrawn_on"], !day.isEmpty else {
        undated[position] = place
        return
      }
      cells["withdrawn_on"] = day
    default: cells["status"] = "withdrawn"
    }
    let differences = row.table.columns.compactMap { column -> ImportPlan.Difference? in
      let (before, after) = (old[column] ?? "", cells[column] ?? "")
      return before == after ? nil : .init(column: column, before: before, after: after)
    }
    cells[SourceColumn.name] = row.provenance.text
    if row.table == .evidence {
      correct(row, place, cells, at: position, .withdrawn, differences)
    } else {
      tables.replace(place, with: cells, in: row.table)
      written[place] = position
      note(.withdrawn, row, place, differences)
    }
  }

  /// Where what a row calls back is, if it is there, from the same mapping, and not withdrawn yet.
  private func withdrawable(_ row: ImportedRow) -> DistrictTables.Place? {
    guard row.hasKey else { return nil }
    let key = row.table == .evidence ? [tables.latest(of: row.key[0]).id] : row.key
    guard let place = tables.place(row.table, key) else { return nil }
    let old = tables.cells(at: place)
    switch row.table {
    case .evidence:
      let isOurs = Provenance.mapping(in: old[SourceColumn.name] ?? "") == row.provenance.mapping
      return isOurs && old["status"] != "withdrawn" ? place : nil
    case .students: return old["withdrawn_on"]?.isEmpty == false ? nil : place
    case .enrollments: return old["status"] == "withdrawn" ? nil : place
    default: return nil
    }
  }

  /// Why the row is not a newer state of the one on file: ids of one system mean nothing in another,
  /// and what was shown by someone else or of something else is another record.
  private func collision(
    _ row: ImportedRow, _ stored: [String: String], _ differences: [ImportPlan.Difference]
  ) -> String? {
    guard let identity = row.table.identity else { return nil }
    let columns = differences.map(\.column).filter(identity.contains)
    if !columns.isEmpty {
      return "with another \(columns.joined(separator: " and "))"
    }
    let old = Provenance.mapping(in: stored[SourceColumn.name] ?? "")
    let new = Provenance.ownTables.contains(row.provenance.mapping) ? nil : row.provenance.mapping
    guard old != new else { return nil }
    return old.map { "from \($0)" } ?? "that no import has written"
  }

  private mutating func add(_ row: ImportedRow, at position: Int) {
    var cells = row.cells
    cells[SourceColumn.name] = row.provenance.text
    let place = tables.append(cells, to: row.table, mapping: row.provenance.mapping)
    written[place] = position
    note(.added, row, place)
  }

  private func differences(
    _ row: ImportedRow, from old: [String: String], ignoring ignored: Set<String>
  ) -> [ImportPlan.Difference] {
    row.table.columns.compactMap { column in
      guard let after = row.cells[column], !ignored.contains(column) else { return nil }
      let before = old[column] ?? ""
      return before == after
        ? nil : ImportPlan.Difference(column: column, before: before, after: after)
    }
  }

  private mutating func note(
    _ kind: ImportPlan.Change.Kind, _ row: ImportedRow, _ place: DistrictTables.Place,
    _ differences: [ImportPlan.Difference] = []
  ) {
    changes.append(
      ImportPlan.Change(
        kind: kind, path: tables.path(of: place), key: row.key.joined(separator: " "),
        differences: differences, provenance: row.provenance))
  }
}
