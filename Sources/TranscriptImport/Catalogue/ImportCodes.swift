public import Diagnostics

// Codes about files from other systems.
extension DiagnosticCode {
  /// A file is of no kind that is known, and no mapping fits it.
  public static let unknownFormat = DiagnosticCode(
    "unknown-format", .error,
    summary: "A file is of no kind that is known, and no mapping fits it.",
    remedy: "Write a mapping in mappings/, or let \"mapping suggest\" make a first draft of one.")

  /// A column that must be filled comes from nowhere: the export does not say it.
  public static let unmappedColumn = DiagnosticCode(
    "unmapped-column", .error,
    summary: "A column that must be filled comes from nowhere: the export does not say it.",
    remedy: "Give one value for all rows with --set, or a column in a mapping. It is not guessed: "
      + "whether work is summative decides what counts.")

  /// A file lacks a column that its mapping reads; none of its rows is used.
  public static let missingSourceColumn = DiagnosticCode(
    "missing-source-column", .error,
    summary: "A file lacks a column that its mapping reads; none of its rows is used.",
    remedy: "Export it with that column, or correct the mapping. Translated headers need a mapping "
      + "that names them.")

  /// A value of another system has no translation here.
  public static let unmappedValue = DiagnosticCode(
    "unmapped-value", .error,
    summary: "A value of another system has no translation here.",
    remedy: "Add it to the mapping: under values, or as a step of the scale.")

  /// A rating, percentage or letter is no level of the district, and no map to levels is
  /// declared.
  public static let unmappedScore = DiagnosticCode(
    "unmapped-score", .error,
    summary: "A rating, percentage or letter is no level of the district, and no map to levels is "
      + "declared.",
    remedy: "A 3 of 5 is not a 3 of 4, so nothing is converted without a map that the district has "
      + "declared: score_tables in policy.yaml, or values or a scale in a mapping.")

  /// A file or column holds numbers that a vendor has computed from others: averages, decayed
  /// or overall scores.
  public static let vendorRollup = DiagnosticCode(
    "vendor-rollup", .error,
    summary:
      "A file or column holds numbers that a vendor has computed from others: averages, decayed "
      + "or overall scores.",
    remedy:
      "They are not evidence: which work lies behind them, and from when, is lost. Export the "
      + "single results.")

  /// A row differs from what a newer import has put on file; the newer record stays.
  public static let olderExport = DiagnosticCode(
    "older-export", .warning,
    summary:
      "A row differs from what a newer import has put on file; the newer record stays.",
    remedy:
      "An export that was imported before is imported again, after a newer one: its rows are not "
      + "taken for corrections. If the older value is right after all, enter a correction.")

  /// A source says something new of evidence that was corrected by hand; the correction stands.
  public static let correctedByHand = DiagnosticCode(
    "corrected-by-hand", .warning,
    summary:
      "A source says something new of evidence that was corrected by hand; the correction stands.",
    remedy:
      "Who has corrected a record knew more than the source then. If the source is right now, enter "
      + "a correction that replaces the one by hand.")

  /// Two rows of a source that differ become one record.
  public static let rowsBecomeOne = DiagnosticCode(
    "rows-become-one", .warning,
    summary: "Two rows of a source that differ become one record.",
    remedy:
      "They have one evidence_id and say the same in our words. If they are two pieces of work, one "
      + "of them is lost: add a column that tells them apart to evidence_id in the mapping.")

  /// A source marks what it holds as no longer active: a user, an item, a framework.
  public static let inactiveInSource = DiagnosticCode(
    "inactive-in-source", .warning,
    summary: "A source marks what it holds as no longer active: a user, an item, a framework.",
    remedy:
      "It is used all the same, because evidence and past documents may name it. If it counts no "
      + "more, leave it out by a filter, or enter the day on which a student left.")

  /// A value given with --set is not used in rows that say something else.
  public static let filledAlready = DiagnosticCode(
    "filled-already", .warning,
    summary: "A value given with --set is not used in rows that say something else.",
    remedy:
      "--set fills what the rows leave empty, and never replaces what they say. Correct the rows "
      + "where they come from, or translate their values in a mapping.")

