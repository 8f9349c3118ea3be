import TranscriptModel

/// The middle level of late.
struct Median: EvidenceRule {
  /// Which of two middle levels counts.
  enum Tie: String, CaseIterable {
    case lower, higher
  }

  static let documentation = RuleDocumentation(
    name: "median", title: "Middle level of the last n", family: .evidence,
    decides: """
      The middle one of the last n levels in order of height. Between two middle levels the \
      lower counts, which half of the demonstrations reach, or the higher, as the policy says.
      """,
    why: "One unusually good or bad day does not move it.",
    example: """
      n = 9: levels 4, 4, 3, 3, 3, 2, 2, 2, 1 give 3; of 4, 3, 3, 2, 2, 2, 1 the middle is 2. \
      Of 3, 3, 2, 2 the lower middle is 2.
      """,
    authority:
      """
      TeacherEase (Common Goal Systems), "median of recent scores", with the first two examples; there \
      an even number of scores gives the mean of the middle two, which is no level.
      """,
    options: [
      .init("count", "0 to 50", standard: "5", "n; 0 takes them all"),
      .init("tie", "lower, higher", standard: "lower", "which of two middle levels counts"),
    ], average: "the middle level")

  private let count: Int
  private let tie: Tie

  init(reading options: inout RuleOptions) {
    count = options.count("count", in: 0...50, standard: 5)
    tie = options.word("tie", standard: Tie.lower)
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    let among = count == 0 ? "" : " of the last \(count)"
    return "the middle level\(among), of two the \(tie.rawValue)"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let pieces = view.last(count)
    guard !pieces.isEmpty else { return EvidenceVerdict(level: nil, used: []) }
    let levels = pieces.map { Int($0.level) }.sorted()
    let place = tie == .lower ? (levels.count - 1) / 2 : levels.count / 2
    return EvidenceVerdict(
      level: levels[place], used: pieces.map(\.index), unused: .superseded)
  }
}
