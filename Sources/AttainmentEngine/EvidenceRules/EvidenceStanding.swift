import TranscriptModel

/// What a rule over evidence says day after day, and what of it stands at the end.
struct EvidenceStanding {
  /// The levels by day.
  private(set) var history: LevelHistory
  /// The verdict on which the present level rests.
  private(set) var deciding: EvidenceVerdict
  /// The last day that this verdict looked at.
  private(set) var decidedOn: Int32
  /// The verdict on everything.
  let today: EvidenceVerdict
  /// What was entered after this day had no part in the present level.
  private(set) var knownOn = Int32.max

  init(
    history: LevelHistory, deciding: EvidenceVerdict, decidedOn: Int32, today: EvidenceVerdict
  ) {
    self.history = history
    self.deciding = deciding
    self.decidedOn = decidedOn
    self.today = today
  }

  /// Keeps what stood when nothing was known that was entered after `day`.
  mutating func keep(_ earlier: EvidenceStanding, knownOn day: Int32) {
    if (earlier.history.level ?? -1) > (history.level ?? -1) {
      (deciding, decidedOn) = (earlier.deciding, earlier.decidedOn)
      knownOn = day
    }
    history.keep(earlier.history)
  }
}
