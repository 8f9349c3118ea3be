import Diagnostics
import TranscriptModel

/// Finds requirements of plans that no student can meet, whatever is shown.
struct PlanReach {
  let policy: Policy

  /// What it reports.
  static let codes = [
    AttainmentDiagnostic.unreachableRequirement, AttainmentDiagnostic.unsaidCrossCredit,
  ]

  /// Checks every plan.
  func check(_ diagnostics: inout DiagnosticList) {
    for plan in policy.plans + policy.promotion.map(\.plan) {
      for requirement in plan.requirements { check(requirement, &diagnostics) }
      checkNamed(in: plan, &diagnostics)
    }
  }

  /// A line of named courses says whether their credit counts in a line by areas as well.
  private func checkNamed(in plan: GraduationPlan, _ diagnostics: inout DiagnosticList) {
    // A part counts in its whole in any case.
    let parts = Set(plan.requirements.flatMap(\.withParts).flatMap(\.partsOfLine).map(\.id))
    let all = plan.requirements.flatMap(\.withParts).filter { !parts.contains($0.id) }
    for named in all {
      guard case .courses(let courses, _, nil) = named.kind,
        let other = all.first(where: { takes(courses, $0) })
      else { continue }
      diagnostics.add(
        Diagnostic(
          AttainmentDiagnostic.unsaidCrossCredit, at: named.location,
          "the credit of \(PolicyReach.list(courses.map(\.code))) counts in \"\(named.id)\" alone, "
            + "not in \"\(other.id)\" as well",
          hint:
            "write cross_credit: no if so; yes, if it is to count in both; or make it one of the "
            + "requirements of \"\(other.id)\""))
    }
  }

  /// Whether a line by areas takes credit of one of the courses.
  private func takes(
    _ courses: [Identifier<CreditRule>], _ line: GraduationRequirement
  ) -> Bool {
    guard case .credits(_, let areas, _) = line.kind else { return false }
    return policy.creditRules.contains { rule in
      courses.contains(rule.id) && rule.creditAreas.contains(where: areas.contains)
    }
  }

  private func check(_ requirement: GraduationRequirement, _ diagnostics: inout DiagnosticList) {
    if let reason = obstacle(of: requirement) {
      diagnostics.add(
        Diagnostic(
          AttainmentDiagnostic.unreachableRequirement, at: requirement.location,
          "requirement \"\(requirement.id)\" can never be met: \(reason)",
          hint: "ask for no more than there is"))
    }
    for part in requirement.parts { check(part, &diagnostics) }
  }

  /// Why a requirement cannot be met by what it names itself; `nil` when it can.
  private func obstacle(of requirement: GraduationRequirement) -> String? {
    switch requirement.kind {
    case .credits(let amount, _, let within):
      let parts = within.reduce(Rational.zero) { $0 + ($1.lineCredit ?? .zero) }
      guard parts > amount else { return nil }
      return "its parts ask for \(parts.exactText) credits, and it holds \(amount.exactText)"
    case .courses(let courses, let credits, _):
      let most = policy.creditRules.filter { courses.contains($0.id) }
        .reduce(Rational.zero) { $0 + $1.credit }
      guard most < credits else { return nil }
      return "its courses carry \(most.exactText) credits, and it asks for \(credits.exactText)"
    case .competencies(let set):
      let needed = set.criteria.needed(of: set.members.count)
      guard needed > set.members.count else { return nil }
      return "it asks for \(needed) of \(set.members.count) competencies"
    case .atLeast(let count, let parts):
      let open = parts.count { obstacle(of: $0) == nil }
      guard count > open, open < parts.count || count > parts.count else { return nil }
      return "it asks for \(count) parts, and \(open) can be met"
    case .all, .hours, .notation: return nil
    }
  }
}

extension GraduationRequirement {
  /// The parts of a line to which credit is given.
  fileprivate var partsOfLine: [GraduationRequirement] { lineCredit == nil ? [] : parts }
}
