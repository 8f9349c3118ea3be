/// A cell as a range of the file's bytes: reading allocates nothing.
public struct CSVField: Hashable, Sendable {
  /// Offset of the first byte of the content, inside the quotes where there are any.
  public internal(set) var start: Int
  /// Offset after the last byte of the content.
  public internal(set) var end: Int
  /// Whether the content is in quotes.
  public internal(set) var isQuoted = false
  /// Whether the content holds doubled quotes that stand for one.
  public internal(set) var hasEscapes = false

  /// Whether there is no content.
  public var isEmpty: Bool { start == end }
}

/// What is wrong with the bytes of a row.
public enum CSVFault: Hashable, Sendable {
  /// The quote that opens at `offset` is never closed, or closes in the middle of a cell.
  case brokenQuote(offset: Int)
  /// A quote in the middle of an unquoted cell.
  case strayQuote(offset: Int)
  /// A byte that is not UTF-8.
  case notUTF8(offset: Int)
  /// A control character, NUL among them.
  case control(offset: Int)
  /// A cell over the limit.
  case fieldTooLong(offset: Int)
  /// More cells than the limit.
  case tooManyFields(offset: Int)

  /// Where it is, in bytes from the beginning of the file.
  public var offset: Int {
    switch self {
    case .brokenQuote(let offset), .strayQuote(let offset), .notUTF8(let offset),
      .control(let offset), .fieldTooLong(let offset), .tooManyFields(let offset):
      offset
    }
  }
}

/// One row; the reader fills the same value again and again.
public struct CSVRow: Sendable {
  /// The cells.
  public internal(set) var fields: [CSVField] = []
  /// The line on which the row begins, from 1.
  public internal(set) var line = 0
  /// The row's bytes without the line end.
  public internal(set) var range = 0..<0
  /// The first thing that is wrong with its bytes.
  public internal(set) var fault: CSVFault?
  /// Whether any byte is outside ASCII.
  public internal(set) var hasNonASCII = false
  /// Lines that the row spans beyond its first.
  var extraLines = 0
  /// Where the first quote opened whose cell spans lines.
  var spanningQuote: Int?

  /// Creates an empty row.
  public init() {}
}
