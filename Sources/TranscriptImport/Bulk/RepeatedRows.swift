public import Diagnostics
import TranscriptModel

/// Rows of a large table that may share an evidence id: found by hash, settled by what is written.
public struct RepeatedRows: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
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
      let id = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      guard suspects.contains(PackedEvidence.hash(of: id)) else { continue }
      rows.append(
        Row(
          path: reader.path, line: lines + row.line, block: block, lineInBlock: row.line, id: id,
          bytes: Array(bytes[row.range])))
    }
  }

  /// What is wrong, and the rows that must not be used.
  ///
  /// Of rows that are alike the first is kept; of rows that differ none is, because which of them is
  /// right cannot be known.
  public func settle() -> (diagnostics: [Diagnostic], dropped: [Row]) {
    var diagnostics: [Diagnostic] = []
    var dropped: [Row] = []
    let groups = Dictionary(grouping: rows, by: \.id).filter { $0.value.count > 1 }
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
