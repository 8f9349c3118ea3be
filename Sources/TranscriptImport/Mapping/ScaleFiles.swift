import Diagnostics
import TranscriptModel

/// Reads the `scales` of a mapping: a list of steps, or `highest` with `steps`.
struct ScaleFiles {
  private typealias Step = (from: Rational, level: String, node: PolicyNode)

  private let problems: YAMLProblems
  /// The district's scale; without one levels are not looked at.
  private let levels: PerformanceScale?

  init(_ problems: YAMLProblems, _ levels: PerformanceScale?) {
    self.problems = problems
    self.levels = levels
  }

  func scales(_ map: YAMLMapping) -> [String: ScoreScale] {
    var scales: [String: ScoreScale] = [:]
    for member in map.members { scales[member.key] = scale(member.value, member.key, map) }
    return scales
  }

  private func scale(_ node: PolicyNode, _ name: String, _ map: YAMLMapping) -> ScoreScale {
    guard node.members != nil, var whole = YAMLMapping(node, name: name, problems) else {
      return scale(map.items(of: node, name), highest: nil, name, node)
    }
    let highest = whole.number("highest")
    let steps = whole.list("steps") ?? []
    if whole.node["steps"] == nil { _ = whole.required("steps") }
    whole.finish()
    return scale(steps, highest: highest, name, node)
  }

  private func scale(
    _ nodes: [PolicyNode], highest: Rational?, _ name: String, _ node: PolicyNode
  ) -> ScoreScale {
    let steps = nodes.compactMap { step($0) }.sorted { $0.from > $1.from }
    checkOrder(steps, name)
    if let highest, let first = steps.first, first.from > highest {
      problems.report(
        .levelsOutOfOrder, at: first.node.location,
        "a step of \(name) begins above its highest score, \(highest.fractionText)",
        hint: "correct highest, or the step")
    }
    return ScoreScale(steps: steps.map { ($0.from, $0.level) }, highest: highest)
  }

  private func step(_ node: PolicyNode) -> Step? {
    guard var map = YAMLMapping(node, name: "the step", problems) else { return nil }
    let from = map.requiredNumber("at_least")
    let level = map.requiredText("level")
    map.finish()
    guard let from, let level else { return nil }
    MappedWords(target: "level", problems: problems, scale: levels)
      .check(level, node["level"] ?? node)
    return (from, level, node)
  }

  /// Two steps from one score, and a higher step with a lower level.
  private func checkOrder(_ falling: [Step], _ name: String) {
    for (upper, lower) in zip(falling, falling.dropFirst()) {
      if upper.from == lower.from {
        problems.report(
          .levelsOutOfOrder, at: upper.node.location,
          "two steps of \(name) begin at \(upper.from.fractionText)", hint: "remove one of them",
          related: [.init("the other", at: lower.node.location)])
      } else if let high = levels?.index(written: upper.level),
        let low = levels?.index(written: lower.level), high <= low
      {
        problems.report(
          .levelsOutOfOrder, at: upper.node.location,
          "the step of \(name) from \(upper.from.fractionText) has no higher level than that from"
            + " \(lower.from.fractionText)",
          hint: "give each level one step, from its lowest score on",
          related: [.init("the lower step", at: lower.node.location)])
      }
    }
  }
}
