public import Diagnostics
public import TranscriptModel

/// What one block of lines of an evidence table holds.
public struct EvidenceBlock: Sendable {
  /// Neighbouring rows of one student.
  public struct Run: Hashable, Sendable {
    /// Position of the student in the district.
    public let student: Int32
    /// Position of the first row.
    public let start: Int32
  }

  /// A correction.
  public struct Correction: Hashable, Sendable {
    /// Position of the student in the district.
    public let student: Int32
    /// A hash of the id that is replaced.
    public let replaced: UInt64
  }

  /// The usable rows, in the order of the file.
  public internal(set) var rows: [PackedEvidence] = []
  /// Where neighbouring rows of one student begin.
  public internal(set) var runs: [Run] = []
  /// Corrections among the rows.
  public internal(set) var corrections: [Correction] = []
  /// Hashes of the ids of corrections, refused ones among them, and of what they correct.
  public internal(set) var related: [UInt64] = []
  /// Problems; lines count from 1 at the beginning of the block.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Rows that are not used.
  public internal(set) var rejectedCount = 0
  /// The order of the evidence ids.
  public internal(set) var ids = IDOrder()
  /// Hashes of the titles as they are written, row by row, where the reader notes them.
  public internal(set) var writtenTitles: [UInt64] = []
  /// Lines that the block holds.
  public internal(set) var lines = 0

  /// The problems as they stand in the file, where the block begins after `lines` lines.
  public func diagnostics(after lines: Int) -> [Diagnostic] {
    diagnostics.map { $0.moved(down: lines) }
  }

  /// The rows of the run at `place`.
  public func rows(ofRun place: Int) -> ArraySlice<PackedEvidence> {
    let end = place + 1 < runs.count ? Int(runs[place + 1].start) : rows.count
    return rows[Int(runs[place].start)..<end]
  }

  mutating func append(_ row: PackedEvidence, of student: Int32) {
    if runs.last?.student != student {
      runs.append(Run(student: student, start: Int32(truncatingIfNeeded: rows.count)))
    }
    rows.append(row)
  }
}

extension Diagnostic {
  /// The same problem so many lines further down.
  fileprivate func moved(down lines: Int) -> Diagnostic {
    Diagnostic(
      code, at: location?.moved(down: lines), message, excerpt: excerpt, hint: hint,
      related: related)
  }
}

extension SourceLocation {
  fileprivate func moved(down lines: Int) -> SourceLocation {
    line == 0 ? self : SourceLocation(file: file, line: line + lines, column: column)
  }
}
