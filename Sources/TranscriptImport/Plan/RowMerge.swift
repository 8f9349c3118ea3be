import Diagnostics

/// Merges imported rows into the tables of a district: what is new is added, what is the same is
/// left alone, what differs is changed where it stands.
///
/// Evidence, which is never changed, goes through `EvidenceImport`.
struct RowMerge {
  private(set) var tables: DistrictTables
  private(set) var changes = ChangeList()
  /// Where each row that was written is, by the row's position in the import.
  private(set) var written: [DistrictTables.Place: Int] = [:]
  /// The file that stands in the way of each row that could not be merged.
  private(set) var refused: [Int: String] = [:]
  /// The row on file that each row would have overwritten, and what is wrong with that.
  private(set) var collisions: [Int: (place: DistrictTables.Place, reason: String)] = [:]

  /// Students to be withdrawn on a day that nobody says, and competencies that the source has deleted.
  private(set) var undated: [Int: DistrictTables.Place] = [:]

  /// Rows that call back what is not on file.
  private(set) var idle: [Int] = []

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
    guard let place = tables.place(row.table, row.key) else { return add(row, at: position) }
    let differences = row.differences(from: tables.cells(at: place), ignoring: [])
    guard !differences.isEmpty else { return note(.unchanged, row, place) }
    if let reason = row.collision(with: tables.cells(at: place), differences) {
      collisions[position] = (place, reason)
      return
    }
    var cells = row.cells
    cells[SourceColumn.name] = row.provenance.text
    tables.replace(place, with: cells, in: row.table)
    written[place] = position
    note(.changed, row, place, differences)
  }

  /// Withdraws what was imported before: enrollments get the status, students the day.
  private mutating func withdraw(_ row: ImportedRow, at position: Int) {
    // What was never here, or is withdrawn already, needs nothing.
    guard let place = withdrawable(row) else {
      idle.append(position)
      return
    }
    let old = tables.cells(at: place)
    var cells = old
    switch row.table {
    case .students:
      guard let day = row.cells["withdrawn_on"], !day.isEmpty else {
        undated[position] = place
        return
      }
      cells["withdrawn_on"] = day
    case .competencies:
      undated[position] = place
      return
    default: cells["status"] = "withdrawn"
    }
    let differences = row.table.columns.compactMap { column -> ImportPlan.Difference? in
      let (before, after) = (old[column] ?? "", cells[column] ?? "")
      return before == after ? nil : .init(column: column, before: before, after: after)
    }
    cells[SourceColumn.name] = row.provenance.text
    tables.replace(place, with: cells, in: row.table)
    written[place] = position
    note(.withdrawn, row, place, differences)
  }

  /// Where what a row calls back is, if it is there and not withdrawn yet.
  private func withdrawable(_ row: ImportedRow) -> DistrictTables.Place? {
    guard row.hasKey, let place = tables.place(row.table, row.key) else { return nil }
    let old = tables.cells(at: place)
    switch row.table {
    case .students: return old["withdrawn_on"]?.isEmpty == false ? nil : place
    case .enrollments: return old["status"] == "withdrawn" ? nil : place
    case .competencies: return place
    default: return nil
    }
  }

  private mutating func add(_ row: ImportedRow, at position: Int) {
    var cells = row.cells
    cells[SourceColumn.name] = row.provenance.text
    let place = tables.append(cells, to: row.table, mapping: row.provenance.mapping)
    written[place] = position
    note(.added, row, place)
  }

  private mutating func note(
    _ kind: ImportPlan.Change.Kind, _ row: ImportedRow, _ place: DistrictTables.Place,
    _ differences: [ImportPlan.Difference] = []
  ) {
    changes.note(
      ImportPlan.Change(
        kind: kind, path: tables.path(of: place), key: row.key.joined(separator: " "),
        differences: differences, provenance: row.provenance))
  }
}
