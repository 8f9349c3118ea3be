import TranscriptModel

/// The first page's groups, its bars, and the detail after it.
extension FamilyContext {
  /// Whether so much is needed that the first page has room for little else: a subject in need
  /// takes the room of two.
  var isHeavy: Bool {
    let shown = subjects.prefix(mostSubjects)
    let needs = shown.count { $0.standing == .needs } + (hasGraduationItem ? 2 : 0)
    return isAtSchool && shown.count + needs > 14
  }

  /// Groups by need; empty ones vanish; at most twelve items in all, those in need first.
  ///
  /// Of a student who has graduated or left nothing is needed any more: one group says what was
  /// shown.
  var groups: [Values] {
    guard isAtSchool else { return [leftGroup].compactMap(\.self) }
    var room = mostSubjects
    return FamilySubject.Standing.allCases.compactMap { standing in
      let first = standing == .needs ? [graduationItem].compactMap(\.self) : []
      let all = subjects.filter { $0.standing == standing }
      let members = all.prefix(room)
      room -= members.count
      guard !members.isEmpty || !first.isEmpty else { return nil }
      let name = standing.rawValue
      return group(
        phrases.text("group-\(name)"), of: all.count,
        first
          + members.map { subject in
            item(
              subject, mark: name, text: sentences(subject),
              next: nextStep(subject).map { ["text": $0] })
          })
    }
  }

  /// Which subjects have no room among the twelve, in a sentence.
  var more: String? {
    let byNeed =
      isAtSchool
      ? FamilySubject.Standing.allCases.flatMap { standing in
        subjects.filter { $0.standing == standing }
      } : subjects
    let rest = byNeed.dropFirst(mostSubjects)
    guard !rest.isEmpty else { return nil }
    return phrases.text(
      "more-subjects",
      ["subjects": names(rest.map { own($0.area.shortTitle, key: $0.area.id.code) })])
  }

  private var leftGroup: Values? {
    let members = subjects.prefix(mostSubjects)
    guard !members.isEmpty else { return nil }
    return group(
      phrases.text("section-skills"), of: subjects.count,
      members.map { subject in
        item(
          subject, mark: subject.isComplete ? "on-track" : nil,
          text: withWaived(shown(subject), subject), next: nil)
      })
  }

  private func group(_ title: String, of count: Int, _ items: [Values]) -> Values {
    [
      "title": title, "continued": phrases.text("continued", ["title": title]),
      "note": count == 0 ? "" : phrases.text("subjects", ["count": "\(count)"]),
      "items": items,
    ]
  }

  private func item(
    _ subject: FamilySubject, mark: String?, text: String, next: Values?
  ) -> Values {
    item(
      own(subject.area.shortTitle, key: subject.area.id.code), mark: mark, text: text,
      short: short(subject, text: text, hasStep: next != nil), stale: stale(subject) ?? "",
      next: next)
  }

  /// A line of the first page: what it is about, its sign, its sentence, and what comes next.
  ///
  /// On a page that is full `short` stands for the sentence, and at last nothing but `stale` beside
  /// the step.
  func item(
    _ title: String, mark: String?, text: String, short: String, stale: String, next: Values?
  ) -> Values {
    let sign = mark.map { mark -> Values in
      ["kind": mark, "text": phrases.text("mark-\(mark)"), "style": "mark-\(mark)"]
    }
    return [
      "mark": sign ?? false, "markStyle": mark.map { "mark-\($0)" } ?? "data",
      "subject": title, "text": text, "short": short, "stale": stale, "next": next ?? false,
    ]
  }

  /// One sentence: what is needed most, or where the subject stands; and, where work is still open
  /// and nothing new has come for long, since when.
  private func sentences(_ subject: FamilySubject) -> String {
    let open: [(String, [RecordCompetency])] = [
      ("item-missed", subject.missed), ("item-below", subject.below), ("item-thin", subject.thin),
      ("item-behind", subject.behind), ("item-awaited", subject.awaited),
      ("item-working", subject.underWay),
    ]
    let first = open.first { !$0.1.isEmpty }.map { key, skills in
      phrases.text(key, counts(subject).merging(["skills": names(skills)]) { old, _ in old })
    }
    let whole = withWaived(first ?? shown(subject), subject)
    return stale(subject).map { sentences(whole, $0) } ?? whole
  }

  /// A sentence, and one on what the school does not ask for.
  private func withWaived(_ sentence: String, _ subject: FamilySubject) -> String {
    guard !subject.waived.isEmpty else { return sentence }
    return sentences(sentence, phrases.text("item-waived", ["skills": names(subject.waived)]))
  }

  /// Where a subject in need stands in few words, for a page that is full; others as usual.
  private func short(_ subject: FamilySubject, text: String, hasStep: Bool) -> String {
    guard hasStep else { return text }
    let shown = phrases.text("item-short", counts(subject))
    return stale(subject).map { sentences(shown, $0) } ?? shown
  }

  private func stale(_ subject: FamilySubject) -> String? {
    subject.staleSince.map { phrases.text("item-stale", ["date": dates.full($0)]) }
  }

