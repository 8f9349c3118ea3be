public import Diagnostics

// Codes about what a policy says.
extension DiagnosticCode {
  /// A level is not in the scale.
  public static let unknownLevel = DiagnosticCode(
    "unknown-level", .error,
    summary: "A level is not in the scale.",
    remedy: "Write one of the codes of the scale in policy.yaml, or its number.")

  /// A row names a scale for which policy.yaml declares no table.
  public static let undeclaredScale = DiagnosticCode(
    "undeclared-scale", .error,
    summary: "A row gives a score of a scale for which policy.yaml declares no table.",
    remedy: "A score means a level only where the district has said which: declare the scale under "
      + "score_tables, with its scores or its steps. Nothing is guessed.")

  /// The code of a level already means something else on a transcript.
  public static let levelCodeCollision = DiagnosticCode(
    "level-code-collision", .error,
    summary: "The code of a level already means something else on a transcript.",
    remedy:
      "AP, IB, CR, W, I, P and F are read as Advanced Placement, International Baccalaureate, "
      + "credit, withdrawn, incomplete, pass and fail. Choose another.")

  /// The code of a level has more than three characters.
  public static let levelCodeTooLong = DiagnosticCode(
    "level-code-too-long", .error,
    summary: "The code of a level has more than three characters.",
    remedy: "The XML format has room for three. The label holds the word.")

  /// Levels, or the steps from scores to levels, do not rise.
  public static let levelsOutOfOrder = DiagnosticCode(
    "levels-out-of-order", .error,
    summary:
      "The levels of the scale are not listed lowest first with rising numbers, or steps from scores "
      + "to levels, in policy.yaml or in a mapping, do not rise with them.",
    remedy: "List levels so, since rules compare them by their place; let a higher step lead to a "
      + "higher level.")

  /// A credit area is not in policy.yaml.
  public static let unknownCreditArea = DiagnosticCode(
    "unknown-credit-area", .error,
    summary: "A credit area is not in policy.yaml.",
    remedy: "Write one of the ids under credit_areas.")

  /// A course is not in courses.csv.
  public static let unknownCourse = DiagnosticCode(
    "unknown-course", .error,
    summary: "A course is not in courses.csv.",
    remedy: "Correct the code, or add the course.")

  /// A waiver names neither a requirement of a plan nor a competency.
  public static let unknownRequirement = DiagnosticCode(
    "unknown-requirement", .error,
    summary: "A waiver names neither a requirement of a plan nor a competency.",
    remedy: "Write the id of a requirement from policy.yaml, or the code of a competency.")

  /// A requirement does not say what meets it.
  public static let requirementWithoutKind = DiagnosticCode(
    "requirement-without-kind", .error,
    summary: "A requirement does not say what meets it.",
    remedy: "Give it credits with areas, competencies, courses with credits, hours with pathways, "
      + "notation, all, or at_least with of.")

  /// More are asked for than there are.
  public static let atLeastTooMany = DiagnosticCode(
    "at-least-too-many", .error,
    summary: "More are asked for than there are.",
    remedy: "Write a number that can be reached.")

  /// A range ends before it begins.
  public static let rangeBackwards = DiagnosticCode(
    "range-backwards", .error,
    summary: "A range ends before it begins.",
    remedy: "Write the smaller number first.")

  /// Two graduation plans hold for the same class.
  public static let overlappingPlans = DiagnosticCode(
    "overlapping-plans", .error,
    summary: "Two graduation plans hold for the same class.",
    remedy:
      "Which of them decides who graduates is for the district to say. Change the classes so that "
      + "each has one plan.")

  /// No graduation plan holds for the class of a student.
  public static let noPlanForClass = DiagnosticCode(
    "no-plan-for-class", .warning,
    summary: "No graduation plan holds for the class of a student.",
    remedy:
      "The student has credits and attainment but no audit. Correct class_of, or add the class "
      + "to a plan.")

  /// The title of a course has more than 60 characters.
  public static let titleTooLong = DiagnosticCode(
    "title-too-long", .error,
    summary: "The title of a course has more than 60 characters.",
    remedy: "It is printed in full and never cut. Shorten it.")
}
