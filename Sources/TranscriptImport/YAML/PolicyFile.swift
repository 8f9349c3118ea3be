import Diagnostics
import TranscriptModel

/// `policy.yaml` before the framework and the courses are known: what it names is checked later.
struct PolicyDraft {
  let title: String
  let version: String
  let effectiveOn: CalendarDate
  let adoptedOn: CalendarDate?
  let adoptedBy: String?
  let scale: PerformanceScale
  let scoreTables: [ScoreTable]
  let rules: [RuleSlot: RuleSpecification]
  let overrides: [(competency: PolicyNode.Member, rule: RuleSpecification)]
  let earlier: [CohortDraft]
  let competenciesPerArea: ClosedRange<Int>
  let creditAreas: [CreditArea]
  let plans: [PolicyNode]
  let equivalence: EquivalenceTable?
  let promotion: [PolicyNode]
  let honors: HonorsPolicy?
  let ranksClass: Bool
}

/// The rules that some classes keep, before the framework is known.
struct CohortDraft {
  let version: String
  let effectiveOn: CalendarDate
  let adoptedOn: CalendarDate?
  let adoptedBy: String?
  let firstClass: Int?
  let lastClass: Int?
  let rules: [RuleSlot: RuleSpecification]
  let overrides: [(competency: PolicyNode.Member, rule: RuleSpecification)]
  let location: SourceLocation
}

/// Reads `policy.yaml`.
struct PolicyFile {
  let problems: YAMLProblems

  init(_ problems: YAMLProblems) { self.problems = problems }

  func draft(_ root: PolicyNode) -> PolicyDraft? {
    guard var map = YAMLMapping(root, name: "policy.yaml", problems) else { return nil }
    let title = map.requiredText("policy")
    let version = map.requiredText("version")
    let effective = map.requiredDate("effective_on")
    let adoptedOn = map.date("adopted_on")
    let adoptedBy = map.text("adopted_by")
    let scale = map.requiredMapping("scale").flatMap { ScaleFile(problems).scale($0) }
    let tables = ScoreTableFile(problems, scale: scale).tables(map.list("score_tables") ?? [])
    let (rules, overrides) = map.mapping("rules").map { self.rules($0) } ?? ([:], [])
    let earlier = (map.list("earlier") ?? []).compactMap { cohort($0) }
    let perArea = map.mapping("competencies_per_area").map { range($0) ?? 1...999 } ?? 5...8
    let areas = creditAreas(&map)
    let plans = map.required("plans").map { map.items(of: $0, "plans") } ?? []
    let equivalence = map.mapping("equivalence").flatMap {
      EquivalenceFile(problems, scale: scale).table($0)
    }
    let promotion = map.list("promotion") ?? []
    let honors = map.mapping("honors").map { HonorsFile().honors($0) }
    let ranksClass = map.flag("rank") ?? false
    map.finish()
    guard let title, let version, let effective, let scale else { return nil }
    return PolicyDraft(
      title: title, version: version, effectiveOn: effective, adoptedOn: adoptedOn,
      adoptedBy: adoptedBy, scale: scale, scoreTables: tables, rules: rules, overrides: overrides,
      earlier: earlier, competenciesPerArea: perArea, creditAreas: areas, plans: plans,
      equivalence: equivalence,
      promotion: promotion, honors: honors, ranksClass: ranksClass)
  }

  private func rules(
    _ map: YAMLMapping
  ) -> ([RuleSlot: RuleSpecification], [(PolicyNode.Member, RuleSpecification)]) {
    var map = map
    var rules: [RuleSlot: RuleSpecification] = [:]
    for slot in RuleSlot.allCases {
      rules[slot] = map.value(slot.rawValue).flatMap { specification($0, slot.rawValue) }
    }
    let overrides = map.mapping("overrides")?.members ?? []
    map.finish()
    let specified = overrides.compactMap { member in
      specification(member.value, member.key).map { (member, $0) }
    }
    return (rules, specified)
  }

  private func cohort(_ node: PolicyNode) -> CohortDraft? {
    guard var map = YAMLMapping(node, name: "the earlier policy", problems) else { return nil }
    let version = map.requiredText("version")
    let effective = map.requiredDate("effective_on")
    let adoptedOn = map.date("adopted_on")
    let adoptedBy = map.text("adopted_by")
    let classes = map.requiredMapping("classes").flatMap { self.classes($0) }
    let rules = map.requiredMapping("rules").map { self.rules($0) }
    map.finish()
    guard let version, let effective, let classes, let rules else { return nil }
    return CohortDraft(
      version: version, effectiveOn: effective, adoptedOn: adoptedOn, adoptedBy: adoptedBy,
      firstClass: classes.first, lastClass: classes.last, rules: rules.0, overrides: rules.1,
      location: node.location)
  }

  /// Classes of which one end may be open.
  private func classes(_ map: YAMLMapping) -> (first: Int?, last: Int?)? {
    var map = map
    let from = map.whole("from", in: 1950...2150)
    let through = map.whole("through", in: 1950...2150)
    map.finish()
    if from == nil, through == nil {
      problems.report(
        .missingKey, at: map.location, "classes has neither \"from\" nor \"through\"",
        hint: "add \"through: YEAR\", the last class that keeps these rules")
      return nil
    }
    if let from, let through, through < from {
      problems.report(
        .rangeBackwards, at: map.location, "classes end before they begin",
        hint: "write the earlier year under from")
      return nil
    }
    return (from, through)
  }

  /// The rule's own options are read by the engine, which knows them.
  private func specification(_ node: PolicyNode, _ name: String) -> RuleSpecification? {
    guard var map = YAMLMapping(node, name: name, problems), let rule = map.requiredText("rule")
    else { return nil }
    return RuleSpecification(name: rule, options: node)
  }

  private func range(_ map: YAMLMapping) -> ClosedRange<Int>? {
    var map = map
    let from = map.whole("from", in: 1...999) ?? 5
    let through = map.whole("through", in: 1...999) ?? 8
    map.finish()
    if from <= through { return from...through }
    map.problems.report(
      .rangeBackwards, at: map.location, "\(map.name) ends before it begins",
      hint: "write the smaller number under from")
    return nil
  }

  private func creditAreas(_ map: inout YAMLMapping) -> [CreditArea] {
    var areas: [CreditArea] = []
    guard let list = map.required("credit_areas") else { return [] }
    for item in map.items(of: list, "credit_areas") {
      guard var entry = YAMLMapping(item, name: "the credit area", problems) else { continue }
      let id = entry.requiredText("id")
      let title = entry.requiredText("title")
      let pesc = entry.text("pesc")
      entry.finish()
      guard let id, let title else { continue }
      if areas.contains(where: { $0.id.code == id }) {
        entry.report(
          .duplicateCode, entry.node["id"] ?? item, "the credit area \"\(id)\" is there twice",
          hint: "remove one of the two")
        continue
      }
      areas.append(CreditArea(id: Identifier(id), title: title, pescCode: pesc ?? "Other"))
    }
    return areas
  }
}

extension YAMLMapping {
  /// The items of a list that must be one; empty otherwise.
  func items(of value: PolicyNode, _ key: String) -> [PolicyNode] {
    if let items = value.items { return items }
    report(
      .wrongType, value, "\(key) must be a list", hint: "begin each item with a hyphen and a space")
    return []
  }
}
