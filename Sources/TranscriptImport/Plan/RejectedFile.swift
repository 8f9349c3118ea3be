import Diagnostics
import TranscriptModel

/// Rejected rows of one source as a file in the source's own form, to be mended and imported again.
public struct RejectedFile: Sendable {
  /// Name of the file.
  ///
  /// It holds the source's name and the beginning of a hash of the rows, so that another import
  /// never overwrites it: `results.3f9c01de.csv`.
  public fileprivate(set) var name: String
  /// SHA-256 of the source in lower-case hex; of all its tables together for a set.
  public let sourceHash: String
  /// The rows under their header, in the source's encoding.
  public let bytes: [UInt8]
  /// The rejected rows in the order in which they stand there.
  let rows: [RejectedRow]
  /// The line of each.
  let lines: [Int]

  fileprivate init(
    name: String, sourceHash: String, header: [UInt8], rows: [RejectedRow], also: [[UInt8]] = []
  ) {
    self.name = name
    self.sourceHash = sourceHash
    self.rows = rows
    var text = header
    // A header keeps the CR of its end; the other ends are those of the rows.
    let isReturn = rows.first?.lineEnd == .carriageReturn
    if !header.isEmpty { text += isReturn ? [0x0D] : [0x0A] }
    var line = 1 + LineEnd.count(in: text)
    var lines: [Int] = []
    for row in rows {
      lines.append(line)
      text += row.original + row.lineEnd.bytes
      line += 1 + LineEnd.count(in: row.original)
    }
    let end = rows.first?.lineEnd ?? .lineFeed
    for row in also { text += row + end.bytes }
    self.lines = lines
    bytes = (rows.first?.encoding ?? .utf8).encoded(text)
  }

  /// Records of JSON between what opens and what closes a file of their kind, each once.
  init(
    name: String, sourceHash: String, rows: [RejectedRow], opening: [UInt8], also: [[UInt8]],
    closing: [UInt8]
  ) {
    self.name = name
    self.sourceHash = sourceHash
    self.rows = rows
    var text = opening
    var lineOf: [[UInt8]: Int] = [:]
    var line = 2 + LineEnd.count(in: opening)
    for record in rows.map(\.original) + also where lineOf[record] == nil {
      text += lineOf.isEmpty ? [0x0A] : [0x2C, 0x0A]
      lineOf[record] = line
      text += record
      line += 1 + LineEnd.count(in: record)
    }
    lines = rows.map { lineOf[$0.original] ?? 0 }
    bytes = text + [0x0A] + closing + [0x0A]
  }
}

/// The reject files of one source: one file, or the tables of a set, with the reasons.
public struct RejectedSource: Sendable {
  /// The files by name.
  public let files: [RejectedFile]
  /// What their names begin with: `results.3f9c01de`.
  public let stem: String
  /// The reasons, in a file of their own.
  public let reasons: [UInt8]

  /// The name of the file of reasons.
  public var reasonsName: String { stem + RejectReasons.ending }

  /// Sorts the rejected rows of an import into files.
  static func sources(
    of rows: [RejectedRow], hashes: [String: String], sets: [OneRosterSet],
    json: [JSONSource], mended: MendedRows
  ) -> [RejectedSource] {
    var left = Dictionary(grouping: rows, by: \.file)
    var found: [RejectedSource] = []
    for set in sets {
      let own = set.paths.filter { left[$0.value] != nil }
      guard !own.isEmpty else { continue }
      let rejected = own.mapValues { left.removeValue(forKey: $0) ?? [] }
      found.append(
        RejectedSource(
          set.rejectedTables(rejected), stem: "oneroster", separator: "_", mended: mended))
    }
    for (path, rows) in left.sorted(by: { $0.key < $1.key }) {
      let (stem, ending) = RejectName.parts(of: path)
      let rows = rows.sorted { $0.line < $1.line }
      let hash = hashes[path] ?? ""
      if let source = json.first(where: { $0.path == path }) {
        let file = source.rejectedFile(rows, name: ending, hash: hash)
        found.append(RejectedSource([file], stem: stem, separator: "", mended: mended))
        continue
      }
      let file = RejectedFile(
        name: ending, sourceHash: hash, header: rows.first?.header ?? [], rows: rows)
      found.append(RejectedSource([file], stem: stem, separator: "", mended: mended))
    }
    return found
  }

  private init(_ files: [RejectedFile], stem: String, separator: String, mended: MendedRows) {
    let hash = RejectName.hash(files.map(\.bytes))
    self.stem = "\(stem).\(hash)"
    var named = files
    for index in named.indices { named[index].name = self.stem + separator + named[index].name }
    self.files = named
    reasons = RejectReasons.bytes(of: named, mended: mended)
  }
}

/// Names of reject files.
public enum RejectName {
  /// The first digits of a hash over files in order.
  public static func hash(_ files: [[UInt8]]) -> String {
    String(SHA256.hex(Array(files.map { SHA256.hex($0) }.joined().utf8)).prefix(8))
  }

