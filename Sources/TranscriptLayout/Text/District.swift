/// The district's own text inside a sentence of another language: it is not translated.
///
/// It travels between the isolate characters, which a right-to-left line needs around it anyway;
/// setting turns them into a run in the district's language.
enum District {
  /// U+2068, first strong isolate.
  static let open: Character = "\u{2068}"
  /// U+2069, pop directional isolate.
  static let close: Character = "\u{2069}"
  /// BCP 47 tag of the language in which districts keep their data.
  static let language = "en"

  /// Whether a part of the text is marked.
  static func isMarked(_ text: String) -> Bool {
    // Quotation marks and dashes begin with the same byte; scalars are found ten times as fast as
    // characters.
    text.utf8.contains(0xE2) && text.unicodeScalars.contains("\u{2068}")
  }

  /// Marks text of the district in a document of `documentLanguage`.
  static func text(_ text: String, in documentLanguage: String) -> String {
    documentLanguage == language || text.isEmpty ? text : "\(open)\(text)\(close)"
  }
}
