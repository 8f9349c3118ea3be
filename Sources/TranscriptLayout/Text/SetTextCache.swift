import Glibc

/// Texts that were set before: most words of a transcript stand on every other one of the class.
///
/// It belongs to one measurer, whose lines it holds, and is emptied when the measurer forgets them.
public final class SetTextCache {
  /// A text in a role, on one line or in a width.
  ///
  /// Two are equal when their UTF-8 is: `String` holds a composed and a decomposed letter for the same.
  struct Key: Hashable {
    /// What the text is read from, so that no sign is taken for a word.
    var kind = 0
    var text: String
    var role: Int
    /// Below 0 for a text on one line.
    var width: Double

    static func == (one: Key, other: Key) -> Bool {
      guard one.kind == other.kind, one.role == other.role, one.width == other.width else {
        return false
      }
      // As a block of memory: most look-ups end in one comparison.
      var (text, otherText) = (one.text, other.text)
      return text.withUTF8 { bytes in
        otherText.withUTF8 { otherBytes in
          guard bytes.count == otherBytes.count else { return false }
          guard let start = bytes.baseAddress, let otherStart = otherBytes.baseAddress else {
            return true
          }
          return memcmp(start, otherStart, bytes.count) == 0
        }
      }
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(role)
      hasher.combine(width)
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var roles: [TextRole: Int] = [:]
  private var texts: [Key: SetText] = [:]

  /// An empty cache.
  public init() {}

  /// Forgets every text.
  public func removeAll() { texts.removeAll(keepingCapacity: true) }

  /// A number for a role, as long as the cache lives.
  func number(of role: TextRole) -> Int {
    if let known = roles[role] { return known }
    roles[role] = roles.count
    return roles.count - 1
  }

  /// The text as it was set before, or as `make` sets it now.
  func text(_ key: Key, _ make: () -> SetText) -> SetText {
    if let known = texts[key] { return known }
    let text = make()
    texts[key] = text
    return text
  }
}
