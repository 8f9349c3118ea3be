import Diagnostics

/// A table of evidence of someone else's that is read again for each pass over it.
struct EvidenceStream: Sendable {
  let file: InputFile
  let reader: MappingReader
  let hash: String
}

/// All rows of evidence of one import, handed out a few at a time, in the same order every time.
struct EvidenceChunks {
  /// How many rows are in memory at a time.
  static let size = 1_000

  /// Rows of sources that are in memory anyway.
  let rows: [ImportedRow]
  let streams: [EvidenceStream]
  /// Whether a record is made of every row, whatever is usual about it.
  var isCareful = false

  var isEmpty: Bool { rows.isEmpty && streams.isEmpty }

  /// Hands out all rows, with those that could not be put in our words, until `take` says that it
  /// is enough.
  func each(_ take: (EvidenceChunk) -> Bool) {
    for start in stride(from: 0, to: rows.count, by: Self.size) {
      let rows = Array(rows[start..<min(rows.count, start + Self.size)])
      guard take(EvidenceChunk(rows)) else { return }
    }
    for stream in streams {
      guard
        stream.reader.each(stream.file, hash: stream.hash, isQuick: !isCareful, take)
      else { return }
    }
  }
}
