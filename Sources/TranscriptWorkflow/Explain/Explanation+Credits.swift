import AttainmentEngine
public import TranscriptModel

extension Explanation {
  /// The credit of one category: which courses and other work count in it, and why or why not.
  public func credits(in area: Identifier<CreditArea>) -> String? {
    guard let title = district.policy.creditAreas.first(where: { $0.id == area })?.title else {
      return nil
    }
    let courses = resolution.credits.filter { $0.rule.creditAreas.contains(area) }
    let external = resolution.externalCredits.filter { $0.creditAreas.contains(area) }
    let total =
      courses.reduce(Rational.zero) { $0 + $1.earned }
      + external.reduce(Rational.zero) { $0 + $1.credit }
    var lines = [
      "\(title): \(EnglishText.credits(total)) posted that may count here "
        + "[\(district.policy.title), version \(resolution.policyVersion)]"
    ]
    lines += courses.flatMap { course in
      credit(course, namesYear: courses.count { $0.rule.id == course.rule.id } > 1)
    }
    lines += external.map { credit in
      "  \(credit.title), \(credit.institution): \(EnglishText.credits(credit.credit)), mark "
        + "\(credit.mark) as given, \(EnglishText.day(credit.earnedOn))  \(credit.location)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why the student graduates, or does not yet: each requirement with all that meets it.
  public var graduation: String { graduation(namesMet: true) }

  /// The same; without `namesMet`, competencies that are met are counted, not named.
  func graduation(namesMet: Bool) -> String {
    guard let decision = resolution.graduation else {
      return "No graduation plan of \(district.policy.title) holds for the class of "
        + "\(resolution.student.classOf).\n"
    }
    var lines = [
      "\(status(decision)) [\(decision.plan.title)"
        + "\(decision.plan.authority.map { ", \($0)" } ?? ""); policy version "
        + "\(decision.policyVersion)]",
      "Credits: \(EnglishText.amount(decision.creditsEarned)) posted, "
        + "\(EnglishText.coming(decision.creditsInProgress, planned: decision.creditsPlanned)), "
        + "\(EnglishText.amount(decision.plan.credits)) required",
    ]
    let waived = decision.creditsWaived
    if waived > .zero { lines.append("  waived: \(EnglishText.credits(waived))") }
    let missing = decision.creditsToEarn
    if missing > .zero { lines.append("  missing: \(EnglishText.credits(missing))") }
    lines += decision.outcomes.flatMap { requirement($0, indent: "  ", namesMet: namesMet) }
    if !decision.unallocated.isEmpty {
      lines.append("Beyond what the requirements need; it counts in the total all the same:")
      lines += decision.unallocated.map { "  \(allocation($0, in: nil))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func status(_ decision: GraduationDecision) -> String {
    let expected = resolution.student.expectedOn.map { ", expected on \(EnglishText.day($0))" }
    switch decision.status {
    case .graduated(let day): return "Graduated on \(EnglishText.day(day))"
    case .requirementsMet:
      return "All requirements are met; the graduation is not posted yet\(expected ?? "")"
    case .onTrack:
      return
        "On track to graduate\(expected ?? ""): what is missing is \(EnglishText.coming(decision))"
    case .notOnTrack: return "Not on track to graduate: something is missing that is not under way"
    case .yearsRemain:
      return "Not decided yet: something is missing, and school years remain in which to meet it"
    case .postedButUnmet(let day):
      return "A graduation on \(EnglishText.day(day)) is posted, but a requirement is not met"
    case .withdrawn(let day): return "Withdrawn on \(EnglishText.day(day))"
    }
  }

  /// A requirement with what meets it; with `namesMet` each competency that is met as well.
  func requirement(
    _ outcome: RequirementOutcome, indent: String, namesMet: Bool = false
  ) -> [String] {
    var lines = ["\(indent)\(outcome.requirement.title): \(amounts(outcome))"]
    lines += outcome.allocations.map {
      "\(indent)    \(allocation($0, in: outcome, namesOrigin: namesMet))\(beside(outcome))"
    }
    lines += outcome.hours.map { "\(indent)    \(hours($0))" }
    lines += outcome.waivers.map { waiver in
      "\(indent)    waived\(waiver.credit.map { " for \(EnglishText.credits($0))" } ?? "") by "
        + "\(waiver.authorizedBy) on \(EnglishText.day(waiver.authorizedOn))  \(waiver.location)"
    }
    lines += unused(outcome).map { "\(indent)    \($0)" }
    if namesMet { lines += met(outcome).map { "\(indent)    met: \($0)" } }
    lines += outcome.unmetCompetencies.flatMap { unmet($0, in: outcome) }.map {
      "\(indent)    \($0)"
    }
    return lines
      + outcome.parts.flatMap { requirement($0, indent: indent + "  ", namesMet: namesMet) }
  }

  /// A competency that is not met, with what would suffice where the requirement still asks for it.
  private func unmet(
    _ id: Identifier<Competency>, in outcome: RequirementOutcome
  ) -> [String] {
    guard let result = resolution.result(of: id)?.overall else { return [] }
    let status = "\(name(id)): \(EnglishText.status(result, scale))"
    if outcome.status.satisfies { return ["not needed: \(status)"] }
    let steps = result.decision.wouldSuffice.map(words).joined(separator: "; ")
    return ["not met: \(status)"] + (steps.isEmpty ? [] : ["  would suffice: \(steps)"])
  }

  /// Waivers of the requirement that changed nothing, because nothing was missing.
  private func unused(_ outcome: RequirementOutcome) -> [String] {
    let own = district.file(of: resolution.student.id).waivers.filter {
      $0.requirement == outcome.requirement.id.code && $0.authorizedOn <= resolution.asOf
        && !outcome.waivers.contains($0)
    }
    return own.map { waiver in
      "the waiver\(waiver.credit.map { " of \(EnglishText.credits($0))" } ?? "") by "
        + "\(waiver.authorizedBy) on \(EnglishText.day(waiver.authorizedOn)) changes nothing: "
        + "nothing is missing  \(waiver.location)"
    }
  }

  /// The competencies of a requirement that are met, each with its day.
  private func met(_ outcome: RequirementOutcome) -> [String] {
    guard case .competencies(let set) = outcome.requirement.kind else { return [] }
    return set.members.filter { !outcome.unmetCompetencies.contains($0) }.map(standing)
  }

  /// `Lines (A.1): 3 Proficient, met on September 3, 2026`.
  func standing(_ id: Identifier<Competency>) -> String {
    guard let overall = resolution.result(of: id)?.overall else { return name(id) }
    let day = overall.metOn.map { ", met on \(EnglishText.day($0))" } ?? ""
    return "\(name(id)): \(EnglishText.status(overall, scale))\(day)"
  }

  private func amounts(_ outcome: RequirementOutcome) -> String {
    if case .notation = outcome.requirement.kind { return EnglishText.words(outcome.status) }
    var text = "\(EnglishText.words(of: outcome)), \(EnglishText.amount(outcome.earned)) of "
    text += "\(EnglishText.amount(outcome.required)) \(unit(outcome.requirement.kind))"
    if outcome.inProgress > .zero {
      text += ", \(EnglishText.coming(outcome.inProgress, planned: outcome.planned))"
    }
    if outcome.waived > .zero { text += ", \(EnglishText.amount(outcome.waived)) waived" }
    return text
  }

  /// What the amounts of a requirement are.
  private func unit(_ kind: GraduationRequirement.Kind) -> String {
    switch kind {
    case .credits, .courses: "credits"
    case .competencies: "competencies"
    case .hours: "hours"
    case .all, .atLeast, .notation: "requirements"
    }
  }

  private func hours(_ pooled: PooledHours) -> String {
    let reason =
      pooled.repeated.map { "which \($0) has as well" }
      ?? "the rest counted with what was shown in it"
    let part = pooled.counted == pooled.given ? "" : " of \(pooled.given.exactText), \(reason)"
    let noun = pooled.counted == .one ? "hour" : "hours"
    return "\(pooled.counted.exactText) \(noun)\(part): \(pooled.title)  \(pooled.location)"
  }

  /// Credit given to a line; where only a part of it is, the lines that have the rest.
  private func allocation(
    _ allocation: CreditAllocation, in outcome: RequirementOutcome?, namesOrigin: Bool = false
  ) -> String {
    let others = others(of: allocation, beside: outcome)
    let whole = others.reduce(allocation.amount) { $0 + $1.amount }
    let part = whole > allocation.amount ? " of \(EnglishText.amount(whole))" : ""
    let coming = allocation.isPlanned ? " (planned)" : " (under way)"
    let rest = others.map { "; \(EnglishText.amount($0.amount)) of it \($0.place)" }
    return "\(EnglishText.amount(allocation.amount))\(part) from \(allocation.title)"
      + (allocation.isEarned ? "" : coming) + (namesOrigin ? origin(allocation) : "")
      + rest.joined()
  }

  /// When the credit of a course posted, or where credit from elsewhere comes from.
  private func origin(_ allocation: CreditAllocation) -> String {
    guard allocation.isEarned else { return "" }
    switch allocation.source {
    case .course(let id):
      let day = resolution.credits.first { $0.rule.id == id && $0.earned > .zero }?.earnedOn
      return day.map { ", posted on \(EnglishText.day($0))" } ?? ""
    case .external(let id):
      guard let credit = resolution.externalCredits.first(where: { $0.id == id }) else { return "" }
      return ", \(credit.institution), \(EnglishText.day(credit.earnedOn))  \(credit.location)"
    }
  }

  /// What is said of credit that counts in another line as well.
  private func beside(_ outcome: RequirementOutcome) -> String {
    outcome.isCreditLine ? "" : ", counted here beside its own line (cross-credit)"
  }

  /// Where the rest of the same credit is; what counts in a line beside its own is none.
  private func others(
    of allocation: CreditAllocation, beside outcome: RequirementOutcome?
  ) -> [(amount: Rational, place: String)] {
    guard let decision = resolution.graduation, outcome?.isCreditLine ?? true else { return [] }
    // What a gate takes stands beside the plan, not in it.
    if let outcome, !decision.outcomes.flatMap(\.withParts).contains(outcome) { return [] }
    let isSame = { (other: CreditAllocation) in
      other.source == allocation.source && other.isEarned == allocation.isEarned
    }
    let lines = decision.outcomes.flatMap(\.withParts).filter {
      $0.isCreditLine && $0.requirement.id != outcome?.requirement.id
    }
    let inLines = lines.flatMap { line in
      line.allocations.filter(isSame).map { ($0.amount, place(of: line, from: outcome)) }
    }
    let beyond = outcome == nil ? [] : decision.unallocated.filter(isSame)
    return inLines + beyond.map { ($0.amount, "beyond what the requirements need") }
  }

  /// `in Art`, and how the line belongs to the one that is spoken of.
  private func place(
    of line: RequirementOutcome, from outcome: RequirementOutcome?
  ) -> String {
    let title = "in \(line.requirement.title)"
    guard let outcome else { return title }
    let id = (line.requirement.id, outcome.requirement.id)
    if outcome.withParts.contains(where: { $0.requirement.id == id.0 }) {
      return "\(title), which is a part of this"
    }
    let isWhole = line.withParts.contains { $0.requirement.id == id.1 }
    return isWhole ? "\(title), of which this is a part" : title
  }
}
