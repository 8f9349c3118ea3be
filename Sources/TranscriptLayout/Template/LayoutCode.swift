public import Diagnostics

/// The kinds of problem that templates and layout report.
public enum LayoutCode {
  /// A file that every template folder needs is not there.
  public static let missingFile = DiagnosticCode(
    "missing-template-file", .error,
    summary: "A template folder lacks a file that it needs.",
    remedy: "Copy the file from the template that the folder was made from.")
  /// A file is not UTF-8.
  public static let encoding = DiagnosticCode(
    "template-encoding", .error,
    summary: "A template file is not UTF-8 text.",
    remedy: "Save the file as UTF-8.")
  /// A line is not `key: value`.
  public static let syntax = DiagnosticCode(
    "template-value-syntax", .error,
    summary: "A line of a style file or phrase table is not `key: value`.",
    remedy: "Write one key and one value a line; put text with a colon or a hash in quotes.")
  /// A key stands twice in one file.
  public static let duplicateKey = DiagnosticCode(
    "duplicate-template-key", .error,
    summary: "A key stands twice in one style file or phrase table.",
    remedy: "Keep one of the two lines.")
  /// A style value cannot be used.
  public static let styleValue = DiagnosticCode(
    "template-style-value", .error,
    summary: "A value of a style file cannot be used.",
    remedy:
      "Lengths are points, colours are #RRGGBB, text roles are family, size, weight and colour.")
  /// A colour is too pale.
  public static let contrast = DiagnosticCode(
    "low-contrast", .error,
    summary: "A colour has too little contrast on white paper.",
    remedy: "Take a darker colour: 4.5:1 is the least for text, and 7:1 for the accent, which has "
      + "to survive a photocopier.")
  /// A phrase is not in the table.
  public static let missingPhrase = DiagnosticCode(
    "missing-phrase", .error,
    summary: "A phrase table lacks a phrase that documents use.",
    remedy: "Add the key with its wording in that language.")
  /// A phrase does not use the values it is given.
  public static let phraseFields = DiagnosticCode(
    "phrase-fields", .error,
    summary: "A phrase leaves out or invents a value in braces.",
    remedy: "Use exactly the names in braces that the English phrase uses.")
  /// Mustache does not parse.
  public static let mustache = DiagnosticCode(
    "template-tag", .error,
    summary: "A template has a tag that is not closed, or closed by another name.",
    remedy: "Close every {{#name}} and {{^name}} by {{/name}}.")
  /// A tag that switches off escaping.
  public static let unescaped = DiagnosticCode(
    "unescaped-tag", .error,
    summary: "A template inserts a value without escaping it.",
    remedy: "Write {{name}}; text is text, and its characters must not become markup.")
  /// A tag names nothing.
  public static let unknownValue = DiagnosticCode(
    "unknown-template-value", .error,
    summary: "A template names a value that no document has.",
    remedy: "See the list of values in docs/templates.md.")
  /// What the template expands to is not well-formed.
  public static let markup = DiagnosticCode(
    "template-markup", .error,
    summary: "A template does not expand to well-formed XML.",
    remedy: "Close every element in the section that opens it.")
  /// An element that the vocabulary does not have, or not there.
  public static let vocabulary = DiagnosticCode(
    "template-vocabulary", .error,
    summary: "A template uses an element or attribute that is not in the vocabulary, or not there.",
    remedy: "See docs/templates.md for the elements, their attributes and what may stand in them.")
  /// A line of a school's `profile.yaml` cannot be used.
  public static let profileValue = DiagnosticCode(
    "school-profile-value", .error,
    summary: "A line of `profile.yaml` cannot be used.",
    remedy: "The keys are claim, figure-1 to figure-4, destination-1 and so on, and the ten items; "
      + "a destination is a title, a bar and a number of percent.")
  /// Something is wider or higher than its place.
  public static let overflow = DiagnosticCode(
    "layout-overflow", .error,
    summary: "Something is larger than the place it has, and cannot be broken.",
    remedy: "Give it more room in the template, or shorten the text in the data.")

  /// All of them, in order of their names.
  public static let all = [
    missingFile, encoding, syntax, duplicateKey, styleValue, contrast, missingPhrase, phraseFields,
    mustache, unescaped, unknownValue, markup, vocabulary, overflow,
    profileValue,
  ].sorted()
}
