import Diagnostics
import TranscriptModel

/// The `score_tables` of `policy.yaml`.
struct ScoreTableFile {
  private let problems: YAMLProblems
  private let scale: PerformanceScale?

  init(_ problems: YAMLProblems, scale: PerformanceScale?) {
    self.problems = problems
    self.scale = scale
  }

  func tables(_ nodes: [PolicyNode]) -> [ScoreTable] {
    var tables: [ScoreTable] = []
    for node in nodes {
      guard let map = YAMLMapping(node, name: "the score table", problems),
        let table = table(map)
      else { continue }
      if tables.contains(where: { $0.scale == table.scale }) {
        map.report(
          .duplicateCode, node["scale"] ?? node, "the scale \"\(table.scale)\" is there twice",
          hint: "remove one of the two")
      } else {
        tables.append(table)
      }
    }
    return tables
  }

  private func table(_ map: YAMLMapping) -> ScoreTable? {
    var map = map
    let name = map.requiredText("scale")
    let title = map.text("title")
    let adoptedOn = map.date("adopted_on")
    let adoptedBy = map.text("adopted_by")
    let scores = map.mapping("scores").map { self.scores($0) } ?? [:]
    let hasSteps = map.node["steps"] != nil
    let steps = (map.list("steps") ?? []).compactMap { step($0) }
    let highest = hasSteps ? map.requiredNumber("highest") : map.number("highest")
    map.finish()
    if !hasSteps, map.node["scores"] == nil {
      problems.report(
        .missingKey, at: map.location, "the score table has neither \"scores\" nor \"steps\"",
        hint: "add scores: { A: EX, B: PR }, or highest: 100 with "
          + "steps: [{ at_least: 80, level: PR }]")
    }
    let rising = steps.sorted { $0.atLeast < $1.atLeast }
    if zip(rising, rising.dropFirst()).contains(where: { $0.level >= $1.level }) {
      map.report(
        .levelsOutOfOrder, map.node["steps"] ?? map.node, "a higher step has no higher level",
        hint: "give each level one step, from its lowest score on")
    }
    guard let name else { return nil }
    return ScoreTable(
      scale: name, title: title ?? name, adoptedOn: adoptedOn, adoptedBy: adoptedBy,
      highest: highest, steps: steps, scores: scores, location: map.location)
  }

  private func scores(_ map: YAMLMapping) -> [String: LevelIndex] {
    var scores: [String: LevelIndex] = [:]
    for member in map.members { scores[member.key] = level(member.value, member.key, map) }
    return scores
  }

  private func step(_ node: PolicyNode) -> ScoreTable.Step? {
    guard var map = YAMLMapping(node, name: "the step", problems) else { return nil }
    let from = map.requiredNumber("at_least")
    let written = map.required("level")
    map.finish()
    guard let from, let level = written.flatMap({ level($0, "level", map) }) else { return nil }
    return ScoreTable.Step(atLeast: from, level: level)
  }

  private func level(_ node: PolicyNode, _ key: String, _ map: YAMLMapping) -> LevelIndex? {
    guard let scale, let text = map.text(of: node, key) else { return nil }
    if let level = scale.index(written: text) { return level }
    map.report(
      .unknownLevel, node, "the level \"\(text)\" is not in the scale",
      hint: "write one of \(scale.levels.map(\.code).joined(separator: ", "))")
    return nil
  }
}
