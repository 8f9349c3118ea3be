import Diagnostics

/// The wording of one language, by key, with `{name}` where a value goes.
struct PhraseTable: Sendable {
  /// BCP 47 tag of the language.
  let language: String
  private let phrases: [String: String]

  /// Reads a table and checks it against the English one, when that is given.
  init(
    _ bytes: [UInt8], language: String, name: String, english: PhraseTable?,
    problems: inout DiagnosticList
  ) {
    self.language = language
    let file = KeyValueFile(bytes, name: name, problems: &problems)
    phrases = Dictionary(
      file.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let english else { return }
    for (key, wording) in english.phrases.sorted(by: { $0.key < $1.key }) {
      guard let entry = file[key] else {
        problems.add(
          Diagnostic(
            LayoutCode.missingPhrase, at: SourceLocation(file: name), "no phrase `\(key)`",
            hint: "in English it is \u{201C}\(wording)\u{201D}"))
        continue
      }
      let expected = Self.fields(wording)
      guard Self.fields(entry.value) != expected else { continue }
      problems.add(
        Diagnostic(
          LayoutCode.phraseFields, at: file.location(entry),
          "`\(key)` does not use the same values as the English phrase",
          hint: expected.isEmpty
            ? "English uses none: write it without braces"
            : "English uses \(expected.sorted().map { "{\($0)}" }.joined(separator: ", "))"))
    }
  }

  /// Whether the table has a phrase.
  func has(_ key: String) -> Bool { phrases[key] != nil }

  /// The phrase, or its key between brackets where the table lacks it.
  ///
  /// A table that lacks a phrase is refused when the template is compiled, unless the key is made
  /// from data.
  func text(_ key: String) -> String { phrases[key] ?? "[\(key)]" }

  /// The phrase with its values filled in.
  func text(_ key: String, _ values: [String: String]) -> String {
    Self.filled(text(key), values)
  }

  /// All phrases, for templates that name them.
  var all: [String: String] { phrases }

  static func filled(_ phrase: String, _ values: [String: String]) -> String {
    // Braces are searched among bytes: characters take ten times as long to find.
    let bytes = phrase.utf8
    var result = ""
    var start = bytes.startIndex
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += phrase[start..<open]
      let name = String(phrase[bytes.index(after: open)..<close])
      let value = values[name] ?? "{\(name)}"
      result += value
      start = bytes.index(after: close)
      // A value that ends with a full stop, as in `2030 r.`, ends the sentence as well.
      if value.utf8.last == UInt8(ascii: "."), bytes[start...].first == UInt8(ascii: ".") {
        start = bytes.index(after: start)
      }
    }
    return result + phrase[start...]
  }

  private static func fields(_ phrase: String) -> Set<String> {
    var names: Set<String> = []
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
