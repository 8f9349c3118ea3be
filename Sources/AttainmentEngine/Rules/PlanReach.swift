import Diagnostics
import TranscriptModel

/// Finds requirements of plans that no student can meet, whatever is shown.
struct PlanReach {
  let policy: Policy

  /// Checks every plan.
  func check(_ diagnostics: inout DiagnosticList) {
    let gates = policy.promotion.map(\.plan)
    for requirement in (policy.plans + gates).flatMap(\.requirements) {
      check(requirement, &diagnostics)
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
      let parts = within.reduce(Rational.zero) { sum, part in
        guard case .credits(let credit, _, _) = part.kind else { return sum }
        return sum + credit
      }
      guard parts > amount else { return nil }
      return "its parts ask for \(parts.exactText) credits, and it holds \(amount.exactText)"
    case .courses(let courses, let credits):
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
