import Diagnostics
import TranscriptModel

/// Finds what a policy asks for that can never come about.
///
/// It asks the rules themselves: what is not met with everything at the highest level is never met.
struct PolicyReach {
  let policy: Policy
  let framework: CompetencyFramework

  /// Checks the rule of each competency.
  func check(
    _ rules: [CompiledRule], courseMark: ChildDecider?, _ diagnostics: inout DiagnosticList
  ) {
    for (location, indices) in places where !indices.isEmpty {
      checkNames(indices, rules, at: location, &diagnostics)
      checkReach(indices, rules, at: location, &diagnostics)
    }
    if let courseMark { checkMarks(courseMark, &diagnostics) }
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

  /// Where each rule stands, with the competencies that it decides.
  private var places: [(location: SourceLocation?, indices: [Int])] {
    let tiers = CompetencyTier.allCases.map { tier in
      let indices = framework.competencies.indices.filter { index in
        let competency = framework.competencies[index]
        return competency.tier == tier && policy.overrides[competency.id] == nil
      }
      return (policy.rules[tier.slot]?.location, indices)
    }
    let single = policy.overrides.sorted { $0.key < $1.key }.map { id, specification in
      (Optional(specification.location), framework.index(of: id).map { [$0] } ?? [])
    }
    return tiers + single
  }

  // MARK: - Names

  /// A competency that a rule names is one that the rule looks at.
  private func checkNames(
    _ indices: [Int], _ rules: [CompiledRule], at location: SourceLocation?,
    _ diagnostics: inout DiagnosticList
  ) {
    for decider in rules[indices[0]].overChildren {
      let seen = Set(
        indices.flatMap { decider.members(of: $0, in: framework) }.map {
          framework.competencies[$0].id
        })
      report(decider.rule.named.subtracting(seen), decider, at: location, &diagnostics)
    }
  }

  private func report(
    _ outside: Set<Identifier<Competency>>, _ decider: ChildDecider, at location: SourceLocation?,
    _ diagnostics: inout DiagnosticList
  ) {
    guard !outside.isEmpty else { return }
    let codes = Self.list(outside.sorted().map(\.code))
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.notAChild, at: location,
        "rule \"\(decider.name)\" names \(codes), which it does not look at",
        hint: "correct the code, or add it to members"))
  }

  // MARK: - Reach

  private func checkReach(
    _ indices: [Int], _ rules: [CompiledRule], at location: SourceLocation?,
    _ diagnostics: inout DiagnosticList
  ) {
    var order: [Obstacle] = []
    var stuck: [Obstacle: [Int]] = [:]
    for index in indices {
      guard let obstacle = obstacle(of: rules[index], index) else {
        // A rule over evidence is the same for all that it decides.
        if case .evidence = rules[index] { break }
        continue
      }
      if stuck[obstacle] == nil { order.append(obstacle) }
      stuck[obstacle, default: []].append(index)
    }
    for obstacle in order {
      let codes = Self.list((stuck[obstacle] ?? []).map { framework.competencies[$0].id.code })
      diagnostics.add(
        Diagnostic(
          AttainmentDiagnostic.unreachableRule, at: location,
          "rule \"\(rules[indices[0]].name)\" can never be met for \(codes): \(obstacle.reason)",
          hint: obstacle.remedy))
    }
  }

  /// Why a rule can never be met.
  private struct Obstacle: Hashable {
    let reason: String
    let remedy: String

    static let childless = Obstacle(
      reason: "there are no children to look at", remedy: "write a rule over evidence")
    static let noWork = Obstacle(
      reason: "no demonstrations at all would meet it", remedy: "ask for no more than there is")
  }

  /// Why a rule cannot be met; `nil` when it can.
  private func obstacle(of rule: CompiledRule, _ index: Int) -> Obstacle? {
    switch rule {
    case .evidence(let decider): return obstacle(of: decider)
    case .children(let decider):
      let members = decider.members(of: index, in: framework).map { framework.competencies[$0].id }
      return obstacle(of: decider, members)
    case .tree(let tree):
      let parts = tree.parts.map { obstacle(of: $0, index) }
      if tree.kind == .allOf { return parts.compactMap(\.self).first }
      return parts.contains { $0 == nil } ? nil : parts.compactMap(\.self).first
    }
  }

  private func obstacle(of decider: EvidenceDecider) -> Obstacle? {
    // The standard rule is met by as many demonstrations as it asks for.
    guard decider.fastCount == 0 else { return nil }
    let prospect = EvidenceProspect(
      decider: decider, pieces: [], scores: [], scale: policy.scale,
      asOf: CalendarDate(dayNumber: 0), area: nil)
    return (prospect.ceiling ?? -1) >= policy.scale.bar ? nil : .noWork
  }

  private func obstacle(of decider: ChildDecider, _ members: [Identifier<Competency>]) -> Obstacle?
  {
    guard !members.isEmpty else { return .childless }
    let view = highest(members)
    if decider.rule.verdict(on: view).isMet { return nil }
    return Obstacle(reason: decider.rule.obstacle(in: view), remedy: decider.rule.remedy(in: view))
  }

  private func highest(_ members: [Identifier<Competency>]) -> ChildView {
    let top = policy.scale.levels.count - 1
    return ChildView(
      children: members.map { ChildStanding(competency: $0, level: top, isMet: true) },
      scale: policy.scale)
  }

  // MARK: - Marks

  /// Every course can have a mark.
  private func checkMarks(_ decider: ChildDecider, _ diagnostics: inout DiagnosticList) {
    let location = policy.rules[.courseMark]?.location
    let members = policy.creditRules.flatMap(\.requires.members)
    if !policy.creditRules.isEmpty {
      report(decider.rule.named.subtracting(members), decider, at: location, &diagnostics)
    }
    let stuck = policy.creditRules.filter { course in
      let needed = course.requires.criteria.needed(of: course.requires.members.count)
      let best = Array(course.requires.members.prefix(needed))
      return !best.isEmpty && obstacle(of: decider, best) != nil
    }
    guard !stuck.isEmpty else { return }
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.unreachableRule, at: location,
        "rule \"\(decider.name)\" can never give a mark at the bar to "
          + Self.list(stuck.map(\.id.code)),
        hint: "ask for no more than these courses have"))
  }

  /// `A`, `A, B and C`, `A, B, C and 4 more`.
  static func list(_ codes: [String]) -> String {
    guard codes.count > 4 else { return all(codes) }
    return codes.prefix(3).joined(separator: ", ") + " and \(codes.count - 3) more"
  }

  /// `A`, `A and B`, `A, B and C`.
  static func all(_ codes: [String]) -> String {
    let last = codes.last ?? ""
    return codes.count < 2 ? last : codes.dropLast().joined(separator: ", ") + " and \(last)"
  }
}
