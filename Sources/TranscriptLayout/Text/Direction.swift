/// Text inside a line of the other direction.
enum Direction {
  /// The text between an isolate of its own direction and its end: nothing in it moves to the other
  /// side of what stands around it (UAX 9, 2.4).
  ///
  /// The direction is that of its first letter; left to right without one, as in `{{7*7}}`.
  static func isolated(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
    let isBackward = first.map { isRightToLeft($0.value) } ?? false
    return (isBackward ? "\u{2067}" : "\u{2066}") + text + "\u{2069}"
  }

  /// Whether a letter belongs to Hebrew, Arabic, Syriac, Thaana or N’Ko.
  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
