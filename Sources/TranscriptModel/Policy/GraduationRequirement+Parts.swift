extension GraduationRequirement {
  /// What it is made of.
  public var parts: [GraduationRequirement] {
    switch kind {
    case .credits(_, _, let parts), .all(let parts), .atLeast(_, let parts): parts
    case .competencies, .courses, .hours, .notation: []
    }
  }

  /// The requirement and everything nested in it.
  public var withParts: [GraduationRequirement] { [self] + parts.flatMap(\.withParts) }

  /// The credit that it asks for where it is a line to which credit is given, each credit once.
  ///
  /// `nil` for a line of named courses that is marked as a cross-credit, and for what asks for no
  /// credit.
  public var lineCredit: Rational? {
    switch kind {
    case .credits(let amount, _, _): amount
    case .courses(_, let amount, let isCrossCredit): isCrossCredit == true ? nil : amount
    case .competencies, .hours, .notation, .all, .atLeast: nil
    }
  }
}
