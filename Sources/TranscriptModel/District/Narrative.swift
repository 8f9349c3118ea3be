public import Diagnostics

/// The advisor's words about a student.
public struct Narrative: Hashable, Sendable {
  /// The text; paragraphs are separated by an empty line.
  public let text: String
  /// Name and office.
  public let author: String
  /// Where it is.
  public let location: SourceLocation

  /// Creates a narrative.
  public init(text: String, author: String, location: SourceLocation) {
    self.text = text
    self.author = author
    self.location = location
  }
}
