import Diagnostics
import TranscriptModel

/// The rows of a table of any length, of which only a piece is in memory.
///
/// A piece ends before the last row that may go on behind it; what is left of it is read again with
/// the next.
struct TablePieces {
  /// How much is read at a time: more than the longest row, so that every row is whole in some piece.
  static let size = 4 << 20

  let path: String
  private let limits: CSVReader.Limits
  private let read: (_ offset: Int, _ count: Int) -> [UInt8]?
  /// What is in memory.
  private(set) var file: InputFile
  private var reader: CSVReader
  private var isAtEnd = false
  /// What is wrong with a row that does not end.
  private(set) var endless: Diagnostic?
  /// How many cells a row should have.
  var expectedFields: Int? {
    didSet { reader.expectedFields = expectedFields }
  }

  /// Begins to read; `read` gives bytes of the file from an offset on, fewer only at its end, or
  /// `nil` when it cannot.
  init(
    _ path: String, limits: CSVReader.Limits,
    read: @escaping (_ offset: Int, _ count: Int) -> [UInt8]?
  ) {
    self.path = path
    self.limits = limits
    self.read = read
    let bytes = read(0, Self.size) ?? []
    file = InputFile(path: path, bytes: bytes)
    isAtEnd = bytes.count < Self.size
    reader = CSVReader(bytes, limits: limits)
  }

  /// The rows of a file, of which only the beginning may be in memory.
  init(_ file: InputFile, limits: CSVReader.Limits) {
    self.init(file.path, limits: limits) { file.piece(from: $0, count: $1) }
  }

  /// Where what is in memory begins in the whole file.
  var start: Int { file.before }
  /// Where the next row begins in the whole file.
  var offset: Int { file.before + reader.place.offset }

  /// Reads the next row; its positions are those in `file`.
  mutating func next(_ row: inout CSVRow) -> Bool {
    while true {
      let place = reader.place
      let isThere = reader.next(&row)
      guard !isAtEnd, !isThere || mayGoOn(row) else { return isThere }
      guard advance(to: place) else { return false }
    }
  }

  /// Whether more of the file could make another row of this one.
  private func mayGoOn(_ row: CSVRow) -> Bool {
    if reader.place.offset >= file.bytes.count { return true }
    guard case .brokenQuote = row.fault else { return false }
    return file.bytes.count - row.range.lowerBound <= limits.field + 65_536
  }

  /// Goes on with a piece that begins at `place`; `false` when no row can be read there.
  private mutating func advance(to place: (offset: Int, line: Int)) -> Bool {
    let begin = file.before + place.offset
    guard place.offset > 0 || file.bytes.count <= Self.size else {
      endless = Diagnostic(
        .fieldTooLong, at: SourceLocation(file: path, line: place.line),
        "the row has more than \(Self.size) bytes; neither it nor what follows is read",
        hint: "shorten it, or close the quote that opens it")
      return false
    }
    let count = place.offset > 0 ? Self.size : Self.size * 2
    guard let bytes = read(begin, count) else { return false }
    isAtEnd = bytes.count < count
    file = InputFile(path: path, bytes: bytes)
    file.before = begin
    reader = CSVReader(bytes, limits: limits, from: 0)
    reader.expectedFields = expectedFields
    reader.place = (begin == 0 ? file.textStart : 0, place.line)
    return true
  }
}

extension InputFile {
  /// Bytes of the file from an offset on; fewer only at its end.
  func piece(from offset: Int, count: Int) -> [UInt8]? {
    if let reading { return try? reading(offset, count) }
    return offset >= bytes.count ? [] : Array(bytes[offset..<min(bytes.count, offset + count)])
  }

  /// The file with all of its bytes; `nil` when it cannot be read or has more than `limit`.
  func whole(limit: Int) -> InputFile? {
    guard let reading else { return self }
    guard let bytes = try? reading(0, limit + 1), bytes.count <= limit else { return nil }
    return InputFile(path: path, bytes: bytes)
  }

  /// SHA-256 of the whole file.
  var digest: String {
    guard reading != nil else { return SHA256.hex(bytes) }
    var digest = SHA256()
    var offset = 0
    while let piece = piece(from: offset, count: TablePieces.size), !piece.isEmpty {
      digest.update(piece)
      offset += piece.count
    }
    return digest.hex()
  }
}
