import TranscriptModel

/// The bar, reached so many times.
struct TimesAtMastery: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "times-at-mastery", title: "n times at mastery", family: .evidence,
    decides: """
      The highest level, at the bar or above, that n demonstrations reach. Until then there is no \
      level, only how many of the n there are: a lower one would be untrue of a student who has \
      shown the bar. Demonstrations below the bar never count against the student.
      """,
    why: "Where a skill must be shown again and again before it is called mastered.",
    example: """
      n = 3: Proficient, Beginning, Proficient is 2 of 3 until a third Proficient comes; then it is \
      Proficient. With in-a-row the count starts again after the Beginning: 1 of 3.
      """,
    authority: "Canvas Outcomes offers it as \"n number of times\" (1 to 5).",
    options: [
      .init("times", "1 to 20", standard: "3", "n"),
      .init("in-a-row", "yes, no", standard: "no", "whether the n must follow one another"),
    ])

  private let times: Int
  private let inARow: Bool

  init(reading options: inout RuleOptions) {
    times = options.count("times", in: 1...20, standard: 3)
    inARow = options.flag("in-a-row", standard: false)
  }

  var needed: Int { times }
  var fallsByOlderWork: Bool { inARow }

  func statement(_ words: RuleWords) -> String {
    let row = inARow ? " in a row" : ""
    return "the highest level, from the bar up, reached \(times) times\(row)"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let bar = view.scale.bar
    for level in view.scale.levels.indices.reversed() where level >= bar {
      let runs = runs(at: level, in: view)
      guard let used = runs.max(by: { $0.count < $1.count }), used.count >= times else { continue }
      return EvidenceVerdict(level: level, used: used.map(\.index), unused: unused)
    }
    let counting = runs(at: bar, in: view).last ?? []
    return EvidenceVerdict(
      level: nil, used: counting.map(\.index), unused: unused, counted: counting.count)
  }

  /// Why the pieces that do not count do not.
  private var unused: SetAsideReason {
    .excluded(
      inARow
        ? "it is below the level that the rule counts, or one below it came later"
        : "it is below the level that the rule counts")
  }

  /// The pieces at `level` or above; with `in-a-row` each unbroken run of them, the last one empty
  /// where the last piece is lower.
  private func runs(at level: LevelIndex, in view: EvidenceView) -> [[EvidencePiece]] {
    guard inARow else { return [view.pieces.filter { $0.level >= level }] }
    var runs: [[EvidencePiece]] = [[]]
    for piece in view.ordered {
      if piece.level < level {
        runs.append([])
      } else {
        runs[runs.count - 1].append(piece)
      }
    }
    return runs
  }
}
