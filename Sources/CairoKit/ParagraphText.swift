/// The UTF-8 of a paragraph's spans, one after the other, and where each starts.
struct ParagraphText {
  private(set) var utf8: [UInt8] = []
  /// The byte at which each span starts, and at the end the count of all bytes.
  private(set) var starts: [Int] = []

  /// Joins the spans; on one line, characters that would start a new one become spaces.
  init(_ spans: [StyledText], isOneLine: Bool) {
    for span in spans {
      starts.append(utf8.count)
      if isOneLine && Self.breaksLines(span.text) {
        utf8.append(contentsOf: String(span.text.map { $0.isNewline ? " " : $0 }).utf8)
      } else {
        utf8.append(contentsOf: span.text.utf8)
      }
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

  private static func breaksLines(_ text: String) -> Bool {
    text.contains { $0.isNewline }
  }
}