  /// How much was shown, in one sentence.
  private func shown(_ subject: FamilySubject) -> String {
    let isWhole = subject.met.count == subject.area.competencies.count
    let key = !isWhole ? "item-some" : subject.top > 0 ? "item-all-top" : "item-all"
    return phrases.text(key, counts(subject))
  }

  private func counts(_ subject: FamilySubject) -> [String: String] {
    [
      "name": shortName, "met": "\(subject.met.count)",
      "total": "\(subject.area.competencies.count)", "top": "\(subject.top)",
      "goal": "\(subject.goal)",
    ]
  }

  /// What would help most, for subjects in need only; and by when, if a course under way asks for
  /// it.
  private func nextStep(_ subject: FamilySubject) -> String? {
    let open: [(key: String, skill: RecordCompetency?)] = [
      ("next-missed", subject.missed.first), ("next-again", subject.below.first),
      ("next-more", subject.thin.first), ("next-begin", subject.behind.first),
    ]
    guard let (skill, step) = step(open) else { return nil }
    return day(for: skill, in: subject.area).map {
      sentences(step, phrases.text("next-by", ["date": dates.full($0)]))
    } ?? step
  }

  /// The first skill that is open, with what to do for it in the wording of its key.
  func step(
    _ open: [(key: String, skill: RecordCompetency?)]
  ) -> (skill: RecordCompetency, text: String)? {
    for case (let key, let skill?) in open {
      let text = phrases.text(
        key, ["skill": own(skill), "counted": "\(skill.counted)", "needed": "\(skill.needed)"])
      return (skill, text)
    }
    return nil
  }

  /// The day on which the course under way that asks for a skill is to end: or, where courses ask
  /// for learning objectives only, the last day of those of its area.
  private func day(for skill: RecordCompetency, in area: RecordArea) -> CalendarDate? {
    let courses = record.courseGroups.filter(\.isInProgress).flatMap(\.courses)
      .filter { $0.status != .planned }
    let asking = courses.filter { $0.competencies.contains { $0.id == skill.id } }
    let ofArea = skill.isUnderWay ? courses.filter { $0.contentArea == area.id } : []
    let days = (asking.isEmpty ? ofArea : asking).compactMap(\.date)
    return days.filter { $0 > record.document.asOf }.max()
  }

  /// At most three names, then how many more.
  private func names(_ skills: [RecordCompetency]) -> String { names(skills.map { own($0) }) }

  func names(_ all: [String]) -> String {
    let shown = Array(all.prefix(3))
    guard all.count > 3 else { return list(shown) }
    return phrases.text(
      "and-more",
      [
        "names": shown.joined(separator: separator(shown)), "count": "\(all.count - 3)",
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
    let met = Rational(all.count(where: \.isShown))
    let waived = Rational(all.count { $0.status == .waived })
    let total = Rational(all.count)
    let goal = Rational(goal(of: total - waived).floor ?? 0)
    let text = phrases.text(
      "bar-skills",
      ["met": met.shortText, "total": total.shortText, "goal": goal.shortText])
    let whole =
      waived == .zero
      ? text : sentences(text, phrases.text("bar-waived", ["count": waived.shortText]))
    return bar(whole, met, goal: goal, of: total)
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

  /// What is expected by now, to half a unit.
  private func goal(of total: Rational) -> Rational {
    let halves = (FamilySubject.share(of: record) * total * Rational(2)).rounded(places: 0)
    return halves.divided(by: Rational(2)) ?? .zero
  }

  /// Every skill of every subject and those across subjects, for the pages after the first.
  var areas: [Values] {
    let levels = LevelText(scale: record.scale, phrases: phrases)
    let ofSubjects = subjects.map { subject in
      area(own(subject.area.title, key: subject.area.id.code), subject.area.competencies, levels)
    }
    guard !record.graduationCompetencies.isEmpty else { return ofSubjects }
    return ofSubjects + [
      area(phrases.text("across-subjects"), record.graduationCompetencies, levels)
    ]
  }

  private func area(
    _ title: String, _ competencies: [RecordCompetency], _ levels: LevelText
  ) -> Values {
    [
      "title": title, "continued": phrases.text("continued", ["title": title]),
      "rows": competencies.map { row($0, levels) },
    ]
  }

  private func row(_ competency: RecordCompetency, _ levels: LevelText) -> Values {
    let level = competency.printedLevel
    let day =
      competency.isUnderWay && !competency.status.satisfies
      ? phrases.text("in-progress") : competency.date.map(dates.short)
    return [
      // What is met without a level has no dots: four empty ones would say the contrary.
      "name": own(competency),
      "dots": level == nil && competency.status.satisfies ? false : levels.dots(level),
      "word": level.map { own($0) } ?? state(competency),
      "wordStyle": levels.style(level),
      "date": day ?? OfficialContext.dash, "day": day ?? false,
    ]
  }

  private func state(_ competency: RecordCompetency) -> String {
    let isAwaited = [.notAssessed, .insufficientEvidence, .inProgress].contains(competency.status)
    if competency.isAwaited, isAwaited { return phrases.text("state-awaited") }
    guard competency.status == .insufficientEvidence else {
      return phrases.text("state-\(competency.status.rawValue)")
    }
    return phrases.text(
      "state-insufficient",
      ["counted": "\(competency.counted)", "needed": "\(competency.needed)"])
  }
}
