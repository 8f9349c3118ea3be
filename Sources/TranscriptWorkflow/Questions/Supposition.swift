import AttainmentEngine
import TranscriptModel

/// Something that is not on file, supposed for a question: `MATH.ALG=EX`, `MATH.ALG=PRx2`,
/// `MATH.ALG@SCI=PR`, `course:ALG2`, `course:ALG2=EX`, `waiver:pe-wellness`, `hours:service=40`,
/// `notation:seal-of-biliteracy`.
public struct Supposition: Sendable, Hashable {
  /// As it was written.
  public let text: String
  let hypothesis: Hypothesis

  /// Reads a supposition against a district; `nil` when it names something that does not exist.
  public init?(_ text: String, in ready: ReadyDistrict) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard let subject = parts.first,
      let hypothesis = Self.hypothesis(subject, parts.count > 1 ? parts[1] : nil, in: ready)
    else { return nil }
    self.text = text
    self.hypothesis = hypothesis
  }

  private static func hypothesis(
    _ subject: String, _ value: String?, in ready: ReadyDistrict
  ) -> Hypothesis? {
    let policy = ready.district.policy
    if let requirement = rest(subject, after: "waiver:") {
      return value == nil && canBeWaived(requirement, in: ready) ? .waiver(requirement) : nil
    }
    if let kind = rest(subject, after: "notation:") {
      return value == nil ? Notation.Kind(rawValue: kind).map { .notation($0) } : nil
    }
    if let pathway = rest(subject, after: "hours:") {
      guard let kind = Experience.Kind(rawValue: pathway),
        let hours = value.flatMap({ Rational(text: $0) }), hours > .zero
      else { return nil }
      return .hours(hours, kind)
    }
    let (level, count) = levelAndCount(value, policy.scale)
    if let code = rest(subject, after: "course:") {
      guard policy.creditRules.contains(where: { $0.id.code == code }),
        value == nil || level != nil
      else { return nil }
      return .course(Identifier(code), level: level)
    }
    return demonstrations(subject, level, count, ready.district.framework)
  }

  /// `MATH.ALG`, or `MATH.ALG@SCI` for work shown in one of its areas.
  private static func demonstrations(
    _ subject: String, _ level: LevelIndex?, _ count: Int, _ framework: CompetencyFramework
  ) -> Hypothesis? {
    let names = subject.split(separator: "@", maxSplits: 1).map(String.init)
    guard let code = names.first, let competency = framework.competency(Identifier(code)),
      let level
    else { return nil }
    let area = names.count > 1 ? Identifier<ContentArea>(names[1]) : nil
    if let area, !isArea(area, of: competency, framework) { return nil }
    return .demonstrations(
      competency.id, level: level, count: count,
      area: area ?? (competency.areas.count == 1 ? competency.areas[0] : nil))
  }

  /// Whether a competency, or one above it, belongs to an area.
  private static func isArea(
    _ area: Identifier<ContentArea>, of competency: Competency, _ framework: CompetencyFramework
  ) -> Bool {
    let above = competency.parents.compactMap { framework.competency($0) }
    return ([competency] + above).contains { $0.areas.contains(area) }
  }

  /// What is wrong with a supposition that cannot be read.
  public static func problem(with text: String, in ready: ReadyDistrict) -> String {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let subject = parts.first ?? ""
    if subject.hasPrefix("hours:") {
      let pathways = Experience.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      return "'\(text)' says no hours: write hours:service=40; the pathways are \(pathways)"
    }
    if subject.hasPrefix("notation:") {
      let kinds = Notation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      return "'\(text)' names no notation: the kinds are \(kinds)"
    }
    let names = subject.split(separator: "@", maxSplits: 1).map(String.init)
    let framework = ready.district.framework
    if names.count > 1, let code = names.first,
      let competency = framework.competency(Identifier(code)),
      !isArea(Identifier(names[1]), of: competency, framework)
    {
      return "'\(names[1])' is no content area of \(competency.id)"
    }
    let scale = ready.district.policy.scale
    let levels = scale.levels.map(\.code).joined(separator: ", ")
    let course = rest(subject, after: "course:")
    let isKnown =
      names.first.map { framework.competency(Identifier($0)) != nil } ?? false
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
