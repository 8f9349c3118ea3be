/// What the information dictionary of a PDF says.
public struct PDFMetadata: Hashable, Sendable {
  /// The document's title.
  public var title: String
  /// Who wrote it.
  public var author: String
  /// What it is about.
  public var subject: String
  /// The program that made it.
  public var creator: String
  /// ISO 8601 date and time in UTC, as in `2026-10-15T00:00:00Z`.
  public var created: String

  /// The values as given; an empty one is left out.
  public init(title: String, author: String, subject: String, creator: String, created: String) {
    self.title = title
    self.author = author
    self.subject = subject
    self.creator = creator
    self.created = created
  }
}
