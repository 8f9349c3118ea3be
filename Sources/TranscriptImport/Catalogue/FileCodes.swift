public import Diagnostics

// Codes about files as a whole.
extension DiagnosticCode {
  /// The folder holds none of the files that a district folder is made of.
  public static let notADistrictFolder = DiagnosticCode(
    "not-a-district-folder", .error,
    summary: "The folder holds none of the files that a district folder is made of.",
    remedy:
      "Name the folder that holds district.yaml and policy.yaml, not the one above or below it. "
      + "A new one is made by the command init.")

  /// A file that every district needs is not there.
  public static let missingFile = DiagnosticCode(
    "missing-file", .error,
    summary: "A file that every district needs is not there.",
    remedy: "Add the file; docs/district-format.md says what it holds. A table without rows still "
      + "needs its header.")

  /// A file is there and cannot be read.
  public static let unreadableFile = DiagnosticCode(
    "unreadable-file", .error,
    summary: "A file is there and cannot be read.",
    remedy: "Check who may read it, and that no other program holds it open.")

  /// A file holds more bytes than an input may have.
  public static let fileTooLarge = DiagnosticCode(
    "file-too-large", .error,
    summary: "A file holds more bytes than an input may have.",
    remedy: "Tables may have 1 GiB, YAML files and narratives 4 MiB. Split the table into several "
      + "files in the same folder.")

  /// A file looks like data but its name is not one that is read.
  public static let unknownFile = DiagnosticCode(
    "unknown-file", .warning,
    summary: "A file looks like data but its name is not one that is read.",
    remedy:
      "A misspelt name would silently lose its rows. Rename the file, save a spreadsheet as CSV,"
      + " or move it out of the folder.")

  /// A file is a workbook, an archive, a PDF or another kind that is not text.
  public static let notText = DiagnosticCode(
    "not-text", .error,
    summary: "A file is a workbook, an archive, a PDF or another kind that is not text.",
    remedy: "Its name alone does not make it a table. Open it in the program that it belongs to, "
      + "and save the sheet as \"CSV UTF-8 (comma delimited)\".")

  /// The file is in UTF-16 or UTF-32.
  public static let utf16 = DiagnosticCode(
    "utf-16", .error,
    summary: "The file is in UTF-16 or UTF-32.",
    remedy:
      "Spreadsheets write this as \"Unicode text\". Save it again as \"CSV UTF-8\"; nothing of "
      + "the file is used until then.")

  /// A row or file holds bytes that are not UTF-8, most often because it was saved in
  /// Windows-1252.
  public static let notUTF8 = DiagnosticCode(
    "not-utf-8", .error,
    summary: "A row or file holds bytes that are not UTF-8, most often because it was saved in "
      + "Windows-1252.",
    remedy: "The character that the byte stands for in Windows-1252 is named. It is not guessed, "
      + "because a wrong letter in a name goes on a diploma. Save the file again as \"CSV UTF-8\".")

  /// A row or file holds the byte 0.
  public static let nulByte = DiagnosticCode(
    "nul-byte", .error,
    summary: "A row or file holds the byte 0.",
    remedy: "It comes from damaged or binary files. Export the file again.")

  /// A cell or file holds a character that cannot be seen, such as a line break in a name.
  public static let controlCharacter = DiagnosticCode(
    "control-character", .error,
    summary:
      "A cell or file holds a character that cannot be seen, such as a line break in a name.",
    remedy: "Remove the character. Line breaks are allowed in statements, descriptions and reasons "
      + "only.")

  /// A narrative does not begin with its author, or has no text.
  public static let malformedNarrative = DiagnosticCode(
    "malformed-narrative", .error,
    summary: "A narrative does not begin with its author, or has no text.",
    remedy: "The first line is \"author: NAME, OFFICE\", the second is empty, the text follows.")
}
