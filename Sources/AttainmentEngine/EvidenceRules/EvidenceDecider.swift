import TranscriptModel

/// A rule over evidence with its conditions, ready to decide.
struct EvidenceDecider: Sendable {
  let name: String
  let rule: any EvidenceRule
  let conditions: EvidenceConditions
  /// What it averages, in words.
  let average: String?
  /// Whether work that is entered late, with an early day, could lower the result.
  let mayFallByOlderWork: Bool

  /// Reads rule and conditions.
  init(_ type: any EvidenceRule.Type, reading options: inout RuleOptions) {
    name = type.documentation.name
    average = type.documentation.average
    rule = type.init(reading: &options)
    conditions = EvidenceConditions(reading: &options, mayFall: type.mayFall)
    mayFallByOlderWork = rule.fallsByOlderWork && !conditions.mayFall
  }

  /// How many distinct demonstrations it takes.
  var needed: Int { max(rule.needed, conditions.minimum) }

  /// k where the rule is the standard one and nothing but the number of pieces is asked for; else 0.
  var fastCount: Int {
    guard let standard = rule as? HighestInDistinct, !conditions.mayFall, conditions.types < 2,
      conditions.including.isEmpty, conditions.minimum <= standard.needed
    else { return 0 }
    return standard.needed
  }

  /// Whether a higher level comes only by a demonstration at that level or above.
  ///
  /// Not where a piece of any level may complete a number or a kind of work, or where an average
  /// can rise by less.
  var risesByLevel: Bool {
    let isPlain =
      rule is Highest || rule is HighestInDistinct || rule is AtLevelInDistinct
      || rule is TimesAtMastery || rule is MostRecent
    return isPlain && conditions.types < 2 && conditions.including.isEmpty
      && conditions.minimum <= rule.needed && conditions.areas == .overall
  }

  func statement(scale: PerformanceScale) -> String {
    let noun = conditions.formative ? "demonstration" : "summative demonstration"
    return rule.statement(RuleWords(scale: scale, noun: noun)) + conditions.statement
  }

  /// Decides from the records at `positions`, those of one content area if `area` is given.
  ///
  /// `isPart` says that the area is one of several in each of which the rule must be met.
  func decide(
    _ positions: [Int32], in area: AreaFilter?, isPart: Bool = false, of evidence: StudentEvidence,
    scale: PerformanceScale
  ) -> RuleOutcome {
    var outcome = RuleOutcome()
    outcome.needed = needed
    var entered: [Int32] = []
    let pieces = select(
      positions, in: area, of: evidence, entered: &entered, settingAside: &outcome.setAside)
    outcome.prospect = .evidence(
      EvidenceProspect(
        decider: self, pieces: pieces, scores: evidence.scores, scale: scale, asOf: evidence.asOf,
        area: isPart ? area?.area : nil))
    guard !pieces.isEmpty else { return outcome }
    judge(pieces, entered: entered, of: evidence, scale: scale, into: &outcome)
    return outcome
  }

  // MARK: - What counts

  /// The pieces that count, with the day on which each was entered.
  private func select(
    _ positions: [Int32], in area: AreaFilter?, of evidence: StudentEvidence,
    entered: inout [Int32],
    settingAside setAside: inout [(index: Int32, reason: SetAsideReason)]
  ) -> [EvidencePiece] {
    var pieces: [EvidencePiece] = []
    for position in positions {
      let record = evidence.record(position)
      let against =
        area?.reasonAgainst(record) ?? evidence.fixedReasons[Int(position)]
        ?? conditions.reasonAgainst(record)
      if let against {
        setAside.append((position, against))
      } else if let piece = evidence.piece(position) {
        add(piece, to: &pieces, of: evidence, entered: &entered, settingAside: &setAside)
      }
    }
    return pieces
  }

  /// Adds a piece, unless the same demonstration is there: then the higher of the two stays.
  private func add(
    _ piece: EvidencePiece, to pieces: inout [EvidencePiece], of evidence: StudentEvidence,
    entered: inout [Int32],
    settingAside setAside: inout [(index: Int32, reason: SetAsideReason)]
  ) {
    let number = evidence.demonstrations[Int(piece.index)]
    var place = pieces.count - 1
    while place >= 0, pieces[place].day == piece.day {
      if evidence.demonstrations[Int(pieces[place].index)] == number { break }
      place -= 1
    }
    guard place >= 0, pieces[place].day == piece.day else {
      pieces.append(piece)
      entered.append(evidence.entered(piece.index))
      return
    }
    let other = pieces[place]
    entered[place] = min(entered[place], evidence.entered(piece.index))
    let rank = (piece.level, evidence.scores[Int(piece.index)])
    let isHigher = rank > (other.level, evidence.scores[Int(other.index)])
    let (kept, left) = isHigher ? (piece, other) : (other, piece)
    pieces[place] = kept
    setAside.append((left.index, .sameDemonstration(as: evidence.record(kept.index).id)))
  }

  // MARK: - What it comes to

  private func judge(
    _ pieces: [EvidencePiece], entered: [Int32], of evidence: StudentEvidence,
    scale: PerformanceScale, into outcome: inout RuleOutcome
  ) {
    let standing = standing(of: pieces, entered: entered, scores: evidence.scores, scale: scale)
    let (deciding, today) = (standing.deciding, standing.today)
    outcome.reached = standing.history.reached
    outcome.metOn = standing.history.metOn
    outcome.level = standing.history.level
    outcome.value = deciding.value
    outcome.used = deciding.used
    outcome.counted = deciding.counted ?? deciding.used.count
    let used = Set(deciding.used)
    let stands = SetAsideReason.earlierResultStands(today: today.level, value: today.value)
    let late = SetAsideReason.enteredLater(today: today.level, value: today.value)
    outcome.setAside += zip(pieces, entered).filter { !used.contains($0.0.index) }
      .map { piece, entered in
        if piece.day > standing.decidedOn { return (piece.index, stands) }
        if entered > standing.knownOn { return (piece.index, late) }
        let isSameDay = deciding.unused == .superseded && piece.day == standing.decidedOn
        return (piece.index, isSameDay ? Self.sameDay : deciding.unused)
      }
    outcome.flags = zip(pieces, entered).filter { $0.1 > standing.knownOn }
      .map { .lateEntry(evidence.record($0.0.index).id) }
    finish(pieces, of: evidence, scale: scale, into: &outcome)
  }

