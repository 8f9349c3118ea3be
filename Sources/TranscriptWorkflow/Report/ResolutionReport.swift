public import Diagnostics
public import TranscriptModel

/// A student's resolution as a table for people and as JSON for software.
public struct ResolutionReport: Sendable {
  private let district: District
  private let resolution: StudentResolution

  /// Creates a report of what was resolved for one student.
  public init(district: District, resolution: StudentResolution) {
    self.district = district
    self.resolution = resolution
  }

  private var scale: PerformanceScale { district.policy.scale }

  /// The table: attainment, credits, requirements.
  public var table: String {
    let explanation = Explanation(district: district, resolution: resolution)
    var text = explanation.heading
    text += "\nCompetencies, with the day since which the level stands\n"
    for area in district.framework.areas { text += rows(of: area) }
    text += "  Across all areas\n"
    for competency in district.framework.competencies(of: .graduation) {
      text += row(competency, in: nil, indent: 4)
    }
    text += "\nCredits, with the day on which they were earned\n"
    text += TextTable(rows: resolution.credits.map(creditRow)).text(indent: 2)
    text += TextTable(rows: resolution.externalCredits.map(externalRow)).text(indent: 2)
    text += "\nGraduation\n" + explanation.graduation(namesMet: false).indented(by: 2)
    return text
  }

  private func rows(of area: ContentArea) -> String {
    var text = "  \(area.title)\n"
    for competency in district.framework.competencies(in: area.id) {
      text += row(competency, in: area.id, indent: 4)
      for objective in district.framework.children(of: competency.id) {
        text += row(objective, in: nil, indent: 6)
      }
    }
    return text
  }

  private func row(
    _ competency: Competency, in area: Identifier<ContentArea>?, indent: Int
  ) -> String {
    guard let result = resolution.result(of: competency.id) else { return "" }
    let shown = area.map { result.shown(in: $0, framework: district.framework) }
    let attainment = shown ?? result.overall
    var status = EnglishText.status(attainment, scale)
    if area != nil, !result.byArea.isEmpty, attainment.area == nil {
      status += " (in all areas together)"
    } else if area != nil, !result.byArea.isEmpty {
      status += " (overall: \(EnglishText.status(result.overall, scale)))"
    }
    // The day beside a level is that of the level, not that of the bar.
    let day = attainment.metOn.map { attainment.levelOn ?? $0 }
    let cells = [competency.id.code, competency.shortName, status, day?.isoText ?? ""]
    return TextTable(rows: [cells], widths: [20 - indent, 32, 36]).text(indent: indent)
  }

  private func creditRow(_ credit: CreditDecision) -> [String] {
    [
      credit.rule.id.code, credit.rule.title, credit.status.rawValue,
      "\(credit.earned.exactText) of \(credit.rule.credit.exactText)",
      mark(of: credit),
      credit.earnedOn?.isoText ?? "",
    ]
  }

  /// The mark, said to be one so far where it is; a course that has not begun has none.
  private func mark(of credit: CreditDecision) -> String {
    if credit.status == .planned { return "not begun" }
    let level = credit.mark.map { EnglishText.level($0, scale) }
    guard let level else { return EnglishText.words(credit.markStatus) }
    return credit.isMarkFinal ? level : "\(level) so far"
  }

  private func externalRow(_ credit: ExternalCredit) -> [String] {
    [
      credit.id.code, credit.title, credit.kind.rawValue, credit.credit.exactText,
      "\(credit.mark) at \(credit.institution)", credit.earnedOn.isoText,
    ]
  }
}

extension ResolutionReport {
  /// The same facts as JSON.
  public var json: JSONValue {
    .members([
      "student": .text(resolution.student.id.code),
      "classOf": .integer(resolution.student.classOf),
      "asOf": .text(resolution.asOf.isoText),
      "policyVersion": .text(resolution.policyVersion),
      "competencies": .list(resolution.competencies.map(json)),
      "credits": .list(resolution.credits.map(json)),
      "externalCredits": .list(
        resolution.externalCredits.map { credit in
          .members([
            "id": .text(credit.id.code), "institution": .text(credit.institution),
            "title": .text(credit.title), "mark": .text(credit.mark),
            "credit": .text(credit.credit.exactText), "earnedOn": .text(credit.earnedOn.isoText),
          ])
        }),
      "graduation": resolution.graduation.map(json),
    ])
  }

  private func json(_ result: CompetencyResult) -> JSONValue {
    let tier = district.framework.competency(result.competency)?.tier.rawValue
    return .members([
      "competency": .text(result.competency.code),
      "tier": tier.map(JSONValue.text),
      "overall": json(result.overall),
      "byArea": result.byArea.isEmpty ? nil : .list(result.byArea.map(json)),
    ])
  }

  private func json(_ attainment: Attainment) -> JSONValue {
    .members([
      "area": attainment.area.map { .text($0.code) },
      "status": .text(attainment.status.rawValue),
      "level": attainment.level.map { .text(scale.level($0).code) },
      "metOn": attainment.metOn.map { .text($0.isoText) },
      "levelOn": attainment.levelOn.map { .text($0.isoText) },
      "counted": .integer(attainment.counted),
      "needed": .integer(attainment.needed),
      "rule": .text(attainment.decision.ruleName),
      "used": .list(attainment.decision.used.map { .text($0.id.code) }),
      "setAside": .list(attainment.decision.setAside.map { .text($0.evidence.id.code) }),
    ])
  }

  private func json(_ credit: CreditDecision) -> JSONValue {
    .members([
      "course": .text(credit.rule.id.code),
      "title": .text(credit.rule.title),
      "status": .text(credit.status.rawValue),
      "credit": .text(credit.rule.credit.exactText),
      "earned": .text(credit.earned.exactText),
      "earnedOn": credit.earnedOn.map { .text($0.isoText) },
      "mark": credit.mark.map { .text(scale.level($0).code) },
      "markIsFinal": .flag(credit.isMarkFinal),
      "markStatus": .text(credit.markStatus.rawValue),
      "met": .list(credit.met.map { .text($0.code) }),
      "unmet": .list(credit.unmet.map { .text($0.code) }),
    ])
  }

  private func json(_ decision: GraduationDecision) -> JSONValue {
    .members([
      "plan": .text(decision.plan.id.code),
      "status": .text(decision.status.word),
      "creditsEarned": .text(decision.creditsEarned.exactText),
      "creditsInProgress": .text(decision.creditsInProgress.exactText),
      "creditsPlanned": .text(decision.creditsPlanned.exactText),
      "creditsRequired": .text(decision.plan.credits.exactText),
      "requirements": .list(decision.outcomes.map(json)),
    ])
  }

  private func json(_ outcome: RequirementOutcome) -> JSONValue {
    .members([
      "id": .text(outcome.requirement.id.code),
      "status": .text(outcome.status.rawValue),
      "earned": .text(outcome.earned.exactText),
      "inProgress": .text(outcome.inProgress.exactText),
      "planned": .text(outcome.planned.exactText),
      "waived": .text(outcome.waived.exactText),
      "required": .text(outcome.required.exactText),
      "unmet": .list(outcome.unmetCompetencies.map { .text($0.code) }),
      "parts": outcome.parts.isEmpty ? nil : .list(outcome.parts.map(json)),
    ])
  }
}
