import Diagnostics
import TranscriptModel

/// The `honors` of `policy.yaml`.
struct HonorsFile {
  /// Honours, the highest first; an honour says `at_least` or `top_percent`.
  func honors(_ map: YAMLMapping) -> HonorsPolicy {
    var map = map
    let basis = map.word("basis", HonorsPolicy.Basis.self)
    let freeze = freeze(&map)
    let residency = map.whole("residency", in: 0...12)
    let awards = map.required("awards").map { map.items(of: $0, "awards") } ?? []
    map.finish()
    return HonorsPolicy(
      honors: awards.compactMap { honor($0, map.problems) }, basis: basis ?? .weighted,
      freeze: freeze, residency: residency ?? 0)
  }

  /// `2027-04-09`, or `04-09` for that day of each class's last year.
  private func freeze(_ map: inout YAMLMapping) -> HonorsPolicy.Freeze? {
    let written = map.node["frozen_on"]?.text ?? ""
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return map.date("frozen_on").map { .on($0) } }
    // A leap year, so that February 29 is told from a day that never is.
    if let month = Int(parts[0]), let day = Int(parts[1]), parts.allSatisfy({ $0.count == 2 }),
      CalendarDate(year: 2024, month: month, day: day) != nil, (month, day) != (2, 29),
      map.value("frozen_on") != nil
    {
      return .eachYear(month: month, day: day)
    }
    return map.date("frozen_on").map { .on($0) }
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
