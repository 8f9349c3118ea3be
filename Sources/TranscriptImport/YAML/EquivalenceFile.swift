import Diagnostics
import TranscriptModel

/// The `equivalence` table of `policy.yaml`.
struct EquivalenceFile {
  private let problems: YAMLProblems
  private let scale: PerformanceScale?

  init(_ problems: YAMLProblems, scale: PerformanceScale?) {
    self.problems = problems
    self.scale = scale
  }

  /// A table without the day and the body that adopted it is refused: it would be a conversion that
  /// nobody answers for (DOMAIN.md, finding 3).
  func table(_ map: YAMLMapping) -> EquivalenceTable? {
    var map = map
    let title = map.requiredText("title")
    let adoptedOn = map.requiredDate("adopted_on")
    let adoptedBy = map.requiredText("adopted_by")
    let places = map.whole("places", in: 0...6) ?? 2
    let points = map.requiredMapping("points").map { self.points($0) } ?? [:]
    let weights = map.mapping("weights").map { self.weights($0) } ?? [:]
    map.finish()
    guard let title, let adoptedOn, let adoptedBy else { return nil }
    return EquivalenceTable(
      title: title, adoptedOn: adoptedOn, adoptedBy: adoptedBy, places: places, points: points,
      weights: weights)
  }

  private func points(_ map: YAMLMapping) -> [String: Rational] {
    var points: [String: Rational] = [:]
    let codes = scale?.levels.map(\.code)
    for member in map.members {
      if let codes, !codes.contains(member.key) {
        problems.report(
          .unknownLevel, at: member.location, "the level \"\(member.key)\" is not in the scale",
          marking: member.key, hint: "write one of \(codes.joined(separator: ", "))")
        continue
      }
      points[member.key] = map.number(of: member.value, member.key)
    }
    return points
  }

  private func weights(_ map: YAMLMapping) -> [CourseLevel: Rational] {
    var map = map
    var weights: [CourseLevel: Rational] = [:]
    for level in CourseLevel.allCases { weights[level] = map.number(level.rawValue) }
    map.finish()
    return weights
  }
}
