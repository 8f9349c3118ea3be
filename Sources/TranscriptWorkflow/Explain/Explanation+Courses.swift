import TranscriptModel

/// Courses: what each asks for, what has posted, and by which competencies.
extension Explanation {
  /// One course: what it asks for, how far its credit has come, and why.
  func course(_ rule: CreditRule) -> String {
    let decisions = resolution.credits.filter { $0.rule.id == rule.id }
    guard !decisions.isEmpty else { return notBegun(rule) }
    let averages = averages(below: rule.requires.members).map { "  \($0)" }
    let lines =
      decisions.flatMap { credit($0, namesYear: decisions.count > 1) } + marks(decisions) + averages
      + departure
    return lines.joined(separator: "\n") + "\n"
  }

  private func notBegun(_ rule: CreditRule) -> String {
    let members = rule.requires.members.map { id in
      let status = resolution.result(of: id).map { EnglishText.status($0.overall, scale) }
      return "  \(name(id)): \(status ?? "unknown")\(lowered(id, isLost: true))"
    }
    return "Nothing is posted or under way. It is made of:\n"
      + (members + elsewhere(rule).map { "  \($0)" } + departure).joined(separator: "\n") + "\n"
      + another(rule).joined()
  }

  /// Why nothing more will come of a course.
  private var departure: [String] {
    guard let day = resolution.student.withdrawnOn, day <= resolution.asOf else { return [] }
    return ["  the student left on \(EnglishText.day(day)): nothing of it is under way since"]
  }

  /// Where the mark comes from; of several attempts that of the one which can have one.
  private func marks(_ decisions: [CreditDecision]) -> [String] {
    let able = decisions.filter {
      $0.status != .withdrawn && !($0.met.isEmpty && $0.unmet.isEmpty)
    }
    return (able.isEmpty ? Array(decisions.prefix(1)) : able).map {
      mark($0, namesYear: decisions.count > 1)
    }
  }

  /// From which competencies the mark comes, and by which rule.
  private func mark(_ decision: CreditDecision, namesYear: Bool) -> String {
    let count = decision.rule.requires.members.count
    let needed = decision.rule.requires.criteria.needed(of: count)
    let those =
      needed < count
      ? "of the \(needed) that count (of \(count)), the best first" : "from its competencies"
    let known = decision.isMarkFinal ? "" : ", of those assessed so far"
    let year = namesYear ? " of \(decision.schoolYear.text)" : ""
    return "  mark\(year): \(those): \(decision.markStatement)\(known)"
  }

  /// The credit of a course with each of its competencies; of several attempts each with its year.
  func credit(_ decision: CreditDecision, namesYear: Bool = false) -> [String] {
    let needed = decision.rule.requires.criteria.needed(of: decision.rule.requires.members.count)
    let rule =
      "      rule: \(EnglishText.credits(decision.rule.credit)) for \(needed) of "
      + "\(EnglishText.count(decision.rule.requires.members.count, "competency", "competencies"))"
      + "\(partial(decision.rule))  \(decision.rule.location)"
    let met = decision.met.map { "      met: \(standing($0, in: decision))" }
    let isWhole = decision.status == .earned
    let unmet = decision.unmet.map { id in
      let overall = resolution.result(of: id)?.overall
      let status = overall.map { EnglishText.status($0, scale) }
      let isMet = overall?.status.satisfies ?? false
      let state = isWhole ? "not needed" : isMet ? "met, and not counted here" : "not met"
      return "      \(state): \(name(id)): \(status ?? "unknown")"
        + lowered(id, isLost: !isWhole)
    }
    let isTaken = [.enrolled, .completed].contains(decision.enrollment?.status)
    let year = namesYear ? ", \(decision.schoolYear.text)" : ""
    return ["  \(decision.rule.title)\(year): \(words(decision))", rule] + met + unmet
      + (isTaken ? [] : elsewhere(decision.rule).map { "      \($0)" })
  }

  /// A competency that counts in a course: by what it is met, whether the credit posted with it, and
  /// where else it earns credit.
  private func standing(_ id: Identifier<Competency>, in decision: CreditDecision) -> String {
    guard let overall = resolution.result(of: id)?.overall else { return name(id) }
    var text = standing(id) + basis(overall)
    if decision.earned > .zero, overall.metOn != nil, overall.metOn == decision.earnedOn {
      text += "; the credit posted with it"
    }
    let others = resolution.credits.filter {
      $0.earned > .zero && $0.rule.id != decision.rule.id && $0.met.contains(id)
    }.map { "\($0.rule.title) (\($0.rule.id))" }
    guard decision.earned > .zero, !others.isEmpty else { return text }
    return text + "; it also earns credit in \(others.joined(separator: ", "))"
  }

  /// What met it: the evidence by id, or the act with its place.
  private func basis(_ attainment: Attainment) -> String {
    switch attainment.decision.ground {
    case .rule:
      let used = attainment.decision.used.map(\.id.code)
      return used.isEmpty ? "" : " (\(used.joined(separator: ", ")))"
    case .determination(let act):
      return ", decided by \(act.decidedBy), \(act.role)  \(act.location)"
    case .external(let credit):
      return " by \(credit.title), \(credit.institution)  \(credit.location)"
    case .waiver(let waiver): return " by \(waiver.authorizedBy)  \(waiver.location)"
    }
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
    let title = decision.isMarkFinal ? "mark" : "mark so far"
    let mark =
      decision.mark.map { ", \(title) \(EnglishText.level($0, scale))\(since ?? "")" } ?? ""
    switch decision.status {
    case .earned: return "\(EnglishText.credits(decision.earned))\(mark)\(day)"
    case .partial:
      let isLeft = decision.enrollment?.status == .withdrawn
      return
        "\(EnglishText.credits(decision.earned)) of \(EnglishText.amount(decision.rule.credit)), "
        + "in part\(isLeft ? ", and left since" : "")\(mark)\(day)"
    case .inProgress: return "under way\(mark), nothing posted yet"
    case .planned: return "planned\(lateness(decision))"
    case .withdrawn: return "withdrawn before credit posted"
    case .notEarned: return "not earned\(mark)"
    }
  }

  /// What is said of a plan for a year after the student's class has left.
  private func lateness(_ decision: CreditDecision) -> String {
    let isLate = decision.enrollment.map { !$0.isInTime(for: resolution.student) } ?? false
    return isLate
      ? " for \(decision.schoolYear.text), after the class of \(resolution.student.classOf) has left: "
        + "it counts toward nothing yet" : ""
  }
}