  /// Why a piece of the last day does not count where the rule counts what was shown last.
  private static let sameDay = SetAsideReason.excluded(
    "another that was shown on the same day is at least as high, and counts")

  /// What the rule says day after day, and what stands at the end.
  ///
  /// A result that stood on some day of entry stands, whatever is entered later with an earlier day.
  func standing(
    of pieces: [EvidencePiece], entered: [Int32], scores: [Rational], scale: PerformanceScale
  ) -> EvidenceStanding {
    var best = standing(of: pieces, scores: scores, scale: scale)
    guard mayFallByOlderWork, Self.isLate(pieces, entered) else { return best }
    // The latest day first: of days that give the same level the one with the most work counts.
    for day in Set(entered).sorted().dropLast().reversed() {
      let known = zip(pieces, entered).filter { $0.1 <= day }.map(\.0)
      best.keep(standing(of: known, scores: scores, scale: scale), knownOn: day)
    }
    return best
  }

  /// Whether some piece was entered after one of a later day, or of the same day.
  ///
  /// Otherwise what was known on a day of entry is what was shown until some day, and that was looked
  /// at.
  private static func isLate(_ pieces: [EvidencePiece], _ entered: [Int32]) -> Bool {
    pieces.indices.dropFirst().contains { place in
      entered[place] < entered[place - 1]
        || pieces[place].day == pieces[place - 1].day && entered[place] != entered[place - 1]
    }
  }

  private func standing(
    of pieces: [EvidencePiece], scores: [Rational], scale: PerformanceScale
  ) -> EvidenceStanding {
    var history = LevelHistory(levels: scale.levels.count, mayFall: conditions.mayFall)
    var deciding = EvidenceVerdict(level: nil, used: [])
    var today = deciding
    var decidedOn = Int32.min
    for end in pieces.indices where end + 1 == pieces.count || pieces[end + 1].day > pieces[end].day
    {
      let verdict = self.verdict(on: pieces[...end], scores: scores, scale: scale)
      let day = CalendarDate(dayNumber: pieces[end].day)
      let isMet = verdict.level.map { $0 >= scale.bar } ?? false
      history.note(level: verdict.level, isMet: isMet, on: day)
      if verdict.level == history.level { (deciding, decidedOn) = (verdict, pieces[end].day) }
      today = verdict
    }
    return EvidenceStanding(
      history: history, deciding: deciding, decidedOn: decidedOn, today: today)
  }

  private func finish(
    _ pieces: [EvidencePiece], of evidence: StudentEvidence, scale: PerformanceScale,
    into outcome: inout RuleOutcome
  ) {
    if outcome.metOn != nil {
      outcome.status = .attained
      outcome.flags += contradiction(pieces, of: evidence, scale: scale, in: outcome)
      return
    }
    outcome.status = outcome.level == nil ? .insufficientEvidence : .notYet
  }

  /// What the rule says about pieces, with its conditions.
  func verdict(
    on pieces: ArraySlice<EvidencePiece>, scores: [Rational], scale: PerformanceScale
  ) -> EvidenceVerdict {
    let view = EvidenceView(pieces: pieces, scale: scale, scores: scores)
    var verdict = rule.verdict(on: view)
    guard pieces.count >= needed, conditions.areMet(by: pieces) else {
      // A rule that finds no level says itself which pieces count and how many.
      if verdict.level == nil { return verdict }
      return EvidenceVerdict(level: nil, used: pieces.map(\.index), value: verdict.value)
    }
    let beside = conditions.pieces(beside: verdict.used, of: pieces)
    if verdict.level != nil, !beside.isEmpty {
      verdict.counted = verdict.counted ?? verdict.used.count
      verdict.used = (verdict.used + beside).sorted()
    }
    return verdict
  }

  /// The last demonstration, if it lies below the bar although the bar was met before.
  private func contradiction(
    _ pieces: [EvidencePiece], of evidence: StudentEvidence, scale: PerformanceScale,
    in outcome: RuleOutcome
  ) -> [ReviewFlag] {
    guard let last = pieces.last, let metOn = outcome.metOn, last.day > metOn.dayNumber else {
      return []
    }
    let best = pieces.filter { $0.day == last.day }.map(\.level).max() ?? last.level
    return Int(best) < scale.bar ? [.laterContradiction(evidence.record(last.index).id)] : []
  }
}

/// The one content area for which a question is asked.
struct AreaFilter {
  let area: Identifier<ContentArea>
  let framework: CompetencyFramework

  /// Why a record does not belong to the area; `nil` when it does.
  func reasonAgainst(_ record: EvidenceRecord) -> SetAsideReason? {
    let areas = record.area.map { [$0] } ?? framework.areas(of: record.competency)
    if areas == [area] { return nil }
    guard areas.count == 1, let other = areas.first else {
      return .excluded("it names no content area")
    }
    return .otherArea(other)
  }

  /// Whether a record may belong to the area and does not say so.
  func lacksArea(_ record: EvidenceRecord) -> Bool {
    guard record.area == nil else { return false }
    let areas = framework.areas(of: record.competency)
    return areas.count > 1 && areas.contains(area)
  }
}
