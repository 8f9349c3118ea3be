import Diagnostics

/// What an import adds to the tables of evidence.
struct EvidenceOutput {
  private struct Addition {
    var header: [String]
    let old: [String]
    var lines: [UInt8] = []
    let isNew: Bool
    let endsInPairs: Bool
    /// How many rows were added, which are the last of the table.
    var count = 0
    /// Whether the lines go to the stage.
    let isStaged: Bool
    /// Whether the table has all columns in our order.
    let isUsual: Bool
  }

  /// How much is added to a file at a time.
  private static let portion = 1 << 20
  private let stage: (any ImportStage)?

  private var additions: [String: Addition] = [:]

  /// Creates an output that keeps everything, or what it can in `stage`.
  init(stage: (any ImportStage)? = nil) { self.stage = stage }

  /// Adds a row to the table at `path`; columns that its header lacks are added to it.
  mutating func append(_ cells: [String: String], to path: String, of stored: StoredEvidence) {
    var addition = taken(path, stored)
    let missing = Self.order.filter {
      cells[$0]?.isEmpty == false && !addition.header.contains($0)
    }
    if !missing.isEmpty {
      addition.lines = Self.widened(addition.lines, by: missing.count)
      addition.header += missing
    }
    addition.lines += CSVWriter.line(addition.header.map { cells[$0] ?? "" })
    put(back: &addition, path)
  }

  /// Adds a row that is made already, if the table has all columns in our order; whether it has.
  mutating func append(
    _ rows: QuickRows, _ index: Int, to path: String, of stored: StoredEvidence
  ) -> Bool {
    var addition = taken(path, stored)
    guard addition.isUsual else {
      additions[path] = addition
      return false
    }
    rows.write(index, to: &addition.lines)
    put(back: &addition, path)
    return true
  }

  private static let order = ImportTable.evidence.columns + [SourceColumn.name]

  /// What is added to a table, taken out so that it is changed in place.
  private mutating func taken(_ path: String, _ stored: StoredEvidence) -> Addition {
    if let found = additions.removeValue(forKey: path) { return found }
    let table = stored.tables.first { $0.path == path }
    let header = table?.header ?? Self.order
    // Columns may still be added to a table that lacks some: its lines are kept until the end.
    let addition = Addition(
      header: header, old: header, isNew: table == nil, endsInPairs: table?.endsInPairs ?? false,
      isStaged: stage != nil && Self.order.allSatisfy(header.contains),
      isUsual: header == Self.order)
    if addition.isStaged { begin(path, addition, stored) }
    return addition
  }

  private mutating func put(back addition: inout Addition, _ path: String) {
    if addition.endsInPairs { addition.lines.append(0x0D) }
    addition.lines.append(0x0A)
    addition.count += 1
    if addition.isStaged, addition.lines.count >= Self.portion {
      stage?.add(addition.lines, to: path)
      addition.lines.removeAll(keepingCapacity: true)
    }
    additions.updateValue(addition, forKey: path)
  }

  /// Puts what a table holds so far on the stage.
  private func begin(_ path: String, _ addition: Addition, _ stored: StoredEvidence) {
    let end: [UInt8] = addition.endsInPairs ? [0x0D, 0x0A] : [0x0A]
    guard !addition.isNew else {
      stage?.add(CSVWriter.line(addition.header) + end, to: path)
      return
    }
    var last: UInt8?
    stored.eachPiece(of: path) { piece in
      last = piece.last
      stage?.add(piece, to: path)
    }
    if last != 0x0A { stage?.add(end, to: path) }
  }

  /// Puts the rest on the stage; the tables that are there whole.
  mutating func finishStaged() -> Set<String> {
    var staged: Set<String> = []
    for (path, addition) in additions where addition.isStaged {
      stage?.add(addition.lines, to: path)
      additions[path]?.lines = []
      staged.insert(path)
    }
    return staged
  }

  /// Rows with so many empty cells more at their ends; evidence has no line breaks in its cells.
  private static func widened(_ lines: [UInt8], by count: Int) -> [UInt8] {
    var wide: [UInt8] = []
    for index in lines.indices {
      let isEnd =
        lines[index] == 0x0D && index + 1 < lines.count && lines[index + 1] == 0x0A
        || lines[index] == 0x0A && (index == 0 || lines[index - 1] != 0x0D)
      if isEnd { wide += [UInt8](repeating: 0x2C, count: count) }
      wide.append(lines[index])
    }
    return wide
  }

  /// The tables with what was added, all bytes of what was there kept.
  func files(_ source: any DistrictSource) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, addition) in additions where !addition.isStaged {
      let end: [UInt8] = addition.endsInPairs ? [0x0D, 0x0A] : [0x0A]
      guard !addition.isNew else {
        files[path] = CSVWriter.line(addition.header) + end + addition.lines
        continue
      }
      guard var old = try? source.read(path, limit: .max) else { continue }
      if old.last != 0x0A { old += end }
      let more = addition.header.count - addition.old.count
      if more > 0 { old = Self.widened(old, header: addition, path: path) }
      files[path] = old + addition.lines
    }
    return files
  }

  /// How many rows each table got.
  var counts: [String: Int] { additions.mapValues(\.count) }

  private static func widened(
    _ old: [UInt8], header addition: Addition, path: String
  ) -> [UInt8] {
    var reader = CSVReader(old)
    var row = CSVRow()
    var wide: [UInt8] = []
    var at = 0
    let commas = [UInt8](repeating: 0x2C, count: addition.header.count - addition.old.count)
    var isHeader = true
    while reader.next(&row) {
      wide += old[at..<row.range.upperBound]
      at = row.range.upperBound
      if isHeader {
        wide += [0x2C] + CSVWriter.line(Array(addition.header.dropFirst(addition.old.count)))
        reader.expectedFields = addition.old.count
      } else if row.fault == nil, row.fields.count == addition.old.count {
        wide += commas
      }
      isHeader = false
    }
    return wide + old[at...]
  }
}
