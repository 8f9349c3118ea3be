/// The district's competencies and content areas, with the look-ups that every stage needs.
///
/// CASE: CFPackage; CEDS: C200067.
public struct CompetencyFramework: Sendable {
  /// Content areas in the order in which they are printed.
  public let areas: [ContentArea]
  /// Competencies in the order of the file.
  public let competencies: [Competency]
  private let byID: [Identifier<Competency>: Int]
  private let areaByID: [Identifier<ContentArea>: Int]
  private let childrenByParent: [Identifier<Competency>: [Int]]
  /// Those of one tier, and those of one area: every student's record asks for them.
  private let byTier: [CompetencyTier: [Competency]]
  private let byArea: [Identifier<ContentArea>: [Competency]]

  /// Creates a framework; of two competencies with one code the first is kept.
  public init(areas: [ContentArea], competencies: [Competency]) {
    self.areas = areas
    self.competencies = competencies
    byID = Dictionary(
      competencies.indices.map { (competencies[$0].id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    areaByID = Dictionary(
      areas.indices.map { (areas[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [Identifier<Competency>: [Int]] = [:]
    for (index, competency) in competencies.enumerated() {
      for parent in competency.parents { children[parent, default: []].append(index) }
    }
    childrenByParent = children
    byTier = Dictionary(grouping: competencies, by: \.tier)
    var byArea: [Identifier<ContentArea>: [Competency]] = [:]
    for competency in competencies where competency.tier == .contentArea {
      for area in Set(competency.areas) { byArea[area, default: []].append(competency) }
    }
    self.byArea = byArea
  }

  /// The competency with this code.
  public func competency(_ id: Identifier<Competency>) -> Competency? {
    byID[id].map { competencies[$0] }
  }

  /// The position of the competency in `competencies`.
  public func index(of id: Identifier<Competency>) -> Int? { byID[id] }

  /// The content area with this code.
  public func area(_ id: Identifier<ContentArea>) -> ContentArea? {
    areaByID[id].map { areas[$0] }
  }

  /// The content areas of a competency; an objective without its own has those of its parents.
  public func areas(of id: Identifier<Competency>) -> [Identifier<ContentArea>] {
    guard let competency = competency(id) else { return [] }
    if !competency.areas.isEmpty { return competency.areas }
    var areas: [Identifier<ContentArea>] = []
    for parent in competency.parents {
      for area in self.competency(parent)?.areas ?? [] where !areas.contains(area) {
        areas.append(area)
      }
    }
    return areas
  }

  /// The competencies that name `id` as a parent, in the order of the file.
  public func children(of id: Identifier<Competency>) -> [Competency] {
    (childrenByParent[id] ?? []).map { competencies[$0] }
  }

  /// The competencies of one tier, in the order of the file.
  public func competencies(of tier: CompetencyTier) -> [Competency] {
    byTier[tier] ?? []
  }

  /// The content-area competencies of one area, in the order of the file.
  public func competencies(in area: Identifier<ContentArea>) -> [Competency] {
    byArea[area] ?? []
  }
}
