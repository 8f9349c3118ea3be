/// What a document may be trusted for; printed on every page and carried in metadata.
public enum DocumentStatus: String, Sendable, Hashable, CaseIterable {
  /// For checking; not certified.
  case draft
  /// True, but not certified for a receiver.
  case unofficial
  /// Certified.
  case official
  /// Certified, and replaces an earlier one.
  case amended
}
