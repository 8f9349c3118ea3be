import TranscriptModel

/// How many years of school an English text asks for.
///
/// The grade level of Flesch and Kincaid (Kincaid and others, 1975).
enum ReadingLevel {
  /// The sentences of a text; the names that a district gives are not ours to make short, and count
  /// as one plain word each.
  static func sentences(_ text: String, of record: TranscriptRecord) -> [String] {
    let names = record.areas.flatMap {
      [$0.title, $0.shortTitle] + $0.competencies.map(\.shortName)
    }
    let plain = names.sorted { $0.count > $1.count }.reduce(text) {
      $0.replacing($1, with: "Reading")
    }
    return sentences(plain)
  }

  /// The grade of these sentences together.
  static func grade(_ sentences: [String]) -> Double {
    let words = sentences.flatMap { $0.split(separator: " ") }
    let syllables = words.reduce(0) { $0 + Self.syllables(String($1)) }
    guard !words.isEmpty else { return 0 }
    return 0.39 * Double(words.count) / Double(sentences.count)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  /// Sentences of four words or more; shorter ones are labels.
  static func sentences(_ text: String) -> [String] {
    text.split(whereSeparator: { ".!?:".contains($0) }).map(String.init)
      .filter { $0.split(separator: " ").count >= 4 }
  }

  /// Groups of vowels, without a silent e at the end; at least one.
  private static func syllables(_ word: String) -> Int {
    var letters = word.lowercased().filter(\.isLetter)
    if letters.count > 3, letters.hasSuffix("e"), !letters.hasSuffix("le") { letters.removeLast() }
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouyäëïöüáéíóú".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(count, 1)
  }
}
