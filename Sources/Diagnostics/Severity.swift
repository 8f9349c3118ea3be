/// How much a problem matters.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing is left out.
  case note = 0
  /// Suspicious; everything is loaded.
  case warning = 1
  /// The row, file or value named is not used.
  case error = 2

  /// Orders by weight: note, warning, error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word printed before the message.
  public var label: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
