/// The language that a run's script tells, where it tells one.
///
/// Latin text never does: a Vietnamese name in an English document stays English to a screen
/// reader, as it should when nobody has said otherwise.
enum ScriptLanguage {
  /// Splits text into runs of one language; `base` for Latin and for what belongs to no script.
  static func runs(_ text: String, base: String) -> [(text: String, language: String)] {
    if base == "en", isPlain(text) { return [(text, base)] }
    let latin = otherScripts.contains(String(base.prefix { $0 != "-" })) ? "en" : base
    guard latin != base || !isPlain(text) else { return [(text, base)] }
    var runs: [(text: String, language: String)] = []
    var pending = ""
    let han = han(in: text, base: base)
    for character in text {
      guard let language = language(of: character, base: base, latin: latin, han: han) else {
        pending.append(character)
        continue
      }
      if let last = runs.indices.last, runs[last].language == language {
        runs[last].text += pending + String(character)
      } else if runs.isEmpty {
        runs.append((pending + String(character), language))
      } else {
        let last = runs.count - 1
        runs[last].text += pending
        runs.append((String(character), language))
      }
      pending = ""
    }
    guard let last = runs.indices.last else { return [(text, base)] }
    runs[last].text += pending
    return runs
  }

  /// Languages whose documents have Latin letters only in text that is not translated.
  private static let otherScripts: Set<String> = ["ar", "zh", "he", "ja", "ko", "hi", "th"]

  /// Whether every byte is Latin with diacritics or punctuation.
  ///
  /// U+0000 to U+036F begin with a byte below 0xCE; U+1E00 to U+20FF with 0xE1 0xB8 to 0xE2 0x83.
  private static func isPlain(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0xCE }) { return true }
    return text.unicodeScalars.allSatisfy {
      $0.value < 0x370 || (0x1E00...0x1EFF).contains($0.value)
        || (0x2000...0x2BFF).contains($0.value)
    }
  }

  /// The language of Han characters: Japanese beside kana, Chinese otherwise.
  private static func han(in text: String, base: String) -> String {
    if ["zh", "ja"].contains(String(base.prefix { $0 != "-" })) { return base }
    return text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) } ? "ja" : "zh"
  }

  /// The language of a letter, `base` for Latin, nil for digits, spaces and punctuation.
  private static func language(
    of character: Character, base: String, latin: String, han: String
  ) -> String? {
    guard let scalar = character.unicodeScalars.first, scalar.properties.isAlphabetic else {
      return nil
    }
    switch scalar.value {
    case 0...0x36F, 0x1E00...0x1EFF: return latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: return "el"
    case 0x400...0x52F: return "ru"
    case 0x530...0x58F: return "hy"
    case 0x590...0x5FF: return "he"
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: return "ar"
    case 0x900...0x97F: return "hi"
    case 0x980...0x9FF: return "bn"
    case 0xA80...0xAFF: return "gu"
    case 0xE00...0xE7F: return "th"
    case 0xE80...0xEFF: return "lo"
    case 0x10A0...0x10FF: return "ka"
    case 0x1200...0x139F: return "am"
    case 0x1780...0x17FF: return "km"
    case 0x3040...0x30FF: return "ja"
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: return "ko"
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return han
    default: return base
    }
  }
}
