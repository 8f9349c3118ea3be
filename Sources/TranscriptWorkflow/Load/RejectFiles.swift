public import TranscriptImport

/// The rows that are not used, each table's in a file of its own, in their original bytes under the
/// original header: they can be mended there and read again.
public struct RejectFiles: Sendable {
  private let rows: [RejectedRow]

  /// Creates the files for `rows`.
  public init(_ rows: [RejectedRow]) { self.rows = rows }

  /// Path below the reject folder and bytes of each file, in order of path.
  public var files: [(path: String, bytes: [UInt8])] {
    Dictionary(grouping: rows, by: \.file).sorted { $0.key < $1.key }.map { file, rows in
      let sorted = rows.sorted { $0.line < $1.line }
      let header = sorted.first.map(\.header) ?? []
      let isReturn = sorted.first?.lineEnd == .carriageReturn
      let lines = sorted.flatMap { $0.original + $0.lineEnd.bytes }
      let end: [UInt8] = header.isEmpty ? [] : isReturn ? [0x0D] : [0x0A]
      return (file, header + end + lines)
    }
  }
}
