import TranscriptModel

/// A content area as families see it.
struct FamilySubject {
  /// What a family should think of it.
  enum Standing: String, CaseIterable {
    case needs
    case onTrack = "on-track"
    case ahead
  }

  let area: RecordArea
  let standing: Standing
  /// Skills that were shown, in work here or elsewhere.
  let met: [RecordCompetency]
  /// Skills that the school does not ask of the student.
  let waived: [RecordCompetency]
  /// Skills at the highest level, where that is above the bar.
  let top: Int
  /// Skills with enough evidence, below the bar.
  let below: [RecordCompetency]
  /// Skills whose evidence does not suffice, with no course under way.
  let thin: [RecordCompetency]
  /// Skills whose work was missed.
  let missed: [RecordCompetency]
  /// Skills that a course under way will bring.
  let underWay: [RecordCompetency]
  /// Skills that a course was to bring whose last day is past and whose result is not in.
  let awaited: [RecordCompetency]
  /// Skills that nothing has been done for, where the subject is far behind the goal for today.
  let behind: [RecordCompetency]
  /// How many skills are the goal for today.
  let goal: Int
  /// The last day of new work, where that is long ago and something is open.
  let staleSince: CalendarDate?

  /// After so many days without new work a report says so.
  private static let staleDays: Int32 = 60

  /// - Parameters:
  ///   - share: how much of the way to graduation is past, from 0 to 1.
  ///   - lastWork: the last day of new work; without it the last day of a new level.
  init(
    _ area: RecordArea, scale: PerformanceScale, asOf: CalendarDate, share: Rational = .zero,
    lastWork: CalendarDate? = nil
  ) {
    let all = area.competencies
    let met = all.filter(\.isShown)
    let waived = all.filter { $0.status == .waived }
    let open = all.filter { !$0.status.satisfies }
    let highest = scale.levels.count - 1
    // Who is at the bar is not ahead of it, even where no level is higher.
    let top = highest > scale.bar ? met.filter { $0.printedLevel == highest }.count : 0
    let below = open.filter { $0.status == .notYet }
    let idle = open.filter { !$0.isUnderWay && !$0.isAwaited }
    let thin = idle.filter { $0.status == .insufficientEvidence }
    let missed = open.filter { $0.status == .missed }
    self.area = area
    self.met = met
    self.waived = waived
    self.top = top
    self.below = below
    self.thin = thin
    self.missed = missed
    underWay = open.filter { $0.isUnderWay && $0.status != .notYet && $0.status != .missed }
    awaited = open.filter { $0.isAwaited && $0.status != .notYet && $0.status != .missed }
    let untouched = idle.filter { $0.status == .notAssessed }
    goal = (share * Rational(all.count - waived.count)).floor ?? 0
    // Half of the goal leaves room for subjects that a school teaches late.
    behind = (met.count + underWay.count + awaited.count) * 2 < goal ? untouched : []
    if !below.isEmpty || !thin.isEmpty || !missed.isEmpty || !behind.isEmpty {
      standing = .needs
    } else {
      standing = open.isEmpty && top > 0 && top * 2 >= all.count ? .ahead : .onTrack
    }
    let latest = lastWork ?? all.compactMap(\.date).max()
    let isStale = latest.map { asOf.dayNumber - $0.dayNumber > Self.staleDays } ?? false
    staleSince = open.isEmpty || !isStale ? nil : latest
  }

  /// Whether nothing is left to show.
  var isComplete: Bool { met.count + waived.count == area.competencies.count }

  /// What is past of the way to graduation if every school year of high school counts alike: the
  /// share of the days from 1 September of grade 9 to the expected day, or else to 15 June of the
  /// year of the class.
  static func share(of record: TranscriptRecord) -> Rational {
    let classOf = record.student.classOf
    guard let start = CalendarDate(year: classOf - 4, month: 9, day: 1),
      let end = record.graduation.expectedOn ?? CalendarDate(year: classOf, month: 6, day: 15),
      end > start
    else { return .zero }
    let whole = Int(end.dayNumber - start.dayNumber)
    let days = max(0, Int(record.document.asOf.dayNumber - start.dayNumber))
    return Rational(min(days, whole)).divided(by: Rational(whole)) ?? .zero
  }
}

extension RecordCompetency {
  /// Whether it is met by something that the student did; a waiver asks for nothing.
  var isShown: Bool { status.satisfies && status != .waived }
}
