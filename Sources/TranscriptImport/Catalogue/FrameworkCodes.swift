public import Diagnostics

// Codes about content areas and competencies.
extension DiagnosticCode {
  /// A content area is not in framework/areas.csv.
  public static let unknownArea = DiagnosticCode(
    "unknown-area", .error,
    summary: "A content area is not in framework/areas.csv.",
    remedy: "Correct the code, or add the area.")

  /// A competency is not in framework/competencies.csv.
  public static let unknownCompetency = DiagnosticCode(
    "unknown-competency", .error,
    summary: "A competency is not in framework/competencies.csv.",
    remedy: "Correct the code, or add the competency.")

  /// Two rows have one competency code.
  public static let duplicateCompetency = DiagnosticCode(
    "duplicate-competency", .error,
    summary: "Two rows have one competency code.",
    remedy:
      "Of rows that are alike in every byte the first is used; of rows that differ none is, and "
      + "neither is the evidence that names them.")

  /// A learning objective belongs to no content-area competency.
  public static let orphanObjective = DiagnosticCode(
    "orphan-objective", .error,
    summary: "A learning objective belongs to no content-area competency.",
    remedy: "Name at least one in parents. Evidence of an objective counts through its parents.")

  /// The parent of a competency is not of the tier above.
  public static let wrongTierParent = DiagnosticCode(
    "wrong-tier-parent", .error,
    summary: "The parent of a competency is not of the tier above.",
    remedy: "Objectives belong to content-area competencies, and those may belong to graduation "
      + "competencies.")

  /// A content-area competency is aligned with no state standard.
  public static let unalignedCompetency = DiagnosticCode(
    "unaligned-competency", .error,
    summary: "A content-area competency is aligned with no state standard.",
    remedy:
      "Connecticut grants credit for mastery that accords with state standards. Name at least "
      + "one, as FRAMEWORK:CODE.")

  /// An alignment is not written FRAMEWORK:CODE.
  public static let malformedAlignment = DiagnosticCode(
    "malformed-alignment", .error,
    summary: "An alignment is not written FRAMEWORK:CODE.",
    remedy: "Such as CCSS.Math:A-REI.B.3 or NGSS:HS-PS1-2.")

  /// A graduation competency names a content area.
  public static let areaOnGraduation = DiagnosticCode(
    "area-on-graduation", .error,
    summary: "A graduation competency names a content area.",
    remedy: "Graduation competencies are cross-curricular: empty the cell, or change the tier.")

  /// A content-area competency names no content area.
  public static let missingArea = DiagnosticCode(
    "missing-area", .error,
    summary: "A content-area competency names no content area.",
    remedy: "Name at least one code of framework/areas.csv.")

  /// A content area has fewer or more competencies than the policy says.
  public static let areaOutOfRange = DiagnosticCode(
    "area-out-of-range", .warning,
    summary: "A content area has fewer or more competencies than the policy says.",
    remedy: "Five to eight an area is the usual range; policy.yaml may say another under "
      + "competencies_per_area.")

  /// The short name of a competency has more than 60 characters.
  public static let shortNameTooLong = DiagnosticCode(
    "short-name-too-long", .error,
    summary: "The short name of a competency has more than 60 characters.",
    remedy: "Documents print it in full and never cut it. The statement holds the whole wording.")

  /// The short name of a competency has more than 30 characters and prints on two lines.
  public static let shortNameLong = DiagnosticCode(
    "short-name-long", .note,
    summary: "The short name of a competency has more than 30 characters and prints on two lines.",
    remedy: "Shorten it if you wish.")

  /// The short title of a content area has more than 30 characters.
  public static let shortTitleLong = DiagnosticCode(
    "short-title-long", .note,
    summary: "The short title of a content area has more than 30 characters.",
    remedy: "It is used in narrow places, such as the area profile. Give a short_title.")

  /// Competencies are prerequisites of each other in a circle; none of these prerequisites is
  /// used.
  public static let prerequisiteCycle = DiagnosticCode(
    "prerequisite-cycle", .error,
    summary:
      "Competencies are prerequisites of each other in a circle; none of these prerequisites is "
      + "used.",
    remedy: "Remove one of them.")
}
