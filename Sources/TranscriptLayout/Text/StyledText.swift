/// A paragraph's text in pieces of one style, colour and language.
struct StyledText {
  /// A piece of a paragraph.
  struct Piece {
    var text: String
    var role: TextRole
    /// BCP 47 tag, where it differs from the document's.
    var language: String?
    /// What the piece's glyphs stand for, where they are signs.
    var actualText: String?
  }

  private(set) var pieces: [Piece] = []

  init() {}

  /// Text in one role; runs in other scripts become pieces of their own.
  init(_ text: String, _ role: TextRole) { append(text, role) }

  /// A sign of the marks font, with what it stands for.
  init(mark: Character, _ role: TextRole, actualText: String) {
    append(mark: mark, role, actualText: actualText)
  }

  mutating func append(_ text: String, _ role: TextRole, language: String? = nil) {
    guard !text.isEmpty else { return }
    if let language {
      var role = role
      role.style.language = language
      pieces.append(Piece(text: text, role: role, language: language))
      return
    }
    let base = role.style.language
    for run in ScriptLanguage.runs(text, base: base) {
      var role = role
      role.style.language = run.language
      if run.language == "ar" || run.language == "he" { role.style.letterSpacing = 0 }
      pieces.append(
        Piece(text: run.text, role: role, language: run.language == base ? nil : run.language))
    }
  }

  mutating func append(mark: Character, _ role: TextRole, actualText: String) {
    var role = role
    role.style.family = .marks
    role.style.weight = .regular
    role.style.slant = .upright
    pieces.append(Piece(text: String(mark), role: role, language: nil, actualText: actualText))
  }

  var isEmpty: Bool { pieces.isEmpty }
  var text: String { pieces.reduce(into: "") { $0 += $1.text } }
  var spans: [TextSpan] { pieces.map { TextSpan($0.text, style: $0.role.style) } }
  var colors: [RGBColor] { pieces.map(\.role.color) }

  /// The same text, every piece scaled to another size.
  func resized(to size: Double) -> StyledText {
    var copy = self
    for index in copy.pieces.indices { copy.pieces[index].role.style.size = size }
    return copy
  }
}
