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

  /// What happens to each row that can be used, in order of source and line.
  public let changes: [Change]
  /// Rows that cannot be used, in their original bytes, with the reasons.
  public let rejectedRows: [RejectedRow]
  /// The problems, sorted by place.
  public let diagnostics: DiagnosticList
  /// How many rows the filters of mappings left out.
  public let filteredCount: Int
  /// The files to write: path in the district folder and all bytes.
  ///
  /// Empty when nothing changes.
  public let files: [String: [UInt8]]

  /// The rejected rows as files to be mended and imported again.
  public let rejects: [RejectedSource]
  /// The files that were read to their end: name and SHA-256.
  ///
  /// What an earlier import rejected of them is settled by this one.
  public let readFiles: [String: String]
  /// Whether nothing is written because a row cannot be used.
  public let isHeld: Bool

  /// How many rows are of one kind.
  public func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }
}
