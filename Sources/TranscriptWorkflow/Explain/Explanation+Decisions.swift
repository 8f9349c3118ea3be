import TranscriptModel

extension Explanation {
  /// Decisions on file that the result does not rest on, each with the reason.
  func otherDecisions(_ attainment: Attainment) -> [String] {
    let decision = attainment.decision
    let told =
      [decision.ground, decision.metBefore].map(Self.determination)
      + [decision.lowering?.decision.id]
    let others = district.file(of: resolution.student.id).determinations.filter {
      $0.decidedOn <= resolution.asOf && isAbout(attainment, $0) && !told.contains($0.id)
    }.sorted { ($0.decidedOn, $0.id) < ($1.decidedOn, $1.id) }
    guard !others.isEmpty else { return [] }
    return ["Other decisions:"] + others.flatMap { words($0, beside: attainment) }
  }

  /// Decisions about one area of several, named where all areas together are spoken of; the block of
  /// the area says what each does.
  func decisionsInAreas(_ attainment: Attainment) -> [String] {
    let areas = district.framework.competency(attainment.competency)?.areas ?? []
    guard attainment.area == nil, areas.count > 1 else { return [] }
    let told = attainment.decision.lowering?.decision.id
    let found = district.file(of: resolution.student.id).determinations.filter {
      $0.decidedOn <= resolution.asOf && $0.competency == attainment.competency && $0.area != nil
        && $0.id != told
    }.sorted { ($0.decidedOn, $0.id) < ($1.decidedOn, $1.id) }
    guard !found.isEmpty else { return [] }
    return ["Decisions about one area, told there:"]
      + found.map { decision in
        let area = decision.area.flatMap { district.framework.area($0)?.title } ?? ""
        return "  \(area): \(act(decision)), by \(decision.decidedBy), \(decision.role), on "
          + "\(EnglishText.day(decision.decidedOn))  \(decision.location)  \(decision.id.code)"
      }
  }

  /// `met at 3 Proficient`, `lowered to 2 Developing`.
  private func act(_ decision: ProfessionalDetermination) -> String {
    let level = decision.level.map { EnglishText.level($0, scale) }
    return decision.act == .lowers
      ? "lowered to \(level ?? "no level")" : "met\(level.map { " at \($0)" } ?? "")"
  }

  /// `, lowered by Ann Example, Principal, on May 1, 2026`, of a competency that is not met since;
  /// `isLost` says that credit which rested on it was lost.
  func lowered(_ id: Identifier<Competency>, isLost: Bool) -> String {
    guard let overall = resolution.result(of: id)?.overall, !overall.status.satisfies,
      let lowering = overall.decision.lowering, lowering.from >= scale.bar
    else { return "" }
    let act = lowering.decision
    return ", lowered by \(act.decidedBy), \(act.role), on \(EnglishText.day(act.decidedOn)) "
      + "(\(act.id)); "
      + (isLost ? "credit that rested on it is posted no more" : "the credit rests on the others")
  }

  private static func determination(
    _ ground: AttainmentDecision.Ground?
  ) -> Identifier<ProfessionalDetermination>? {
    guard case .determination(let decision) = ground else { return nil }
    return decision.id
  }

  private func isAbout(_ attainment: Attainment, _ decision: ProfessionalDetermination) -> Bool {
    guard decision.competency == attainment.competency else { return false }
    let areas = district.framework.competency(attainment.competency)?.areas ?? []
    return decision.area == nil || decision.area == attainment.area || areas.count < 2
  }

  private func words(
    _ decision: ProfessionalDetermination, beside attainment: Attainment
  ) -> [String] {
    return [
      "  \(act(decision)), by \(decision.decidedBy), \(decision.role), on "
        + "\(EnglishText.day(decision.decidedOn)): \(decision.reason)  \(decision.location)  "
        + decision.id.code,
      "      because \(reason(decision, attainment))",
    ]
  }

  private func reason(
    _ decision: ProfessionalDetermination, _ attainment: Attainment
  ) -> String {
    if let lowering = attainment.decision.lowering,
      decision.decidedOn <= lowering.decision.decidedOn
    {
      return "decision \(lowering.decision.id) "
        + (decision.decidedOn == lowering.decision.decidedOn ? "of the same day" : "later")
        + " lowered the result"
    }
    guard decision.act == .lowers else {
      // Nothing but acts in single areas ends a decision about all of them without lowering the whole.
      return attainment.status.satisfies
        ? "the result stands without it" : "later decisions lowered the result area by area"
    }
    switch attainment.status {
    case .transferred: return "it is met by work elsewhere, which a decision does not lower"
    case .waived: return "it is waived, and a waiver is not lowered"
    default: return "there was no result to lower"
    }
  }
}
