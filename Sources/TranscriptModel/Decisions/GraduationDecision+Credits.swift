extension RequirementOutcome {
  /// Whether credit is given to it, each credit once.
  public var isCreditLine: Bool { requirement.lineCredit != nil }

  /// The outcome and everything nested in it.
  public var withParts: [RequirementOutcome] { [self] + parts.flatMap(\.withParts) }

  /// The outcome where it is a line of credit, else the lines in it that stand in no other.
  public var nearestLines: [RequirementOutcome] {
    isCreditLine ? [self] : parts.flatMap(\.nearestLines)
  }

  /// Credit waived in it: the waived parts of a line are in what is waived of the line.
  fileprivate var waivedCredit: Rational {
    isCreditLine ? waived : parts.reduce(.zero) { $0 + $1.waivedCredit }
  }
}

extension [RequirementOutcome] {
  /// Credit waived in the lines of a plan; the total required falls by it.
  public var creditsWaived: Rational { reduce(.zero) { $0 + $1.waivedCredit } }
}

extension GraduationDecision {
  /// Credit waived in the lines of the plan.
  public var creditsWaived: Rational { outcomes.creditsWaived }
}
