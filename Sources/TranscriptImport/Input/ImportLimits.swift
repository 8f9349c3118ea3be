/// Caps that keep hostile input cheap.
///
/// All are far above what a district holds.
public struct ImportLimits: Hashable, Sendable {
  /// Bytes of a table.
  public var table = 1 << 30
  /// Bytes of a YAML file or a narrative.
  public var text = 4 << 20
  /// Bytes of a file that must be in memory as a whole: JSON, and tables that must be decoded.
  public var whole = 256 << 20
  /// Bytes of one row of a table.
  public var row = 4 << 20
  /// Bytes of one cell.
  public var field = 1 << 20
  /// Columns of a table.
  public var columns = 1_000
  /// Depth of nesting in a YAML file.
  public var depth = 64
  /// Values in a YAML file.
  public var values = 200_000
  /// About how many bytes of a table of evidence a check reads at a time.
  public var piece = 1 << 20
  /// Whether an import makes a record of every row of evidence, as it does of any that is unusual: a
  /// slow way to the same result.
  public var readsRowByRow = false

  /// Creates the default limits.
  public init() {}
}
