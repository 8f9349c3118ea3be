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
    if let language, !language.isEmpty {
      var role = role
      role.style.language = language
      pieces.append(Piece(text: text, role: role, language: language))
      return
    }
    if District.isMarked(text) { return append(mixed: text, role) }
    let base = role.style.language
    for run in ScriptLanguage.runs(text, base: base) {
      var role = role
      role.style.language = run.language
      Self.fit(&role.style, to: run.language)
      pieces.append(
        Piece(text: run.text, role: role, language: run.language == base ? nil : run.language))
    }
  }

  /// Arabic is set larger, upright and without tracking.
  private static func fit(_ style: inout TextStyle, to language: String) {
    guard language == "ar" else { return }
    style.letterSpacing = 0
    style.slant = .upright
    style.size *= 1.12
  }

  /// Text of the document's language with the district's own text, which is not translated.
  private mutating func append(mixed text: String, _ role: TextRole) {
    var rest = text[...]
    let keepsMarks = role.style.direction == .rightToLeft
    while let open = rest.firstIndex(of: District.open),
      let close = rest[open...].firstIndex(of: District.close)
    {
      append(String(rest[..<open]), role)
      let inner = rest[rest.index(after: open)..<close]
      append(
        keepsMarks ? String(rest[open...close]) : String(inner), role, language: District.language)
      rest = rest[rest.index(after: close)...]
    }
    append(String(rest), role)
  }

  mutating func append(mark: Character, _ role: TextRole, actualText: String) {
    var role = role
    role.style.family = .marks
    role.style.weight = .regular
    role.style.slant = .upright
    pieces.append(Piece(text: String(mark), role: role, language: nil, actualText: actualText))
  }

  var isEmpty: Bool { pieces.isEmpty }
  /// The distance between baselines.
  var leading: Double { pieces.first?.role.leading ?? 12 }
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