  /// What a source's name gives to that of its reject file: letters and digits alone, without the
  /// hash that it has when it is a reject file itself; and the ending.
  static func parts(of path: String) -> (stem: String, ending: String) {
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    var stem = String(path[..<dot]).unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.value < 0x3A)
      return isPlain && scalar != "/" && scalar.value > 0x2C ? Character(scalar) : "-"
    }
    if let (own, _) = hashed(String(stem)) { stem = Array(own) }
    let ending = String(path[dot...]).filter { $0.isASCII && ($0.isLetter || $0 == ".") }
    return (stem.isEmpty ? "rows" : String(stem.prefix(80)), String(ending.prefix(8)))
  }

  /// A stem and the hash that it ends in: `results` and `3f9c01de`, of `results.3f9c01de-2` as well.
  public static func hashed(_ stem: String) -> (stem: String, hash: String)? {
    guard let dot = stem.lastIndex(of: ".") else { return nil }
    var hash = stem[stem.index(after: dot)...]
    if let number = hash.lastIndex(of: "-"), hash[number...].dropFirst().allSatisfy(\.isNumber) {
      hash = hash[..<number]
    }
    let isHash =
      hash.utf8.count == 8
      && hash.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    return isHash ? (String(stem[..<dot]), String(hash)) : nil
  }
}

extension OneRosterSet {
  /// The path of each table.
  var paths: [String: String] { rows.mapValues(\.path) }

  /// The rejected rows by table with the rows of other tables that they need, so that they can be
  /// imported by themselves.
  fileprivate func rejectedTables(_ rejected: [String: [RejectedRow]]) -> [RejectedFile] {
    let needed = NeededRows(self).rows(for: rejected)
    let tables = Set(rejected.keys).union(needed.keys)
    return tables.sorted().map { table in
      let rows = (rejected[table] ?? []).sorted { $0.line < $1.line }
      let others = needed[table] ?? []
      return RejectedFile(
        name: table + ".csv", sourceHash: hash,
        header: rows.first?.header ?? others.first?.shownHeader ?? [], rows: rows,
        also: others.map(\.shownBytes))
    }
  }
}

/// The rows that others of a OneRoster set name, directly or through one another.
private struct NeededRows {
  private let set: OneRosterSet
  /// Rows of tables that name a row of another and are of no use alone, by what they name.
  private let parts: [String: [(table: String, row: SourceRow)]]

  init(_ set: OneRosterSet) {
    self.set = set
    var parts: [String: [(table: String, row: SourceRow)]] = [:]
    let links = [
      ("roles", "userSourcedId", "users"), ("demographics", "sourcedId", "users"),
      ("resultLearningObjectiveIds", "resultSourcedId", "results"),
      ("lineItemLearningObjectiveIds", "lineItemSourcedId", "lineItems"),
      ("resultScoreScales", "resultSourcedId", "results"),
      ("lineItemScoreScales", "lineItemSourcedId", "lineItems"),
    ]
    for (table, column, whole) in links {
      for row in set.all(table) + set.deleted(table) {
        parts["\(whole) \(row.text(column) ?? "")", default: []].append((table, row))
      }
    }
    self.parts = parts
  }

  /// The columns by which a row names rows of other tables.
  private static let names: [String: [(column: String, table: String)]] = [
    "results": [("lineItemSourcedId", "lineItems"), ("studentSourcedId", "users")],
    "lineItems": [("categorySourcedId", "categories")],
    "enrollments": [("classSourcedId", "classes"), ("userSourcedId", "users")],
    "classes": [("courseSourcedId", "courses"), ("termSourcedIds", "academicSessions")],
    "roles": [("userSourcedId", "users")],
    "resultScoreScales": [("scoreScaleSourcedId", "scoreScales")],
    "lineItemScoreScales": [("scoreScaleSourcedId", "scoreScales")],
  ]

  func rows(for rejected: [String: [RejectedRow]]) -> [String: [SourceRow]] {
    var lines: [String: Set<Int>] = [:]
    for (table, rows) in rejected { lines[table] = Set(rows.map(\.line)) }
    var waiting: [(table: String, row: SourceRow)] = []
    for table in rejected.keys.sorted() {
      for row in set.all(table) + set.deleted(table)
      where lines[table]?.contains(row.csv.line) == true {
        waiting.append((table, row))
      }
    }
    var needed: [String: [SourceRow]] = [:]
    // The class year follows from the latest session, so all of them are needed.
    waiting += set.all("academicSessions").map { ("academicSessions", $0) }
    while let (table, row) = waiting.popLast() {
      if lines[table, default: []].insert(row.csv.line).inserted {
        needed[table, default: []].append(row)
      }
      for next in named(by: row, in: table)
      where lines[next.table]?.contains(next.row.csv.line) != true {
        waiting.append(next)
      }
    }
    return needed.mapValues { $0.sorted { $0.csv.line < $1.csv.line } }
  }

  private func named(
    by row: SourceRow, in table: String
  ) -> [(table: String, row: SourceRow)] {
    let direct = (Self.names[table] ?? []).flatMap { column, other in
      (row.text(column) ?? "").split(separator: ",").compactMap { id in
        set.anyRow(other, String(id.trimmingSpaces)).map { (table: other, row: $0) }
      }
    }
    return direct + (parts["\(table) \(row.text("sourcedId") ?? "")"] ?? [])
  }
}
