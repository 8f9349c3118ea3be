import TranscriptModel

/// Freezes credits and requirements.
struct RequirementFreezing: Sendable {
  let district: District
  let student: Student

  /// The whole plan with where it stands.
  func graduation(_ decision: GraduationDecision) -> RecordGraduation {
    RecordGraduation(
      planTitle: decision.plan.title, authority: decision.plan.authority,
      status: decision.status, expectedOn: student.expectedOn,
      creditsEarned: decision.creditsEarned, creditsInProgress: decision.creditsInProgress,
      creditsRequired: max(.zero, decision.plan.credits - decision.creditsWaived),
      requirements: decision.outcomes.map(requirement))
  }

  private func requirement(_ outcome: RequirementOutcome) -> RecordRequirement {
    // A waived amount of credit is not asked for any more.
    let waived = outcome.isCreditLine ? outcome.waived : .zero
    return RecordRequirement(
      id: outcome.requirement.id, title: outcome.requirement.title,
      // A cross-credit is not listed among credits, which would then not add up to the total.
      isCredit: outcome.isCreditLine, unit: unit(outcome), status: outcome.status,
      earned: outcome.earned, inProgress: outcome.inProgress,
      required: outcome.required - waived, waived: waived,
      pescCode: pescCode(outcome.requirement.kind), parts: outcome.parts.map(requirement))
  }

  private func unit(_ outcome: RequirementOutcome) -> RequirementUnit {
    switch outcome.requirement.kind {
    case .credits, .courses: .credits
    case .hours: .hours
    case .competencies, .notation, .all, .atLeast: .count
    }
  }

  /// The subject area code that all categories of the line share, else `Other`.
  private func pescCode(_ kind: GraduationRequirement.Kind) -> String? {
    let areas: [Identifier<CreditArea>]
    switch kind {
    case .credits(_, let named, _): areas = named
    case .courses(let courses, _, _):
      areas = district.policy.creditRules.filter { courses.contains($0.id) }
        .compactMap(\.creditAreas.first)
    case .competencies, .hours, .notation, .all, .atLeast: return nil
    }
    let codes = Set(
      areas.compactMap { id in district.policy.creditAreas.first { $0.id == id }?.pescCode })
    return codes.count == 1 ? codes.first : "Other"
  }
}
