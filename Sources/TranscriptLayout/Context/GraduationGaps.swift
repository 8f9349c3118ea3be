import TranscriptModel

/// What a student lacks for graduation that needs an answer now: in the last school year what
/// nothing under way would bring, and all that is missing once the expected day has passed.
///
/// Everything follows from the record’s requirements; before the last year nothing is urgent.
struct GraduationGaps {
  /// One thing that is missing.
  enum Gap: Equatable {
    /// So much credit of a line, or of any subject where no line is named.
    case credit(RecordRequirement?, Rational)
    /// A requirement of another kind.
    case other(RecordRequirement)
  }

  /// In the plan’s order; parts before the rest of their whole.
  let all: [Gap]

  init(_ record: TranscriptRecord) {
    let isLate = record.isPastExpectedDay
    let isDue =
      switch record.graduation.status {
      case .notOnTrack, .postedButUnmet: true
      case .onTrack, .yearsRemain, .requirementsMet: isLate
      case .graduated, .withdrawn: false
      }
    all = isDue ? Self.gaps(of: record.graduation, countsUnderWay: isLate) : []
  }

  var isEmpty: Bool { all.isEmpty }

  /// The requirements that are named.
  var requirements: [RecordRequirement] {
    all.compactMap { gap in
      switch gap {
      case .credit(let line, _): line
      case .other(let requirement): requirement
      }
    }
  }

  private static func gaps(of graduation: RecordGraduation, countsUnderWay: Bool) -> [Gap] {
    let found = graduation.requirements.flatMap { gaps(of: $0, countsUnderWay) }
    // Credit inside a choice is no line’s: what the total lacks may be just that.
    let hasChoice = found.contains { gap in
      if case .other(let requirement) = gap {
        requirement.parts.contains(where: \.isCredit)
      } else {
        false
      }
    }
    let coming = countsUnderWay ? .zero : graduation.creditsInProgress
    let rest = graduation.creditsRequired - graduation.creditsEarned - coming - credit(in: found)
    return hasChoice || rest <= .zero ? found : found + [.credit(nil, rest)]
  }

  private static func gaps(
    of requirement: RecordRequirement, _ countsUnderWay: Bool
  ) -> [Gap] {
    let isOpen =
      countsUnderWay ? !requirement.status.satisfies : requirement.status == .notMet
    guard isOpen else { return [] }
    let parts = requirement.parts.flatMap { gaps(of: $0, countsUnderWay) }
    guard requirement.isCredit else {
      // Of a choice nobody can say which part it will be.
      let asksForAll = requirement.required == Rational(requirement.parts.count)
      return asksForAll && !parts.isEmpty ? parts : [.other(requirement)]
    }
    let coming = countsUnderWay ? .zero : requirement.inProgress
    let rest = requirement.required - requirement.earned - coming - credit(in: parts)
    return rest > .zero ? parts + [.credit(requirement, rest)] : parts
  }

  private static func credit(in gaps: [Gap]) -> Rational {
    gaps.reduce(.zero) { sum, gap in
      if case .credit(_, let amount) = gap { sum + amount } else { sum }
    }
  }
}
