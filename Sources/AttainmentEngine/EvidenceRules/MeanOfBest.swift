import TranscriptModel

/// The mean of the best so many scores.
struct MeanOfBest: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "mean-of-best", title: "Mean of the best n", family: .evidence,
    decides: "The mean of the n highest scores; of all of them while there are fewer.",
    why: "Lets low attempts drop out, early or late.",
    example: "n = 3: scores 4, 3, 3, 4 give (4 + 4 + 3) / 3 = 11/3, 3.67 to two decimals.",
    authority: "Educate (CBK12) offers it as \"average of 3 highest\", with this example.",
    options: [
      .init("count", "1 to 50", standard: "3", "n")
    ] + ComputedLevel.documentation, average: "the mean of the best scores")

  private let count: Int
  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    count = options.count("count", in: 1...50, standard: 3)
    computed = ComputedLevel(reading: &options)
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    "the mean of the \(count) highest scores" + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let pieces = view.pieces.sorted {
      (view.score($0), $0.day, $0.index) > (view.score($1), $1.day, $1.index)
    }.prefix(count)
    guard !pieces.isEmpty else { return EvidenceVerdict(level: nil, used: []) }
    let (level, value) = computed.level(of: pieces.map(view.score).mean)
    return EvidenceVerdict(level: level, used: pieces.map(\.index).sorted(), value: value)
  }
}
