/// The title by which one demonstration of a day is told from another.
///
/// Capitals, repeated spaces and the way in which accents are stored come from typing: they do not
/// make two pieces of work of one, so that nothing counts twice by a slip of the keyboard.
public struct DemonstrationTitle: Hashable, Sendable {
  /// The title in small letters with single spaces.
  ///
  /// Texts of which one has its accents composed and the other apart are equal.
  public let text: String

  /// Takes a title as it was written.
  public init(_ written: String) {
    text = written.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
