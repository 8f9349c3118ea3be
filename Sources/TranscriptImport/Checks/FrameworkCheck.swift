import Diagnostics
import TranscriptModel

/// What competencies say about each other: parents, tiers, prerequisites.
struct FrameworkCheck {
  let areas: [ContentArea]
  /// Codes of rows that are not used.
  let setAside: Set<String>

  /// The competencies that hold together, objectives with the areas of their parents.
  func resolve(
    _ rows: [Parsed<Competency>], _ findings: inout Findings
  ) -> [Competency] {
    let byID = Dictionary(
      rows.map { ($0.record.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    // Tier by tier from the top, so that what depends on a row set aside is seen to.
    var kept: [Identifier<Competency>: Competency] = [:]
    for tier in CompetencyTier.allCases {
      for row in rows where row.record.tier == tier {
        let problems = checkParents(row, byID, kept)
        if !findings.add(problems, of: row.row) {
          kept[row.record.id] = row.record.inheriting(from: kept, order: areas)
        }
      }
    }
    let ordered = rows.compactMap { kept[$0.record.id] }
    return checkPrerequisites(ordered, rows, &findings)
  }

  private func checkParents(
    _ row: Parsed<Competency>, _ byID: [Identifier<Competency>: Competency],
    _ kept: [Identifier<Competency>: Competency]
  ) -> [Diagnostic] {
    let competency = row.record
    guard !competency.parents.isEmpty else {
      guard competency.tier == .objective else { return [] }
      return [
        row.row.problem(
          .orphanObjective, CompetencyColumn.parents, "the objective belongs to no competency",
          hint: "name a content-area competency in parents")
      ]
    }
    return competency.parents.compactMap { parent in
      checkParent(parent, of: row, byID[parent], isKept: kept[parent] != nil, Array(byID.keys))
    }
  }

  private func checkParent(
    _ id: Identifier<Competency>, of row: Parsed<Competency>, _ parent: Competency?, isKept: Bool,
    _ known: [Identifier<Competency>]
  ) -> Diagnostic? {
    guard let parent else {
      let isAside = setAside.contains(id.code)
      return row.row.problem(
        isAside ? .namesRejectedRow : .unknownCompetency, CompetencyColumn.parents,
        isAside
          ? "the row is set aside because the competency \"\(id)\" is"
          : "the competency \"\(id)\" is not in framework/competencies.csv",
        hint: isAside
          ? "correct the row of \"\(id)\" first"
          : NearestName.find(id.code, in: known.sorted().map(\.code)).map { "write \($0)" }
            ?? "add it, or correct the code")
    }
    guard let above = row.record.tier.above, parent.tier == above else {
      let expected = row.record.tier.above.map { "a \($0.rawValue) competency" } ?? "no parent"
      return row.row.problem(
        .wrongTierParent, CompetencyColumn.parents,
        "the parent \"\(id)\" is of the tier \(parent.tier.rawValue)",
        hint: "the tier \(row.record.tier.rawValue) takes \(expected)",
        related: [.init("the parent", at: parent.location)])
    }
    guard !isKept else { return nil }
    return row.row.problem(
      .namesRejectedRow, CompetencyColumn.parents,
      "the row is set aside because the competency \"\(id)\" is",
      hint: "correct the row of \"\(id)\" first")
  }

  /// Prerequisites that cannot be met are left out; the competency stays.
  private func checkPrerequisites(
    _ competencies: [Competency], _ rows: [Parsed<Competency>], _ findings: inout Findings
  ) -> [Competency] {
    let known = Set(competencies.map(\.id))
    let references = Dictionary(
      rows.map { ($0.record.id, $0.row) }, uniquingKeysWith: { first, _ in first })
    var dropped: [Identifier<Competency>: Set<Identifier<Competency>>] = [:]
    for competency in competencies {
      for id in competency.prerequisites where !known.contains(id) {
        dropped[competency.id, default: []].insert(id)
        guard !setAside.contains(id.code), let row = references[competency.id] else { continue }
        findings.add(
          row.problem(
            .unknownCompetency, CompetencyColumn.prerequisites,
            "the competency \"\(id)\" is not in framework/competencies.csv",
            hint: NearestName.find(id.code, in: known.sorted().map(\.code)).map { "write \($0)" }
              ?? "add it, or correct the code"))
      }
    }
    let cycles = CycleSearch(competencies.map { ($0.id, $0.prerequisites) }).cycles
    for cycle in cycles {
      let members = Set(cycle)
      for id in cycle { dropped[id, default: []].formUnion(members) }
      guard let first = cycle.first, let row = references[first] else { continue }
      let path = (cycle + [first]).map(\.code).joined(separator: " needs ")
      findings.add(
        row.problem(
          .prerequisiteCycle, CompetencyColumn.prerequisites,
          "the prerequisites go round in a circle: \(path)",
          hint: "remove one of them; none of them is used",
          related: cycle.dropFirst().compactMap { id in
            references[id].map { .init("also in the circle", at: $0.location) }
          }))
    }
    return competencies.map { competency in
      guard let gone = dropped[competency.id] else { return competency }
      return competency.with(prerequisites: competency.prerequisites.filter { !gone.contains($0) })
    }
  }

  /// Areas with more or fewer content-area competencies than the policy says.
  static func checkSizes(
    _ framework: CompetencyFramework, range: ClosedRange<Int>, _ findings: inout Findings
  ) {
    for area in framework.areas {
      let count = framework.competencies(in: area.id).count
      let noun = count == 1 ? "competency" : "competencies"
      guard !range.contains(count) else { continue }
      findings.add(
        Diagnostic(
          .areaOutOfRange, at: area.location,
          "the content area \"\(area.id)\" has \(count) \(noun); the policy says"
            + " \(range.lowerBound) to \(range.upperBound)",
          hint: count < range.lowerBound
            ? "add competencies, or change competencies_per_area"
            : "join some, or make them objectives"))
    }
  }
}

extension CompetencyTier {
  /// The tier that parents belong to.
  var above: CompetencyTier? {
    switch self {
    case .graduation: nil
    case .contentArea: .graduation
    case .objective: .contentArea
    }
  }
}

extension Competency {
  /// An objective has the areas of its parents, and those of its own cell, in the district's order.
  func inheriting(
    from parents: [Identifier<Competency>: Competency], order: [ContentArea]
  ) -> Competency {
    guard tier == .objective else { return self }
    let all = Set(areas + self.parents.flatMap { parents[$0]?.areas ?? [] })
    return copy(areas: order.map(\.id).filter(all.contains), prerequisites: prerequisites)
  }

  func with(prerequisites: [Identifier<Competency>]) -> Competency {
    copy(areas: areas, prerequisites: prerequisites)
  }

  private func copy(
    areas: [Identifier<ContentArea>], prerequisites: [Identifier<Competency>]
  ) -> Competency {
    Competency(
      id: id, tier: tier, areas: areas, parents: parents, shortName: shortName,
      statement: statement, alignments: alignments, unit: unit, gradeLevel: gradeLevel,
      isCore: isCore, prerequisites: prerequisites, location: location)
  }
}
