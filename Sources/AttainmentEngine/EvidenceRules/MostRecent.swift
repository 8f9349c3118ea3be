import TranscriptModel

/// The level shown last.
struct MostRecent: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "most-recent", title: "Level shown last", family: .evidence,
    decides: """
      The level of the demonstration that was shown last. The day shown counts, never the day on \
      which a result was entered; of two on one day the higher counts.
      """,
    why: "Where a skill must be kept up, the last proof says the most.",
    example: """
      Proficient on 2 March, Developing on 9 March, entered late: Exemplary of 1 February. The \
      level is Developing.
      """,
    authority: """
      Offered by most mastery gradebooks. Some order by the day entered, so that late entries of \
      old work become the most recent; this one does not.
      """,
    options: [])

  static var mayFall: Bool { true }

  init(reading options: inout RuleOptions) {}
  init() {}

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    "the level of the \(words.noun) shown last"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    guard let last = view.pieces.last?.day,
      let level = view.pieces.reversed().prefix(while: { $0.day == last }).map(\.level).max()
    else { return EvidenceVerdict(level: nil, used: []) }
    let used = view.pieces.filter { $0.day == last && $0.level == level }
    return EvidenceVerdict(level: Int(level), used: used.map(\.index), unused: .superseded)
  }
}
