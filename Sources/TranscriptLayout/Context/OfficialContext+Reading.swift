import TranscriptModel

/// How to read the transcript: the rules in words, and each sign and state that is on the pages.
extension OfficialContext {
  var howToRead: Values {
    let policy = record.policy
    let sentences =
      ruleSentences + stateSentences + [dateSentence] + roundingSentences + pointSentences
    let whole = sentences.joined(separator: " ")
    let version = phrases.text(
      "policy-version", ["title": plain(policy.title), "version": plain(policy.version)])
    return [
      "note": version, "text": whole,
      // Where room is short the requirements leave their own place and stand here.
      "short": ["\(version).", whole, otherRequirements.isEmpty ? "" : "\(otherRequirements)."]
        .filter { !$0.isEmpty }.joined(separator: " "),
    ]
  }

  /// How a level is decided, what a mark is, and what averages, if anything.
  private var ruleSentences: [String] {
    let policy = record.policy
    let average =
      policy.averagingRules.isEmpty
      ? phrases.text("how-no-average")
      : phrases.text("how-average", ["rules": joined(policy.averagingRules.map(plain))])
    return [
      phrases.text(
        "how-level",
        ["rule": plain(policy.competencyRule), "level": levels.mark(record.scale.bar)]),
      phrases.text("how-mark", ["rule": plain(policy.courseMarkRule)]), average,
    ]
  }

  /// A sentence for each state in words that stands in the place of a level or mark.
  private var stateSentences: [String] {
    let competencies = record.areas.flatMap(\.competencies) + record.graduationCompetencies
    var states = Set(competencies.filter { $0.printedLevel == nil }.map(\.status))
    let parts = record.courses.filter(\.hasEndedInPart)
    for course in record.courses
    where course.mark == nil && course.status != .planned
      && (!course.hasEndedInPart || course.markStatus == .withdrawn)
    {
      // A course does not count demonstrations.
      if course.markStatus != .insufficientEvidence { states.insert(course.markStatus) }
    }
    if record.courses.contains(where: { $0.status == .withdrawn }) { states.insert(.withdrawn) }
    let requirements = record.graduation.requirements
    if (requirements + requirements.flatMap(\.parts)).contains(where: { $0.status == .waived }) {
      states.insert(.waived)
    }
    let explained: [(AttainmentStatus, String)] = [
      (.insufficientEvidence, "how-shown"), (.transferred, "how-transferred"),
      (.waived, "how-waived"), (.metByDecision, "how-met"), (.withdrawn, "how-withdrawn"),
      (.excused, "how-excused"),
    ]
    var sentences = explained.filter { states.contains($0.0) }.map { phrases.text($0.1) }
    if parts.contains(where: { $0.markStatus != .withdrawn }) {
      sentences.append(phrases.text("how-in-part"))
    }
    if parts.contains(where: { $0.markStatus == .withdrawn }) {
      sentences.append(phrases.text("how-left-in-part"))
    }
    if isAnythingAwaited { sentences.append(phrases.text("how-awaited")) }
    if record.courses.contains(where: { $0.status == .planned }) {
      sentences.append(phrases.text("how-planned"))
    }
    return sentences
  }

  /// Whether a page says "Not reported" of a course or of a competency.
  private var isAnythingAwaited: Bool {
    record.courses.contains { $0.isAwaited && $0.mark == nil }
      || (record.areas.flatMap(\.competencies) + record.graduationCompetencies)
        .contains { $0.isAwaited && !$0.status.satisfies }
  }

  private var dateSentence: String { phrases.text("how-date") }

  /// That totals are exact, where a printed credit is not: three printed 0.33 are 1.00 together.
  private var roundingSentences: [String] {
    let graduation = record.graduation
    let credits =
      record.courses.flatMap { [$0.credit, $0.earned] }
      + record.institutions.flatMap(\.courses).map(\.credit)
      + graduation.requirements.flatMap { [$0.earned, $0.inProgress, $0.required] }
      + [graduation.creditsEarned, graduation.creditsInProgress, graduation.creditsRequired]
    return credits.allSatisfy { $0.exactDecimalText(maximum: 2) != nil }
      ? [] : [phrases.text("how-rounded")]
  }

  /// What is in the conversion, and what the marks of other institutions are.
  private var pointSentences: [String] {
    let hasOthers = !record.institutions.isEmpty
    guard let points = gradePoints else {
      return hasOthers ? [phrases.text("how-external")] : []
    }
    let title = ["title": plain(points.title)]
    return [phrases.text(hasOthers ? "how-external-points" : "how-points", title)]
  }
}
