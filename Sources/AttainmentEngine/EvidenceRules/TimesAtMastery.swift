import TranscriptModel

/// The bar, reached so many times.
struct TimesAtMastery: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "times-at-mastery", title: "n times at mastery", family: .evidence,
    decides: """
      The highest level, at the bar or above, that n demonstrations reach. Until then the highest \
      level shown, but no more than the one below the bar, so that progress can be seen from the \
      first attempt; demonstrations below the bar never count against the student.
      """,
    why: "Where a skill must be shown again and again before it is called mastered.",
    example: """
      n = 3: Proficient, Beginning, Proficient is Developing until a third Proficient comes; then \
      it is Proficient. With in-a-row the count starts again after the Beginning.
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

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    let row = inARow ? " in a row" : ""
    return "the highest level, from the bar up, reached \(times) times\(row)"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    guard !view.pieces.isEmpty else { return EvidenceVerdict(level: nil, used: []) }
    let bar = view.scale.bar
    for level in view.scale.levels.indices.reversed() where level >= bar {
      let used = reaching(level, in: view)
      if used.count >= times { return EvidenceVerdict(level: level, used: used.map(\.index)) }
    }
    let shown = view.pieces.map { Int($0.level) }.max() ?? 0
    return EvidenceVerdict(
      level: bar > 0 ? min(shown, bar - 1) : nil, used: view.pieces.map(\.index))
  }

  /// The pieces at `level` or above; with `in-a-row` those of the longest unbroken run.
  private func reaching(_ level: LevelIndex, in view: EvidenceView) -> [EvidencePiece] {
    guard inARow else { return view.pieces.filter { $0.level >= level } }
    var longest: [EvidencePiece] = []
    var run: [EvidencePiece] = []
    for piece in view.ordered {
      run = piece.level >= level ? run + [piece] : []
      if run.count > longest.count { longest = run }
    }
    return longest
  }
}
