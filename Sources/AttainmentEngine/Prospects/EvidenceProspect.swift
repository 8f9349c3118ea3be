import TranscriptModel

/// A rule over evidence with what counts for it so far.
struct EvidenceProspect {
  let decider: EvidenceDecider
  /// What counts so far, in order of time.
  let pieces: [EvidencePiece]
  /// Scores by position of the record.
  let scores: [Rational]
  let scale: PerformanceScale
  /// The day for which is asked; more can be shown after it.
  let asOf: CalendarDate
  /// The area in which it must be shown, where the rule is met area by area.
  let area: Identifier<ContentArea>?

  /// More pieces than this are asked of nobody, unless the rule itself says so.
  ///
  /// A higher level is tried instead. Averages that only creep toward the bar grow long fractions beyond it.
  private var most: Int { max(20, decider.needed, decider.conditions.types) }

  /// The next day on which something can be shown that counts; `nil` when the window has closed.
  private var nextDay: Int32? {
    let next = max(asOf.adding(days: 1).dayNumber, decider.conditions.from?.dayNumber ?? .min)
    guard let through = decider.conditions.through else { return next }
    return through < asOf ? nil : min(next, through.dayNumber)
  }

  /// Whether the rule is met with what is supposed.
  func isMet(_ supposed: Supposed) -> Bool {
    guard let day = nextDay else { return false }
    let own = supposed.pieces.filter { area == nil || $0.area == area }
    return isMet(adding: own + pooled(supposed), on: day)
  }

  /// What raising objectives shows of the competency itself, where their evidence is pooled.
  ///
  /// One piece of work may be rated for several objectives and is then one demonstration of the
  /// whole: so few are counted as if every piece were rated for all of them.
  private func pooled(_ supposed: Supposed) -> [Supposed.Piece] {
    let conditions = decider.conditions
    guard conditions.pool == .withObjectives, area == nil else { return [] }
    var levels: [LevelIndex] = []
    for (id, level) in supposed.raised {
      guard let source = supposed.sources[id], let day = source.nextDay,
        conditions.includes(CalendarDate(dayNumber: day)),
        conditions.formative || !source.decider.conditions.formative
      else { continue }
      for place in 0..<source.count(to: level) {
        if place < levels.count {
          levels[place] = max(levels[place], level)
        } else {
          levels.append(level)
        }
      }
    }
    return levels.map { Supposed.Piece(level: $0, type: anyType, demand: .none, area: nil) }
  }

  /// A kind of work that meets no demand: nobody says of what kind the work will be.
  private var anyType: AssessmentType {
    let all = AssessmentType.allCases
    if let shown = pieces.first, all.indices.contains(Int(shown.type)) {
      return all[Int(shown.type)]
    }
    return all.first { !decider.conditions.including.contains($0) } ?? .other
  }

  /// How many demonstrations at `level` bring the rule to it; 0 where none are known to.
  private func count(to level: LevelIndex) -> Int {
    guard let day = nextDay else { return 0 }
    return (1...most).first { count in
      (self.level(with: work(count, at: level), on: day) ?? -1) >= level
    } ?? 0
  }

  private func isMet(adding added: [Supposed.Piece], on day: Int32) -> Bool {
    let all = pieces + self.pieces(added, on: day)
    guard !all.isEmpty else { return false }
    let level = decider.verdict(on: all[...], scores: scores, scale: scale).level
    return level.map { $0 >= scale.bar } ?? false
  }

  /// Supposed work as the rule sees it; without a score of its own, the level's number counts.
  private func pieces(_ added: [Supposed.Piece], on day: Int32) -> [EvidencePiece] {
    let later = max(day, pieces.last?.day ?? day)
    return added.enumerated().map { place, piece in
      let type = AssessmentType.allCases.firstIndex(of: piece.type) ?? 0
      return EvidencePiece(
        index: Int32(clamping: scores.count + place), day: later,
        level: Int16(clamping: piece.level), type: UInt8(clamping: type))
    }
  }

  /// The fewest further demonstrations that would do: at the bar if not too many, else higher.
  var way: Supposed? {
    guard let day = nextDay else { return nil }
    var found: [Supposed.Piece]?
    for level in scale.bar..<scale.levels.count {
      for count in 1...most {
        let added = work(count, at: level)
        guard isMet(adding: added, on: day) else { continue }
        found = added
        break
      }
      if found != nil { break }
    }
    return found.map { Supposed(pieces: $0) }
  }

  /// So many demonstrations, of the kinds of work that are still asked for.
  private func work(_ count: Int, at level: LevelIndex) -> [Supposed.Piece] {
    let conditions = decider.conditions
    let all = AssessmentType.allCases
    var shown = Set(
      pieces.compactMap { all.indices.contains(Int($0.type)) ? all[Int($0.type)] : nil })
    let usual = shown.sorted { $0.rawValue < $1.rawValue }.first ?? .project
    let isIncluded = conditions.including.isEmpty || !shown.isDisjoint(with: conditions.including)
    return (0..<count).map { place in
      var type = usual
      var demand = Supposed.Piece.Demand.none
      if place == 0, !isIncluded, let kind = conditions.including.first {
        (type, demand) = (kind, .including(conditions.including))
      } else if shown.count < conditions.types, let kind = all.first(where: { !shown.contains($0) })
      {
        (type, demand) = (kind, .newKind)
      }
      // The first piece of all is of some kind, and none has been shown before it.
      if place == 0, shown.isEmpty, demand == .newKind { demand = .none }
      shown.insert(type)
      return Supposed.Piece(
        level: level, type: type, demand: demand, area: area, mayBeFormative: conditions.formative)
    }
  }

  /// The highest level to which further work can bring the result; `nil` when it can bring nothing.
  var ceiling: LevelIndex? {
    guard let day = nextDay else { return nil }
    let top = scale.levels.count - 1
    // Most rules need few; only where these do not do is it worth while to suppose many.
    let few = level(with: work(max(decider.needed, decider.conditions.types), at: top), on: day)
    return few == top ? few : level(with: work(most, at: top), on: day)
  }

  private func level(with added: [Supposed.Piece], on day: Int32) -> LevelIndex? {
    decider.verdict(on: (pieces + pieces(added, on: day))[...], scores: scores, scale: scale).level
  }

  /// Why nothing would be enough.
  var obstacle: String {
    if nextDay == nil, let through = decider.conditions.through {
      return "the rule counts what was shown until \(through), and that day has passed"
    }
    return "the rule asks for more than can be shown"
  }
}
