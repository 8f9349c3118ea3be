public import Diagnostics

/// Hours of one experience or demonstration that count toward a requirement that says hours.
public struct PooledHours: Hashable, Sendable {
  /// What was done.
  public let title: String
  /// Hours that count.
  public let counted: Rational
  /// Hours on file, of which a part may be counted with another record.
  public let given: Rational
  /// Where the row is.
  public let location: SourceLocation
  /// Where the row is that this one repeats; `nil` where it repeats none.
  public let repeated: SourceLocation?

  /// Creates one.
  public init(
    title: String, counted: Rational, given: Rational, location: SourceLocation,
    repeated: SourceLocation? = nil
  ) {
    self.title = title
    self.counted = counted
    self.given = given
    self.location = location
    self.repeated = repeated
  }
}
