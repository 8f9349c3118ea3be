extension PackedEvidence {
  /// The hash of a title as a demonstration is told by it (`DemonstrationTitle`).
  ///
  /// Titles in ASCII with single spaces, nearly all, are hashed where they are. That of a title with
  /// letters outside ASCII holds within one run only, because it must not depend on how its accents
  /// are stored.
  public static func hash(ofTitle bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    isPlain(bytes)
      ? hash(of: bytes, each: smallLetters) : hash(ofTitle: String(decoding: bytes, as: UTF8.self))
  }

  /// The same of a text, which is hashed where it is as well.
  public static func hash(ofWritten title: String) -> UInt64 {
    var title = title
    return title.withUTF8 { hash(ofTitle: $0) }
  }

  /// The hash of a title.
  public static func hash(ofTitle title: String) -> UInt64 {
    let text = stored(DemonstrationTitle(title).text)
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      var hasher = Hasher()
      hasher.combine(text)
      return UInt64(truncatingIfNeeded: hasher.finalize())
    }
    return hash(of: text)
  }

  /// The text with the two characters that Unicode holds to be another way of storing one of ASCII, the
  /// Greek question mark and the varia, as that: equal titles have equal hashes.
  private static func stored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\u{37E}" || $0 == "\u{1FEF}" }) else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar == "\u{37E}" ? ";" : scalar == "\u{1FEF}" ? "`" : scalar)
    }
    return String(scalars)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The word with its capitals made small; bytes outside ASCII stay.
  @inline(__always)
  private static func smallLetters(_ word: UInt64) -> UInt64 {
    let low = word & ~highs
    let fromA = low &+ ones &* (0x80 - 0x41)
    let beyondZ = low &+ ones &* (0x7F - 0x5A)
    let capitals = (fromA ^ beyondZ) & ~word & highs
    return word | capitals >> 2
  }

  /// Whether a text is ASCII without control characters, with single spaces and none at its ends.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else {
      return false
    }
    guard bytes.count >= 8 else { return isPlainByBytes(bytes) }
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 < raw.count {
      guard isPlain(word(raw, at)) else { return false }
      at += 7
    }
    return isPlain(word(raw, raw.count - 8))
  }

  /// Steps of seven bytes let each pair of neighbours be in one word.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let unusual = (word | (word &- ones &* 0x20)) & highs
    let other = word ^ ones &* 0x20
    let spaces = ~(((other & ~highs) &+ ~highs) | other) & highs
    return unusual == 0 && spaces & (spaces << 8) == 0
  }

  private static func isPlainByBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
      && !zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }
}
