public import Diagnostics

// Codes about evidence.
extension DiagnosticCode {
  /// Two rows of evidence have one id.
  public static let duplicateEvidence = DiagnosticCode(
    "duplicate-evidence", .error,
    summary: "Two rows of evidence have one id.",
    remedy:
      "Of rows that are alike in every byte the first is used; of rows that differ none is. A "
      + "correction has an id of its own and names the other in replaces.")

  /// A row is rated and has no level.
  public static let ratedWithoutLevel = DiagnosticCode(
    "rated-without-level", .error,
    summary: "A row is rated and has no level.",
    remedy: "Missing is not zero: write the level, or the status missed, excused or withdrawn.")

  /// A row has a level although its status says that nothing was rated.
  public static let levelWithoutRating = DiagnosticCode(
    "level-without-rating", .error,
    summary: "A row has a level although its status says that nothing was rated.",
    remedy: "Empty the level, or make the status rated.")

  /// A decision says that a competency is met, at a level that does not meet it.
  public static let decisionBelowBar = DiagnosticCode(
    "decision-below-bar", .error,
    summary: "A decision says that a competency is met, and names a level below the bar.",
    remedy: """
      One of the two is wrong, and credit may rest on it. Correct the level, leave it empty where the \
      decision names none, or write lowers under act.
      """)

  /// The competency does not belong to the content area that the row names.
  public static let areaNotOfCompetency = DiagnosticCode(
    "area-not-of-competency", .error,
    summary: "The competency does not belong to the content area that the row names.",
    remedy: "Name one of its areas. Where it has only one, leave the cell empty.")

  /// Evidence of a competency that is met area by area names no area.
  public static let evidenceWithoutArea = DiagnosticCode(
    "evidence-without-area", .warning,
    summary: "Evidence of a competency that is met area by area names no area.",
    remedy:
      "The rule says areas: each, and the competency has several areas: the row counts in none of "
      + "them until content_area says in which it was shown.")

  /// Evidence was shown after the student had left the school.
  public static let evidenceAfterLeaving = DiagnosticCode(
    "evidence-after-leaving", .warning,
    summary: "Evidence was shown after the student had left the school.",
    remedy:
      "One of the two days is wrong. The work counts from its day on, and credit may post by it. "
      + "Correct demonstrated_on, or withdrawn_on in students.csv.")

  /// A correction replaces evidence that is not there.
  public static let unknownReplacement = DiagnosticCode(
    "unknown-replacement", .error,
    summary: "A correction replaces evidence that is not there.",
    remedy:
      "Correct the id in replaces. The row is not used until then, so that nothing counts twice.")

  /// A correction replaces the evidence of another student.
  public static let replacesOtherStudent = DiagnosticCode(
    "replaces-other-student", .error,
    summary: "A correction replaces the evidence of another student.",
    remedy: "Correct the id in replaces.")

  /// A correction is refused, so that neither it nor what it corrects is used.
  public static let correctionRefused = DiagnosticCode(
    "correction-refused", .error,
    summary: "A correction is refused, so that neither it nor what it corrects is used.",
    remedy: "The older record is known to be wrong, and the row that puts it right cannot be read. "
      + "Mend the correction; it then replaces the other.")

  /// Two corrections replace the same evidence; neither is used, nor is what they replace.
  public static let replacedTwice = DiagnosticCode(
    "replaced-twice", .error,
    summary:
      "Two corrections replace the same evidence; neither is used, nor is what they replace.",
    remedy: "Let the second replace the first, so that it is clear which one holds.")

  /// Two titles of one day differ only in how they were typed.
  public static let similarTitles = DiagnosticCode(
    "similar-titles", .warning,
    summary: "Two titles of one student, competency and day differ only in how they were typed.",
    remedy:
      "They count as one demonstration, so that a slip of the keyboard does not count twice. Write "
      + "one title for one piece of work, or two that differ for two.")

  /// Two rows of credit from elsewhere are alike but for the id.
  public static let similarTransfer = DiagnosticCode(
    "similar-transfer", .warning,
    summary: "Two rows of credit from elsewhere are alike but for the id.",
    remedy:
      "Both count. Where one credit was entered twice, remove one row; where there were two courses "
      + "of one name, all is well.")

  /// Two decisions of one day say opposite things.
  public static let opposedDecisions = DiagnosticCode(
    "opposed-decisions", .warning,
    summary:
      "Of two decisions of one day on one competency, one lowers the result and one says that it is met.",
    remedy:
      "The day does not say which came last, and the lowering holds. Correct the day of one, or remove "
      + "the one that was withdrawn.")

  /// Evidence, an award or an experience is of a day after the one that is asked about, and does not
  /// count on it.
  public static let evidenceAfterAsOf = DiagnosticCode(
    "evidence-after-as-of", .warning,
    summary:
      "Evidence, an award or an experience is of a day after the one that is asked about, and does not "
      + "count on it.",
    remedy: "The rows are kept and count from their days on. Ask about a later day, or correct the "
      + "days if they are wrong.")

  /// Corrections replace each other in a circle; none of them is used.
  public static let replacementCycle = DiagnosticCode(
    "replacement-cycle", .error,
    summary: "Corrections replace each other in a circle; none of them is used.",
    remedy: "Empty replaces in the one that is not a correction.")
}
