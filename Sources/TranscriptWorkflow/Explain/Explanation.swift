public import TranscriptModel

/// Puts decisions into words that a registrar can read to a parent.
///
/// Everything said comes from the decision value itself: the rule and its version, the evidence
/// used, the evidence set aside with the reason, and what would suffice.
public struct Explanation: Sendable {
  let district: District
  let resolution: StudentResolution

  /// Creates an explanation of what was resolved for one student.
  public init(district: District, resolution: StudentResolution) {
    self.district = district
    self.resolution = resolution
  }

  var scale: PerformanceScale { district.policy.scale }

  /// `Linh Okafor-Nguyen, S1042, class of 2027, as of October 15, 2026`.
  public var heading: String {
    let student = resolution.student
    return "\(student.displayName), \(student.id), class of \(student.classOf), "
      + "as of \(EnglishText.day(resolution.asOf))\n"
  }

  /// One competency: overall, and in each content area where it has several.
  public func competency(_ id: Identifier<Competency>) -> String? {
    guard let competency = district.framework.competency(id), let result = resolution.result(of: id)
    else { return nil }
    let title = "\(competency.shortName) (\(competency.id))"
    var text = "\(title): \(competency.statement)\n\n"
    text += attainment(result.overall, label: result.byArea.isEmpty ? nil : "In all areas together")
    for attainment in result.byArea {
      let area = attainment.area.flatMap { district.framework.area($0)?.title } ?? ""
      text += "\n" + self.attainment(attainment, label: "In \(area)")
    }
    return text
  }

