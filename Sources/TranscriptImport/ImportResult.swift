public import Diagnostics
public import TranscriptModel

/// What was read from a district folder, and everything that was wrong with it.
public struct ImportResult: Sendable {
  /// The records that stood up to their checks; `nil` when nothing sensible can be made of the
  /// folder, because `district.yaml`, the policy, its scale or a required table is missing.
  public let district: District?
  /// All problems, sorted by place.
  public let diagnostics: DiagnosticList
  /// The rows that are not used, in order of file and line.
  public let rejectedRows: [RejectedRow]

  /// How many records of evidence are in order.
  public let evidenceCount: Int

  /// Creates a result.
  public init(
    district: District?, diagnostics: DiagnosticList, rejectedRows: [RejectedRow],
    evidenceCount: Int = 0
  ) {
    self.evidenceCount = evidenceCount
    self.district = district
    self.diagnostics = diagnostics
    self.rejectedRows = rejectedRows
  }
}

/// A row that is not used, with what it takes to write it to a reject file unchanged.
///
/// Where the table has a confidential column, that column's cells are left out of `original` and
/// `header`: they are never read (DESIGN.md, invariant 10).
public struct RejectedRow: Hashable, Sendable {
  /// The table, relative to the district folder.
  public let file: String
  /// The line on which the row begins, from 1.
  public let line: Int
  /// The row's bytes as written, without the line end.
  public let original: [UInt8]
  /// The header's bytes as written, without the line end; with what stands before it in the file.
  public let header: [UInt8]
  /// The encoding of the file; `original` and `header` are in UTF-8.
  public let encoding: TextEncoding
  /// What ends the row in its file.
  public let lineEnd: LineEnd
  /// Why it is not used.
  public let diagnostics: [Diagnostic]
  /// The id in its `student_id` cell as written, where the cell can be found.
  public let student: Identifier<Student>?

  /// Creates a rejected row.
  public init(
    file: String, line: Int, original: [UInt8], header: [UInt8], diagnostics: [Diagnostic],
    student: Identifier<Student>? = nil, encoding: TextEncoding = .utf8,
    lineEnd: LineEnd = .lineFeed
  ) {
    self.lineEnd = lineEnd
    self.student = student
    self.encoding = encoding
    self.file = file
    self.line = line
    self.original = original
    self.header = header
    self.diagnostics = diagnostics
  }
}
