import TranscriptModel

/// The first page's groups, its bars, and the detail after it.
extension FamilyContext {
  /// Groups by need; empty ones vanish; at most twelve subjects in all, those in need first.
  var groups: [Values] {
    var room = 12
    return FamilySubject.Standing.allCases.compactMap { standing in
      let members = subjects.filter { $0.standing == standing }.prefix(room)
      room -= members.count
      guard !members.isEmpty else { return nil }
      let name = standing.rawValue
      return [
        "title": phrases.text("group-\(name)"),
        "note": phrases.text("subjects", ["count": "\(members.count)"]),
        "items": members.map { subject in
          [
            "mark": name, "markText": phrases.text("mark-\(name)"), "markStyle": "mark-\(name)",
            "subject": own(subject.area.shortTitle), "text": sentences(subject),
            "next": nextStep(subject).map { ["text": $0] as Any } ?? false,
          ] as Values
        },
      ]
    }
  }

  private func sentences(_ subject: FamilySubject) -> String {
    let counts = [
      "name": shortName, "met": "\(subject.met.count)",
      "total": "\(subject.area.competencies.count)", "top": "\(subject.top)",
    ]
    var parts: [String] = []
    if subject.met.count == subject.area.competencies.count {
      parts.append(phrases.text(subject.top > 0 ? "item-all-top" : "item-all", counts))
    } else {
      parts.append(phrases.text("item-some", counts))
    }
    let named: [(String, [RecordCompetency])] = [
      ("item-below", subject.below), ("item-thin", subject.thin), ("item-missed", subject.missed),
    ]
    for (key, skills) in named where !skills.isEmpty {
      parts.append(phrases.text(key, ["skills": names(skills)]))
    }
    if subject.standing != .needs, !subject.underWay.isEmpty {
      parts.append(phrases.text("item-working", ["skills": names(subject.underWay)]))
    }
    if let date = subject.staleSince {
      parts.append(phrases.text("item-stale", ["date": dates.full(date)]))
    }
    return parts.joined(separator: " ")
  }

  /// What would help most, for subjects in need only.
  private func nextStep(_ subject: FamilySubject) -> String? {
    if let skill = subject.missed.first {
      return phrases.text("next-missed", ["skill": own(skill.shortName)])
    }
    if let skill = subject.below.first {
      return phrases.text(
        "next-again",
        ["skill": own(skill.shortName), "level": own(record.scale.level(record.scale.bar).label)])
    }
    guard let skill = subject.thin.first else { return nil }
    return phrases.text(
      "next-more",
      ["skill": own(skill.shortName), "counted": "\(skill.counted)", "needed": "\(skill.needed)"])
  }

  /// At most three names, then how many more.
  private func names(_ skills: [RecordCompetency]) -> String {
    let shown = skills.prefix(3).map { own($0.shortName) }
    guard skills.count > 3 else { return list(shown) }
    return phrases.text(
      "and-more",
      [
        "names": shown.joined(separator: phrases.text("comma")), "count": "\(skills.count - 3)",
      ])
  }

  var credits: Values {
    let graduation = record.graduation
    let goal = goal(of: graduation.creditsRequired)
    let text = phrases.text(
      "bar-credits",
      [
        "earned": graduation.creditsEarned.shortText,
        "required": graduation.creditsRequired.shortText, "goal": goal.shortText,
      ])
    return bar(text, graduation.creditsEarned, goal: goal, of: graduation.creditsRequired)
  }

  var skills: Values? {
    let all = record.contentAreaCompetencies
    guard !all.isEmpty else { return nil }
    let met = Rational(all.filter { $0.status.satisfies }.count)
    let total = Rational(all.count)
    let goal = Rational(goal(of: total).floor ?? 0)
    let text = phrases.text(
      "bar-skills",
      ["met": met.shortText, "total": total.shortText, "goal": goal.shortText])
    return bar(text, met, goal: goal, of: total)
  }

  private func bar(
    _ text: String, _ value: Rational, goal: Rational, of total: Rational
  ) -> Values {
    let share = { (part: Rational) -> String in
      guard let share = part.divided(by: total) else { return "0" }
      return min(max(share, .zero), .one).decimalText(places: 4)
    }
    return ["text": text, "value": share(value), "goal": share(goal)]
  }

  /// What is expected by now if every school year of high school counts alike: the share of the
  /// days from 1 September of grade 9 to 15 June of grade 12, to half a unit.
  private func goal(of total: Rational) -> Rational {
    let classOf = record.student.classOf
    guard let start = CalendarDate(year: classOf - 4, month: 9, day: 1),
      let end = CalendarDate(year: classOf, month: 6, day: 15)
    else { return .zero }
    let days = max(0, record.document.asOf.dayNumber - start.dayNumber)
    let share = Rational(min(Int(days), Int(end.dayNumber - start.dayNumber)))
      .divided(by: Rational(Int(end.dayNumber - start.dayNumber)))
    let halves = ((share ?? .zero) * total * Rational(2)).rounded(places: 0)
    return halves.divided(by: Rational(2)) ?? .zero
  }

  /// Every skill of every subject, for the pages after the first.
  var areas: [Values] {
    let levels = LevelText(scale: record.scale, phrases: phrases)
    return subjects.map { subject in
      let title = own(subject.area.title)
      return [
        "title": title, "continued": phrases.text("continued", ["title": title]),
        "rows": subject.area.competencies.map { row($0, levels) },
      ]
    }
  }

  private func row(_ competency: RecordCompetency, _ levels: LevelText) -> Values {
    let level = competency.printedLevel
    return [
      "name": own(competency.shortName), "dots": levels.dots(level),
      "word": level.map { own(levels.label($0)) } ?? state(competency),
      "wordStyle": levels.style(level),
      "date": competency.isUnderWay && !competency.status.satisfies
        ? phrases.text("in-progress") : competency.date.map(dates.short) ?? OfficialContext.dash,
    ]
  }

  private func state(_ competency: RecordCompetency) -> String {
    guard competency.status == .insufficientEvidence else {
      return phrases.text("state-\(competency.status.rawValue)")
    }
    return phrases.text(
      "state-insufficient",
      ["counted": "\(competency.counted)", "needed": "\(competency.needed)"])
  }
}
