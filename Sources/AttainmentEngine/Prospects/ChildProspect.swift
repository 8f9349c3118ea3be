import TranscriptModel

/// A rule over children with how they stand.
struct ChildProspect {
  let rule: any ChildRule
  let scale: PerformanceScale
  /// How the children stand.
  let standings: [ChildStanding]
  /// How far further work can bring each, in the same order; `nil` for not at all.
  let ceilings: [LevelIndex?]

  /// Whether the rule is met with what is supposed.
  func isMet(_ supposed: Supposed) -> Bool {
    rule.verdict(on: view(with: supposed.raised)).isMet
  }

  private func view(with raised: [Identifier<Competency>: LevelIndex]) -> ChildView {
    let children = standings.map { child -> ChildStanding in
      guard let level = raised[child.competency], level > (child.level ?? -1) else { return child }
      return ChildStanding(
        competency: child.competency, level: level, isMet: child.isMet || level >= scale.bar)
    }
    return ChildView(children: children, scale: scale)
  }

  /// Children that are below `level` and can be brought to it.
  func candidates(for level: LevelIndex) -> [Identifier<Competency>] {
    zip(standings, ceilings).filter { child, ceiling in
      !child.reaches(level, bar: scale.bar) && (ceiling.map { $0 >= level } ?? false)
    }.map(\.0.competency)
  }

  /// Every child at the bar, or as high as it takes.
  var way: Supposed? {
    for level in scale.bar..<max(scale.bar + 1, scale.levels.count) {
      let raised = raised(to: level)
      if rule.verdict(on: view(with: raised)).isMet { return Supposed(raised: raised) }
    }
    return nil
  }

  private func raised(to level: LevelIndex) -> [Identifier<Competency>: LevelIndex] {
    var raised: [Identifier<Competency>: LevelIndex] = [:]
    for (child, ceiling) in zip(standings, ceilings) {
      guard let ceiling, !child.reaches(level, bar: scale.bar) else { continue }
      let reachable = min(level, ceiling)
      if reachable > (child.level ?? -1) { raised[child.competency] = reachable }
    }
    return raised
  }

  /// The highest level to which the children can bring the result.
  var ceiling: LevelIndex? {
    rule.verdict(on: view(with: raised(to: scale.levels.count - 1))).level
  }

  /// Why nothing would be enough.
  var obstacle: String {
    guard !standings.isEmpty else { return "the rule looks at competencies, and there are none" }
    let bar = scale.bar
    let stuck = zip(standings, ceilings).filter { child, ceiling in
      !child.isMet && (ceiling ?? -1) < bar
    }.map(\.0.competency.code)
    guard !stuck.isEmpty else { return "not even every part at the highest level meets the rule" }
    return "no further work can bring \(stuck.joined(separator: ", ")) to the bar"
  }
}
