public import Diagnostics

/// One reason why a record cannot be released as PESC XML, with everything needed to mend it.
public struct PESCFinding: Hashable, Sendable, Error {
  /// What kind of reason.
  public let code: DiagnosticCode
  /// The student's id: which record.
  public let record: String
  /// The element's path from the root.
  public let path: String
  /// What PESC allows, in words: `1 to 60 characters`.
  public let limit: String
  /// The number of code points after composition, where the limit is one of length.
  public let actual: Int?
  /// The value as it would be written.
  public let value: String
  /// What to do.
  public let hint: String

  /// Makes a finding.
  public init(
    _ code: DiagnosticCode, record: String, path: String, limit: String, actual: Int? = nil,
    value: String, hint: String
  ) {
    self.code = code
    self.record = record
    self.path = path
    self.limit = limit
    self.actual = actual
    self.value = value
    self.hint = hint
  }

  /// The finding as a problem like any other.
  public var diagnostic: Diagnostic {
    let length = actual.map { ", this has \($0)" } ?? ""
    return Diagnostic(
      code, "record \(record): \(path): PESC allows \(limit)\(length)",
      excerpt: Excerpt(cell: value, isPersonal: path.contains("/Person/")), hint: hint)
  }
}

/// Every reason why a record is refused, at once.
public struct PESCRefusal: Error, Hashable, Sendable {
  /// The reasons, in document order; never empty.
  public let findings: [PESCFinding]

  /// The reasons as problems like any other.
  public var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }
}
