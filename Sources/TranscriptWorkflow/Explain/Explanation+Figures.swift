import AttainmentEngine
public import TranscriptModel

extension Explanation {
  /// How the grade-point equivalent was made: table, courses, what was left out; or why there is none.
  public var gradePoints: String {
    guard let table = district.policy.equivalence else {
      return "There is no grade-point equivalent: the policy has no adopted equivalence table.\n"
    }
    let adoption =
      "\(table.title), adopted by \(table.adoptedBy) on \(EnglishText.day(table.adoptedOn))"
    guard table.adoptedOn <= resolution.asOf else {
      return "\(adoption), which is after \(EnglishText.day(resolution.asOf)): "
        + "there was no equivalent yet.\n"
    }
    guard let figure = resolution.gradePoints else {
      return "\(adoption): no posted mark is in the table yet.\n"
    }
    var lines = [
      "\(adoption): \(figure.unweighted.decimalText(places: table.places)) unweighted, "
        + "\(figure.weighted.decimalText(places: table.places)) weighted, "
        + "as of \(EnglishText.day(figure.asOf)) [policy version \(resolution.policyVersion)]",
      "Rule: points times credit, divided by credit; rounded once to \(table.places) decimals",
    ]
    lines += figure.items.map { item in
      let added = item.added > .zero ? " (and \(item.added.exactText) weighted)" : ""
      return "  \(item.points.exactText)\(added) times \(item.credit.exactText): \(item.title)"
    }
    let credit = figure.items.reduce(Rational.zero) { $0 + $1.credit }
    let points = figure.items.reduce(Rational.zero) { $0 + $1.points * $1.credit }
    lines.append("  in all \(points.exactText) points over \(EnglishText.credits(credit))")
    if !figure.excluded.isEmpty {
      lines.append("Left out:")
      lines += figure.excluded.map { "  \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ReadyDistrict {
  /// Why a student has an academic honour or none, and the place in class where the policy shows it.
  public func explainHonors(of student: Student, asOf: CalendarDate) -> String {
    guard let policy = district.policy.honors else { return "The policy awards no honours.\n" }
    let day = engine.honorsDay(asOf, classOf: student.classOf)
    let freeze = policy.freeze?.day(forClassOf: student.classOf)
    let figures = classFigures(of: student.classOf, asOf: asOf)
    let basis = "the \(policy.basis.rawValue) \(district.policy.equivalence?.title ?? "equivalent")"
    var lines = ["Rule: by \(basis), as of \(EnglishText.day(day))"]
    if let freeze, freeze > asOf {
      lines.append("  not decided yet: marks count until \(EnglishText.day(freeze))")
    }
    lines += policy.honors.map { "  \($0.title): \(Self.words($0.criterion, of: figures.count))" }
    if policy.residency > 0 {
      let years = EnglishText.count(policy.residency, "school year", "school years")
      lines.append("  only students with \(years) at the school")
    }
    guard let own = figures.first(where: { $0.student == student.id }) else {
      lines.append("Result: none: \(absence(of: student, on: day))")
      return lines.joined(separator: "\n") + "\n"
    }
    let honor = engine.honors(of: figures).first { $0.student == student.id }?.honor.title
    let figure = own.figure.decimalText(places: district.policy.equivalence?.places ?? 2)
    let isFinal = freeze.map { $0 <= asOf } ?? true
    lines.append("\(isFinal ? "Result" : "So far"): \(honor ?? "none"), with \(figure)")
    if let rank = engine.printedRanks(of: figures).first(where: { $0.student == student.id }) {
      lines.append("Place \(rank.place) of \(rank.count), \(rank.method)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why a student has no figure in the class.
  private func absence(of student: Student, on day: CalendarDate) -> String {
    if let left = student.withdrawnOn, left <= day {
      return "the student left on \(EnglishText.day(left))"
    }
    return resolve(student, asOf: day).gradePoints == nil
      ? "there is no grade-point equivalent" : "not enough school years at the school"
  }

  private static func words(_ criterion: HonorsPolicy.Criterion, of count: Int) -> String {
    switch criterion {
    case .atLeast(let figure): return "at \(figure.exactText) or above"
    case .topPercent(let percent):
      let places = (percent * Rational(count)).divided(by: Rational(100))?.floor ?? 0
      let those = places == 0 ? "none of them" : "\(places) of them; who ties with the last is in"
      return "the first \(percent.exactText) percent of the "
        + "\(EnglishText.count(count, "student who counts", "students who count")), \(those)"
    }
  }
}
