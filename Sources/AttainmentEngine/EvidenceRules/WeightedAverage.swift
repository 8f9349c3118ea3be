import TranscriptModel

/// The last score against the mean of the earlier ones.
struct WeightedAverage: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "weighted-average", title: "Last score against the mean before it", family: .evidence,
    decides: """
      weight × the last score + (1 - weight) × the mean of all earlier scores; a single score \
      stands for itself. Scores are ordered by the day shown.
      """,
    why: "Known from Canvas, where it was called decaying average until 2023.",
    example: """
      weight 0.65, earlier scores with mean 5, last score 4.5: 0.65 × 4.5 + 0.35 × 5 = 4.675, \
      4.68 to two decimals.
      """,
    authority: "Canvas Outcomes; the example is from its users' forum, 2017.",
    options: [
      .init("weight", "0 to 1", standard: "0.65", "the weight of the last score")
    ] + ComputedLevel.documentation, average: "the last score with the mean of those before it")

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
    "the last score, weighing \(weight.fractionText), with the mean of the earlier ones"
      + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let scores = view.ordered.map(view.score)
    guard let last = scores.last else { return EvidenceVerdict(level: nil, used: []) }
    let earlier = scores.dropLast()
    let exact =
      earlier.isEmpty ? last : weight * last + (Rational.one - weight) * Array(earlier).mean
    let (level, value) = computed.level(of: exact)
    return EvidenceVerdict(level: level, used: view.pieces.map(\.index), value: value)
  }
}
