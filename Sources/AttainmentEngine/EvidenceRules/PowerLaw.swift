import TranscriptModel

/// The end of a curve a × n^b through the scores.
struct PowerLaw: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "power-law", title: "Power law", family: .evidence,
    decides: """
      Fits score = a × attempt^b by least squares on the logarithms of attempt and score, and \
      takes the curve's value at the last attempt, never above the highest level's number. \
      Computed to 9 decimals, then rounded as the policy says.
      """,
    why: "Known from gradebooks that follow Marzano; estimates where a learner stands now.",
    example: """
      Scores 2, 2, 2, 4: b = 0.378, a = 1.761, and 1.761 × 4^0.378 = 2.98.
      """,
    authority: "R. J. Marzano, Transforming Classroom Grading (2000).",
    options: [], average: "a power-law curve")

  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    computed = ComputedLevel(reading: &options, places: 2)
    if let lowest = options.scale.levels.first, lowest.number <= .zero {
      options.refuse(
        "needs a scale whose numbers are above 0, because 0 has no logarithm",
        hint: "number the levels from 1, or use another rule")
    }
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    "the power-law curve through all scores, at the last of them" + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let pieces = view.ordered
    let scores = pieces.map { piece in
      let score = view.score(piece)
      return score > .zero ? score : view.scale.level(Int(piece.level)).number
    }
    guard let first = scores.first else { return EvidenceVerdict(level: nil, used: []) }
    let isFlat = scores.allSatisfy { $0 == first }
    let fitted = isFlat ? first : (PowerCurve(scores).last ?? first)
    let highest = view.scale.levels.last?.number ?? fitted
    let (level, value) = computed.level(of: min(fitted, highest))
    return EvidenceVerdict(level: level, used: pieces.map(\.index), value: value)
  }
}
