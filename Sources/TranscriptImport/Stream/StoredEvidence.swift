import Diagnostics
import TranscriptModel

/// The evidence of a district folder, of which a hash of each id and the row's place are in memory.
struct StoredEvidence {
  /// Where a row is.
  struct Place: Hashable {
    let file: Int
    let offset: Int
    let count: Int
    let line: Int
  }

  /// A table, as far as rows can be added to it.
  struct Table {
    let path: String
    let header: [String]
    /// Whether its lines end in CR LF.
    let endsInPairs: Bool
  }

  private struct Entry {
    let hash: UInt64
    /// A hash of the line as far as the column `source`; 0 where columns are in another order.
    let said: UInt64
    let offset: Int
    let count: Int32
    let line: Int32
    let file: Int32
  }

  private let source: any DistrictSource
  private(set) var tables: [Table] = []
  private var entries: [Entry] = []
  /// The last part of a file that was read to look at single rows.
  private var window: (file: Int, offset: Int, bytes: [UInt8]) = (-1, 0, [])
  /// Evidence by the id of what it replaces.
  private var corrections: [String: String] = [:]
  /// Hashes of the ids of what is replaced.
  private var corrected: Set<UInt64> = []
  /// A file that holds something and cannot be added to without losing it.
  private(set) var blocked: String?
  /// The sources on file in their order, once somebody has asked.
  var sources: SourceOrder?
  /// Ids of rows that were moved, by their first ids, once somebody has asked.
  var movedIDs: [String: [String]]?

  init(source: any DistrictSource) {
    self.source = source
    let names = (try? source.list("evidence")) ?? []
    for name in names.filter({ $0.hasSuffix(".csv") }).sorted() { read("evidence/" + name) }
    entries.sort { ($0.hash, $0.file, $0.offset) < ($1.hash, $1.file, $1.offset) }
  }

  private mutating func read(_ path: String) {
    let source = source
    guard (try? source.read(path, from: 0, count: 1)) != nil else {
      blocked = path
      return
    }
    var pieces = TablePieces(path, limits: CSVReader.Limits()) {
      try? source.read(path, from: $0, count: $1)
    }
    guard !pieces.file.bytes.isEmpty else { return }
    var row = CSVRow()
    guard EncodingCheck.problem(with: pieces.file) == nil, pieces.next(&row), row.fault == nil
    else {
      blocked = path
      return
    }
    let bytes = pieces.file.bytes
    let header = row.fields.map { pieces.file.text($0.start..<$0.end) }
    let isPair = bytes[row.range.upperBound...].starts(with: [0x0D, 0x0A])
    let file = tables.count
    tables.append(Table(path: path, header: header, endsInPairs: isPair))
    guard let id = header.firstIndex(of: "evidence_id") else { return }
    let replaces = header.firstIndex(of: "replaces")
    let isUsual = header == ImportTable.evidence.columns + [SourceColumn.name]
    pieces.expectedFields = header.count
    while pieces.next(&row) {
      guard row.fault == nil, row.fields.count == header.count else { continue }
      entries.append(
        Entry(
          hash: Self.hash(row.fields[id], pieces.file),
          said: isUsual ? Self.said(row, pieces.file) : 0,
          offset: pieces.file.before + row.range.lowerBound,
          count: Int32(truncatingIfNeeded: row.range.count),
          line: Int32(truncatingIfNeeded: row.line), file: Int32(truncatingIfNeeded: file)))
      if let replaces, !row.fields[replaces].isEmpty {
        let replaced = pieces.file.cell(row.fields[replaces])
        corrections[replaced] = pieces.file.cell(row.fields[id])
        corrected.insert(PackedEvidence.hash(of: replaced))
      }
    }
  }

  private static func hash(_ field: CSVField, _ file: InputFile) -> UInt64 {
    guard !field.hasEscapes else { return PackedEvidence.hash(of: file.cell(field)) }
    return file.bytes.withUnsafeBufferPointer {
      PackedEvidence.hash(of: UnsafeBufferPointer(rebasing: $0[field.start..<field.end]))
    }
  }

