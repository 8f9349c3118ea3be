import TranscriptModel

/// One level, shown in so many distinct demonstrations.
struct AtLevelInDistinct: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "at-level-in-distinct", title: "k at a level or above", family: .evidence,
    decides: """
      Met when at least k distinct demonstrations are at the level or above; the result is then \
      that level and never more. Before that it is the highest lower level shown k times. A rule \
      whose level lies above the bar is not met at the bar; before it is met there is no level, only \
      how many of the k there are.
      """,
    why: "For competencies that are simply met or not, such as a safety test.",
    example: """
      k = 2, level Proficient: Exemplary, Exemplary is Proficient. Exemplary, Developing is not \
      yet, at Developing.
      """,
    authority: "Waterbury, Connecticut: a pass is a pass; two of them earn the credit.",
    options: [
      .init("demonstrations", "1 to 20", standard: "2; 1 for an objective", "k"),
      .init("level", "a level", standard: "the bar", "the level to be shown"),
    ])

  private let demonstrations: Int
  private let level: LevelIndex

  init(reading options: inout RuleOptions) {
    demonstrations = options.count(
      "demonstrations", in: 1...20, standard: options.slot == .objective ? 1 : 2)
    level = options.level("level", standard: options.scale.bar)
  }

  var needed: Int { demonstrations }

  func statement(_ words: RuleWords) -> String {
    "\(words.level(level)), once \(words.demonstrations(demonstrations)) show it or better"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    guard view.pieces.count >= demonstrations else {
      let counted = level > view.scale.bar ? view.pieces.count { $0.level >= level } : nil
      return EvidenceVerdict(level: nil, used: view.pieces.map(\.index), counted: counted)
    }
    let shown = Int(view.pieces.map(\.level).sorted(by: >)[demonstrations - 1])
    // A level at the bar or above means "met" everywhere, and only the rule's own level meets it; a
    // level below the bar would be untrue of a student who has shown the bar.
    guard shown >= level || level <= view.scale.bar else {
      let atLevel = view.pieces.filter { $0.level >= level }
      return EvidenceVerdict(
        level: nil, used: atLevel.map(\.index),
        unused: .excluded("it is below the level that the rule counts"), counted: atLevel.count)
    }
    let found = min(shown, level)
    return EvidenceVerdict(
      level: found, used: view.pieces.filter { $0.level >= found }.map(\.index))
  }
}
