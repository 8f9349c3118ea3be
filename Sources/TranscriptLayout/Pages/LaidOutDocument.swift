public import TranscriptModel

/// A document that only needs to be drawn: every glyph and line has its place.
public struct LaidOutDocument: Hashable, Sendable {
  /// The pages in order; never empty.
  public var pages: [PositionedPage]
  /// What the file says about itself.
  public var metadata: DocumentMetadata

  /// Creates a document.
  public init(pages: [PositionedPage], metadata: DocumentMetadata) {
    self.pages = pages
    self.metadata = metadata
  }
}

/// What a file says about itself: title, language, author, number, status and day.
public struct DocumentMetadata: Hashable, Sendable {
  /// The document's title: `Official transcript: Linh Okafor`.
  public var title: String
  /// BCP 47 tag of the document's main language.
  public var language: String
  /// Whether pages read from right to left.
  public var isRightToLeft: Bool
  /// The school that issues it.
  public var author: String
  /// What it is, in one line: kind, status and number.
  public var subject: String
  /// Identifies the document to software: 32 hexadecimal digits.
  public var id: String
  /// Draft, unofficial, official or amended.
  public var status: DocumentStatus
  /// The day of issue: the only date that a file carries.
  public var issuedOn: CalendarDate

  /// Creates metadata.
  public init(
    title: String, language: String, isRightToLeft: Bool = false, author: String, subject: String,
    id: String, status: DocumentStatus, issuedOn: CalendarDate
  ) {
    self.title = title
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.author = author
    self.subject = subject
    self.id = id
    self.status = status
    self.issuedOn = issuedOn
  }
}
