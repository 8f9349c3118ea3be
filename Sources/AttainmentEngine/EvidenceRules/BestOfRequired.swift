import TranscriptModel

/// The mean of the best so many of a required number of demonstrations.
struct BestOfRequired: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "best-of-required", title: "Best n of the required number", family: .evidence,
    decides: """
      Completion and performance are told apart. Complete when the required number of \
      demonstrations is there; missed work is never a low score. Performance is the mean of the \
      best n, ties going to the latest. A floor, if named, must be reached by each of the best n.
      """,
    why: "Where a portfolio must be filled and the best work in it speaks for the student.",
    example: """
      required 3, best 2: scores 2, 4, 3 are complete with 7/2 = 3.5: Proficient. Scores 4, 4 are \
      incomplete (2 of 3), with 4 so far.
      """,
    authority: """
      Building 21, Philadelphia, and its Slate software: an evidence requirement for each skill, \
      the top demonstrations count.
      """,
    options: [
      .init("required", "1 to 50", standard: "3", "how many demonstrations make it complete"),
      .init("best", "1 to 50", standard: "the required number", "n: how many of the best count"),
      .init("floor", "a level", standard: "none", "the lowest that any of the best n may be"),
    ] + ComputedLevel.documentation, average: "the mean of the best of a required number")

  private let required: Int
  private let best: Int
  private let floor: LevelIndex
  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    required = options.count("required", in: 1...50, standard: 3)
    best = options.count("best", in: 1...50, standard: required)
    if best > required {
      options.warn(
        AttainmentDiagnostic.contradictoryOptions, "best",
        "counts the best \(best), and \(required) \(required == 1 ? "is" : "are") enough to be complete",
        hint: "write best: \(required), or required: \(best)")
    }
    floor = options.level("floor", standard: 0)
    computed = ComputedLevel(reading: &options)
  }

  var needed: Int { required }

  func statement(_ words: RuleWords) -> String {
    let rest = floor > 0 ? ", none of them below \(words.level(floor))" : ""
    return "the mean of the best \(best) of at least \(required) demonstrations\(rest)"
      + computed.statement
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let chosen = view.ordered.sorted {
      (view.score($0), $0.day, $0.index) > (view.score($1), $1.day, $1.index)
    }.prefix(best)
    guard !chosen.isEmpty else { return EvidenceVerdict(level: nil, used: []) }
    let (level, value) = computed.level(of: chosen.map(view.score).mean)
    let lowest = chosen.map { Int($0.level) }.min() ?? 0
    let used = chosen.map(\.index).sorted()
    let isComplete = view.pieces.count >= required
    return EvidenceVerdict(
      level: isComplete ? (lowest < floor ? min(level, lowest) : level) : nil,
      used: isComplete ? used : view.pieces.map(\.index), value: value,
      counted: view.pieces.count)
  }
}
