import Diagnostics
import TranscriptModel

/// A set of OneRoster 1.2 or 1.1 tables: users, enrollments and results joined into our rows.
///
/// `manifest.csv` is respected: a table that it calls absent is not read, one that it promises must
/// be there. Of `demographics.csv` only the birth date is read.
struct OneRosterSet {
  static let tables = [
    "academicSessions", "categories", "classes", "courses", "demographics", "enrollments",
    "lineItemLearningObjectiveIds", "lineItems", "manifest", "orgs", "resultLearningObjectiveIds",
    "results", "roles", "users", "lineItemScoreScales", "resultScoreScales", "scoreScales",
    "userProfiles", "userResources", "classResources", "courseResources", "resources",
  ]

  let rows: [String: OneRosterTable]
  private(set) var problems: [Diagnostic] = []
  /// Rows that no record is made of, with the reasons.
  private(set) var rejected: [RejectedRow] = []
  /// What the names of its files have before the name of the table.
  let prefix: String
  /// SHA-256 over the hashes of the tables, in order of name.
  let hash: String

  /// The table that a file holds, by its name: `v1p2_users.csv` and `export/users.csv` are `users`.
  static func table(of file: InputFile) -> String? {
    guard let (_, table) = parts(of: file.path) else { return nil }
    var reader = CSVReader(Array(file.bytes.prefix(1 << 14)))
    var row = CSVRow()
    guard reader.next(&row) else { return nil }
    let header = SourceHeader(row, of: file)
    return header.has("sourcedId") || (table == "manifest" && header.has("propertyName"))
      ? table : nil
  }

  /// The table that a file is named for, and what its path has before that.
  static func parts(of path: String) -> (prefix: String, table: String)? {
    guard path.hasSuffix(".csv") else { return nil }
    let stem = path.dropLast(4)
    let name = stem.split(separator: "/").last ?? ""
    guard let table = tables.first(where: { name == $0 || name.hasSuffix("_" + $0) }) else {
      return nil
    }
    return (String(stem.dropLast(table.count)), table)
  }

  /// The sets that `files` belong to: those with one folder and one beginning of the name.
  static func sets(_ files: [InputFile]) -> [OneRosterSet] {
    var found: [String: [(table: String, file: InputFile)]] = [:]
    for file in files {
      guard let (prefix, table) = parts(of: file.path) else { continue }
      found[prefix, default: []].append((table, file))
    }
    return found.sorted { $0.key < $1.key }.map { OneRosterSet($0.value, prefix: $0.key) }
  }

  /// Reads the tables of a set.
  init(_ files: [(table: String, file: InputFile)], prefix: String) {
    self.prefix = prefix
    var rows: [String: OneRosterTable] = [:]
    var problems: [Diagnostic] = []
    var rejected: [RejectedRow] = []
    let manifest = files.first { $0.table == "manifest" }.map { OneRosterTable($0.file, $0.table) }
    let states = manifest?.properties ?? [:]
    let version = states["oneroster.version"] ?? "1.2"
    if !version.hasPrefix("1.2"), !version.hasPrefix("1.1"), let manifest {
      problems.append(
        Diagnostic(
          .unknownFormat, at: SourceLocation(file: manifest.path),
          "the set is of OneRoster \(version); 1.2 and 1.1 are read",
          hint: "export it as OneRoster 1.2"))
    }
    for (table, file) in files where table != "manifest" && states["file.\(table)"] != "absent" {
      guard rows[table] == nil else {
        problems.append(Self.twice(table, file, rows[table]))
        continue
      }
      let read = OneRosterTable(file, table)
      problems += read.problems
      rejected += (read.unreadable + read.repeated).map { $0.row.rejected(because: [$0.problem]) }
      rows[table] = read
    }
    for (property, state) in states.sorted(by: { $0.key < $1.key })
    where property.hasPrefix("file.") && state != "absent" {
      let table = String(property.dropFirst(5))
      guard Self.tables.contains(table), rows[table] == nil else { continue }
      problems.append(
        Diagnostic(
          .missingFile, at: SourceLocation(file: "\(table).csv"),
          "the manifest promises the table and it is not there",
          hint: "export the whole set, or call it absent in manifest.csv"))
    }
    self.rows = rows
    self.problems = problems
    self.rejected = rejected
    let hashes = files.sorted { $0.table < $1.table }.map { SHA256.hex($0.file.bytes) }
    hash = SHA256.hex(Array(hashes.joined().utf8))
  }

  private static func twice(
    _ table: String, _ file: InputFile, _ first: OneRosterTable?
  ) -> Diagnostic {
    Diagnostic(
      .duplicateCode, at: SourceLocation(file: file.path),
      "the table \(table) is there twice; this file is not read",
      hint: "import one set at a time",
      related: first.map { [.init("the first", at: SourceLocation(file: $0.path))] } ?? [])
  }

  func row(_ table: String, _ id: String?) -> SourceRow? {
    id.flatMap { rows[table]?.byID[$0] }
  }

  /// The row with this id, whether it stands or is to be deleted.
  func anyRow(_ table: String, _ id: String?) -> SourceRow? {
    row(table, id) ?? id.flatMap { rows[table]?.deletedByID[$0] }
  }

  func all(_ table: String) -> [SourceRow] { rows[table]?.active ?? [] }

  func deleted(_ table: String) -> [SourceRow] { rows[table]?.deleted ?? [] }

  /// The records of each kind that there are, by the name of its mapping.
  var records: [(kind: String, records: [FlatRecord])] {
    [
      ("oneroster-users", users), ("oneroster-enrollments", enrollments),
      ("oneroster-results", results),
    ].filter { !$0.1.isEmpty }
  }

  /// A record of `row`; `tables` says of which other table a value is, so that an empty one there is
  /// told from a table that the set lacks.
  func record(
    _ row: SourceRow, _ values: [String: String?], from tables: [String: String] = [:],
    withdrawing isWithdrawal: Bool = false
  ) -> FlatRecord {
    var record = FlatRecord(
      location: row.location, values: values.compactMapValues { $0 }, names: Set(values.keys),
      file: row.file, row: row)
    record.filled = Set(tables.filter { rows[$0.value] != nil }.keys)
    record.isWithdrawal = isWithdrawal
    return record
  }
}

extension SourceRow {
  func rejected(because problems: [Diagnostic]) -> RejectedRow {
    RejectedRow(
      file: location.file, line: location.line, original: shownBytes, header: shownHeader,
      diagnostics: problems, encoding: encoding, lineEnd: lineEnd)
  }
}
