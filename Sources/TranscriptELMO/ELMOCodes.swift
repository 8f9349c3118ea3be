public import Diagnostics

/// The problems that this stage reports, with the text of their pages.
public enum ELMOCodes {
  /// The school has no web address, which ELMO requires of an issuer.
  public static let missingWeb = DiagnosticCode(
    "elmo-missing-web", .error,
    summary: "The school has no web address, which ELMO requires.",
    remedy: "Fill in web of the school in district.yaml.")
  /// The finished document does not satisfy ELMO's schema, or cannot be written.
  public static let schema = DiagnosticCode(
    "elmo-schema", .error,
    summary: "The finished document does not satisfy ELMO's schema.",
    remedy: "The document is held. The message names the element; report it with the record.")

  /// Every code, for the catalogue.
  public static let all = [missingWeb, schema]
}

/// Every reason why a record is not released as ELMO, at once.
public struct ELMORefusal: Error, Hashable, Sendable {
  /// The reasons; never empty.
  public let diagnostics: [Diagnostic]
}
