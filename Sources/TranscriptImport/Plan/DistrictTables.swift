import Diagnostics
import TranscriptModel

/// The tables of a district folder, indexed by the keys of their rows, while rows are merged into
/// them.
struct DistrictTables: Sendable {
  /// Where a row is: which table, which row of it.
  struct Place: Hashable, Sendable {
    let table: Int
    let row: Int
  }

  private let source: any DistrictSource
  private let limits: ImportLimits
  private(set) var tables: [StoredTable] = []
  private var tableByPath: [String: Int] = [:]
  private var places: [ImportTable: [[String]: Place]] = [:]
  private var loaded: Set<ImportTable> = []
  private(set) var changedPaths: Set<String> = []
  /// Files that hold something and cannot be added to without losing it.
  private var blocked: [ImportTable: String] = [:]

  init(source: any DistrictSource, limits: ImportLimits) {
    self.source = source
    self.limits = limits
  }

  /// Reads the files of a table, once.
  mutating func load(_ table: ImportTable) {
    guard loaded.insert(table).inserted else { return }
    for path in paths(of: table) {
      do {
        let file = InputFile(path: path, bytes: try source.read(path, limit: limits.table))
        if let stored = StoredTable(file, limits: CSVReader.Limits()) {
          add(stored, to: table)
        } else if !file.bytes.isEmpty {
          blocked[table] = path
        }
      } catch DistrictSourceError.missing {
        continue
      } catch {
        blocked[table] = path
      }
    }
  }

  /// The file that keeps rows of `table` from being merged: what it holds cannot be read, so that
  /// neither duplicates can be found nor the file be written again.
  func obstacle(to table: ImportTable) -> String? { blocked[table] }

  private func paths(of table: ImportTable) -> [String] {
    guard table.path.hasSuffix("/") else { return [table.path] }
    let names = (try? source.list(String(table.path.dropLast()))) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().map { table.path + $0 }
  }

  private mutating func add(_ stored: StoredTable, to table: ImportTable) {
    let index = tables.count
    tables.append(stored)
    tableByPath[stored.path] = index
    for row in 0..<stored.count {
      if let cells = stored.cells(row) { note(cells, at: Place(table: index, row: row), table) }
    }
  }

  private mutating func note(_ cells: [String: String], at place: Place, _ table: ImportTable) {
    let key = table.key.map { cells[$0] ?? "" }
    if places[table]?[key] == nil { places[table, default: [:]][key] = place }
  }

  /// The row with this key.
  func place(_ table: ImportTable, _ key: [String]) -> Place? { places[table]?[key] }

  func cells(at place: Place) -> [String: String] {
    tables[place.table].cells(place.row) ?? [:]
  }

  /// The column of the cell that a problem of a row is about.
  func column(of problem: Diagnostic, at place: Place) -> String? {
    let table = tables[place.table]
    return problem.location.flatMap {
      CellColumn.name(at: $0.column, of: table.line(place.row), header: table.header)
    }
  }

  func path(of place: Place) -> String { tables[place.table].path }

  /// Adds a row; habits go to a file named for the mapping.
  mutating func append(
    _ cells: [String: String], to table: ImportTable, mapping: String
  ) -> Place {
    let path = table.path.hasSuffix("/") ? table.path + mapping + ".csv" : table.path
    let order = table.columns + [SourceColumn.name]
    if tableByPath[path] == nil {
      tableByPath[path] = tables.count
      tables.append(StoredTable(path: path, columns: order))
    }
    let index = tableByPath[path] ?? 0
    tables[index].append(cells, order: order)
    changedPaths.insert(path)
    let place = Place(table: index, row: tables[index].count - 1)
    note(cells, at: place, table)
    return place
  }

  mutating func replace(_ place: Place, with cells: [String: String], in table: ImportTable) {
    tables[place.table].replace(place.row, with: cells, order: table.columns + [SourceColumn.name])
    changedPaths.insert(tables[place.table].path)
  }

  /// The changed files.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for table in tables where changedPaths.contains(table.path) { files[table.path] = table.bytes }
    return files
  }

  /// The line, from 1, on which each row of a table will be.
  func lines(of table: Int) -> [Int] { tables[table].lineNumbers }
}

/// A district folder of which some files are not yet written.
struct OverlaySource: DistrictSource {
  let base: any DistrictSource
  let files: [String: [UInt8]]

  func list(_ folder: String) throws -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let added = files.keys.filter { $0.hasPrefix(prefix) }.compactMap {
      $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
    }
    guard !added.isEmpty else { return try base.list(folder) }
    // The folder itself may be new.
    return Array(Set(((try? base.list(folder)) ?? []) + added))
  }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard let bytes = files[path] else { return try base.read(path, limit: limit) }
    guard bytes.count <= limit else { throw DistrictSourceError.tooLarge }
    return bytes
  }
}
