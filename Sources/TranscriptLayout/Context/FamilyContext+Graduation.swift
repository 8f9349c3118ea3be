import TranscriptModel

/// The line on what graduation asks for beside the subjects: credit, competencies across subjects,
/// hours, and whatever else the plan holds.
extension FamilyContext {
  /// What is missing and what to do first, of a student whom that keeps from graduating.
  var graduationItem: Values? {
    guard let first = gaps.all.first else { return nil }
    let missing = phrases.text("item-gaps", ["gaps": list(gaps.all.map(words))])
    return item(
      phrases.text("subject-graduation"), mark: FamilySubject.Standing.needs.rawValue,
      text: missing, short: missing, stale: missing, next: ["text": step(first)])
  }

  /// `Humanities (credits: 0.5)`, `Community service (hours: 12 of 40 so far)`.
  private func words(_ gap: GraduationGaps.Gap) -> String {
    switch gap {
    case .credit(let line, let amount):
      phrases.text("gap-credit", ["title": title(line), "count": amount.shortText])
    case .other(let requirement)
    where requirement.required <= .one && requirement.unit != .hours:
      title(requirement)
    case .other(let requirement):
      phrases.text(
        requirement.unit == .hours ? "gap-hours" : "gap-count",
        [
          "title": title(requirement), "met": requirement.earned.shortText,
          "total": requirement.required.shortText,
        ])
    }
  }

  private func step(_ gap: GraduationGaps.Gap) -> String {
    switch gap {
    case .credit(let line, _): phrases.text("next-credit", ["title": title(line)])
    case .other(let requirement):
      competencyStep(requirement)
        ?? phrases.text("next-requirement", ["title": title(requirement)])
    }
  }

  /// The first competency to work on, where the requirement is all graduation competencies or all
  /// of the content areas.
  ///
  /// A record does not say what a requirement is made of; its numbers do, where they fit one set.
  private func competencyStep(_ requirement: RecordRequirement) -> String? {
    let ofAreas = record.contentAreaCompetencies
    let sets = [record.graduationCompetencies, ofAreas.filter(\.isCore), ofAreas].filter { all in
      requirement.required == Rational(all.count)
        && requirement.earned == Rational(all.count { $0.status.satisfies })
    }
    guard requirement.parts.isEmpty, let all = sets.first, sets.allSatisfy({ $0 == all })
    else { return nil }
    let open = all.filter { !$0.status.satisfies }
    let idle = open.filter { !$0.isUnderWay && !$0.isAwaited }
    return step([
      ("next-missed", open.first { $0.status == .missed }),
      ("next-again", open.first { $0.status == .notYet }),
      ("next-more", idle.first { $0.status == .insufficientEvidence }),
      ("next-begin", idle.first { $0.status == .notAssessed }),
    ])?.text
  }

  /// The plan’s own words for a requirement; credit that no line names may be of any subject.
  private func title(_ requirement: RecordRequirement?) -> String {
    requirement.map { own($0.title, key: Self.key(of: $0)) } ?? phrases.text("any-subject")
  }

  /// Under which key a district translates the title of a requirement.
  static func key(of requirement: RecordRequirement) -> String {
    "requirement.\(requirement.id.code)"
  }
}
