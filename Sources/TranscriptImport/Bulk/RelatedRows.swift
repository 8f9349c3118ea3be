public import Diagnostics
import TranscriptModel

/// Rows of a large table that must be looked at together, found by hash and settled by what is
/// written: those that may share an evidence id, and corrections with what they correct.
///
/// Holds these rows, about a kilobyte each, and no others.
public struct RelatedRows: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// The table's path.
    public let path: String
    /// Its line in the file, from 1.
    public let line: Int
    /// The block of the file that holds it.
    public let block: Int
    /// Its line in the block, from 1.
    public let lineInBlock: Int
    /// The evidence id as written.
    public let id: String
    /// The whole line.
    public let bytes: [UInt8]
    /// The record with the row, if it can be used by itself.
    let parsed: Parsed<EvidenceRecord>?
    /// The row, if it is refused by itself.
    let refused: RowReference?
  }

  private struct Place: Hashable {
    let path: String
    let line: Int

    init(path: String, line: Int) {
      self.path = path
      self.line = line
    }

    init(_ row: Row) { self.init(path: row.path, line: row.line) }
  }

  /// The rows, in the order of the files.
  public private(set) var rows: [Row] = []

  /// Creates an empty collection.
  public init() {}

  /// Adds the rows of a block whose ids have one of the hashes `suspects`.
  public mutating func add(
    _ bytes: [UInt8], of reader: EvidenceBlockReader, block: Int, after lines: Int,
    suspects: Set<UInt64>
  ) {
    guard let position = reader.slow.positions[EvidenceColumn.evidenceID.rawValue] else { return }
    var csv = CSVReader(bytes, from: 0)
    csv.expectedFields = reader.width
    var row = CSVRow()
    while csv.next(&row) {
      guard row.fault == nil, row.fields.indices.contains(position) else { continue }
      let field = row.fields[position]
      let id = String(decoding: bytes[field.start..<field.end], as: UTF8.self).composed
      guard suspects.contains(PackedEvidence.hash(of: id)) else { continue }
      let written = Array(bytes[row.range])
      let outcome = written.withUnsafeBufferPointer {
        reader.slow.read($0, line: lines + row.line)
      }
      rows.append(
        Row(
          path: reader.path, line: lines + row.line, block: block, lineInBlock: row.line, id: id,
          bytes: written, parsed: outcome.parsed, refused: outcome.refused))
    }
  }

  /// What is wrong, and the rows that must not be used.
  ///
  /// Of rows that are alike the first is kept; of rows that differ none is, because which of them is
  /// right cannot be known. Of corrections and what they correct the same rows are used as when a
  /// district is loaded.
  public func settle() -> (diagnostics: [Diagnostic], dropped: [Row]) {
    var (diagnostics, dropped) = settleRepeated()
    let without = Set(dropped.map { Place(path: $0.path, line: $0.line) })
    let left = rows.filter { $0.parsed != nil && !without.contains(Place($0)) }
    let kept = Set(left.map(\.id))
    // A row that is left out stands for no id, but its first copy may.
    let setAside = Set(rows.map(\.id)).subtracting(kept)
    var findings = Findings()
    var check = ReplacementCheck(
      left.compactMap(\.parsed), setAside: setAside, refused: rows.compactMap(\.refused))
    let used = Set(
      check.resolve(&findings).map { Place(path: $0.row.table.file.path, line: $0.row.line) })
    dropped += left.filter { !used.contains(Place($0)) }
    diagnostics += findings.sorted.diagnostics.all
    return (diagnostics, dropped)
  }

  private func settleRepeated() -> (diagnostics: [Diagnostic], dropped: [Row]) {
    var diagnostics: [Diagnostic] = []
    var dropped: [Row] = []
    let usable = rows.filter { $0.parsed != nil }
    let groups = Dictionary(grouping: usable, by: \.id).filter { $0.value.count > 1 }
    for (id, group) in groups.sorted(by: { $0.key < $1.key }) {
      let isEqual = group.allSatisfy { $0.bytes == group[0].bytes }
      dropped += isEqual ? Array(group.dropFirst()) : group
      for row in group.dropFirst() {
        diagnostics.append(problem(id, row, first: group[0], isEqual: isEqual))
      }
    }
    return (diagnostics, dropped)
  }

  private func problem(_ id: String, _ row: Row, first: Row, isEqual: Bool) -> Diagnostic {
    let outcome =
      isEqual
      ? "this row repeats the first and is left out" : "none of the rows that share it is used"
    let place = SourceLocation(file: first.path, line: first.line)
    return Diagnostic(
      .duplicateEvidence, at: SourceLocation(file: row.path, line: row.line),
      "the evidence \"\(id)\" is there twice; \(outcome)", excerpt: Excerpt(cell: id),
      hint: isEqual ? "remove one of the two rows" : "give one of them a code of its own",
      related: [.init("first used here", at: place)])
  }
}
