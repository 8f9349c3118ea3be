/// What each code is reported as for a sample, as in `docs/diagnostics.md`.
///
/// `CodeExamples+Texts.swift` is made of the tested samples: `UPDATE_DOCS=1` rewrites it.
enum CodeExamples {
  /// What stands before the name of a code in `texts`.
  static let mark = "### "

  /// The problem as it is printed; `nil` for a code without a sample.
  static func text(of code: String) -> String? {
    let lines = texts.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "\(mark)\(code)") else { return nil }
    return lines[(start + 1)...].prefix { !$0.hasPrefix(mark) }.joined(separator: "\n")
  }
}
