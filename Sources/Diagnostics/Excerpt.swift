/// The original text at the place of a problem, with the part that is meant.
public struct Excerpt: Hashable, Sendable {
  /// The original line, or the cell, as written.
  public let text: String
  /// Offset of the marked part in `text`, in Unicode scalars from 0.
  public let markStart: Int
  /// Length of the marked part in Unicode scalars; 0 marks a position.
  public let markLength: Int
  /// Whether the text may hold names, birth dates or other personal data.
  public let isPersonal: Bool

  /// Creates an excerpt whose marked part begins at `markStart`.
  public init(text: String, markStart: Int, markLength: Int, isPersonal: Bool = false) {
    self.text = text
    self.markStart = markStart
    self.markLength = markLength
    self.isPersonal = isPersonal
  }

  /// Creates an excerpt that is one cell, marked as a whole.
  public init(cell: String, isPersonal: Bool = false) {
    self.init(
      text: cell, markStart: 0, markLength: cell.unicodeScalars.count, isPersonal: isPersonal)
  }
}
