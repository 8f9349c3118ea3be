import TranscriptModel

/// Derives the grade-point equivalent from final course marks; nothing reads it back.
struct GradePointCalculator {
  let table: EquivalenceTable
  let scale: PerformanceScale
  let asOf: CalendarDate

  /// The figure; `nil` before the table was adopted, or without a mark that it covers.
  func equivalent(
    of credits: [CreditDecision], external: [ExternalCredit]
  ) -> GradePointEquivalent? {
    guard table.adoptedOn <= asOf else { return nil }
    var items: [GradePointEquivalent.Item] = []
    var excluded: [String] = []
    var last: CalendarDate?
    for credit in credits where credit.earned > .zero {
      if let points = points(of: credit) {
        items.append(item(credit, points: points))
        last = [last, credit.markOn ?? credit.earnedOn].compactMap(\.self).max()
      } else {
        excluded.append("\(credit.rule.title): \(reason(against: credit))")
      }
    }
    excluded += external.map {
      "\($0.title), \($0.institution): the mark \($0.mark) is not converted"
    }
    return figure(items, last: last ?? asOf, excluded: excluded)
  }

  private func points(of credit: CreditDecision) -> Rational? {
    guard credit.status == .earned, let mark = credit.mark else { return nil }
    return table.points[scale.level(mark).code]
  }

  private func reason(against credit: CreditDecision) -> String {
    if credit.status != .earned { return "only part of the credit is earned" }
    guard let mark = credit.mark else { return "it was met without a level" }
    return "the table gives no points for \(scale.level(mark).label)"
  }

  private func item(_ credit: CreditDecision, points: Rational) -> GradePointEquivalent.Item {
    GradePointEquivalent.Item(
      title: credit.rule.title, credit: credit.earned, points: points,
      added: table.weights[credit.rule.level] ?? .zero)
  }

  private func figure(
    _ items: [GradePointEquivalent.Item], last: CalendarDate, excluded: [String]
  ) -> GradePointEquivalent? {
    let weight = items.reduce(Rational.zero) { $0 + $1.credit }
    let plain = items.reduce(Rational.zero) { $0 + $1.credit * $1.points }
    let added = items.reduce(Rational.zero) { $0 + $1.credit * $1.added }
    guard let unweighted = plain.divided(by: weight),
      let weighted = (plain + added).divided(by: weight)
    else { return nil }
    return GradePointEquivalent(
      table: table, unweighted: unweighted.rounded(places: table.places),
      weighted: weighted.rounded(places: table.places), asOf: last, items: items,
      excluded: excluded)
  }
}
