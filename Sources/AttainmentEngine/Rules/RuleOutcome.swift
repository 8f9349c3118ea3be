import TranscriptModel

/// What a rule, or a tree of rules, says about one competency, before decisions and waivers.
struct RuleOutcome {
  /// Attained, not yet, insufficient evidence, or not assessed.
  var status: AttainmentStatus = .notAssessed
  /// The level that follows, if one does.
  var level: LevelIndex?
  /// The day on which the bar was met.
  var metOn: CalendarDate?
  /// For each level the day on which it was reached; `nil` for levels not reached.
  var reached: [CalendarDate?] = []
  var counted = 0
  var needed = 0
  /// Records that decided, by position.
  var used: [Int32] = []
  /// Records that did not, by position.
  var setAside: [(index: Int32, reason: SetAsideReason)] = []
  var children: [ChildOutcome] = []
  /// What further work would bring.
  var prospect = Prospect.decision
  var flags: [ReviewFlag] = []
  /// The day on which a decision lowered the result to the present level, its own or that of a child.
  var loweredOn: CalendarDate?
  /// For each level the day on which it had been reached before that.
  var reachedBefore: [CalendarDate?] = []
  /// The decision that lowered it in one of its areas.
  var lowering: AttainmentDecision.Lowering?
  /// Whether what was lowered was met by a decision that names no level.
  var stoodWithoutLevel = false
  /// The value that a rule that computes compared.
  var value: Rational?
  /// The points brought, for a rule that asks for points.
  var points: AttainmentDecision.Points?

  /// What a rule over children says about the time since a result was lowered: nothing.
  static var untilDecided: RuleOutcome {
    RuleOutcome()
  }

  /// Notes that it stood higher until decisions on `day` set evidence aside.
  mutating func noteFall(from whole: RuleOutcome, on day: CalendarDate?) {
    guard let day, let level, let stood = whole.level, stood > level,
      let reached = levelOn, reached < day
    else { return }
    loweredOn = day
    reachedBefore = whole.reached
  }

  /// Keeps what stood up to the level `base`, to which `act` lowered one of its areas.
  mutating func keep(
    _ base: LevelIndex, of whole: RuleOutcome, by act: ProfessionalDetermination, bar: LevelIndex
  ) {
    guard let stood = whole.level, stood > level ?? -1 else { return }
    lowering = AttainmentDecision.Lowering(decision: act, from: stood)
    reached = whole.reached.indices.map { place in
      let own = reached.indices.contains(place) ? reached[place] : nil
      return place > base ? own : [own, whole.reached[place]].compactMap(\.self).min()
    }
    if base >= bar { metOn = [metOn, whole.metOn].compactMap(\.self).min() }
    status = max(level ?? base, base) >= bar ? .attained : .notYet
    guard level ?? -1 < base else { return }
    level = base
    guard base < stood else { return }
    loweredOn = act.decidedOn
    reachedBefore = whole.reached
  }

  /// Keeps what acts in all areas left of a decision about the whole, where evidence shows no more.
  mutating func keep(
    _ left: (
      level: LevelIndex, decision: ProfessionalDetermination, by: AttainmentDecision.Lowering
    ), scale: PerformanceScale
  ) {
    guard level ?? -1 < left.level else { return }
    lowering = left.by
    level = left.level
    loweredOn = left.level < left.by.from ? left.by.decision.decidedOn : nil
    status = left.level >= scale.bar ? .attained : .notYet
    metOn = left.level >= scale.bar ? left.decision.decidedOn : nil
    reachedBefore = scale.levels.indices.map { $0 <= left.by.from ? left.decision.decidedOn : nil }
    reached = scale.levels.indices.map { place in
      let own = reached.indices.contains(place) ? reached[place] : nil
      return place > left.level ? own : own ?? left.decision.decidedOn
    }
  }

  /// The prospect as a part of a tree sees it.
  var partProspect: Prospect { status.satisfies ? .met(ceiling: ceiling) : prospect }

  /// How far further work can bring the result; `nil` when it can bring nothing.
  var ceiling: LevelIndex? { [level, prospect.ceiling].compactMap(\.self).max() }

  /// The day since which the present level stands: that on which it was reached, or on which a
  /// decision lowered the result to it.
  var levelOn: CalendarDate? {
    loweredOn ?? level.flatMap { reached.indices.contains($0) ? reached[$0] : nil }
  }
}

/// The levels that a rule gave day after day, and what stands at the end.
struct LevelHistory {
  private(set) var reached: [CalendarDate?]
  /// The day since which the rule has been met; `nil` while it is not.
  private(set) var metOn: CalendarDate?
  private let mayFall: Bool

  /// With `mayFall` later notes can take levels back.
  init(levels: Int, mayFall: Bool) {
    reached = Array(repeating: nil, count: levels)
    self.mayFall = mayFall
  }

  /// Notes what the rule says at the end of `day`; days come in order.
  mutating func note(level: LevelIndex?, isMet: Bool, on day: CalendarDate) {
    for index in reached.indices {
      if let level, index <= level {
        if reached[index] == nil { reached[index] = day }
      } else if mayFall {
        reached[index] = nil
      }
    }
    if isMet {
      if metOn == nil { metOn = day }
    } else if mayFall {
      metOn = nil
    }
  }

  /// Keeps what another history reached, on the earlier day of the two.
  mutating func keep(_ other: LevelHistory) {
    reached = zip(reached, other.reached).map { [$0, $1].compactMap(\.self).min() }
    metOn = [metOn, other.metOn].compactMap(\.self).min()
  }

  /// The level that stands.
  var level: LevelIndex? { reached.lastIndex { $0 != nil } }
}
