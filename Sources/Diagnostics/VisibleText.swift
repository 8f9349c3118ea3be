/// Foreign text as a terminal may show it.
public enum VisibleText {
  /// Control and bidirectional characters would move the cursor or reorder the line.
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: scalar
    }
  }

  /// The text with U+FFFD for each of them; its own line breaks stay.
  public static func of(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? $0 : of($0) }))
  }
}
