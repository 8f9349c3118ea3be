public import Diagnostics

// Codes about the form of tables.
extension DiagnosticCode {
  /// A table is empty: it has not even a header.
  public static let missingHeader = DiagnosticCode(
    "missing-header", .error,
    summary: "A table is empty: it has not even a header.",
    remedy: "Begin the file with the names of its columns, separated by commas.")

  /// The cells of a table are separated by something else than commas; none of its rows is used.
  public static let wrongSeparator = DiagnosticCode(
    "wrong-separator", .error,
    summary:
      "The cells of a table are separated by something else than commas; none of its rows is used.",
    remedy: "Spreadsheets write semicolons where the decimal sign is a comma. Save it again as "
      + "\"CSV UTF-8 (comma delimited)\", or import it: there the separator is found by itself.")

  /// A table lacks a column that it must have; none of its rows is used.
  public static let missingColumn = DiagnosticCode(
    "missing-column", .error,
    summary: "A table lacks a column that it must have; none of its rows is used.",
    remedy: "Add the column, or rename the one that holds its values. Names are compared exactly.")

  /// A table has a column that is not known; its cells are not used.
  public static let unknownColumn = DiagnosticCode(
    "unknown-column", .error,
    summary: "A table has a column that is not known; its cells are not used.",
    remedy: "A misspelt column would silently lose its values, so it is never ignored. Rename or "
      + "remove it.")

  /// A table has the same column twice; none of its rows is used.
  public static let duplicateColumn = DiagnosticCode(
    "duplicate-column", .error,
    summary: "A table has the same column twice; none of its rows is used.",
    remedy: "Remove one of the two.")

  /// A table has a column for something that must never reach a transcript; its cells are not
  /// read.
  public static let confidentialColumn = DiagnosticCode(
    "confidential-column", .error,
    summary:
      "A table has a column for something that must never reach a transcript; its cells are not "
      + "read.",
    remedy:
      "Disability, services, language-learner status, discipline, health, lunch status, social "
      + "security number and race have no place here. Remove the column at the source, before the "
      + "file is copied. Rejected rows are written without its cells.")

  /// A quoted cell is not closed, or is closed in the middle of the cell.
  public static let unclosedQuote = DiagnosticCode(
    "unclosed-quote", .error,
    summary: "A quoted cell is not closed, or is closed in the middle of the cell.",
    remedy: "The place named is where the quote opens. Reading goes on at the next line that is a "
      + "whole row by itself; the lines between are rejected. Close the quote, and write a quote "
      + "inside a quoted cell twice.")

  /// There is a quote in the middle of a cell that is not in quotes.
  public static let strayQuote = DiagnosticCode(
    "stray-quote", .error,
    summary: "There is a quote in the middle of a cell that is not in quotes.",
    remedy: "Put the whole cell in quotes and write each quote inside it twice.")

  /// A row has more or fewer cells than the header.
  public static let wrongFieldCount = DiagnosticCode(
    "wrong-field-count", .error,
    summary: "A row has more or fewer cells than the header.",
    remedy: "Most often a comma inside a cell that is not in quotes. Keep a comma for every empty "
      + "cell.")

  /// A cell is longer than 1 MiB.
  public static let fieldTooLong = DiagnosticCode(
    "field-too-long", .error,
    summary: "A cell is longer than 1 MiB.",
    remedy: "Most often a quote that is never closed. Shorten the cell.")

  /// A row has more than 1000 cells.
  public static let tooManyColumns = DiagnosticCode(
    "too-many-columns", .error,
    summary: "A row has more than 1000 cells.",
    remedy: "Check that the file is the right one and that commas separate its cells.")

  /// The header of a table has more than 1000 columns; none of its rows is used.
  public static let headerTooWide = DiagnosticCode(
    "header-too-wide", .error,
    summary: "The header of a table has more than 1000 columns; none of its rows is used.",
    remedy: "Most often a file whose lines are joined into one, or a file of another kind. Export "
      + "it again with the columns that are needed.")

  /// A cell that must be filled is empty.
  public static let missingCell = DiagnosticCode(
    "missing-cell", .error,
    summary: "A cell that must be filled is empty.",
    remedy: "Fill it in. Where nothing is known, leave the row out.")

  /// A row names something whose own row is set aside, so it is set aside as well.
  public static let namesRejectedRow = DiagnosticCode(
    "names-rejected-row", .error,
    summary: "A row names something whose own row is set aside, so it is set aside as well.",
    remedy:
      "Correct the row that it names; this one then loads by itself. The message counts the rows"
      + " concerned once for each thing named.")
}
