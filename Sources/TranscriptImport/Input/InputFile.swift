import Diagnostics
import TranscriptModel

/// A file's bytes with its path; what positions and excerpts are computed from.
public struct InputFile: Sendable {
  /// Path relative to the district folder.
  public let path: String
  /// The bytes as read, byte-order mark included.
  public let bytes: [UInt8]

  /// Bytes of the file before these, where they are a piece of it.
  var before = 0
  /// Reads bytes of the file from an offset on, where `bytes` are only its beginning.
  let reading: (@Sendable (_ offset: Int, _ count: Int) throws -> [UInt8])?

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    reading = nil
  }

  /// Creates a long file of which only the beginning is in memory.
  ///
  /// `reading` gives bytes from an offset on, fewer only at the end of the file.
  public init(
    path: String, beginning: [UInt8],
    reading: @escaping @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]
  ) {
    self.path = path
    bytes = beginning
    self.reading = reading
  }

  /// Where the text begins: after a UTF-8 byte-order mark.
  var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The place of the byte at `offset`, where the line that holds `lineStart` has number `line`.
  ///
  /// Walks from `lineStart`, so that reading pays nothing for positions that nobody asks for.
  func location(of offset: Int, from lineStart: Int, line: Int) -> SourceLocation {
    var line = line
    var column = 1
    var at = lineStart
    while at < min(offset, bytes.count) {
      let byte = bytes[at]
      if byte == 0x0A || (byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 && byte != 0x0D {
        column += 1
      }
      at += 1
    }
    return SourceLocation(file: path, line: line, column: column)
  }

  /// The place of the byte at `offset`, counted from the beginning of the file.
  func location(of offset: Int) -> SourceLocation {
    location(of: offset, from: textStart, line: 1)
  }

  /// The text of `range`; bytes that are not UTF-8 show as U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The whole line that holds `offset`, without its end.
  func lineRange(at offset: Int) -> Range<Int> {
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let offset = min(offset, bytes.count)
    let start = bytes[..<offset].lastIndex(where: isEnd).map { $0 + 1 } ?? textStart
    let end = bytes[offset...].firstIndex(where: isEnd) ?? bytes.count
    return min(start, end)..<end
  }
}
