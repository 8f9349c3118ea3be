import TranscriptModel

/// Competencies whose evidence counts only in the content area that it names.
///
/// A rule with `areas: each` must be met area by area; work of a competency of several areas that
/// names none of them then counts in none.
enum AreaDemand {
  /// Those that such a rule decides, and the objectives whose evidence it draws on.
  static func competencies(
    under policy: Policy, in framework: CompetencyFramework
  ) -> Set<Identifier<Competency>> {
    let cohorts = policy.earlier.map { ($0.rules, $0.overrides) }
    var found: Set<Identifier<Competency>> = []
    for (rules, overrides) in [(policy.rules, policy.overrides)] + cohorts {
      for competency in framework.competencies where competency.areas.count > 1 {
        let rule = overrides[competency.id] ?? rules[competency.tier.slot]
        guard let rule, asksForEach(rule.options) else { continue }
        found.insert(competency.id)
        found.formUnion(framework.children(of: competency.id).filter(\.areas.isEmpty).map(\.id))
      }
    }
    return found
  }

  private static func asksForEach(_ rule: PolicyNode) -> Bool {
    rule["areas"]?.text == "each" || rule["rules"]?.items?.contains(where: asksForEach) ?? false
  }
}
