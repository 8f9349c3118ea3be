import TranscriptModel

/// Freezes competencies with their outcomes.
struct CompetencyFreezing: Sendable {
  let district: District
  let underWay: UnderWay
  private let results: [CompetencyResult]
  /// Where each competency's result is.
  private let places: [Identifier<Competency>: Int]

  init(district: District, resolution: StudentResolution, underWay: UnderWay) {
    self.district = district
    self.underWay = underWay
    results = resolution.competencies
    places = Dictionary(
      resolution.competencies.enumerated().map { ($0.element.competency, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Content areas in the district's order, each with its competencies.
  var areas: [RecordArea] {
    district.framework.areas.map { area in
      RecordArea(
        id: area.id, title: area.title, shortTitle: area.shortTitle,
        competencies: district.framework.competencies(in: area.id).compactMap {
          record($0, in: area.id)
        })
    }
  }

  /// The overall outcome of each competency of several areas, in the district's order.
  var acrossAreas: [RecordCompetency] {
    district.framework.competencies(of: .contentArea).filter { $0.areas.count > 1 }
      .compactMap { record($0, in: nil) }
  }

  /// Graduation competencies in the district's order.
  var graduation: [RecordCompetency] {
    district.framework.competencies(of: .graduation).compactMap { record($0, in: nil) }
  }

  /// One competency by id, overall.
  func record(_ id: Identifier<Competency>) -> RecordCompetency? {
    district.framework.competency(id).flatMap { record($0, in: nil) }
  }

  private func record(
    _ competency: Competency, in area: Identifier<ContentArea>?
  ) -> RecordCompetency? {
    guard let result = places[competency.id].map({ results[$0] }) else { return nil }
    let attainment =
      area.map { result.shown(in: $0, framework: district.framework) } ?? result.overall
    return RecordCompetency(
      id: competency.id, shortName: competency.shortName, statement: competency.statement,
      alignments: competency.alignments, status: attainment.status, level: attainment.level,
      date: attainment.levelOn ?? attainment.metOn,
      isUnderWay: underWay.contains(competency.id), isAwaited: underWay.awaits(competency.id),
      counted: attainment.counted,
      needed: attainment.needed,
      shownIn: competency.tier == .graduation ? shownIn(attainment) : nil,
      isCore: competency.isCore, basis: attainment.decision.used.map(\.id))
  }

  /// The best and latest piece that counted, in words: `Exhibition: What the marsh remembers`.
  private func shownIn(_ attainment: Attainment) -> String? {
    let best = attainment.decision.used.max { left, right in
      let levels = (left.rating?.level ?? -1, right.rating?.level ?? -1)
      return (levels.0, left.demonstratedOn, left.id) < (levels.1, right.demonstratedOn, right.id)
    }
    return best.map { "\($0.assessmentType.title): \($0.title)" }
  }
}

extension AssessmentType {
  /// The kind of work in words, with a capital.
  var title: String {
    let words = rawValue.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
