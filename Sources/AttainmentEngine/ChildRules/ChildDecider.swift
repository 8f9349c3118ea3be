import TranscriptModel

/// A child as it stands after its own rule and its decisions.
struct ResolvedChild {
  let competency: Identifier<Competency>
  let status: AttainmentStatus
  let level: LevelIndex?
  /// For each level the day on which it was reached.
  let reached: [CalendarDate?]
  /// The day since which it satisfies: that of a waiver where one came before it was met.
  let satisfiedOn: CalendarDate?
  /// How far further work can bring it; `nil` when it can bring nothing.
  let ceiling: LevelIndex?
  /// The day on which decisions lowered it, and for each level the day on which it had been reached.
  var lowered: (on: CalendarDate, reached: [CalendarDate?])?

  /// The child as it stood before it was lowered on `day`.
  func before(_ day: CalendarDate) -> ResolvedChild {
    guard let lowered, lowered.on == day else { return self }
    return ResolvedChild(
      competency: competency, status: status, level: level, reached: lowered.reached,
      satisfiedOn: satisfiedOn, ceiling: ceiling)
  }

  /// How it stood at the end of `day`.
  func standing(on day: CalendarDate, bar: LevelIndex) -> ChildStanding {
    let isMet = status.satisfies && (satisfiedOn.map { $0 <= day } ?? true)
    let level = reached.lastIndex { $0.map { $0 <= day } ?? false }
    // Met by decision at a level below the bar: the decision counts, the level does not.
    let isUsable = level.map { !isMet || $0 >= bar } ?? false
    return ChildStanding(
      competency: competency, level: isUsable ? level : nil, isMet: isMet)
  }

  /// Adds the days on which something changed.
  fileprivate func addDays(to days: inout [CalendarDate]) {
    for case let day? in reached { days.append(day) }
    if let satisfiedOn { days.append(satisfiedOn) }
  }
}

extension [ResolvedChild] {
  /// The days on which something changed, in order, each once.
  ///
  /// Asked for each course of each student. There are few, so that sorting them takes less than a set.
  var days: [CalendarDate] {
    var all: [CalendarDate] = []
    for child in self { child.addDays(to: &all) }
    all.sort()
    var days: [CalendarDate] = []
    for day in all where day != days.last { days.append(day) }
    return days
  }
}

/// A rule over children with its members, ready to decide.
struct ChildDecider: Sendable {
  let name: String
  let rule: any ChildRule
  /// The members by position in the framework; `nil` for the children of the competency itself.
  let members: [Int]?
  /// Their codes, where the policy names them.
  let named: [Identifier<Competency>]
  /// Whether children that are not core are left out.
  let coreOnly: Bool
  /// What it averages, in words.
  let average: String?
  /// What it looks at, in words.
  private let those: String

  static let documentation: [RuleDocumentation.Option] = [
    .init(
      "members", "codes of competencies", standard: "the competency's own children",
      "which competencies the rule looks at"),
    .init(
      "core", "yes, no", standard: "yes; no for required-plus-points",
      "whether only core children are looked at"),
  ]

  /// Reads rule and members.
  init(_ type: any ChildRule.Type, reading options: inout RuleOptions) {
    name = type.documentation.name
    rule = type.init(reading: &options)
    coreOnly = options.flag("core", standard: type.coreOnly)
    average = type.documentation.average
    let named = options.competencies("members")
    members = named?.compactMap { options.framework.index(of: $0) }
    self.named = named ?? []
    those = Self.words(self.named, slot: options.slot)
  }

  /// `its objectives`; `them`, after "from its competencies", for the mark of a course; or the codes.
  private static func words(_ named: [Identifier<Competency>], slot: RuleSlot) -> String {
    guard named.isEmpty else { return PolicyReach.all(named.map(\.code)) }
    switch slot {
    case .courseMark: return "them"
    case .contentArea: return "its objectives"
    case .graduation: return "its competencies"
    default: return "its parts"
    }
  }

  /// Which competencies it looks at for the one at `index`, by position in the framework.
  func members(of index: Int, in framework: CompetencyFramework) -> [Int] {
    if let members { return members }
    let own = framework.children(of: framework.competencies[index].id)
    return own.filter { !coreOnly || $0.isCore }.compactMap { framework.index(of: $0.id) }
  }

