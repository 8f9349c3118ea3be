/// The advisor's words.
public struct RecordNarrative: Hashable, Sendable {
  /// The text; paragraphs are separated by an empty line.
  public let text: String
  /// Name and office.
  public let author: String

  /// Creates the value from its parts.
  public init(
    text: String, author: String
  ) {
    self.text = text
    self.author = author
  }
}
