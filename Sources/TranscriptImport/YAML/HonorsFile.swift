import Diagnostics
import TranscriptModel

/// The `honors` of `policy.yaml`.
struct HonorsFile {
  /// Honours, the highest first; an honour says `at_least` or `top_percent`.
  func honors(_ map: YAMLMapping) -> HonorsPolicy {
    var map = map
    let basis = map.word("basis", HonorsPolicy.Basis.self)
    let frozenOn = map.date("frozen_on")
    let residency = map.whole("residency", in: 0...12)
    let awards = map.required("awards").map { map.items(of: $0, "awards") } ?? []
    map.finish()
    return HonorsPolicy(
      honors: awards.compactMap { honor($0, map.problems) }, basis: basis ?? .weighted,
      frozenOn: frozenOn, residency: residency ?? 0)
  }

  private func honor(_ node: PolicyNode, _ problems: YAMLProblems) -> HonorsPolicy.Honor? {
    guard var map = YAMLMapping(node, name: "the honor", problems) else { return nil }
    let title = map.requiredText("title")
    let percent = map.number("top_percent")
    let least = percent == nil ? map.requiredNumber("at_least") : nil
    map.finish()
    guard let title else { return nil }
    let criterion =
      percent.map { HonorsPolicy.Criterion.topPercent($0) } ?? least.map { .atLeast($0) }
    return criterion.map { HonorsPolicy.Honor(title: title, criterion: $0) }
  }
}
