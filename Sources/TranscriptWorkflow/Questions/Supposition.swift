import AttainmentEngine
import TranscriptModel

/// Something that is not on file, supposed for a question: `MATH.ALG=EX`, `MATH.ALG=PRx2`,
/// `course:ALG2`, `course:ALG2=EX`, `waiver:pe-wellness`.
public struct Supposition: Sendable, Hashable {
  /// As it was written.
  public let text: String
  let hypothesis: Hypothesis

  /// Reads a supposition against a district; `nil` when it names something that does not exist.
  public init?(_ text: String, in ready: ReadyDistrict) {
    self.text = text
    let policy = ready.district.policy
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard let subject = parts.first else { return nil }
    if let requirement = Self.rest(subject, after: "waiver:"), parts.count == 1 {
      guard Self.canBeWaived(requirement, in: ready) else { return nil }
      hypothesis = .waiver(requirement)
      return
    }
    let (level, count) = Self.levelAndCount(parts.count > 1 ? parts[1] : nil, policy.scale)
    if let code = Self.rest(subject, after: "course:") {
      guard policy.creditRules.contains(where: { $0.id.code == code }),
        parts.count == 1 || level != nil
      else { return nil }
      hypothesis = .course(Identifier(code), level: level)
      return
    }
    guard ready.district.framework.competency(Identifier(subject)) != nil, let level else {
      return nil
    }
    hypothesis = .demonstrations(Identifier(subject), level: level, count: count)
  }

  /// What is wrong with a supposition that cannot be read.
  public static func problem(with text: String, in ready: ReadyDistrict) -> String {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let subject = parts.first ?? ""
    let scale = ready.district.policy.scale
    let levels = scale.levels.map(\.code).joined(separator: ", ")
    let course = rest(subject, after: "course:")
    let isKnown =
      ready.district.framework.competency(Identifier(subject)) != nil
      || ready.district.policy.creditRules.contains { $0.id.code == course }
    guard isKnown else { return "'\(text)' names nothing in the district: see `audit --help`" }
    guard parts.count > 1 else {
      return "'\(text)' says no level: write \(subject)=\(scale.level(scale.bar).code)"
    }
    return "'\(parts[1])' is no level, with or without a count from x1 to x20: "
      + "the levels are \(levels)"
  }

  /// Whether a requirement of a plan or a competency has this id, as in `waivers.csv`.
  private static func canBeWaived(_ id: String, in ready: ReadyDistrict) -> Bool {
    let required = ready.district.policy.plans.flatMap(\.requirements).flatMap(\.withParts)
    return ready.district.framework.competency(Identifier(id)) != nil
      || required.contains { $0.id.code == id }
  }

  private static func rest(_ text: String, after prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  /// `PR` or `PRx2`: a level, and how many demonstrations of it.
  private static func levelAndCount(
    _ text: String?, _ scale: PerformanceScale
  ) -> (LevelIndex?, Int) {
    guard let text else { return (nil, 1) }
    if let level = scale.index(written: text) { return (level, 1) }
    let parts = text.split(separator: "x")
    guard parts.count == 2, let count = Int(parts[1]), (1...20).contains(count) else {
      return (nil, 1)
    }
    return (scale.index(written: parts[0]), count)
  }
}
