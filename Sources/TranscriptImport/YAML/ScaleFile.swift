import Diagnostics
import TranscriptModel

/// The `scale` of `policy.yaml`.
struct ScaleFile {
  private let problems: YAMLProblems
  /// Marks with another meaning on a transcript (DESIGN.md, section 4): a level may not look like
  /// Advanced Placement, International Baccalaureate, credit, withdrawn, incomplete, pass or fail.
  private static let taken: Set<String> = ["AP", "IB", "CR", "W", "I", "P", "F"]

  init(_ problems: YAMLProblems) { self.problems = problems }

  func scale(_ map: YAMLMapping) -> PerformanceScale? {
    var map = map
    let id = map.requiredText("id")
    let title = map.requiredText("title")
    let bar = map.required("bar")
    let nodes = map.required("levels").map { map.items(of: $0, "levels") } ?? []
    map.finish()
    var levels: [PerformanceLevel] = []
    for node in nodes {
      if let level = level(node, after: levels) { levels.append(level) }
    }
    guard let id, let title, let bar, let text = map.text(of: bar, "bar") else { return nil }
    guard let index = levels.firstIndex(where: { $0.code == text }) else {
      let codes = levels.map(\.code)
      map.report(
        .unknownLevel, bar, "the level \"\(text)\" is not in the scale",
        // The nearest code by spelling may be a higher or a lower bar: that is the board's to say.
        hint: "write one of \(codes.joined(separator: ", "))")
      return nil
    }
    return PerformanceScale(id: id, title: title, levels: levels, bar: index)
  }

  private func level(_ node: PolicyNode, after levels: [PerformanceLevel]) -> PerformanceLevel? {
    guard var map = YAMLMapping(node, name: "the level", problems) else { return nil }
    let code = map.requiredText("code")
    let number = map.requiredNumber("number")
    let label = map.requiredText("label")
    let description = map.requiredText("description")
    map.finish()
    guard let code, let number, let label, let description else { return nil }
    check(code, map, levels)
    if let last = levels.last, number <= last.number {
      map.report(
        .levelsOutOfOrder, map.node["number"] ?? node,
        "the level \"\(code)\" does not come after \"\(last.code)\"",
        hint: "list the levels lowest first, each with a higher number")
    }
    return PerformanceLevel(code: code, number: number, label: label, description: description)
  }

  private func check(_ code: String, _ map: YAMLMapping, _ levels: [PerformanceLevel]) {
    let node = map.node["code"] ?? map.node
    if Self.taken.contains(code.uppercased()) {
      map.report(
        .levelCodeCollision, node,
        "the level code \"\(code)\" already means something else on a transcript",
        hint: "choose another; AP, IB, CR, W, I, P and F are taken")
    }
    if code.unicodeScalars.count > 3 {
      map.report(
        .levelCodeTooLong, node, "the level code \"\(code)\" has more than three characters",
        hint: "shorten it; the label holds the whole word")
    }
    if levels.contains(where: { $0.code == code }) {
      map.report(
        .duplicateCode, node, "the level \"\(code)\" is there twice",
        hint: "give each level a code of its own")
    }
  }
}
