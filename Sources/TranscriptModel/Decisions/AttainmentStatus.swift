/// Where a student stands on one competency.
///
/// None of these is a number (DESIGN.md, invariant 6).
///
/// OB3: ResultStatusType; PESC: ConditionsMetCode is the nearest slot.
public enum AttainmentStatus: String, Sendable, Hashable, CaseIterable {
  /// At the bar or above, by evidence.
  case attained
  /// Enough evidence, below the bar.
  case notYet = "not-yet"
  /// Some evidence counts, but fewer pieces than the rule asks for.
  case insufficientEvidence = "insufficient-evidence"
  /// No evidence, and no course under way that would bring it.
  case notAssessed = "not-assessed"
  /// No evidence yet, and a course under way that will bring it.
  case inProgress = "in-progress"
  /// All that there is was missed.
  case missed
  /// All that there is was excused.
  case excused
  /// The student withdrew before evidence was complete.
  case withdrawn
  /// Waived for this student.
  case waived
  /// Met by work at another institution.
  case transferred
  /// Met by a teacher's or panel's decision.
  case metByDecision = "met-by-decision"

  /// Whether a requirement that names the competency is satisfied.
  public var satisfies: Bool {
    switch self {
    case .attained, .waived, .transferred, .metByDecision: true
    default: false
    }
  }
}
