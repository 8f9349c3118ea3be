public import Diagnostics

// Codes about the values of cells and keys.
extension DiagnosticCode {
  /// A code, word, number or day has a space before or after it.
  public static let outerSpace = DiagnosticCode(
    "outer-space", .error,
    summary: "A code, word, number or day has a space before or after it.",
    remedy: "Remove it. It cannot be seen, and the same id with a space would be another id.")

  /// A value that must be a day is not one, or there is no such day.
  public static let notADate = DiagnosticCode(
    "not-a-date", .error,
    summary: "A value that must be a day is not one, or there is no such day.",
    remedy: "Write YYYY-MM-DD. Days like 03/04/2026 are refused, because they mean two things; "
      + "the message says what to type.")

  /// A value that must be a number is not one, or is outside its range.
  public static let notANumber = DiagnosticCode(
    "not-a-number", .error,
    summary: "A value that must be a number is not one, or is outside its range.",
    remedy:
      "Numbers are exact: 1, 0.66, 1/3. No units, spaces, percent signs or thousands separators.")

  /// An amount is zero or less.
  public static let notPositive = DiagnosticCode(
    "not-positive", .error,
    summary: "An amount is zero or less.",
    remedy: "Credit and hours are above zero. Leave the row out when nothing was earned.")

  /// A value that must be a school year is not one.
  public static let notASchoolYear = DiagnosticCode(
    "not-a-school-year", .error,
    summary: "A value that must be a school year is not one.",
    remedy: "Write the two years, such as 2026-27.")

  /// A value is not one of the words that its column or key may hold.
  public static let unknownWord = DiagnosticCode(
    "unknown-word", .error,
    summary: "A value is not one of the words that its column or key may hold.",
    remedy: "The message names the nearest word, or lists them all. Words are compared exactly, in "
      + "lower case.")

  /// A list in one cell names the same thing twice.
  public static let repeatedItem = DiagnosticCode(
    "repeated-item", .error,
    summary: "A list in one cell names the same thing twice.",
    remedy: "Name it once; counting it twice would change what is needed.")

  /// A cell holds an invisible mark that changes the direction of text.
  public static let bidiOverride = DiagnosticCode(
    "bidi-override", .error,
    summary: "A cell holds an invisible mark that changes the direction of text.",
    remedy:
      "Such marks can make a name read as another. Right-to-left text needs none of them. Type "
      + "the text again.")

  /// A code does not have the form that its issuer gives it.
  public static let malformedCode = DiagnosticCode(
    "malformed-code", .error,
    summary: "A code does not have the form that its issuer gives it.",
    remedy:
      "CEEB and ACT codes have six digits, NCES school ids twelve, states two capital letters, "
      + "SCED codes 5 or 12 characters. Put codes in quotes in YAML, so that leading zeros stay.")

  /// Two things of one kind have the same code.
  public static let duplicateCode = DiagnosticCode(
    "duplicate-code", .error,
    summary: "Two things of one kind have the same code.",
    remedy:
      "Of rows that are alike in every byte the first is used; of rows that differ none is. Give"
      + " one of them another code.")

  /// A day cannot be right: it is still to come, before birth, before 1990, or out of order
  /// with another day of the row.
  public static let impossibleDate = DiagnosticCode(
    "impossible-date", .error,
    summary:
      "A day cannot be right: it is still to come, before birth, before 1990, or out of order "
      + "with another day of the row.",
    remedy: "Correct the day. The last one wins is never the rule.")

  /// Of two cells that belong together only one is filled.
  public static let halfFilledPair = DiagnosticCode(
    "half-filled-pair", .error,
    summary: "Of two cells that belong together only one is filled.",
    remedy: "A graduation is posted by a day and by who posted it: fill both or neither.")
}
