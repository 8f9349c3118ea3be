import AttainmentEngine
public import Diagnostics
public import TranscriptModel

/// What remains for one student to graduate, with or without suppositions; nothing is saved.
public struct AuditReport: Sendable {
  private let ready: ReadyDistrict
  private let resolution: StudentResolution
  private let suppositions: [Supposition]

  /// Asks about `student` on the day `asOf`, supposing what is not on file.
  public init(
    _ ready: ReadyDistrict, student: Student, supposing suppositions: [Supposition] = [],
    asOf: CalendarDate
  ) {
    self.ready = ready
    self.suppositions = suppositions
    resolution = ready.engine.resolve(
      student: student, file: ready.district.file(of: student.id),
      supposing: suppositions.map(\.hypothesis), asOf: asOf)
  }

  /// The answer for people.
  public var text: String {
    let explanation = Explanation(district: ready.district, resolution: resolution)
    guard let audit = ready.engine.audit(resolution), let decision = resolution.graduation else {
      return explanation.heading + "\n" + explanation.graduation(namesMet: false)
    }
    var text = explanation.heading + "\n"
    for supposition in suppositions { text += "Supposing \(supposition.text)\n" }
    text += explanation.status(decision) + "\n"
    text += audit.isOnPace ? "On pace for the grade: " : "Behind the pace of the grade: "
    text +=
      "\(EnglishText.amount(decision.creditsEarned)) of \(EnglishText.credits(decision.plan.credits)) posted, "
    if decision.creditsWaived > .zero {
      text += "\(EnglishText.amount(decision.creditsWaived)) waived, "
    }
    text +=
      EnglishText.coming(decision.creditsInProgress, planned: decision.creditsPlanned) + "\n"
    if audit.creditsMissing > .zero {
      text += "Missing in all: \(EnglishText.credits(audit.creditsMissing))\n"
    }
    if audit.remaining.isEmpty { return text + "Nothing remains.\n" }
    text += "Remaining:\n"
    return text + audit.remaining.map { item($0, explanation) }.joined()
  }

  private func item(_ item: GraduationAudit.Item, _ explanation: Explanation) -> String {
    let indent = String(repeating: "  ", count: item.depth + 1)
    var text = "\(indent)\(item.requirement.title): \(missing(item))\n"
    for open in item.competencies {
      let steps = open.wouldSuffice.map(explanation.words).joined(separator: "; ")
      text += "\(indent)  \(explanation.name(open.competency)): \(words(open))"
      text += (steps.isEmpty ? "" : "; would suffice: \(steps)") + "\n"
    }
    return text
  }

  /// `2 credits missing, nothing under way`, `any 1 of these`.
  private func missing(_ item: GraduationAudit.Item) -> String {
    let amount = EnglishText.amount(item.missing)
    let planned = item.planned > .zero ? ", \(EnglishText.amount(item.planned)) planned" : ""
    let underWay =
      ", \(item.underWay > .zero ? EnglishText.amount(item.underWay) : "nothing") under way\(planned)"
    switch item.requirement.kind {
    case .all: return "all of these"
    case .atLeast: return "any \(amount) of these\(underWay)"
    case .hours: return "\(amount) \(item.missing == .one ? "hour" : "hours") missing"
    case .competencies:
      let isChoice = Rational(item.competencies.count) > item.missing
      return (isChoice ? "any \(amount) of these missing" : "\(amount) missing") + underWay
    case .credits, .courses:
      return "\(EnglishText.credits(item.missing)) missing\(underWay)"
    case .notation: return "missing"
    }
  }

  /// The state in words, with the count where there is too little evidence.
  private func words(_ open: GraduationAudit.Open) -> String {
    resolution.result(of: open.competency).map {
      EnglishText.status($0.overall, ready.district.policy.scale)
    } ?? EnglishText.words(open.status)
  }

  /// The answer for software.
  public var json: JSONValue {
    let audit = ready.engine.audit(resolution)
    return .members([
      "student": .text(resolution.student.id.code),
      "asOf": .text(resolution.asOf.isoText),
      "policyVersion": .text(resolution.policyVersion),
      "supposing": .list(suppositions.map { .text($0.text) }),
      "status": audit.map { .text($0.status.word) },
      "onPace": audit.map { .flag($0.isOnPace) },
      "creditsMissing": audit.map { .text($0.creditsMissing.exactText) },
      "remaining": audit.map { .list($0.remaining.map(Self.json)) },
    ])
  }

  private static func json(_ item: GraduationAudit.Item) -> JSONValue {
    .object([
      "requirement": .text(item.requirement.id.code), "title": .text(item.requirement.title),
      "status": .text(item.status.rawValue), "missing": .text(item.missing.exactText),
      "underWay": .text(item.underWay.exactText), "planned": .text(item.planned.exactText),
      "competencies": .list(
        item.competencies.map {
          .object([
            "competency": .text($0.competency.code), "status": .text($0.status.rawValue),
          ])
        }),
    ])
  }
}
