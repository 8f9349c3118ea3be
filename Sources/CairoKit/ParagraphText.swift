/// The UTF-8 of a paragraph's spans, one after the other, and where each starts.
struct ParagraphText {
  private(set) var utf8: [UInt8] = []
  /// The byte at which each span starts, and at the end the count of all bytes.
  private(set) var starts: [Int] = []

  /// Joins the spans; on one line, characters that would start a new one become spaces; on several,
  /// ranges of numbers hold together.
  init(_ spans: [StyledText], isOneLine: Bool) {
    for span in spans {
      starts.append(utf8.count)
      utf8.append(contentsOf: span.text.utf8)
      let start = starts[starts.count - 1]
      if isOneLine { replaceLineBreaks(from: start) } else { joinNumberRanges(from: start) }
    }
    starts.append(utf8.count)
  }

  /// The span that the byte at `offset` belongs to.
  func span(at offset: Int) -> Int {
    var index = 0
    while index + 2 < starts.count && starts[index + 1] <= offset { index += 1 }
    return index
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  /// Puts a word joiner behind each en dash between digits, as in `11–12`: Unicode allows a line to
  /// end there, and a reader takes what is left for a number alone.
  private mutating func joinNumberRanges(from start: Int) {
    guard utf8[start...].contains(0xE2) else { return }
    var index = start + 1
    while index + 3 < utf8.count {
      if utf8[index] == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] == 0x93,
        (48...57).contains(utf8[index - 1]), (48...57).contains(utf8[index + 3])
      {
        utf8.insert(contentsOf: [0xE2, 0x81, 0xA0], at: index + 3)
        index += 3
      }
      index += 1
    }
  }

  /// Makes spaces of what Pango would start a new line or paragraph at, byte for byte.
  private mutating func replaceLineBreaks(from start: Int) {
    for index in start..<utf8.count {
      switch utf8[index] {
      case 10...13: utf8[index] = 32
      case 0xE2
      where index + 2 < utf8.count && utf8[index + 1] == 0x80
        && (0xA8...0xA9).contains(utf8[index + 2]):
        // U+2028 and U+2029 become three spaces.
        for offset in 0..<3 { utf8[index + offset] = 32 }
      default: break
      }
    }
  }
}
