import TranscriptModel

/// Named children, and so many points from the others.
struct RequiredPlusPoints: ChildRule {
  static let documentation = RuleDocumentation(
    name: "required-plus-points", title: "Required children plus points", family: .children,
    decides: """
      The highest level that every required child reaches, while the other children that reach \
      it bring the points asked for. Each brings one point unless the policy says otherwise.
      """,
    why: "A core that all must meet, and a choice beside it.",
    example: """
      required A and B, points 2, C worth 2, D worth 1: A and B Proficient and C Proficient is \
      met; A and B Exemplary and D Exemplary is not (1 of 2 points).
      """,
    authority: "Stamford, Connecticut, lets pathways of different kinds add up.",
    options: [
      .init("required", "codes", standard: "must be given", "the children that all must meet"),
      .init("points", "a number", standard: "must be given", "points from the others"),
      .init("worth", "a number for each code", standard: "1 each", "points that a child brings"),
    ])

  static var coreOnly: Bool { false }

  private let required: Set<Identifier<Competency>>
  private let points: Rational
  private let worth: [Identifier<Competency>: Rational]

  init(reading options: inout RuleOptions) {
    for name in ["required", "points"] where options.specification.options[name] == nil {
      options.reportMissing(name, name == "points" ? "a number" : "codes of competencies")
    }
    required = Set(options.competencies("required") ?? [])
    points = options.number("points", in: .zero...Rational(1000), standard: .zero)
    worth = options.numbers("worth")
    options.warnOfZero(worth, "worth")
  }

  func statement(_ words: RuleWords) -> String {
    let codes = required.sorted().map(\.code).joined(separator: ", ")
    let noun = points == .one ? "point" : "points"
    let verb = required.count == 1 ? "reaches" : "all reach"
    return "the level that \(codes) \(verb), with \(points.fractionText) \(noun) from others"
  }

  func verdict(on view: ChildView) -> ChildVerdict {
    let core = view.children.filter { required.contains($0.competency) }
    let others = view.children.filter { !required.contains($0.competency) }
    let level = view.scale.levels.indices.last { level in
      core.contains { $0.level != nil }
        && core.allSatisfy { $0.level.map { $0 >= level } ?? $0.isMet }
        && sum(others.filter { $0.reaches(level, bar: view.scale.bar) }) >= points
    }
    let isMet =
      level.map { $0 >= view.scale.bar }
      ?? (!core.isEmpty && core.allSatisfy(\.isMet) && sum(others.filter(\.isMet)) >= points)
    return ChildVerdict(
      level: level, isMet: isMet, counted: core.count(where: \.isMet), needed: core.count,
      points: .init(brought: sum(others.filter(\.isMet)), required: points))
  }

  var named: Set<Identifier<Competency>> { required.union(worth.keys) }

  func obstacle(in view: ChildView) -> String {
    let others = view.children.filter { !required.contains($0.competency) }
    guard others.count < view.children.count else {
      return "none of its required children is there"
    }
    return "it asks for \(points.exactText) points, and the others bring \(sum(others).exactText)"
  }

  private func sum(_ children: [ChildStanding]) -> Rational {
    children.reduce(.zero) { $0 + (worth[$1.competency] ?? .one) }
  }
}