  func statement(scale: PerformanceScale) -> String {
    rule.statement(RuleWords(scale: scale, noun: "competency", those: those))
  }

  /// Decides from the children.
  func decide(_ children: [ResolvedChild], scale: PerformanceScale) -> RuleOutcome {
    // Children that fall have no days of the levels that they lost: what is left only ever rises, but
    // for a child that was met without a level and then shows one.
    var history = LevelHistory(levels: scale.levels.count, mayFall: false)
    for day in children.days {
      let verdict = rule.verdict(on: view(of: children, on: day, scale: scale))
      history.note(level: verdict.level, isMet: verdict.isMet, on: day)
    }
    let last = CalendarDate(dayNumber: .max)
    let now = view(of: children, on: last, scale: scale)
    return outcome(children, now: now, history: history, scale: scale)
  }

  /// The level that follows from children as they stand, whatever stood before.
  func level(of children: [ChildStanding], scale: PerformanceScale) -> LevelIndex? {
    rule.verdict(on: ChildView(children: children, scale: scale)).level
  }

  private func view(
    of children: [ResolvedChild], on day: CalendarDate, scale: PerformanceScale
  ) -> ChildView {
    ChildView(children: children.map { $0.standing(on: day, bar: scale.bar) }, scale: scale)
  }

  private func outcome(
    _ children: [ResolvedChild], now: ChildView, history: LevelHistory, scale: PerformanceScale
  ) -> RuleOutcome {
    let verdict = rule.verdict(on: now)
    var outcome = RuleOutcome()
    outcome.level = history.level
    outcome.reached = history.reached
    outcome.counted = verdict.counted
    outcome.needed = verdict.needed
    outcome.value = verdict.value
    outcome.points = verdict.points
    outcome.children = children.map {
      ChildOutcome(
        competency: $0.competency, status: $0.status, level: $0.level,
        metOn: $0.status.satisfies ? $0.satisfiedOn : nil)
    }
    outcome.prospect = .children(
      ChildProspect(
        rule: rule, scale: scale, standings: now.children, ceilings: children.map(\.ceiling)))
    if verdict.isMet || history.metOn != nil {
      // Met by children without a level: a level below the bar that others reached is not its level.
      if let level = outcome.level, level < scale.bar { outcome.level = nil }
      outcome.status = outcome.level == nil ? metStatus(of: children) : .attained
      outcome.metOn = history.metOn
    } else {
      outcome.status = unmetStatus(outcome.level, of: children)
    }
    outcome.loweredOn = loweredOn(outcome, children, scale: scale)
    if let day = outcome.loweredOn {
      var history = LevelHistory(levels: scale.levels.count, mayFall: false)
      let before = children.map { $0.before(day) }
      for day in before.days {
        let verdict = rule.verdict(on: view(of: before, on: day, scale: scale))
        history.note(level: verdict.level, isMet: verdict.isMet, on: day)
      }
      outcome.reachedBefore = history.reached
    }
    return outcome
  }

  /// What "met, without any level" is called: by what met the children.
  private func metStatus(of children: [ResolvedChild]) -> AttainmentStatus {
    let statuses = Set(children.map(\.status))
    return [.metByDecision, .transferred, .waived].first(where: statuses.contains) ?? .attained
  }

  private func unmetStatus(
    _ level: LevelIndex?, of children: [ResolvedChild]
  ) -> AttainmentStatus {
    if level != nil { return .notYet }
    let isBegun = children.contains { child in
      child.status.satisfies || child.level != nil || child.status == .insufficientEvidence
    }
    return isBegun ? .insufficientEvidence : .notAssessed
  }

  /// The day on which decisions that lowered children lowered what is made of them to its level.
  private func loweredOn(
    _ outcome: RuleOutcome, _ children: [ResolvedChild], scale: PerformanceScale
  ) -> CalendarDate? {
    guard let day = children.compactMap({ $0.lowered?.on }).max(), let level = outcome.level,
      let reached = outcome.levelOn, reached < day
    else { return nil }
    let before = children.map { $0.before(day).standing(on: day, bar: scale.bar) }
    let stood = self.level(of: before, scale: scale)
    return stood.map { $0 > level } ?? false ? day : nil
  }
}
