import TranscriptModel

/// The page on how to read a transcript: scale, rules, credit, conversion, and whom to ask.
extension OfficialContext {
  var guide: Values {
    let policy = record.policy
    let rules = [
      ("guide-objective", policy.objectiveRule), ("guide-competency", policy.competencyRule),
      ("guide-graduation", policy.graduationCompetencyRule),
    ]
    return [
      "rules": rules.map { ["title": phrases.text($0.0), "text": plain($0.1) + "."] },
      "mark": phrases.text("how-mark", ["rule": plain(policy.courseMarkRule)]),
      "words": words, "average": average, "points": points ?? false, "adopted": adopted,
      "footers": guideFooters, "contact": contact,
      "bar": phrases.text("guide-bar", ["level": levels.mark(record.scale.bar)]),
    ]
  }

  /// What stands in the place of a level or mark, each in a sentence.
  private var words: [String] {
    [
      "guide-not-assessed", "guide-in-progress", "how-shown", "guide-partly-shown",
      "guide-undecided", "guide-planned", "how-awaited", "how-in-part", "how-transferred",
      "how-met", "how-waived", "how-excused", "how-withdrawn", "how-left-in-part", "guide-honor",
    ].map { phrases.text($0) }
  }

  private var average: String {
    record.policy.averagingRules.isEmpty
      ? phrases.text("how-no-average")
      : phrases.text("how-average", ["rules": joined(record.policy.averagingRules.map(plain))])
  }

  private var points: Values? {
    guard let table = gradePoints else { return nil }
    let text = phrases.text(
      "guide-points",
      [
        "title": plain(table.title), "by": plain(table.adoptedBy),
        "date": dates.full(table.adoptedOn),
      ])
    return ["title": plain(table.title), "text": text]
  }

  private var adopted: String {
    let policy = record.policy
    let version = phrases.text(
      "policy-version", ["title": plain(policy.title), "version": plain(policy.version)])
    guard let day = policy.adoptedOn, let body = policy.adoptedBy else { return version }
    return phrases.text(
      "guide-adopted", ["policy": version, "by": plain(body), "date": dates.full(day)])
  }

  private var contact: String {
    let school = record.issuer.school
    let name = "\(plain(record.issuer.signatory.name)), \(plain(record.issuer.signatory.office))"
    return ([name] + [school.phone, school.email].compactMap(\.self).map(plain))
      .joined(separator: ", ")
  }

  /// From the whole down to the shortest: the first that fits is printed.
  private var guideFooters: [String] {
    let school = plain(record.issuer.school.name)
    let specimen = record.issuer.isFictional ? [phrases.text("specimen")] : []
    let short = record.issuer.isFictional ? [phrases.text("specimen-short")] : []
    return [
      [school, adopted] + specimen, [adopted] + specimen, [adopted] + short,
      [plain(record.policy.version)] + specimen,
    ]
    .map { $0.joined(separator: " \u{B7} ") }
  }
}
