/// A character that cannot be seen and has no place in a name.
struct InvisibleCharacter {
  /// Whether it says in which direction text runs.
  let isMark: Bool
  /// `U+200B`.
  let name: String

  private static let marks: Set<UInt32> = [0x61C, 0x200E, 0x200F]
  private static let others: Set<UInt32> = [0xAD, 0x180E, 0x200B, 0x2060, 0xFEFF]
  /// They join and part letters in the scripts of Persian and of India, and nowhere else.
  private static let joiners: Set<UInt32> = [0x200C, 0x200D]

  /// The first one in a text.
  static func first(in text: String) -> InvisibleCharacter? {
    var before: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isStray = joiners.contains(value) && before < 0x600
      if marks.contains(value) || others.contains(value) || isStray {
        return InvisibleCharacter(
          isMark: marks.contains(value),
          name: "U+" + String(repeating: "0", count: value < 0x1000 ? value < 0x100 ? 2 : 1 : 0)
            + String(value, radix: 16, uppercase: true))
      }
      before = value
    }
    return nil
  }
}
