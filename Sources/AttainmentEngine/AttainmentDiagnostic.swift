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
      With every child and every demonstration at the highest level the rule would still not be \
      met: there are too few children, points or weights. Ask for less, or add the children to the \
      framework.
      """)
  /// A requirement of a plan that nothing can meet.
  public static let unreachableRequirement = DiagnosticCode(
    "unreachable-requirement", .warning, summary: "A requirement asks for more than there is.",
    remedy: """
      No student can meet it: its parts ask for more than the whole holds, or what it names brings \
      less than it asks for. Ask for less, or name more.
      """)
  /// A line of named courses that does not say whether its credit counts elsewhere too.
  public static let unsaidCrossCredit = DiagnosticCode(
    "unsaid-cross-credit", .warning,
    summary: "A requirement of named courses does not say whether their credit counts twice.",
    remedy: """
      Each credit counts once: what the named courses bring to this requirement is then missing in \
      the line by areas that would take it too. Write cross_credit: no if that is meant, yes if it \
      counts in both, or put the requirement among the requirements of that line.
      """)
  /// Two courses that earn credit for one competency.
  public static let sharedCompetency = DiagnosticCode(
    "shared-competency", .warning,
    summary: "A competency earns credit in two courses.",
    remedy: """
      Evidence does not belong to a course: who shows the competency once meets it in both, and each \
      posts its credit, so that one achievement brings more. Let each competency earn credit in one \
      course. Where both courses are one in two forms, let them ask for the very same competencies, and \
      let a student have a row in enrollments.csv for one of them: that one has the credit. A \
      competency of several content areas may stand in courses of different content_area.
      """)
  /// An open enrollment whose time is over.
  public static let overdueEnrollment = DiagnosticCode(
    "overdue-enrollment", .warning,
    summary: "A course is under way or planned, and its school year or expected day is past.",
    remedy: """
      What is under way counts toward "on track", however long ago it was to end. Write completed or \
      withdrawn in enrollments.csv, or correct the school year or the expected day.
      """)
  /// A course that is planned for a year after the student's class has left.
  public static let planAfterClass = DiagnosticCode(
    "plan-after-class", .warning,
    summary: "A course is planned for a school year after the student's class has left.",
    remedy: """
      It counts toward nothing until it has begun. Correct the school year, or class_of in \
      students.csv.
      """)
  /// A rule names a competency that it does not look at.
  public static let notAChild = DiagnosticCode(
    "not-a-child", .error, summary: "A rule names a competency that it does not look at.",
    remedy: """
      A required child that is no child would be forgotten, and a weight for it would count for \
      nothing. Correct the code, or list the competencies under members.
      """)
  /// Options of which one makes another meaningless.
  public static let contradictoryOptions = DiagnosticCode(
    "contradictory-rule-options", .warning,
    summary: "An option of a rule asks for something that does not fit the rest.",
    remedy: "The rule works as its words say. Write what was meant; the message names the numbers.")
  /// A weight of zero.
  public static let zeroWeight = DiagnosticCode(
    "zero-weight", .warning, summary: "A rule gives something a weight of 0.",
    remedy: """
      What weighs nothing changes nothing. Write a weight above 0, or leave it out of what the rule \
      looks at.
      """)
  /// A decision that lowers nothing.
  public static let loweringWithoutEffect = DiagnosticCode(
    "lowering-without-effect", .warning,
    summary: "A decision lowers a result to a level that is not lower.",
    remedy: """
      The result stood at that level or below on the day of the decision, or there was none; credit \
      from elsewhere and waivers are not lowered. Correct the level, the day or the competency, or \
      remove the row.
      """)
  /// A table of grade points that lacks a level at which credit posts.
  public static let pointsGap = DiagnosticCode(
    "equivalence-gap", .warning,
    summary: "The equivalence table gives no points for a level that meets the bar.",
    remedy: """
      A course with that mark is left out of the grade-point equivalent. Add the level to the \
      table's points, as the board has adopted it.
      """)

  /// A policy that is asked about a day before it takes effect.
  public static let policyNotInEffect = DiagnosticCode(
    "policy-not-in-effect", .warning,
    summary: "The policy takes effect after the day for which is asked.",
    remedy: """
      It decides all the same: no other is in the folder. Correct effective_on, ask about a later \
      day, or put back the policy that was in effect; policy diff shows what a new one would change.
      """)

  /// Every code of this stage.
  public static let all = [
    unknownRule, unknownOption, badOption, missingOption, misplacedRule, ruleCycle,
    unknownCompetency, notAChild, averagingRule, unreachableRule, unreachableRequirement,
    unsaidCrossCredit, sharedCompetency, overdueEnrollment, planAfterClass,
    contradictoryOptions, zeroWeight, loweringWithoutEffect, pointsGap,
    policyNotInEffect,
  ]
}
