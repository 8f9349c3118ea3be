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
    let waived = outcome.requirement.kind.isCredit ? outcome.waived : .zero
    return RecordRequirement(
      id: outcome.requirement.id, title: outcome.requirement.title,
      isCredit: outcome.requirement.kind.isCredit, status: outcome.status,
      earned: outcome.earned, inProgress: outcome.inProgress, required: outcome.required - waived,
      waived: waived,
      pescCode: pescCode(outcome.requirement.kind), parts: outcome.parts.map(requirement))
  }

  /// The subject area code that all categories of the line share, else `Other`.
  private func pescCode(_ kind: GraduationRequirement.Kind) -> String? {
    guard case .credits(_, let areas, _) = kind else { return nil }
    let codes = Set(
      areas.compactMap { id in district.policy.creditAreas.first { $0.id == id }?.pescCode })
    return codes.count == 1 ? codes.first : "Other"
  }
}

extension GraduationRequirement.Kind {
  /// Whether its amounts are credits.
  var isCredit: Bool {
    switch self {
    case .credits, .courses: true
    default: false
    }
  }
}
