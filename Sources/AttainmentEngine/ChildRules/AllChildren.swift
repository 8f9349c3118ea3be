import TranscriptModel

/// Every child.
struct AllChildren: ChildRule {
  static let documentation = RuleDocumentation(
    name: "all-children", title: "Every child", family: .children,
    decides: """
      Met when every core child is met. The level is the lowest among the children: one below the \
      bar is not made up for by the others.
      """,
    why: "Where each objective matters by itself: a block missing at the bottom stays missing.",
    example: """
      Exemplary, Exemplary, Proficient: met at Proficient. Exemplary, Exemplary, Developing: not \
      yet, at Developing.
      """,
    authority: "Connecticut: a student achieves each competency in each required area.")

  init(reading options: inout RuleOptions) {}
  init() {}

  func statement(_ words: RuleWords) -> String { "the lowest level among \(words.those)" }

  func verdict(on view: ChildView) -> ChildVerdict {
    let level = view.missing == 0 ? view.levels.last : nil
    let isBelow = level.map { $0 < view.scale.bar } ?? false
    return ChildVerdict(
      level: level, isMet: !view.children.isEmpty && view.missing == 0 && !isBelow,
      counted: view.met, needed: view.children.count)
  }
}
