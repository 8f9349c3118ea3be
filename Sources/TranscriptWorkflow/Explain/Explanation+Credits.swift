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
    lines += courses.flatMap(credit)
    lines += external.map { credit in
      "  \(credit.title), \(credit.institution): \(EnglishText.credits(credit.credit)), mark "
        + "\(credit.mark) as given, \(EnglishText.day(credit.earnedOn))  \(credit.location)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One course: what it asks for, how far its credit has come, and why.
  func course(_ rule: CreditRule) -> String {
    let decisions = resolution.credits.filter { $0.rule.id == rule.id }
    if !decisions.isEmpty {
      let count = rule.requires.members.count
      let needed = rule.requires.criteria.needed(of: count)
      let those =
        needed < count
        ? "of the \(needed) that count (of \(count)), the best first" : "from its competencies"
      let mark = decisions.map { decision in
        let known = decision.status == .earned ? "" : ", of those assessed so far"
        return "  mark: \(those): \(decision.markStatement)\(known)"
      }
      let averages = averages(below: rule.requires.members).map { "  \($0)" }
      return (decisions.flatMap(credit) + mark + averages).joined(separator: "\n") + "\n"
    }
    let members = rule.requires.members.map { id in
      let status = resolution.result(of: id).map { EnglishText.status($0.overall, scale) }
      return "  \(name(id)): \(status ?? "unknown")\(lowered(id))"
    }
    return "Nothing is posted or under way. It is made of:\n"
      + members.joined(separator: "\n") + "\n" + elsewhere(rule).map { "  \($0)\n" }.joined()
      + another(rule).joined()
  }

  private func credit(_ decision: CreditDecision) -> [String] {
    let needed = decision.rule.requires.criteria.needed(of: decision.rule.requires.members.count)
    let rule =
      "      rule: \(EnglishText.credits(decision.rule.credit)) for \(needed) of "
      + "\(EnglishText.count(decision.rule.requires.members.count, "competency", "competencies"))"
      + "\(partial(decision.rule))  \(decision.rule.location)"
    let unmet = decision.unmet.map { id in
      let status = resolution.result(of: id).map { EnglishText.status($0.overall, scale) }
      return "      not met: \(name(id)): \(status ?? "unknown")\(lowered(id))"
    }
    let isTaken = [.enrolled, .completed].contains(decision.enrollment?.status)
    return ["  \(decision.rule.title): \(words(decision))", rule] + unmet
      + (isTaken ? [] : elsewhere(decision.rule).map { "      \($0)" })
  }

  /// What posts before the whole does.
  private func partial(_ rule: CreditRule) -> String {
    switch rule.partial {
    case .none: ""
    case .half: "; half of it once half of those needed are met"
    case .proportional: "; before that the share of those needed that are met"
    }
  }

  /// Why competencies met by work from elsewhere add nothing to a course that was not taken here.
  private func elsewhere(_ rule: CreditRule) -> [String] {
    let isTransferred = rule.requires.members.contains {
      resolution.result(of: $0)?.overall.status == .transferred
    }
    guard isTransferred else { return [] }
    return [
      "work from elsewhere has credit of its own; it fills this course only where enrollments.csv "
        + "says that the student took it"
    ]
  }

  /// Which course has the credit of the very same competencies.
  private func another(_ rule: CreditRule) -> [String] {
    resolution.credits.filter {
      $0.rule.id != rule.id && Set($0.rule.requires.members) == Set(rule.requires.members)
    }.map { "The same competencies have their credit in \($0.rule.title) (\($0.rule.id)).\n" }
  }

  private func words(_ decision: CreditDecision) -> String {
    let day = decision.earnedOn.map { ", posted on \(EnglishText.day($0))" } ?? ""
    let since = decision.markOn.flatMap { day in
      day == decision.earnedOn ? nil : " since \(EnglishText.day(day))"
    }
    let mark = decision.mark.map { ", mark \(EnglishText.level($0, scale))\(since ?? "")" } ?? ""
    switch decision.status {
    case .earned: return "\(EnglishText.credits(decision.earned))\(mark)\(day)"
    case .partial:
      return
        "\(EnglishText.credits(decision.earned)) of \(EnglishText.amount(decision.rule.credit)), "
        + "in part\(decision.mark.map { ", mark so far \(EnglishText.level($0, scale))" } ?? "")"
        + day
    case .inProgress: return "under way\(mark), nothing posted yet"
    case .planned: return "planned"
    case .withdrawn: return "withdrawn before credit posted"
    case .notEarned: return "not earned"
    }
  }

  /// Why the student graduates, or does not yet: each requirement with what meets it.
  public var graduation: String {
    guard let decision = resolution.graduation else {
      return "No graduation plan of \(district.policy.title) holds for the class of "
        + "\(resolution.student.classOf).\n"
    }
    var lines = [
      "\(status(decision)) [\(decision.plan.title)"
        + "\(decision.plan.authority.map { ", \($0)" } ?? ""); policy version "
        + "\(decision.policyVersion)]",
      "Credits: \(EnglishText.amount(decision.creditsEarned)) posted, "
        + "\(EnglishText.amount(decision.creditsInProgress)) under way, "
        + "\(EnglishText.amount(decision.plan.credits)) required",
    ]
    let waived = decision.creditsWaived
    if waived > .zero { lines.append("  waived: \(EnglishText.credits(waived))") }
    let missing = decision.plan.credits - decision.creditsEarned - waived
    if missing > .zero { lines.append("  missing: \(EnglishText.credits(missing))") }
    lines += decision.outcomes.flatMap { requirement($0, indent: "  ") }
    if !decision.unallocated.isEmpty {
      lines.append("Beyond what the requirements need; it counts in the total all the same:")
      lines += decision.unallocated.map { "  \(allocation($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func status(_ decision: GraduationDecision) -> String {
    let expected = resolution.student.expectedOn.map { ", expected on \(EnglishText.day($0))" }
    switch decision.status {
    case .graduated(let day): return "Graduated on \(EnglishText.day(day))"
    case .requirementsMet:
      return "All requirements are met; the graduation is not posted yet\(expected ?? "")"
    case .onTrack: return "On track to graduate\(expected ?? ""): what is missing is under way"
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
    lines += outcome.allocations.map { "\(indent)    \(allocation($0))\(beside(outcome))" }
    lines += outcome.hours.map { "\(indent)    \(hours($0))" }
    lines += outcome.waivers.map { waiver in
      "\(indent)    waived\(waiver.credit.map { " for \(EnglishText.credits($0))" } ?? "") by "
        + "\(waiver.authorizedBy) on \(EnglishText.day(waiver.authorizedOn))  \(waiver.location)"
    }
    lines += outcome.unmetCompetencies.flatMap { id -> [String] in
      guard let result = resolution.result(of: id)?.overall else { return [] }
      let steps = result.decision.wouldSuffice.map(words).joined(separator: "; ")
      return ["\(indent)    not met: \(name(id)): \(EnglishText.status(result, scale))"]
        + (steps.isEmpty ? [] : ["\(indent)      would suffice: \(steps)"])
    }
    if namesMet { lines += met(outcome).map { "\(indent)    met: \($0)" } }
    return lines
      + outcome.parts.flatMap { requirement($0, indent: indent + "  ", namesMet: namesMet) }
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
    var text = "\(EnglishText.words(outcome.status)), \(EnglishText.amount(outcome.earned)) of "
    text += "\(EnglishText.amount(outcome.required)) \(unit(outcome.requirement.kind))"
    if outcome.inProgress > .zero {
      text += ", \(EnglishText.amount(outcome.inProgress)) under way"
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
    let part =
      pooled.counted == pooled.given
      ? "" : " of \(pooled.given.exactText), the rest counted with what was shown in it"
    let noun = pooled.counted == .one ? "hour" : "hours"
    return "\(pooled.counted.exactText) \(noun)\(part): \(pooled.title)  \(pooled.location)"
  }

  private func allocation(_ allocation: CreditAllocation) -> String {
    let whole = total(of: allocation)
    let part = whole > allocation.amount ? " of \(EnglishText.amount(whole))" : ""
    return "\(EnglishText.amount(allocation.amount))\(part) from \(allocation.title)"
      + (allocation.isEarned ? "" : " (under way)")
  }

  /// What is said of credit that counts in another line as well.
  private func beside(_ outcome: RequirementOutcome) -> String {
    outcome.isCreditLine ? "" : ", counted here beside its own line (cross-credit)"
  }

  /// All of the credit from where the allocation comes from, in whatever lines.
  private func total(of allocation: CreditAllocation) -> Rational {
    guard let decision = resolution.graduation else { return allocation.amount }
    let all = decision.outcomes.flatMap(\.allAllocations) + decision.unallocated
    return all.filter { $0.source == allocation.source && $0.isEarned == allocation.isEarned }
      .reduce(.zero) { $0 + $1.amount }
  }
}

extension RequirementOutcome {
  /// What was given to the line and to its parts; what counts here beside another line is not.
  fileprivate var allAllocations: [CreditAllocation] {
    withParts.filter(\.isCreditLine).flatMap(\.allocations)
  }
}
