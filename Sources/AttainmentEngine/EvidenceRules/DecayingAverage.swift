import TranscriptModel

/// Each score against the average so far.
struct DecayingAverage: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "decaying-average", title: "Decaying average", family: .evidence,
    decides: """
      Begins with the first score; each later one makes it weight × the score + (1 - weight) × \
      what it was. Scores are ordered by the day shown.
      """,
    why: "Recent work weighs most and early work fades, without ever dropping out.",
    example: """
      weight 0.65, scores 2, 3, 4: 2, then 0.65 × 3 + 0.35 × 2 = 2.65, then 0.65 × 4 + \
      0.35 × 2.65 = 3.5275.
      """,
    authority: "Canvas Outcomes and Mastery Connect, since 2023.",
    options: [
      .init("weight", "0 to 1", standard: "0.65", "the weight of each new score")
    ] + ComputedLevel.documentation, average: "a decaying average")

  private let weight: Rational
  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    weight = options.number(
      "weight", in: .zero...(.one), standard: Rational(65, over: 100) ?? .half)
    options.warnOfZero(weight, "weight")
    computed = ComputedLevel(reading: &options)
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    "the average so far, each new score weighing \(weight.fractionText)" + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let scores = view.ordered.map(view.score)
    guard let first = scores.first else { return EvidenceVerdict(level: nil, used: []) }
    let exact = scores.dropFirst().reduce(first) { average, score in
      weight * score + (Rational.one - weight) * average
    }
    let (level, value) = computed.level(of: exact)
    return EvidenceVerdict(level: level, used: view.pieces.map(\.index), value: value)
  }
}
