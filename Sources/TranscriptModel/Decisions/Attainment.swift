/// The outcome for one competency, overall or in one content area.
public struct Attainment: Hashable, Sendable {
  /// Which competency.
  public let competency: Identifier<Competency>
  /// In which area; `nil` for overall.
  public let area: Identifier<ContentArea>?
  /// Where the student stands.
  public let status: AttainmentStatus
  /// The level that the evidence supports; `nil` where no level follows (`met-by-decision` without
  /// a level, `transferred`, `waived`, too little evidence).
  public let level: LevelIndex?
  /// The day on which the bar was met, by evidence, decision or work elsewhere; the day of the waiver
  /// where only a waiver meets it; `nil` when it is not met.
  public let metOn: CalendarDate?
  /// The day on which the present level was reached; `nil` when there is no level.
  public let levelOn: CalendarDate?
  /// Pieces that count, against `needed`: "insufficient evidence (1 of 2)".
  public let counted: Int
  /// Pieces that the rule asks for.
  public let needed: Int
  /// Why.
  public let decision: AttainmentDecision

  /// Creates an outcome.
  public init(
    competency: Identifier<Competency>, area: Identifier<ContentArea>?, status: AttainmentStatus,
    level: LevelIndex?, metOn: CalendarDate?, levelOn: CalendarDate?, counted: Int, needed: Int,
    decision: AttainmentDecision
  ) {
    self.competency = competency
    self.area = area
    self.status = status
    self.level = level
    self.metOn = metOn
    self.levelOn = levelOn
    self.counted = counted
    self.needed = needed
    self.decision = decision
  }
}

/// The outcomes for one competency: overall, and in each of its content areas if it has several.
public struct CompetencyResult: Hashable, Sendable {
  /// Which competency.
  public let competency: Identifier<Competency>
  /// The outcome over all evidence.
  public let overall: Attainment
  /// The outcome in each content area, in the competency's order; empty when it has one area only.
  public let byArea: [Attainment]

  /// Creates the outcomes.
  public init(competency: Identifier<Competency>, overall: Attainment, byArea: [Attainment]) {
    self.competency = competency
    self.overall = overall
    self.byArea = byArea
  }

  /// The outcome in `area`, or overall where there is no other.
  public func attainment(in area: Identifier<ContentArea>) -> Attainment {
    byArea.first { $0.area == area } ?? overall
  }
}
