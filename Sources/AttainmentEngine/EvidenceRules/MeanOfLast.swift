import TranscriptModel

/// The mean of the last so many scores.
struct MeanOfLast: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "mean-of-last", title: "Mean of the last n", family: .evidence,
    decides: "The mean of the last n scores; of all of them while there are fewer.",
    why: "Smooths single results while early ones drop out.",
    example: "n = 3: scores 1, 3, 3, 4 give (3 + 3 + 4) / 3 = 10/3: Proficient.",
    authority: "Offered by TeacherEase as \"average of recent scores\".",
    options: [
      .init("count", "0 to 50", standard: "3", "n; 0 takes them all")
    ] + ComputedLevel.documentation, average: "the mean of the latest scores")

  private let count: Int
  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    count = options.count("count", in: 0...50, standard: 3)
    computed = ComputedLevel(reading: &options)
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    (count == 0 ? "the mean of all scores" : "the mean of the last \(count) scores")
      + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let pieces = view.last(count)
    guard !pieces.isEmpty else { return EvidenceVerdict(level: nil, used: []) }
    let (level, value) = computed.level(of: pieces.map(view.score).mean)
    return EvidenceVerdict(
      level: level, used: pieces.map(\.index), unused: .superseded, value: value)
  }
}
