import Diagnostics
import TranscriptModel

/// Finds what a policy asks for that can never come about.
struct PolicyReach {
  let policy: Policy
  let framework: CompetencyFramework

  /// Checks the rule of each competency.
  func check(_ rules: [CompiledRule], _ diagnostics: inout DiagnosticList) {
    checkCounts(rules, &diagnostics)
  }

  /// Every level that meets the bar can be a posted mark.
  func checkPoints(_ diagnostics: inout DiagnosticList) {
    guard let table = policy.equivalence else { return }
    let marks = policy.scale.levels.dropFirst(policy.scale.bar).map(\.code)
    let missing = marks.filter { table.points[$0] == nil }
    guard !missing.isEmpty else { return }
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.pointsGap, at: SourceLocation(file: "policy.yaml"),
        "the equivalence table gives no points for \(missing.joined(separator: ", "))",
        hint: "add points for \(missing.joined(separator: ", "))"))
  }

  /// A rule that asks for n children, where no competency that it decides has so many.
  private func checkCounts(_ rules: [CompiledRule], _ diagnostics: inout DiagnosticList) {
    let slots: [CompetencyTier: [Int]] = Dictionary(
      grouping: framework.competencies.indices.filter { index in
        policy.overrides[framework.competencies[index].id] == nil
      }, by: { framework.competencies[$0].tier })
    for tier in CompetencyTier.allCases {
      check(slots[tier] ?? [], rules, at: policy.rules[tier.slot]?.location, &diagnostics)
    }
    for (id, specification) in policy.overrides.sorted(by: { $0.key < $1.key }) {
      let index = framework.index(of: id)
      check(index.map { [$0] } ?? [], rules, at: specification.location, &diagnostics)
    }
  }

  private func check(
    _ indices: [Int], _ rules: [CompiledRule], at location: SourceLocation?,
    _ diagnostics: inout DiagnosticList
  ) {
    guard let first = indices.first, case .children(let decider) = rules[first],
      let rule = decider.rule as? AtLeastChildren
    else { return }
    let most = indices.map { children(of: $0, decider) }.max() ?? 0
    guard rule.number > most else { return }
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.unreachableRule, at: location,
        "rule \"\(decider.name)\" asks for \(rule.number) children, and there are at most \(most)",
        hint: most == 0 ? "write a rule over evidence" : "write n: \(most)"))
  }

  private func children(of index: Int, _ decider: ChildDecider) -> Int {
    if let members = decider.members { return members.count }
    let own = framework.children(of: framework.competencies[index].id)
    return own.count { !decider.coreOnly || $0.isCore }
  }
}
