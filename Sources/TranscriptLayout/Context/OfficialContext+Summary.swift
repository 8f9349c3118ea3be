import TranscriptModel

/// The upper half of page 1: facts, four figures, mastery and credits.
extension OfficialContext {
  var facts: [Values] {
    let student = record.student
    var facts = [
      fact("fact-legal-name", plain(student.legalName.inverted)),
      fact("fact-birth-date", dates.full(student.birthDate)),
    ]
    if let sasid = student.sasid {
      facts.append(fact("fact-sasid", Self.grouped(sasid)))
    } else {
      facts.append(fact("fact-student-id", plain(student.id.code)))
    }
    let grade = "\(student.gradeLevel.number)"
    if let date = student.enrolledOn {
      facts.append([
        "label": phrases.text("fact-enrolled", ["grade": grade]), "value": dates.full(date),
      ])
    } else {
      facts.append(fact("fact-grade", grade))
    }
    return facts
  }

  private func fact(_ key: String, _ value: String) -> Values {
    ["label": phrases.text(key), "value": value]
  }

  var figures: [Values] {
    [creditFigure, competencyFigure, thirdFigure, graduationFigure].compactMap(\.self)
  }

  private var creditFigure: Values {
    let graduation = record.graduation
    let inProgress =
      graduation.creditsInProgress == .zero
      ? phrases.text("figure-credits-done")
      : phrases.text(
        "figure-credits-in-progress", ["credits": graduation.creditsInProgress.shortText])
    return figure(
      graduation.creditsEarned.shortText,
      tail: phrases.text("of", ["total": graduation.creditsRequired.shortText]),
      [phrases.text("figure-credits"), inProgress])
  }

  private var competencyFigure: Values? {
    let all = record.contentAreaCompetencies
    guard !all.isEmpty else { return nil }
    let met = all.filter { $0.status.satisfies }.count
    let bar = levels.label(record.scale.bar)
    var second = phrases.text("figure-or-above")
    if let top, gradePoints != nil {
      second = phrases.text(
        "figure-or-above-with-top", ["count": "\(topCount)", "level": levels.label(top)])
    }
    return figure(
      "\(met)", tail: phrases.text("of", ["total": "\(all.count)"]),
      [phrases.text("figure-competencies", ["level": bar]), second])
  }

  /// The highest level, where it is not the bar itself.
  var top: LevelIndex? {
    let top = record.scale.levels.count - 1
    return top > record.scale.bar ? top : nil
  }

  private var topCount: Int {
    record.contentAreaCompetencies.filter { $0.printedLevel == top }.count
  }

  /// The GPA equivalent, or without an adopted table the number of competencies at the top.
  private var thirdFigure: Values? {
    guard let points = record.gradePoints else {
      guard let top else { return nil }
      return figure(
        "\(topCount)", tail: levels.label(top),
        [phrases.text("figure-top"), phrases.text("figure-top-second")])
    }
    let most = points.points.compactMap(\.self).max() ?? .zero
    let weighted = points.weighted.decimalText(places: points.places)
    return figure(
      points.unweighted.decimalText(places: points.places),
      tail: phrases.text("on", ["total": most.exactDecimalText(minimum: 1) ?? most.shortText]),
      [
        phrases.text("figure-unweighted", ["title": plain(points.title)]),
        phrases.text(
          "figure-weighted", ["points": weighted, "date": dates.month(points.asOf)]),
      ])
  }

  private var graduationFigure: Values {
    let graduation = record.graduation
    let year = "\(record.student.classOf)"
    let classLine = phrases.text("figure-class", ["year": year])
    switch graduation.status {
    case .graduated(let date):
      return figure(
        year, tail: "",
        [phrases.text("figure-graduated", ["year": year]), dates.full(date)])
    case .withdrawn(let date):
      return figure(
        year, tail: "",
        [classLine, phrases.text("figure-withdrawn", ["date": dates.full(date)])])
    case .onTrack, .requirementsMet, .yearsRemain:
      guard let date = graduation.expectedOn else { return figure(year, tail: "", [classLine]) }
      return figure(
        year, tail: "",
        [
          phrases.text("figure-expected", ["year": year]),
          phrases.text("figure-expected-on", ["date": dates.full(date)]),
        ])
    case .notOnTrack, .postedButUnmet:
      return figure(year, tail: "", [classLine, phrases.text("figure-requirements-open")])
    }
  }

  private func figure(_ value: String, tail: String, _ lines: [String]) -> Values {
    ["value": value, "tail": tail, "lines": lines]
  }

  var mastery: Values? {
    guard !record.areas.isEmpty else { return nil }
    var labels = [["label": levels.label(record.scale.bar)]]
    if let top { labels.append(["label": levels.label(top)]) }
    return ["levels": labels, "areas": record.areas.map(masteryRow)]
  }

  private func masteryRow(_ area: RecordArea) -> Values {
    let met = area.competencies.filter { $0.status.satisfies }
    let below = area.competencies.count - met.count
    let high = top == nil ? 0 : met.filter { $0.printedLevel == top }.count
    let title = plain(area.title)
    var parts: [String] = []
    if below > 0 { parts.append(phrases.text("alt-not-yet", ["count": "\(below)"])) }
    if met.count > high {
      parts.append("\(met.count - high) \(levels.label(record.scale.bar))")
    }
    if let top, high > 0 { parts.append("\(high) \(levels.label(top))") }
    return [
      "title": title, "below": "\(below)",
      "above": top == nil ? "\(met.count)" : "\(met.count - high) \(high)",
      "alt": "\(title): \(parts.joined(separator: ", "))",
    ]
  }

  var credits: Values? {
    let graduation = record.graduation
    let lines = graduation.requirements.filter(\.isCredit)
    guard !lines.isEmpty else { return nil }
    return [
      "rows": lines.map {
        creditRow($0.title, earned: $0.earned, inProgress: $0.inProgress, required: $0.required)
      },
      "total": creditRow(
        phrases.text("total"), earned: graduation.creditsEarned,
        inProgress: graduation.creditsInProgress, required: graduation.creditsRequired),
      "notes": notes(on: lines.flatMap(\.parts)),
    ]
  }

  private func creditRow(
    _ title: String, earned: Rational, inProgress: Rational, required: Rational
  ) -> Values {
    [
      "title": plain(title), "earned": amount(earned, of: required),
      "inProgress": inProgress == .zero ? Self.dash : inProgress.creditText,
      "required": required == .zero ? Self.dash : required.creditText,
    ]
  }

  static let dash = "\u{2013}"

  /// Nothing due is a dash; nothing earned of what is due is `0.00`.
  private func amount(_ value: Rational, of required: Rational) -> String {
    value == .zero && required == .zero ? Self.dash : value.creditText
  }

  /// Requirements by where they stand, one line each: `Complete: Civics, Arts`.
  private func notes(on requirements: [RecordRequirement]) -> [String] {
    RequirementStatus.allCases.compactMap { status in
      let titles = requirements.filter { $0.status == status }.map { plain($0.title) }
      guard !titles.isEmpty else { return nil }
      return phrases.text(
        "requirements-\(status.rawValue)", ["titles": titles.joined(separator: ", ")])
    }
  }

  /// What the plan asks for besides credit, for page 2.
  var otherRequirements: String {
    notes(on: record.graduation.requirements.filter { !$0.isCredit }).joined(separator: ". ")
  }
}
