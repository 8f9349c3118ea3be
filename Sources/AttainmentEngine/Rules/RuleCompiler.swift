import Diagnostics
import TranscriptModel

/// Reads the rules of a policy for a framework.
struct RuleCompiler {
  let policy: Policy
  let framework: CompetencyFramework

  /// The rule of each competency; `nil` when one cannot be read.
  func rules(
    over tiers: [CompetencyTier: CompiledRule], reporting diagnostics: inout DiagnosticList
  ) -> [CompiledRule]? {
    var overrides: [Identifier<Competency>: CompiledRule] = [:]
    for (id, specification) in policy.overrides.sorted(by: { $0.key < $1.key }) {
      guard let competency = framework.competency(id) else {
        reportUnknown(id, at: specification.location, to: &diagnostics)
        continue
      }
      overrides[id] = compile(specification, for: competency.tier.slot, &diagnostics)
    }
    let rules = framework.competencies.compactMap { overrides[$0.id] ?? tiers[$0.tier] }
    return rules.count == framework.competencies.count ? rules : nil
  }

  /// The rule of each tier, from the policy or the default.
  func tierRules(
    reporting diagnostics: inout DiagnosticList
  ) -> [CompetencyTier: CompiledRule] {
    var tiers: [CompetencyTier: CompiledRule] = [:]
    for tier in CompetencyTier.allCases {
      let specification = policy.rules[tier.slot] ?? standard("highest-in-distinct")
      tiers[tier] = compile(specification, for: tier.slot, &diagnostics)
    }
    return tiers
  }

  private func compile(
    _ specification: RuleSpecification, for slot: RuleSlot, _ diagnostics: inout DiagnosticList
  ) -> CompiledRule? {
    let options = RuleOptions(
      specification, slot: slot, scale: policy.scale, framework: framework)
    let rule = RuleCatalogue.compile(options, reporting: &diagnostics)
    for name in rule?.averaging ?? [] {
      diagnostics.add(
        Diagnostic(
          AttainmentDiagnostic.averagingRule, at: specification.location,
          "rule \"\(name)\" averages; every document says so",
          hint: "use highest-in-distinct, or leave it if the board has adopted it"))
    }
    return rule
  }

  /// The rule for the mark of a course.
  func courseMark(reporting diagnostics: inout DiagnosticList) -> ChildDecider? {
    let specification = policy.rules[.courseMark] ?? standard("share-at-or-above")
    guard let rule = compile(specification, for: .courseMark, &diagnostics) else { return nil }
    if case .children(let decider) = rule { return decider }
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.misplacedRule, at: specification.location,
        "rule \"\(specification.name)\" cannot decide the mark of a course",
        excerpt: Excerpt(cell: specification.name), hint: "write share-at-or-above"))
    return nil
  }

  private func standard(_ name: String) -> RuleSpecification {
    let location = SourceLocation(file: "policy.yaml")
    return RuleSpecification(name: name, options: PolicyNode(.mapping([]), at: location))
  }

  private func reportUnknown(
    _ id: Identifier<Competency>, at location: SourceLocation,
    to diagnostics: inout DiagnosticList
  ) {
    let nearest = NearestName.find(id.code, in: framework.competencies.map(\.id.code))
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.unknownCompetency, at: location,
        "the rules name competency \"\(id)\", which does not exist",
        excerpt: Excerpt(cell: id.code), hint: nearest.map { "write \($0)" }))
  }

  /// An order in which each competency comes after those that its rule waits for.
  func order(of rules: [CompiledRule], reporting diagnostics: inout DiagnosticList) -> [Int]? {
    let waits = rules.indices.map { rules[$0].dependencies(of: $0, in: framework) }
    var order: [Int] = []
    var isDone = Array(repeating: false, count: rules.count)
    while order.count < rules.count {
      let ready = rules.indices.filter { index in
        !isDone[index] && waits[index].allSatisfy { isDone[$0] }
      }
      guard !ready.isEmpty else {
        reportCycle(rules.indices.filter { !isDone[$0] }, to: &diagnostics)
        return nil
      }
      for index in ready { isDone[index] = true }
      order += ready
    }
    return order
  }

  private func reportCycle(_ indices: [Int], to diagnostics: inout DiagnosticList) {
    let codes = indices.prefix(5).map { framework.competencies[$0].id.code }
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.ruleCycle,
        at: indices.first.map { framework.competencies[$0].location },
        "the rules of \(codes.joined(separator: ", ")) wait for each other",
        hint: "change the members of one of these rules"))
  }
}
