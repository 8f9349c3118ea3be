/// The column that an import fills in beside each row that it writes: `FILE:LINE sha256:… NAME/1`.
///
/// Every table may have it; nothing reads it.
enum SourceColumn {
  static let name = "source"
}
