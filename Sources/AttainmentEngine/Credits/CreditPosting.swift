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
    let needed = rule.requires.criteria.needed(of: rule.requires.members.count)
    met = pairs.filter { $0.1?.status.satisfies ?? false }.map(\.0)
    unmet = pairs.filter { !($0.1?.status.satisfies ?? false) }.map(\.0)
    let days = standings.compactMap { $0.flatMap { $0.status.satisfies ? $0.satisfiedOn : nil } }
      .sorted()
    let posts = Self.posts(standings.compactMap { $0?.status }, needed: needed, isTaken: isTaken)
    // A rule that asks for nothing has nothing to post.
    isWhole = posts && needed > 0 && met.count >= needed
    if !posts {
      (amount, day) = (.zero, nil)
    } else if isWhole {
      (amount, day) = (rule.credit, Self.day(days, needed))
    } else {
      (amount, day) = Self.part(of: rule, met: met.count, needed: needed, days: days)
    }
  }

  /// Whether there is work of this course to grant credit for: something shown or decided here, and
  /// where work from elsewhere fills the rest, the course was taken.
  private static func posts(
    _ statuses: [AttainmentStatus], needed: Int, isTaken: Bool
  ) -> Bool {
    let met = statuses.filter(\.satisfies)
    let here = met.count { $0 != .transferred && $0 != .waived }
    return here >= needed || (here > 0 && (isTaken || !met.contains(.transferred)))
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