  private func attainment(_ attainment: Attainment, label: String?) -> String {
    let decision = attainment.decision
    var lines = ["\(label.map { "\($0): " } ?? "Result: ")\(outcome(attainment))"]
    lines += ground(decision.ground)
    if let before = decision.metBefore {
      lines.append("Before that:")
      lines += ground(before).map { "  \($0)" }
    }
    lines += lowering(decision.lowering)
    lines += otherDecisions(attainment) + decisionsInAreas(attainment)
    let isByRule = decision.ground == .rule
    lines.append(
      "\(isByRule ? "Rule" : "By evidence it would be"): \(decision.ruleStatement) "
        + "[\(decision.ruleName); \(district.policy.title), version \(decision.policyVersion)]")
    lines += computation(decision)
    lines += used(decision.used)
    lines += setAside(decision.setAside)
    lines += children(decision.children)
    lines += decision.flags.map { "To review: \(words($0))" }
    if !attainment.status.satisfies { lines += suffices(decision.wouldSuffice) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func outcome(_ attainment: Attainment) -> String {
    let status = EnglishText.status(attainment, scale)
    guard let metOn = attainment.metOn else { return status }
    guard let levelOn = attainment.levelOn, levelOn != metOn else {
      return "\(status), met on \(EnglishText.day(metOn))"
    }
    let isLowered = isLowered(attainment.decision, on: levelOn)
    return "\(status), \(isLowered ? "since" : "reached on") \(EnglishText.day(levelOn)); "
      + "the bar was met on \(EnglishText.day(metOn))"
  }

  /// Whether a decision of that day lowered it, or something that it is made of.
  private func isLowered(_ decision: AttainmentDecision, on day: CalendarDate) -> Bool {
    if decision.lowering?.decision.decidedOn == day { return true }
    let acts = district.file(of: resolution.student.id).determinations
    let isPooled = decision.setAside.contains { aside in
      guard case .beforeLowering(let id) = aside.reason else { return false }
      return acts.contains { $0.id == id && $0.decidedOn == day }
    }
    return isPooled
      || decision.children.contains { child in
        resolution.result(of: child.competency).map { isLowered($0.overall.decision, on: day) }
          ?? false
      }
  }

  private func ground(_ ground: AttainmentDecision.Ground) -> [String] {
    switch ground {
    case .rule: return []
    case .determination(let decision):
      return [
        "Decided by \(decision.decidedBy), \(decision.role), on "
          + "\(EnglishText.day(decision.decidedOn)): \(decision.reason)",
        "  \(decision.location)  \(decision.id)",
      ]
    case .external(let credit):
      return [
        "Met by work elsewhere: \(credit.title), \(credit.institution), mark \(credit.mark), "
          + EnglishText.day(credit.earnedOn),
        "  \(credit.location)  \(credit.id)",
      ]
    case .waiver(let waiver):
      return [
        "Waived by \(waiver.authorizedBy) on \(EnglishText.day(waiver.authorizedOn))",
        "  \(waiver.location)",
      ]
    }
  }

  private func lowering(_ lowering: AttainmentDecision.Lowering?) -> [String] {
    guard let lowering, let level = lowering.decision.level else { return [] }
    let decision = lowering.decision
    let from =
      lowering.stoodWithoutLevel
      ? "met by decision, at no level," : EnglishText.level(lowering.from, scale)
    let given = EnglishText.level(level, scale)
    let act =
      "by \(decision.decidedBy), \(decision.role), on \(EnglishText.day(decision.decidedOn)): "
      + decision.reason
    let place = "  \(decision.location)  \(decision.id)"
    // An act to a level that is not lower is reported by check.
    guard lowering.from > level || lowering.stoodWithoutLevel else {
      return [
        "Not lowered: \(given) is not below \(from), which stood before; decided \(act)", place,
      ]
    }
    return [
      "Lowered from \(from) to \(given) \(act)",
      lowering.holdsUntilDecided
        ? "  it stays so until a later decision, whatever its parts become"
        : "  work shown after that day may raise it again",
      place,
    ]
  }

  /// The value that was compared with the levels, and a word where the rule averages.
  private func computation(_ decision: AttainmentDecision) -> [String] {
    var lines = decision.value.map { ["  value compared with the levels: \($0.exactText)"] } ?? []
    if let points = decision.points {
      lines.append(
        "  points of the others that are met: \(points.brought.exactText), of "
          + "\(points.required.exactText) asked for")
    }
    lines += averages(below: decision.children.map(\.competency)).map { "  \($0)" }
    guard !decision.averaging.isEmpty else { return lines }
    let names = decision.averaging.joined(separator: ", ")
    return lines + ["  averages (\(names)), as this district has chosen"]
  }

  /// Which of some competencies, or of those that they are made of, are decided by averages.
  func averages(below competencies: [Identifier<Competency>]) -> [String] {
    var seen: Set<Identifier<Competency>> = []
    func find(_ ids: [Identifier<Competency>]) -> [String] {
      ids.filter { seen.insert($0).inserted }.flatMap { id -> [String] in
        guard let decision = resolution.result(of: id)?.overall.decision else { return [] }
        let own =
          decision.averaging.isEmpty
          ? [] : ["\(id) (\(decision.averaging.joined(separator: ", ")))"]
        return own + find(decision.children.map(\.competency))
      }
    }
    let found = find(competencies)
    return found.isEmpty
      ? []
      : ["rests on averages, as this district has chosen: " + found.joined(separator: ", ")]
  }

  private func used(_ evidence: [EvidenceRecord]) -> [String] {
    guard !evidence.isEmpty else { return ["Evidence used: none"] }
    return ["Evidence used:"] + evidence.map { "  \(piece($0))" }
  }

  private func setAside(_ evidence: [EvidenceSetAside]) -> [String] {
    guard !evidence.isEmpty else { return ["Evidence set aside: none"] }
    return ["Evidence set aside:"]
      + evidence.flatMap { ["  \(piece($0.evidence))", "      because \(words($0.reason))"] }
  }

  private func piece(_ record: EvidenceRecord) -> String {
    let rating = record.rating.map(rating) ?? record.status.rawValue
    let type = record.assessmentType.title.lowercased()
    return "\(rating), \(EnglishText.day(record.demonstratedOn)): \(record.title) (\(type); "
      + "\(record.competency))  \(record.location)  \(record.id)"
  }

  /// `3 Proficient`, or `3 Proficient (scored 87 of 100, mapped by the table "Percent")`.
  private func rating(_ rating: EvidenceRating) -> String {
    let level = EnglishText.level(rating.level, scale)
    guard let given = rating.given, let table = district.policy.scoreTable(for: given.scale) else {
      return level
    }
    let highest = table.highest.map { " of \($0.exactText)" } ?? ""
    return "\(level) (scored \(given.text)\(highest), mapped by the table \"\(table.title)\")"
  }

  private func children(_ outcomes: [ChildOutcome]) -> [String] {
    guard !outcomes.isEmpty else { return [] }
    return ["Made of:"]
      + outcomes.map { child in
        let level = child.level.map { " at \(EnglishText.level($0, scale))" } ?? ""
        let day = child.metOn.map { ", met on \(EnglishText.day($0))" } ?? ""
        let counts =
          child.status.satisfies && (child.level.map { $0 < scale.bar } ?? true)
          ? "; counts as met at the bar" : ""
        return
          "  \(name(child.competency)): \(EnglishText.words(child.status))\(level)\(day)\(counts)"
      }
  }

  private func suffices(_ steps: [SufficientStep]) -> [String] {
    guard !steps.isEmpty else { return [] }
    if let day = resolution.student.withdrawnOn, day <= resolution.asOf {
      return ["What would suffice: nothing, as long as the student is away (withdrawn)"]
    }
    guard steps.count > 1 else { return ["What would suffice:"] + steps.map { "  \(words($0))" } }
    return ["What would suffice, all together:"] + steps.map { "  \(words($0))" }
  }

  /// `Argument writing (EL.ARG)`.
  func name(_ id: Identifier<Competency>) -> String {
    district.framework.competency(id).map { "\($0.shortName) (\(id))" } ?? id.code
  }
}
