public import Diagnostics

/// The problems that the engine finds when it compiles a policy.
public enum AttainmentDiagnostic {
  /// A rule name that the catalogue does not have.
  public static let unknownRule = DiagnosticCode(
    "unknown-rule", .error, summary: "The policy names a rule that does not exist.",
    remedy: """
      A decision cannot be made by a rule that nobody has written down. Write one of the names in \
      docs/rules.md; the nearest one is suggested.
      """)
  /// An option that the rule does not have.
  public static let unknownOption = DiagnosticCode(
    "unknown-rule-option", .error, summary: "A rule has an option that it does not know.",
    remedy: """
      An option that is ignored would decide otherwise than its author meant. Remove it, or write \
      the option that was meant; docs/rules.md lists the options of each rule.
      """)
  /// A value that an option does not take.
  public static let badOption = DiagnosticCode(
    "bad-rule-option", .error, summary: "An option of a rule has a value that it does not take.",
    remedy: "Write a value of the kind that the message names; docs/rules.md has an example.")
  /// An option without which the rule decides nothing.
  public static let missingOption = DiagnosticCode(
    "missing-rule-option", .error, summary: "A rule lacks an option that it needs.",
    remedy: "Add the option that the message names; docs/rules.md has an example.")
  /// A rule in a place where it has nothing to look at.
  public static let misplacedRule = DiagnosticCode(
    "misplaced-rule", .error, summary: "A rule stands where it has nothing to decide on.",
    remedy: """
      The mark of a course is decided from the course's competencies: a rule over evidence has \
      nothing to look at there. Write a rule over children, such as share-at-or-above.
      """)
  /// Rules that wait for each other.
  public static let ruleCycle = DiagnosticCode(
    "rule-cycle", .error, summary: "The rules of some competencies depend on each other in a ring.",
    remedy: """
      A competency decided by its children cannot itself decide one of them. Break the ring at \
      one of the competencies that the message names.
      """)
  /// A competency that is not in the framework.
  public static let unknownCompetency = DiagnosticCode(
    "unknown-rule-competency", .error,
    summary: "A rule names a competency that is not in the framework.",
    remedy: "Write the code exactly as in framework/competencies.csv.")
  /// A rule that averages.
  public static let averagingRule = DiagnosticCode(
    "averaging-rule", .warning, summary: "A rule averages.",
    remedy: """
      Mastery-based learning decides on what a student can do now; an average lets early attempts \
      pull a result down, or strengths make up for gaps. The rule works, and every document names it. A rule that does not \
      average, such as highest-in-distinct, needs no explanation.
      """)

  /// A rule that nothing can meet.
  public static let unreachableRule = DiagnosticCode(
    "unreachable-rule", .warning, summary: "A rule asks for more than there is.",
    remedy: """
      No competency that the rule decides has so many children, so none can ever be met by it. \
      Write a smaller number, or add the children to the framework.
      """)
  /// A table of grade points that lacks a level at which credit posts.
  public static let pointsGap = DiagnosticCode(
    "equivalence-gap", .warning,
    summary: "The equivalence table gives no points for a level that meets the bar.",
    remedy: """
      A course with that mark is left out of the grade-point equivalent. Add the level to the \
      table's points, as the board has adopted it.
      """)

  /// Every code of this stage.
  public static let all = [
    unknownRule, unknownOption, badOption, missingOption, misplacedRule, ruleCycle,
    unknownCompetency, averagingRule, unreachableRule, pointsGap,
  ]
}
