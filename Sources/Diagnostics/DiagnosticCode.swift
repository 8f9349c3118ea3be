/// The stable name of one kind of problem, with the text of its page in the catalogue.
///
/// A code is named for the pattern found (`unknown-level`), never for the fix. Two codes are equal
/// when their names are; the texts may be reworded without breaking anyone.
public struct DiagnosticCode: Sendable {
  /// Stable name: lower case, words joined by `-`.
  public let name: String
  /// How much it matters.
  public let severity: Severity
  /// What was found, in one sentence.
  public let summary: String
  /// Why it matters and how to mend it, in a few sentences.
  public let remedy: String

  /// Declares a code; each stage lists its own in a catalogue.
  public init(_ name: String, _ severity: Severity, summary: String, remedy: String) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.remedy = remedy
  }
}

extension DiagnosticCode: Hashable, Comparable {
  /// Codes are equal when their names are.
  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.name == right.name
  }

  /// Orders by name.
  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.name < right.name
  }

  /// Hashes the name alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