  /// A hash of a line up to its last cell.
  private static func said(_ row: CSVRow, _ file: InputFile) -> UInt64 {
    guard let last = row.fields.last else { return 0 }
    let end = last.start - (last.isQuoted ? 2 : 1)
    guard end > row.range.lowerBound else { return 0 }
    return file.bytes.withUnsafeBufferPointer {
      PackedEvidence.hash(of: UnsafeBufferPointer(rebasing: $0[row.range.lowerBound..<end]))
    }
  }

  /// What is on file under an id, as far as hashes tell.
  enum Standing {
    /// Nothing.
    case absent
    /// A record that says the same, in the table at this path, and is not corrected.
    case same(String)
    /// Something that must be looked at.
    case unclear
  }

  /// What is on file under the id with a hash, beside a row that says what `said` is a hash of.
  func standing(of id: UInt64, saying said: () -> UInt64) -> Standing {
    let first = firstEntry(with: id)
    guard first < entries.count, entries[first].hash == id else { return .absent }
    let entry = entries[first]
    let isAlone = first + 1 == entries.count || entries[first + 1].hash != id
    guard isAlone, entry.said != 0, !corrected.contains(id), entry.said == said() else {
      return .unclear
    }
    return .same(tables[Int(entry.file)].path)
  }

  private func firstEntry(with hash: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first row with this id, and its cells.
  mutating func find(_ id: String) -> (place: Place, cells: [String: String])? {
    let hash = PackedEvidence.hash(of: id)
    var low = firstEntry(with: hash)
    while low < entries.count, entries[low].hash == hash {
      let entry = entries[low]
      let place = Place(
        file: Int(entry.file), offset: entry.offset, count: Int(entry.count),
        line: Int(entry.line))
      let cells = cells(at: place)
      if cells["evidence_id"] == id { return (place, cells) }
      low += 1
    }
    return nil
  }

  private mutating func cells(at place: Place) -> [String: String] {
    let table = tables[place.file]
    let end = place.offset + place.count
    let isInWindow =
      window.file == place.file && place.offset >= window.offset
      && end <= window.offset + window.bytes.count
    if !isInWindow {
      let bytes =
        (try? source.read(table.path, from: place.offset, count: max(place.count, 1 << 18)))
      window = (place.file, place.offset, bytes ?? [])
    }
    let start = place.offset - window.offset
    guard start + place.count <= window.bytes.count else { return [:] }
    let file = InputFile(
      path: table.path, bytes: Array(window.bytes[start..<(start + place.count)]))
    var reader = CSVReader(file.bytes, from: 0)
    var row = CSVRow()
    guard reader.next(&row), row.fields.count == table.header.count else { return [:] }
    return Dictionary(
      zip(table.header, row.fields.map(file.cell)), uniquingKeysWith: { first, _ in first })
  }

  /// The last correction of a piece of evidence, and how many there are.
  func latest(of evidence: String) -> (id: String, corrections: Int) {
    var id = evidence
    var seen: Set<String> = [id]
    while let next = corrections[id], seen.insert(next).inserted { id = next }
    return (id, seen.count - 1)
  }

  /// A piece of evidence and its corrections, the last one at the end.
  func history(of evidence: String) -> [String] {
    var ids = [evidence]
    while let next = corrections[ids[ids.count - 1]], !ids.contains(next) { ids.append(next) }
    return ids
  }

  /// Hands out the rows of a table after its header, with the piece of the file that holds each.
  func eachRow(of path: String, _ take: (CSVRow, InputFile) -> Void) {
    let source = source
    var pieces = TablePieces(path, limits: CSVReader.Limits()) {
      try? source.read(path, from: $0, count: $1)
    }
    var row = CSVRow()
    guard pieces.next(&row) else { return }
    while pieces.next(&row) { take(row, pieces.file) }
  }

  /// Hands out the bytes of a table, a piece at a time.
  func eachPiece(of path: String, _ take: ([UInt8]) -> Void) {
    var offset = 0
    while let piece = try? source.read(path, from: offset, count: TablePieces.size), !piece.isEmpty
    {
      take(piece)
      offset += piece.count
    }
  }

  func path(of place: Place) -> String { tables[place.file].path }
}

extension InputFile {
  /// The text of a cell.
  func cell(_ field: CSVField) -> String {
    let text = text(field.start..<field.end)
    return field.hasEscapes ? text.replacing("\"\"", with: "\"") : text
  }
}
