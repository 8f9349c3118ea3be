public import Diagnostics

/// The problems that this stage reports, with the text of their pages.
public enum PESCCodes {
  /// A value is longer than its element may be.
  public static let tooLong = DiagnosticCode(
    "pesc-too-long", .error,
    summary: "A value is longer than the PESC element that carries it.",
    remedy: """
      Receivers' software refuses or cuts such a value, so it is never sent. Give the thing a \
      shorter name in the district's files; the full text still rides in the extension.
      """)
  /// A value is shorter than its element must be, or blank.
  public static let tooShort = DiagnosticCode(
    "pesc-too-short", .error,
    summary: "A value is missing or shorter than the PESC element that carries it.",
    remedy: "Fill in the value in the district's files.")
  /// A value has the wrong form or is not in the standard's list.
  public static let notAllowed = DiagnosticCode(
    "pesc-not-allowed", .error,
    summary: "A value is not one that the PESC element allows.",
    remedy: "Use one of the values or the form that the message names.")
  /// The credits shown do not add up to the total.
  public static let creditSum = DiagnosticCode(
    "pesc-credit-sum", .error,
    summary: "The credit of the courses does not add up to the total of the record.",
    remedy: "The record contradicts itself; resolve the student again and report the fault.")
  /// A character that XML does not allow.
  public static let illegalCharacter = DiagnosticCode(
    "pesc-illegal-character", .error,
    summary: "A text holds a control character, which XML does not allow.",
    remedy: "Remove the character from the district's files.")
  /// The finished document does not satisfy a schema.
  public static let schema = DiagnosticCode(
    "pesc-schema", .error,
    summary: "The finished document does not satisfy a schema.",
    remedy: "The document is held. The message names the element; report it with the record.")

  /// The document, read back, states another fact than the record.
  public static let disagrees = DiagnosticCode(
    "pesc-disagrees", .error,
    summary: "The finished document, read back, states another fact than the record.",
    remedy: "The document is held. The message names the fact; report it with the record.")

  /// Every code, for the catalogue.
  public static let all = [
    tooLong, tooShort, notAllowed, creditSum, illegalCharacter, schema, disagrees,
  ]
}