  /// The source wants a student deleted who is on file, and does not say when the student left; or
  /// it voids a statement of which nothing is known here.
  public static let withdrawnBySource = DiagnosticCode(
    "withdrawn-by-source", .error,
    summary:
      "The source has deleted a student or a competency that is on file, and only a person can say "
      + "what follows; or it voids a statement of which nothing is known here.",
    remedy: "A day of leaving stands on documents, so it is not guessed: if the student has left, "
      + "enter withdrawn_on in students.csv. A competency stays, since evidence and past documents "
      + "name it: remove its row if nothing does. If the source is wrong, correct it there. If "
      + "nothing of a voided statement was ever imported, leave out voiding statements by a filter on "
      + "verb.")

  /// So many rows of an import cannot be used that nothing of it is.
  public static let tooManyRejected = DiagnosticCode(
    "too-many-rejected", .error,
    summary: "So many rows of an import cannot be used that nothing of it is imported.",
    remedy:
      "Rejected rows are kept in memory with their reasons, so their number is bounded. Where "
      + "there are so many, a mapping, a crosswalk or a missing table is the cause: mend it and "
      + "import the file again. --most-rejected N keeps more.")

  /// A filter leaves out rows whose value differs from the one that it takes in its case only.
  public static let filteredByCase = DiagnosticCode(
    "filtered-by-case", .warning,
    summary:
      "A filter leaves out rows whose value differs from the one that it takes in its case only.",
    remedy:
      "Values are compared exactly. Add the other spelling to the filter if it means the same.")

  /// The rating of a row is another level than its points are.
  public static let ratingAgainstPoints = DiagnosticCode(
    "rating-against-points", .warning,
    summary: "The rating of a row is another level than its points are.",
    remedy:
      "The rating counts, because points mean something else in every account. Here they are of "
      + "as many as the district has levels, so one of the two is most likely wrong.")

  /// A report says that it holds nothing.
  public static let noRecords = DiagnosticCode(
    "no-records", .note,
    summary: "A report says that it holds nothing.",
    remedy: "Nothing is changed. If something was expected, check the term and the course of the "
      + "report.")

  /// A JSON file is neither a CASE package nor xAPI statements, or an item of a package lacks
  /// what CASE requires.
  public static let notAFramework = DiagnosticCode(
    "not-a-framework", .error,
    summary:
      "A JSON file is neither a CASE package nor xAPI statements, or an item of a package lacks "
      + "what CASE requires.",
    remedy: "Export the framework as a CASE package (CFPackage); each item has an identifier and a "
      + "fullStatement.")

  /// A ZIP archive is damaged.
  public static let damagedArchive = DiagnosticCode(
    "damaged-archive", .error,
    summary: "A ZIP archive is damaged.",
    remedy: "Nothing more of it is used. Make the archive again, or import the files themselves.")

  /// A ZIP archive holds too many files, or unpacks to more than it may.
  public static let archiveTooLarge = DiagnosticCode(
    "archive-too-large", .error,
    summary: "A ZIP archive holds too many files, or unpacks to more than it may.",
    remedy:
      "Archives can be made to unpack to far more than they hold, so what comes out is capped. "
      + "Import the files themselves.")

  /// A ZIP archive holds paths that lead out of it, a file twice, a password, or an unusual
  /// packing.
  public static let suspiciousArchive = DiagnosticCode(
    "suspicious-archive", .error,
    summary:
      "A ZIP archive holds paths that lead out of it, a file twice, a password, or an unusual "
      + "packing.",
    remedy: "Nothing more of it is used. Make the archive again from the exported files alone.")

  /// A file or line is not JSON.
  public static let jsonSyntax = DiagnosticCode(
    "json-syntax", .error,
    summary: "A file or line is not JSON.",
    remedy: "The place named is where reading stopped. Export the file again.")

  /// A JSON file is nested too deeply or holds too many values.
  public static let jsonTooComplex = DiagnosticCode(
    "json-too-complex", .error,
    summary: "A JSON file is nested too deeply or holds too many values.",
    remedy: "Export less at a time.")
}
