import Diagnostics

/// The reference page of the rules, made from what each rule's file says.
public enum RuleReference {
  /// The page as Markdown, for `docs/rules.md`.
  public static var markdown: String {
    var page = """
      # Rules

      This page is made from the rules themselves; do not edit it.

      A rule turns evidence into a level, or the levels of several competencies into one. The \
      policy names one for each tier (`graduation`, `content-area`, `objective`), one for the mark \
      of a course (`course-mark`), and others for single competencies (`overrides`):

      ```yaml
      rules:
        graduation:   { rule: highest-in-distinct, demonstrations: 2 }
        content-area: { rule: all-of, rules: [ { rule: all-children }, { rule: highest, including: [exhibition] } ] }
        course-mark:  { rule: share-at-or-above, share: 1/2, floor: PR }
      ```

      What holds for every rule:

      - Numbers are exact. A value is rounded once, half away from zero, where a rule says so; the \
      rounded value is the one compared and the one printed.
      - A demonstration is one piece of work on one day. Of several ratings of it the highest counts.
      - Only summative evidence counts unless the rule says `formative: yes`; a pre-assessment never \
      does.
      - Missed, excused and withdrawn work is not a number and never lowers a result.
      - A result, once reached, stands (`high-water`); the latest evidence below the bar raises a \
      flag for a person to look at. So does older work that is entered late (`recorded_on`) and would \
      lower an average: what stood on the day of its entry stands. Where no day of entry is \
      stated, work counts as entered on the day on which it was shown, and an average may fall by it.
      - A child that is met without a level (waived, transferred, or met by a decision that names \
      none) counts as met at the bar: it reaches the bar and every level below it, and no level \
      above. Above the bar, and in a mean, it is left out, for it is no number. What is met by such \
      children alone is met without a level.
      - A rule that averages is never used unless the policy names it, and every document that rests \
      on it says so.


      """
    page += section("Rules over evidence", .evidence)
    page += options("Options of every rule over evidence", RuleCatalogue.evidenceOptions)
    page += section("Rules over children", .children)
    page += options("Options of every rule over children", RuleCatalogue.childOptions)
    page += section("Trees", .tree)
    page += "## Problems with rules\n\nWhat `check` says about a policy and what it decides on:\n\n"
    page += AttainmentDiagnostic.all.map(problem).joined()
    return page
  }

  private static func section(_ title: String, _ family: RuleDocumentation.Family) -> String {
    let rules = RuleCatalogue.documentation.filter { $0.family == family }
    return "## \(title)\n\n" + rules.map(entry).joined()
  }

  private static func entry(_ rule: RuleDocumentation) -> String {
    let warning = rule.averages ? "**Averages.** " : ""
    let stands =
      rule.averages && rule.family == .evidence
      ? " Under the default high-water mark the best value reached stands; the example is the "
        + "rule's own value." : ""
    return """
      ### `\(rule.name)`: \(rule.title)

      \(warning)\(rule.decides)\(stands)

      *Why.* \(rule.why)

      *Example.* \(rule.example)

      *Authority.* \(rule.authority)


      """ + table(rule.options)
  }

  private static func problem(_ code: DiagnosticCode) -> String {
    "### \(code.name)\n*\(code.severity.label)*: \(code.summary) \(code.remedy)\n\n"
  }

  private static func options(_ title: String, _ options: [RuleDocumentation.Option]) -> String {
    "### \(title)\n\n" + table(options)
  }

  private static func table(_ options: [RuleDocumentation.Option]) -> String {
    guard !options.isEmpty else { return "" }
    let rows = options.map {
      "| `\($0.name)` | \($0.values) | \($0.standard) | \($0.meaning) |\n"
    }
    return "| option | values | if left out | meaning |\n|---|---|---|---|\n" + rows.joined() + "\n"
  }
}
