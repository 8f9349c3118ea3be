/// Renders problems as text for people: place, message, the text as written, the fix.
///
///     evidence/spring.csv:418:7: error: level "5" is not in the scale [unknown-level]
///       | 5
///       | ^
///       = fix: write one of BG, DV, PR, EX or 1 to 4
public struct DiagnosticText: Sendable {
  /// Whether excerpts that may hold personal data are shown as written.
  public let showsPersonal: Bool
  /// The longest excerpt printed, in Unicode scalars.
  private static let width = 120

  /// Creates a renderer; personal excerpts are hidden unless `showsPersonal` is set.
  public init(showsPersonal: Bool = false) { self.showsPersonal = showsPersonal }

  /// One problem as lines of text, ending with a newline.
  public func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0): " } ?? ""
    var text =
      "\(place)\(diagnostic.severity.label): \(diagnostic.message) [\(diagnostic.code.name)]\n"
    if let excerpt = diagnostic.excerpt { text += render(excerpt) }
    for related in diagnostic.related { text += "  = \(related.location): \(related.message)\n" }
    if let hint = diagnostic.hint { text += "  = fix: \(hint)\n" }
    return text
  }

  private func render(_ excerpt: Excerpt) -> String {
    if excerpt.isPersonal && !showsPersonal {
      return "  | (personal data, \(excerpt.markLength) characters; --show-personal prints it)\n"
    }
    let scalars = Array(excerpt.text.unicodeScalars)
    let from = max(0, min(excerpt.markStart - 40, scalars.count - Self.width))
    let shown = scalars[from..<min(scalars.count, from + Self.width)]
    let line = String(String.UnicodeScalarView(shown.map(VisibleText.of)))
    let pad = String(repeating: " ", count: max(0, excerpt.markStart - from))
    let room = max(1, Self.width - pad.count)
    let marks = String(repeating: "^", count: min(max(1, excerpt.markLength), room))
    return "  | \(line)\n  | \(pad)\(marks)\n"
  }
}
