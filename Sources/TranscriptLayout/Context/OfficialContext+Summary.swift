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

  /// The figures with the widths of their columns: three are spread over the line.
  var figures: Values {
    let items = [creditFigure, competencyFigure, thirdFigure, graduationFigure].compactMap(\.self)
    let widths =
      items.count == 4 ? "126 142 143 1fr" : items.map { _ in "1fr" }.joined(separator: " ")
    return ["widths": widths, "items": items]
  }

  private var creditFigure: Values {
    let graduation = record.graduation
    let coming = record.courses.filter { $0.isUnderWayOrPlanned && $0.credit > .zero }
    let planned = coming.filter { $0.status == .planned }.count
    let key =
      switch (graduation.creditsInProgress == .zero, planned) {
      case (true, _): "figure-credits-done"
      case _ where !coming.isEmpty && coming.allSatisfy(\.isAwaited): "figure-credits-awaited"
      case (_, 0): "figure-credits-in-progress"
      case (_, coming.count): "figure-credits-planned"
      default: "figure-credits-in-progress-planned"
      }
    let inProgress = phrases.text(key, ["credits": graduation.creditsInProgress.shortText])
    return figure(
      graduation.creditsEarned.shortText,
      tail: phrases.text("of", ["total": graduation.creditsRequired.shortText]),
      [phrases.text("figure-credits"), inProgress])
  }

  private var competencyFigure: Values? {
    let all = contentAreaCompetencies
    guard !all.isEmpty else { return nil }
    let met = all.filter { $0.status.satisfies }.count
    return figure(
      "\(met)", tail: phrases.text("of", ["total": "\(all.count)"]),
      [phrases.text("figure-competencies"), waysOfMeeting.joined(separator: ", ")])
  }

  /// How many of the competencies that are met stand at the top or are met without a level; what
  /// the third figure says is not said twice.
  private var waysOfMeeting: [String] {
    let met = contentAreaCompetencies.filter(\.isMetWithoutLevel)
    var ways: [String] = []
    if let top, gradePoints != nil, topCount > 0 {
      ways.append(
        phrases.text("figure-at-level", ["count": "\(topCount)", "level": levels.label(top)]))
    }
    for (status, key) in [
      (AttainmentStatus.transferred, "figure-by-transfer"), (.waived, "figure-waived"),
      (.metByDecision, "figure-by-decision"),
    ] {
      let count = met.filter { $0.status == status }.count
      if count > 0 { ways.append(phrases.text(key, ["count": "\(count)"])) }
    }
    return ways
  }

  /// The highest level, where it is not the bar itself.
  var top: LevelIndex? {
    let top = record.scale.levels.count - 1
    return top > record.scale.bar ? top : nil
  }

  private var topCount: Int {
    contentAreaCompetencies.filter { $0.printedLevel == top }.count
  }

  /// The GPA equivalent, or without an adopted table the number of competencies at the top.
  private var thirdFigure: Values? {
    guard let points = record.gradePoints else {
      guard let top, topCount > 0 else { return nil }
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
        [phrases.text("figure-graduated", ["year": year]), dates.full(date)],
        short: dates.brief(date))
    case .withdrawn(let date):
      return figure(
        year, tail: "",
        [classLine, phrases.text("figure-withdrawn", ["date": dates.full(date)])],
        short: phrases.text("figure-withdrawn", ["date": dates.brief(date)]))
    case .onTrack, .requirementsMet, .yearsRemain:
      guard !record.isPastExpectedDay else {
        return figure(year, tail: "", [classLine, phrases.text("figure-not-graduated")])
      }
      guard let date = graduation.expectedOn else { return figure(year, tail: "", [classLine]) }
      return figure(
        year, tail: "",
        [
          phrases.text("figure-expected", ["year": year]),
          phrases.text("figure-expected-on", ["date": dates.full(date)]),
        ], short: phrases.text("figure-expected-on", ["date": dates.brief(date)]))
    case .notOnTrack, .postedButUnmet:
      return figure(year, tail: "", [classLine, phrases.text("figure-requirements-open")])
    }
  }

  /// A figure; `short` is for the last line where it does not fit.
  private func figure(
    _ value: String, tail: String, _ lines: [String], short: String? = nil
  ) -> Values {
    let last = lines.count - 1
    return [
      "value": value, "tail": tail,
      "lines": lines.enumerated().map {
        ["text": $0.element, "short": $0.offset == last ? short ?? "" : ""]
      },
    ]
  }

  /// The bar and the levels above it.
  private var passing: Range<LevelIndex> { record.scale.bar..<record.scale.levels.count }

  var mastery: Values? {
    guard !record.areas.isEmpty else { return nil }
    return [
      "levels": passing.map { level in
        ["label": levels.label(level), "short": record.scale.level(level).number.exactText]
      },
      "areas": record.areas.map(masteryRow),
      "note": [openSquares, sharedCompetencies].compactMap(\.self).joined(separator: " "),
    ]
  }

  /// What an open square right of the line means, where there is one.
  private var openSquares: String? {
    let isOpen = record.areas.flatMap(\.competencies).contains(where: \.isMetWithoutLevel)
    return isOpen ? phrases.text("note-open-squares") : nil
  }

  /// Which competencies have a square in several areas, but count once in the figures above.
  private var sharedCompetencies: String? {
    var areas: [Identifier<Competency>: Int] = [:]
    for area in record.areas {
      for id in Set(area.competencies.map(\.id)) { areas[id, default: 0] += 1 }
    }
    let shared = contentAreaCompetencies.filter { (areas[$0.id] ?? 0) > 1 }
    guard let first = shared.first else { return nil }
    let outcome = first.printedLevel.map(levels.label) ?? levels.state(first)
    let values = [
      "title": plain(first.shortName), "areas": "\(areas[first.id] ?? 0)", "outcome": outcome,
    ]
    if shared.count == 1 {
      return phrases.text(areas[first.id] == 2 ? "counts-in-two-areas" : "counts-in-areas", values)
    }
    let each = shared.map { one in
      "\(plain(one.shortName)) (\(one.printedLevel.map(levels.label) ?? levels.state(one)))"
    }
    return phrases.text("count-in-areas", ["titles": joined(each)])
  }

  private func masteryRow(_ area: RecordArea) -> Values {
    let met = area.competencies.filter { $0.status.satisfies }
    let below = area.competencies.count - met.count
    let open = met.filter(\.isMetWithoutLevel).count
    // A decision may let a level below the bar pass: its square stands at the bar.
    let reached = met.compactMap(\.printedLevel).map { max($0, record.scale.bar) }
    let counts = passing.map { level in reached.filter { $0 == level }.count }
    let title = plain(area.title)
    var parts: [String] = []
    if below > 0 { parts.append(phrases.text("alt-not-yet", ["count": "\(below)"])) }
    for (index, level) in passing.enumerated() {
      if counts[index] > 0 { parts.append("\(counts[index]) \(levels.label(level))") }
      if index == 0, open > 0 {
        parts.append(phrases.text("alt-without-level", ["count": "\(open)"]))
      }
    }
    return [
      "title": title, "below": "\(below)",
      "above": counts.map { "\($0)" }.joined(separator: " "), "open": "\(open)",
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
      } + beyondRequirements(lines),
      "total": creditRow(
        phrases.text("total"), earned: graduation.creditsEarned,
        inProgress: graduation.creditsInProgress, required: graduation.creditsRequired),
      "notes": notes(on: lines.flatMap(\.parts) + lines.filter { $0.status == .waived })
        + awaitedCredit,
    ]
  }

  /// That what is called in progress is not all going on, where courses have ended without a result.
  private var awaitedCredit: [String] {
    record.courses.contains { $0.isAwaited && $0.isUnderWayOrPlanned && $0.credit > .zero }
      ? [phrases.text("credits-awaited")] : []
  }

  /// The credit that no line takes, so that the columns add up to the total.
  ///
  /// Where the plan asks for more in all than in its lines, any credit serves for the rest: what that
  /// rest does not take, earned first, is beyond requirements as well.
  private func beyondRequirements(_ lines: [RecordRequirement]) -> [Values] {
    let graduation = record.graduation
    let earned = lines.reduce(graduation.creditsEarned) { $0 - $1.earned }
    let inProgress = lines.reduce(graduation.creditsInProgress) { $0 - $1.inProgress }
    let required = lines.reduce(graduation.creditsRequired) { $0 - $1.required }
    guard earned != .zero || inProgress != .zero || required != .zero else { return [] }
    // Lines that share credit add up to more than there is: then there is nothing beyond them.
    guard earned >= .zero, inProgress >= .zero, required >= .zero else { return [] }
    // Lines inside a choice have no row, and their credit is not any subject's.
    let hasHidden = graduation.requirements.contains {
      !$0.isCredit && $0.parts.contains(where: \.isCredit)
    }
    guard required == .zero || !hasHidden else { return [] }
    let taken = min(earned, required)
    let coming = min(inProgress, required - taken)
    let rows = [
      ("any-subject", taken, coming, required),
      ("beyond-requirements", earned - taken, inProgress - coming, Rational.zero),
    ]
    return rows.filter { $0.1 != .zero || $0.2 != .zero || $0.3 != .zero }.map {
      creditRow(phrases.text($0.0), earned: $0.1, inProgress: $0.2, required: $0.3)
    }
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
      let titles = requirements.filter { $0.status == status }.map(noteTitle)
      guard !titles.isEmpty else { return nil }
      return phrases.text(
        "requirements-\(status.rawValue)", ["titles": titles.joined(separator: ", ")])
    }
  }

  /// The title; of a line that is waived in part only, with the credit that is not asked for.
  private func noteTitle(_ requirement: RecordRequirement) -> String {
    let title = plain(requirement.title)
    if requirement.unit == .hours, !requirement.status.satisfies {
      return phrases.text(
        "hours-of",
        [
          "title": title, "hours": requirement.earned.shortText,
          "total": requirement.required.shortText,
        ])
    }
    guard requirement.waived > .zero, requirement.required > .zero else { return title }
    return "\(title) (\(requirement.waived.creditText))"
  }

  /// What the plan asks for besides credit, for page 2.
  var otherRequirements: String {
    notes(on: record.graduation.requirements.filter { !$0.isCredit }).joined(separator: ". ")
  }
}

extension RecordCourse {
  /// Whether its credit is still to come.
  var isUnderWayOrPlanned: Bool {
    status == .inProgress || status == .planned || status == .partial
  }
}
