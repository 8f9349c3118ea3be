import TranscriptModel

/// The last day on which a student handed in work in each content area, rated or not deciding.
///
/// No transcript says it, so it is no part of the record; families are told when nothing new has
/// come for long.
struct LastWork {
  /// The day, by content area.
  let days: [Identifier<ContentArea>: CalendarDate]

  /// What is on file up to the day `asOf`.
  init(_ file: StudentFile, framework: CompetencyFramework, asOf: CalendarDate) {
    var days: [Identifier<ContentArea>: CalendarDate] = [:]
    for evidence in file.evidence
    where evidence.status == .rated && evidence.demonstratedOn <= asOf {
      let areas =
        evidence.area.map { [$0] } ?? Self.areas(of: evidence.competency, in: framework)
      for area in areas {
        days[area] = max(days[area] ?? evidence.demonstratedOn, evidence.demonstratedOn)
      }
    }
    self.days = days
  }

  /// An objective counts in the areas of the competencies above it.
  private static func areas(
    of id: Identifier<Competency>, in framework: CompetencyFramework
  ) -> [Identifier<ContentArea>] {
    guard let competency = framework.competency(id) else { return [] }
    guard competency.areas.isEmpty else { return competency.areas }
    return competency.parents.flatMap { framework.competency($0)?.areas ?? [] }
  }
}
