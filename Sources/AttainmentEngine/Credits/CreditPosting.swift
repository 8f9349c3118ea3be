import TranscriptModel

/// How much of a credit has posted, and when.
///
/// Credit posts on the day on which the last competency that it needs was met or waived: early or
/// late, with or without an enrollment, and never by time spent. What posted on the strength of a
/// waiver keeps its day when the competency is shown after all. Work done elsewhere has the credit that its
/// own row grants; it earns a course here no second one.
struct CreditPosting {
  /// Exact.
  let amount: Rational
  /// Whether it is the whole credit.
  let isWhole: Bool
  /// The day on which the present amount posted.
  let day: CalendarDate?
  let met: [Identifier<Competency>]
  let unmet: [Identifier<Competency>]

  /// Posts what the members, in the rule's order, have earned; `isTaken` says whether the student
  /// has taken the course.
  init(_ rule: CreditRule, standings: [ResolvedChild?], isTaken: Bool) {
    let pairs = zip(rule.requires.members, standings)
    let counted = standings.compactMap(\.self).filter { Self.counts($0.status, isTaken: isTaken) }
    let needed = rule.requires.criteria.needed(of: rule.requires.members.count)
    met = pairs.filter { $0.1?.status.satisfies ?? false }.map(\.0)
    unmet = pairs.filter { !($0.1?.status.satisfies ?? false) }.map(\.0)
    let days = counted.compactMap(\.satisfiedOn).sorted()
    // There must be work of this course to grant credit for: something shown or decided here.
    let posts = counted.contains { $0.status != .transferred && $0.status != .waived }
    // A rule that asks for nothing has nothing to post.
    isWhole = posts && needed > 0 && counted.count >= needed
    if !posts {
      (amount, day) = (.zero, nil)
    } else if isWhole {
      (amount, day) = (rule.credit, Self.day(days, needed))
    } else {
      (amount, day) = Self.part(of: rule, met: counted.count, needed: needed, days: days)
    }
  }

  /// Whether a member counts here: work from elsewhere fills what a course lacks only where the
  /// course was taken; elsewhere it neither adds nor takes away.
  private static func counts(_ status: AttainmentStatus, isTaken: Bool) -> Bool {
    status.satisfies && (isTaken || status != .transferred)
  }

  private static func day(_ days: [CalendarDate], _ count: Int) -> CalendarDate? {
    count >= 1 && days.count >= count ? days[count - 1] : nil
  }

  private static func part(
    of rule: CreditRule, met: Int, needed: Int, days: [CalendarDate]
  ) -> (Rational, CalendarDate?) {
    switch rule.partial {
    case .proportional where met > 0:
      return (rule.credit * (Rational(met, over: needed) ?? .zero), day(days, met))
    case .half where met > 0 && met * 2 >= needed:
      return (rule.credit * .half, day(days, (needed + 1) / 2))
    default: return (.zero, nil)
    }
  }
}
