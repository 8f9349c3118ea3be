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
    text =
      Self.plain(written)
      ?? written.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same of a title in ASCII with dashes and quotation marks, a byte at a time; `nil` for any other.
  ///
  /// Every row of evidence has a title, and to ask Unicode about each character takes ten times as
  /// long.
  private static func plain(_ written: String) -> String? {
    guard isPlain(written) else { return nil }
    return String(unsafeUninitializedCapacity: written.utf8.count) { buffer in
      var count = 0
      var isSpaceDue = false
      for byte in written.utf8 {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isSpaceDue = count > 0
          continue
        }
        if isSpaceDue {
          buffer[count] = 0x20
          count += 1
          isSpaceDue = false
        }
        buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// Whether the text is ASCII but for U+2010 to U+2027: they have no capitals, and none is white space.
  private static func isPlain(_ written: String) -> Bool {
    var written = written
    return written.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
        } else if bytes[index] == 0xE2, bytes[index + 1] == 0x80,
          (0x90...0xA7).contains(bytes[index + 2])
        {
          index += 3
        } else {
          return false
        }
      }
      return true
    }
  }
}
