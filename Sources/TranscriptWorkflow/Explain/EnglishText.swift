import TranscriptModel

/// English words for days, levels, states and counts, for text that a registrar reads aloud.
enum EnglishText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `October 15, 2026`.
  static func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(months[month - 1]) \(day), \(year)"
  }

  /// `3 Proficient`.
  static func level(_ index: LevelIndex, _ scale: PerformanceScale) -> String {
    let level = scale.level(index)
    return "\(level.number.exactText) \(level.label)"
  }

  /// `1 credit`, `22.5 credits`.
  static func credits(_ amount: Rational) -> String {
    "\(Self.amount(amount)) \(amount == .one ? "credit" : "credits")"
  }

  /// `22.5`, `2/3`, `4 67/150`: exact, with the whole apart where no decimal is exact.
  static func amount(_ amount: Rational) -> String {
    guard let decimal = amount.exactDecimalText() else {
      guard let whole = amount.floor, whole > 0 else { return amount.fractionText }
      return "\(whole) \((amount - Rational(whole)).fractionText)"
    }
    return decimal
  }

  /// `1 piece`, `2 pieces`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// The state in words, with the count where there is too little evidence.
  static func status(_ attainment: Attainment, _ scale: PerformanceScale) -> String {
    let level = attainment.level.map { Self.level($0, scale) }
    switch attainment.status {
    case .attained: return level ?? "attained"
    case .notYet: return level.map { "not yet at the bar: \($0)" } ?? "not yet at the bar"
    case .insufficientEvidence:
      return "insufficient evidence (\(lacking(attainment)))"
    case .metByDecision:
      return level.map { "met by decision, at \($0)" } ?? "met by decision"
    default: return words(attainment.status)
    }
  }

  /// The count where it is short; else what lacks besides it.
  private static func lacking(_ attainment: Attainment) -> String {
    let (counted, needed) = (attainment.counted, attainment.needed)
    guard counted >= needed else { return "\(counted) of \(needed)" }
    return "still needed: " + attainment.decision.wouldSuffice.map(short).joined(separator: ", ")
  }

  /// A step in few words, for a table; `explain` says it in full.
  private static func short(_ step: SufficientStep) -> String {
    switch step {
    case .work(let work):
      guard let kind = work.including.first else {
        let kinds = work.newKinds > 0 ? " of another kind of work" : ""
        return count(work.count, "demonstration", "demonstrations") + kinds
      }
      return count(work.count, "demonstration", "demonstrations")
        + ", by \(kind.title.lowercased())"
    case .competency(let id, _): return id.code
    case .anyOf(let count, let ids, _):
      return "\(count) of \(ids.map(\.code).joined(separator: ", "))"
    case .condition(let words): return words
    case .nothing(let reason): return "nothing can: \(reason)"
    }
  }

  /// `1 under way`, `1 under way, 0.5 planned`: what is planned has not begun.
  static func coming(_ inProgress: Rational, planned: Rational) -> String {
    "\(amount(inProgress - planned)) under way"
      + (planned > .zero ? ", \(amount(planned)) planned" : "")
  }

  /// `under way`, `planned`, or both: what would meet what is missing.
  static func coming(_ decision: GraduationDecision) -> String {
    let open = decision.outcomes.filter { !$0.status.satisfies }
    return coming(
      isUnderWay: decision.creditsInProgress > decision.creditsPlanned
        || open.contains { $0.inProgress > $0.planned },
      isPlanned: decision.creditsPlanned > .zero || open.contains { $0.planned > .zero })
  }

  private static func coming(isUnderWay: Bool, isPlanned: Bool) -> String {
    switch (isUnderWay, isPlanned) {
    case (true, true): "under way or planned"
    case (false, true): "planned"
    default: "under way"
    }
  }

  /// Where a requirement stands, in words, with what is planned told from what is under way.
  static func words(of outcome: RequirementOutcome) -> String {
    guard outcome.status == .inProgress else { return words(outcome.status) }
    return coming(
      isUnderWay: outcome.inProgress > outcome.planned, isPlanned: outcome.planned > .zero)
  }

  /// Where a requirement stands, in words.
  static func words(_ status: RequirementStatus) -> String {
    switch status {
    case .met: "met"
    case .waived: "waived"
    case .inProgress: "under way"
    case .notMet: "not met"
    }
  }

  /// Where the student stands on graduation, in a few words.
  static func words(_ status: GraduationStatus) -> String {
    switch status {
    case .graduated(let date): "graduated on \(day(date))"
    case .requirementsMet: "all requirements met"
    case .onTrack: "on track"
    case .notOnTrack: "not on track"
    case .yearsRemain: "not decided yet, school years remain"
    case .postedButUnmet(let date): "posted on \(day(date)), but a requirement is not met"
    case .withdrawn(let date): "withdrawn on \(day(date))"
    }
  }

  /// The state in words.
  static func words(_ status: AttainmentStatus) -> String {
    switch status {
    case .attained: "attained"
    case .notYet: "not yet at the bar"
    case .insufficientEvidence: "insufficient evidence"
    case .notAssessed: "not assessed"
    case .inProgress: "in progress"
    case .missed: "missed"
    case .excused: "excused"
    case .withdrawn: "withdrawn"
    case .waived: "waived"
    case .transferred: "transferred"
    case .metByDecision: "met by decision"
    }
  }
}
