public import Diagnostics

// Codes about district.yaml and policy.yaml as files.
extension DiagnosticCode {
  /// A file is not YAML.
  public static let yamlSyntax = DiagnosticCode(
    "yaml-syntax", .error,
    summary: "A file is not YAML.",
    remedy:
      "The place named is where reading stopped; the mistake is there or just above. Indent by "
      + "spaces, put a space after each colon, and quote text that holds a colon or begins with a "
      + "special character.")

  /// A YAML file is nested too deeply or holds too many values.
  public static let yamlTooComplex = DiagnosticCode(
    "yaml-too-complex", .error,
    summary: "A YAML file is nested too deeply or holds too many values.",
    remedy: "No policy needs it. Write it as plain mappings and lists.")

  /// A YAML file uses anchors and aliases.
  public static let yamlAlias = DiagnosticCode(
    "yaml-alias", .error,
    summary: "A YAML file uses anchors and aliases.",
    remedy:
      "A decision must name the line that made it, so each value stands where it is used. Write "
      + "it out.")

  /// A key is there twice in one mapping.
  public static let duplicateKey = DiagnosticCode(
    "duplicate-key", .error,
    summary: "A key is there twice in one mapping.",
    remedy: "Remove one; neither is silently the right one.")

  /// A key is not one that is known there.
  public static let unknownKey = DiagnosticCode(
    "unknown-key", .error,
    summary: "A key is not one that is known there.",
    remedy:
      "A misspelt key would silently lose a rule, so it is never ignored. Correct or remove it.")

  /// A key that must be there is not, or it has no value.
  public static let missingKey = DiagnosticCode(
    "missing-key", .error,
    summary: "A key that must be there is not, or it has no value.",
    remedy: "Add it; docs/district-format.md shows the whole file.")

  /// A key has a value of the wrong kind: a list where one value is meant, or the like.
  public static let wrongType = DiagnosticCode(
    "wrong-type", .error,
    summary: "A key has a value of the wrong kind: a list where one value is meant, or the like.",
    remedy: "The fix shows how the value is written.")

  /// A key is named for something that must never reach a transcript.
  public static let confidentialKey = DiagnosticCode(
    "confidential-key", .error,
    summary: "A key is named for something that must never reach a transcript.",
    remedy: "Remove it. Its value is not read and not shown.")

  /// A colour is not written #RRGGBB.
  public static let malformedColor = DiagnosticCode(
    "malformed-color", .error,
    summary: "A colour is not written #RRGGBB.",
    remedy: "Six hexadecimal digits after #, in quotes, because # begins a comment in YAML.")

  /// The accent colour is too light to be read on white, on screens and in photocopies.
  public static let lowContrast = DiagnosticCode(
    "low-contrast", .error,
    summary: "The accent colour is too light to be read on white, on screens and in photocopies.",
    remedy: "The contrast must be at least 7:1 (WCAG 2.2). Choose a darker colour.")

  /// The pattern for document numbers names a field that there is not, or lacks the digest.
  public static let unknownField = DiagnosticCode(
    "unknown-field", .error,
    summary:
      "The pattern for document numbers names a field that there is not, or lacks the digest.",
    remedy:
      "Use {class_of}, {student_id} and {digest}; without the digest two documents would share a"
      + " number.")
}
