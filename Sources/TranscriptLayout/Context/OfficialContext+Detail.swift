import TranscriptModel

/// Page 2: competencies, notations, notable work, the advisor's words, and how to read it all.
extension OfficialContext {
  var competencies: Values? {
    let areas = record.areas.filter { !$0.competencies.isEmpty }
    guard !areas.isEmpty else { return nil }
    return [
      "key": levelKey,
      "areas": areas.map { area in
        let title = plain(area.title)
        return [
          "title": title, "continued": phrases.text("continued", ["title": title]),
          "rows": area.competencies.map(areaRow),
        ] as Values
      },
    ]
  }

  /// The row of a competency in one area; where the result is that of several areas together, it says
  /// so.
  func areaRow(_ competency: RecordCompetency) -> Values {
    var row = competencyRow(competency)
    let isTogether = record.acrossAreas.contains {
      $0.id == competency.id && $0.basis == competency.basis && !$0.basis.isEmpty
    }
    guard isTogether else { return row }
    let alike = record.areas.count { area in
      area.competencies.contains { $0.id == competency.id && $0.basis == competency.basis }
    }
    guard alike > 1 else { return row }
    row["name"] = phrases.text(
      alike == 2 ? "in-both-together" : "in-all-together",
      ["name": plain(competency.shortName), "areas": "\(alike)"])
    return row
  }

  /// The levels with their dots, in one line.
  var levelKey: [Values] {
    record.scale.levels.indices.map { index in
      let words = levels.mark(index)
      return [
        "dots": levels.dots(index),
        "words": index == record.scale.bar ? phrases.text("the-bar", ["level": words]) : words,
        "gap": index == record.scale.levels.count - 1 ? "" : "\u{A0}\u{A0}\u{A0}",
      ]
    }
  }

  func competencyRow(_ competency: RecordCompetency) -> Values {
    let level = competency.printedLevel
    let isOpen = competency.isUnderWay && !competency.status.satisfies
    // Where the word says so already, it is not said twice.
    let open = competency.status == .inProgress ? Self.dash : phrases.text("in-progress")
    return [
      "name": plain(competency.shortName), "dots": levels.dots(competency),
      "word": level.map(levels.label) ?? levels.state(competency),
      "wordStyle": levels.style(level),
      "date": isOpen ? open : competency.date.map(dates.short) ?? Self.dash,
      "dateStyle": isOpen ? "planned" : "data",
    ]
  }

  var graduationCompetencies: Values? {
    guard !record.graduationCompetencies.isEmpty else { return nil }
    let rows = record.graduationCompetencies.enumerated().map { index, competency in
      var row = competencyRow(competency)
      row["space"] = index == 0 ? "0" : "3"
      row["shownIn"] = competency.shownIn.map { ["text": plain($0)] as Any } ?? false
      return row
    }
    return ["rows": rows, "requirements": otherRequirements]
  }

  var notations: Values? {
    guard !record.notations.isEmpty else { return nil }
    let items = record.notations.map { notation -> Values in
      let text = notation.detail.map(plain) ?? award(notation)
      return ["title": plain(notation.title), "detail": ["text": text]]
    }
    return ["items": items]
  }

  /// When it was awarded; an honor of a student who has not graduated is as of its day, for it hangs
  /// on graduation.
  private func award(_ notation: RecordNotation) -> String {
    guard isBeforeGraduation(notation) else {
      return phrases.text("awarded", ["date": dates.month(notation.awardedOn)])
    }
    return phrases.text(
      "honor-before-graduation", ["date": dates.full(notation.awardedOn)])
  }

  /// Whether it is an honor of a student who has neither graduated nor left.
  func isBeforeGraduation(_ notation: RecordNotation) -> Bool {
    switch record.graduation.status {
    case .graduated, .withdrawn: false
    default: notation.kind == .honor
    }
  }

  var experiences: Values? {
    guard !record.experiences.isEmpty else { return nil }
    return ["items": record.experiences.map(experience)]
  }

  private func experience(_ experience: RecordExperience) -> Values {
    var facts = [plain(experience.title)]
    if let place = experience.organization { facts.append(plain(place)) }
    if let hours = experience.hours {
      facts.append(phrases.text("hours", ["hours": hours.shortText]))
    }
    if let span = span(experience) { facts.append(span) }
    var text = facts.joined(separator: ", ") + "."
    if let description = experience.description { text += " " + plain(description) }
    return ["kind": phrases.text("experience-\(experience.kind.rawValue)") + ",", "text": text]
  }

  /// `May 2026`, or `Sep 2025 to Jun 2026`.
  private func span(_ experience: RecordExperience) -> String? {
    switch (experience.startedOn, experience.endedOn) {
    case (let start?, let end?) where dates.short(start) != dates.short(end):
      phrases.text("from-to", ["start": dates.short(start), "end": dates.short(end)])
    case (let start?, nil): phrases.text("since", ["date": dates.short(start)])
    case (_, let end?): dates.short(end)
    case (nil, nil): nil
    }
  }

  var narrative: Values? {
    guard let narrative = record.narrative else { return nil }
    let paragraphs = plain(narrative.text).replacing("\r\n", with: "\n")
      .split(separator: "\n\n").map { $0.replacing("\n", with: " ") }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    guard !paragraphs.isEmpty else { return nil }
    return [
      "paragraphs": paragraphs.enumerated().map {
        ["text": $0.element, "space": $0.offset == 0 ? "" : "half"]
      },
      "author": plain(narrative.author),
    ]
  }
}
