extension CompetencyResult {
  /// What documents show in `area`: the outcome there, or, where that is not met and work counts overall
  /// that names none of the areas, the outcome in all of them together.
  ///
  /// Under a rule that looks at all areas together such work need not say where it belongs, and a
  /// reader of one area would take it for missing.
  public func shown(
    in area: Identifier<ContentArea>, framework: CompetencyFramework
  ) -> Attainment {
    let own = attainment(in: area)
    guard !own.status.satisfies, !byArea.isEmpty else { return own }
    let isApart = overall.decision.used.contains { record in
      record.area == nil && framework.areas(of: record.competency).count > 1
    }
    return isApart ? overall : own
  }
}
