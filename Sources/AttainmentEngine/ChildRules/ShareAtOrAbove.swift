import TranscriptModel

/// A share of the children at or above a level, and a floor for the rest.
struct ShareAtOrAbove: ChildRule {
  static let documentation = RuleDocumentation(
    name: "share-at-or-above", title: "A share at or above, with a floor", family: .children,
    decides: """
      The highest level that at least the given share of the children reach or pass, while no \
      child is below the floor. A level at or below the floor must be reached by every child.
      """,
    why: """
      Describes a whole by what most of it shows, without letting a strength hide a gap: the floor \
      does not bend. The standard for the mark of a course: half of the competencies, floor at \
      the bar.
      """,
    example: """
      share 4/5, floor Developing. Proficient, Proficient, Proficient, Proficient, Developing: \
      4/5 are Proficient, none is below Developing: Proficient. With Beginning in place of \
      Developing: Beginning.
      """,
    authority: """
      The 80/100 rule of Empower Learning: 80 percent at the target and all within reach of it.
      """,
    options: [
      .init("share", "above 0, up to 1", standard: "1/2", "the share, as a fraction or a decimal"),
      .init("floor", "a level, or none", standard: "the bar", "the lowest that any child may be"),
    ])

  private let share: Rational
  private let floor: LevelIndex?

  init(reading options: inout RuleOptions) {
    let share = options.number("share", in: .zero...(.one), standard: .half)
    if share == .zero, let node = options.node("share") {
      options.report(node, "share", "a number above 0, up to 1")
    }
    self.share = share
    let isNone = options.specification.options["floor"]?.text == "none"
    let level = isNone ? nil : options.level("floor", standard: options.scale.bar)
    if isNone { _ = options.node("floor") }
    floor = level
  }

  init(share: Rational, floor: LevelIndex?) {
    self.share = share
    self.floor = floor
  }

  func statement(_ words: RuleWords) -> String {
    let rest = floor.map { ", with none of them below \(words.level($0))" } ?? ""
    return "the highest level that \(words.atLeast(share)) of \(words.those) reach\(rest)"
  }

  func verdict(on view: ChildView) -> ChildVerdict {
    ChildVerdict(
      level: view.level { holds($0, in: view) },
      isMet: !view.children.isEmpty && holds(view.scale.bar, in: view),
      counted: view.met, needed: view.children.count)
  }

  /// Whether the share of the children reaches a level, and none is below the floor.
  private func holds(_ level: LevelIndex, in view: ChildView) -> Bool {
    let needed = share * Rational(view.considered(for: level))
    guard Rational(view.reaching(level)) >= needed else { return false }
    guard let floor else { return true }
    let lowest = min(floor, level)
    return view.missing == 0 && view.levels.allSatisfy { $0 >= lowest }
  }
}
