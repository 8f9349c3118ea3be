public import Diagnostics

/// What an import would do, before it does anything.
public struct ImportPlan: Sendable {
  /// One row that is new or different.
  public struct Change: Sendable, Hashable {
    /// What happens to it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case added, changed, unchanged
      /// The source calls back what was imported of it.
      case withdrawn
      /// The row says what a newer import has replaced; it is left alone.
      case older
    }

    /// What happens.
    public let kind: Kind
    /// The file of the district folder that holds it, or will.
    public let path: String
    /// The values that tell it from other rows, joined by a space.
    public let key: String
    /// The columns that differ, with the value before and after; empty unless it is changed.
    public let differences: [Difference]
    /// Where it comes from.
    public let provenance: Provenance

    /// Whether cells of a column may be shown only when asked for.
    public func isPersonal(_ column: String) -> Bool {
      let table = ImportTable.allCases.first { path.hasPrefix($0.path) }
      return table?.isPersonal(column) ?? true
    }
  }

  /// A cell that differs.
  public struct Difference: Sendable, Hashable {
    /// The column.
    public let column: String
    /// What the district folder holds.
    public let before: String
    /// What the source says.
    public let after: String

    /// Creates a difference.
    public init(column: String, before: String, after: String) {
      self.column = column
      self.before = before
      self.after = after
    }
  }

  /// The values of one column by which filters left rows out.
  public struct LeftOut: Sendable, Hashable {
    /// One value.
    public struct Value: Sendable, Hashable {
      /// The value; empty for rows that have none.
      public let text: String
      /// How many rows have it.
      public let count: Int
    }

    /// The source's column.
    public let column: String
    /// The values, the most frequent first; at most twenty.
    public let values: [Value]
    /// How many rows have other values.
    public let otherCount: Int
  }

  /// What happens to rows that can be used, in order of source and line.
  ///
  /// Of rows that are added, and of rows that are left alone, the first 10,000.
  public let changes: [Change]
  private let counts: [Change.Kind: Int]
  /// Rows that cannot be used, in their original bytes, with the reasons.
  public let rejectedRows: [RejectedRow]
  /// The problems, sorted by place.
  public let diagnostics: DiagnosticList
  /// How many rows the filters of mappings left out.
  public let filteredCount: Int
  /// By which values the filters left rows out.
  public let leftOut: [LeftOut]
  /// The files to write: path in the district folder and all bytes.
  ///
  /// Empty when nothing changes.
  public let files: [String: [UInt8]]

  /// The files that are on the stage, to be put in their places.
  public let stagedFiles: Set<String>
  /// The rejected rows as files to be mended and imported again.
  public let rejects: [RejectedSource]
  /// The files that were read to their end: name and SHA-256.
  ///
  /// What an earlier import rejected of them is settled by this one.
  public let readFiles: [String: String]
  /// Why nothing is written; `nil` where what can be used is.
  public let hold: Hold?
  /// Where reading stopped before the end of a file, from which on nothing was looked at.
  public let unread: [SourceLocation]

  /// Why nothing of an import is written.
  public enum Hold: String, Sendable, Hashable {
    /// The folder to import into is no district's.
    case notADistrict
    /// All rows or none were asked for, and something cannot be used.
    case allOrNothing
    /// More rows cannot be used than are kept.
    case tooManyRejected
  }

  /// Whether nothing is written.
  public var isHeld: Bool { hold != nil }

  init(
    changes: [Change], counts: [Change.Kind: Int], rejectedRows: [RejectedRow],
    diagnostics: DiagnosticList, leftOut: LeftOutRows, files: [String: [UInt8]],
    stagedFiles: Set<String>, rejects: [RejectedSource], readFiles: [String: String], hold: Hold?,
    unread: [SourceLocation] = []
  ) {
    self.unread = unread
    self.changes = changes
    self.counts = counts
    self.rejectedRows = rejectedRows
    self.diagnostics = diagnostics
    filteredCount = leftOut.count
    self.leftOut = leftOut.values
    self.files = files
    self.stagedFiles = stagedFiles
    self.rejects = rejects
    self.readFiles = readFiles
    self.hold = hold
  }

  /// Whether not a single row could be read, because of something that is wrong.
  public var isUnreadable: Bool {
    counts.isEmpty && rejectedRows.isEmpty && filteredCount == 0 && diagnostics.hasErrors
  }

  /// How many rows are of one kind.
  public func count(_ kind: Change.Kind) -> Int { counts[kind] ?? 0 }
}
