import TranscriptModel

/// The highest level shown at all.
struct Highest: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "highest", title: "Highest level shown", family: .evidence,
    decides: "The highest level shown in any one summative demonstration.",
    why: "For short objectives, where one demonstration is proof enough.",
    example: "Developing, Exemplary, Proficient: the level is Exemplary.",
    authority: "Offered by every mastery gradebook, mostly as \"highest score\".")

  init(reading options: inout RuleOptions) {}
  init() {}

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    "the highest level shown in \(words.demonstrations(1))"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    guard let level = view.pieces.map(\.level).max() else {
      return EvidenceVerdict(level: nil, used: [])
    }
    return EvidenceVerdict(
      level: Int(level), used: view.pieces.filter { $0.level == level }.map(\.index))
  }
}
