import TranscriptModel

/// A weighted mean of the children's levels, with a floor.
struct WeightedThreshold: ChildRule {
  static let documentation = RuleDocumentation(
    name: "weighted-threshold", title: "Weighted mean with a floor", family: .children,
    decides: """
      The weighted mean of the children's numbers, turned into a level by the cuts, once every \
      child has a level. While a child is below the floor, the result is no higher than that \
      child's level. The best value reached stands; it falls only where a child's own result may \
      fall.
      """,
    why: """
      Where a board asks for a minimum average and a minimum for each competency. It lets \
      strengths make up for gaps above the floor.
      """,
    example: """
      weights A 2, B 1, floor Developing: A Exemplary (4), B Developing (2) give (2 × 4 + 2) / 3 = \
      10/3: Proficient. With B Beginning the result is Beginning.
      """,
    authority: "Philadelphia: a minimum average and a minimum for each competency.",
    options: [
      .init("weights", "a number for each code", standard: "1 each", "how much a child weighs"),
      .init("floor", "a level", standard: "the bar", "the lowest that any child may be"),
    ] + ComputedLevel.documentation, average: "the mean of several competencies")

  private let weights: [Identifier<Competency>: Rational]
  private let floor: LevelIndex
  private let computed: ComputedLevel

  init(reading options: inout RuleOptions) {
    weights = options.numbers("weights")
    options.warnOfZero(weights, "weights")
    floor = options.level("floor", standard: options.scale.bar)
    computed = ComputedLevel(reading: &options)
  }

  func statement(_ words: RuleWords) -> String {
    "the \(weights.isEmpty ? "" : "weighted ")mean over \(words.those), with none of them below "
      + words.level(floor) + computed.statement
  }

  func verdict(on view: ChildView) -> ChildVerdict {
    var verdict = ChildVerdict(
      level: nil, isMet: false, counted: view.met, needed: view.children.count)
    let levelled = view.children.filter { $0.level != nil }
    guard view.missing == 0, let lowest = view.levels.last else {
      verdict.isMet = !view.children.isEmpty && view.missing == 0
      return verdict
    }
    let total = levelled.reduce(Rational.zero) { $0 + weight($1) }
    let sum = levelled.reduce(Rational.zero) { sum, child in
      sum + weight(child) * view.scale.level(child.level ?? 0).number
    }
    let (level, value) = computed.level(of: sum.divided(by: total) ?? .zero)
    verdict.level = lowest < floor ? min(level, lowest) : level
    verdict.value = value
    verdict.isMet = (verdict.level ?? 0) >= view.scale.bar && total > .zero
    return verdict
  }

  var named: Set<Identifier<Competency>> { Set(weights.keys) }

  private func weight(_ child: ChildStanding) -> Rational { weights[child.competency] ?? .one }
}
