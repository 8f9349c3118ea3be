extension GraduationDecision {
  /// Credit waived in the lines of the plan; the total required falls by it.
  public var creditsWaived: Rational {
    outcomes.reduce(.zero) { sum, outcome in
      if case .credits = outcome.requirement.kind { sum + outcome.waived } else { sum }
    }
  }
}
