import Diagnostics
import TranscriptModel

/// One requirement of a plan; which key it has says what meets it.
struct RequirementFile {
  let problems: YAMLProblems
  let references: References

  func requirement(_ node: PolicyNode) -> GraduationRequirement? {
    guard var map = YAMLMapping(node, name: "the requirement", problems) else { return nil }
    let id = map.requiredText("id")
    let title = map.requiredText("title")
    let kind = kind(&map)
    map.finish()
    guard let id, let title, let kind else { return nil }
    return GraduationRequirement(
      id: Identifier(id), title: title, kind: kind, location: node.location)
  }

  private func kind(_ map: inout YAMLMapping) -> GraduationRequirement.Kind? {
    if let node = map.value("courses") { return courses(node, &map) }
    if map.node["credits"] != nil { return credits(&map) }
    if let node = map.value("competencies") {
      return competencies(node, map).map { .competencies($0) }
    }
    if map.node["hours"] != nil { return hours(&map) }
    if map.node["notation"] != nil {
      return map.word("notation", Notation.Kind.self).map { .notation($0) }
    }
    if let node = map.value("all") { return .all(parts(node, "all", map)) }
    if map.node["at_least"] != nil { return atLeast(&map) }
    problems.report(
      .requirementWithoutKind, at: map.location, "the requirement does not say what meets it",
      hint: "add one of credits, competencies, courses, hours, notation, all, at_least with of")
    return nil
  }

  private func parts(
    _ node: PolicyNode, _ key: String, _ map: YAMLMapping
  ) -> [GraduationRequirement] {
    map.items(of: node, key).compactMap { requirement($0) }
  }

  private func credits(_ map: inout YAMLMapping) -> GraduationRequirement.Kind? {
    let credits = map.number("credits")
    let areas = map.required("areas").map { map.items(of: $0, "areas") } ?? []
    let ids = areas.compactMap { check($0, "areas", map, in: references.creditAreas) }
    let within = map.value("requirements").map { parts($0, "requirements", map) } ?? []
    for part in within {
      guard part.lineCredit == nil else { continue }
      problems.report(
        .wrongType, at: part.location,
        "only requirements of credits, or of courses without cross_credit, can be part of one",
        hint: "move it up to the plan")
    }
    return credits.map { .credits($0, areas: ids, within: within) }
  }

  private func courses(
    _ node: PolicyNode, _ map: inout YAMLMapping
  ) -> GraduationRequirement.Kind? {
    let ids = map.items(of: node, "courses").compactMap {
      check($0, "courses", map, in: references.courses)
    }
    let isCrossCredit = map.flag("cross_credit")
    return map.requiredNumber("credits").map {
      .courses(ids, credits: $0, isCrossCredit: isCrossCredit)
    }
  }

  private func hours(_ map: inout YAMLMapping) -> GraduationRequirement.Kind? {
    let hours = map.number("hours")
    let list = map.required("pathways").map { map.items(of: $0, "pathways") } ?? []
    let pathways = list.compactMap { map.word(of: $0, "pathways", Pathway.self) }
    return hours.map { .hours($0, pathways: pathways) }
  }

  private func atLeast(_ map: inout YAMLMapping) -> GraduationRequirement.Kind? {
    let of = map.required("of").map { parts($0, "of", map) } ?? []
    guard let count = map.whole("at_least", in: 1...999) else { return nil }
    if count > of.count, let node = map.node["at_least"] {
      map.report(
        .atLeastTooMany, node, "at_least asks for \(count) of \(of.count)",
        hint: "write a number from 1 to \(of.count)")
    }
    return .atLeast(count, of)
  }

  /// A list of codes, or a selection: `{ tier, core, areas, at_least }` or `{ codes, at_least }`.
  private func competencies(_ node: PolicyNode, _ outer: YAMLMapping) -> CompetencySet? {
    if let items = node.items {
      return CompetencySet(
        members: items.compactMap { check($0, "competencies", outer, in: references.competencies) })
    }
    guard var map = YAMLMapping(node, name: "competencies", problems) else { return nil }
    let members: [Identifier<Competency>]
    if let codes = map.value("codes") {
      members = map.items(of: codes, "codes").compactMap {
        check($0, "codes", map, in: references.competencies)
      }
    } else {
      members = selection(&map)
    }
    let least = map.whole("at_least", in: 1...9_999)
    map.finish()
    if let least, references.competencies.isComplete, least > members.count {
      problems.report(
        .atLeastTooMany, at: node.location, "at_least asks for \(least) of \(members.count)",
        hint: "write a number from 1 to \(members.count)")
    }
    return CompetencySet(members: members, criteria: least.map { .atLeast($0) } ?? .all)
  }

  private func selection(_ map: inout YAMLMapping) -> [Identifier<Competency>] {
    let tier = map.required("tier") == nil ? nil : map.word("tier", CompetencyTier.self)
    let core = map.flag("core")
    let areas = map.value("areas").map { map.items(of: $0, "areas") }
    let wanted = areas.map { nodes in
      Set(nodes.compactMap { check($0, "areas", map, in: references.areas) })
    }
    guard let tier else { return [] }
    return references.framework.competencies(of: tier).filter { competency in
      (core == nil || competency.isCore == core)
        && (wanted == nil || competency.areas.contains { wanted?.contains($0) == true })
    }.map(\.id)
  }

  private func check<Entity>(
    _ node: PolicyNode, _ key: String, _ map: YAMLMapping, in known: Known<Entity>
  ) -> Identifier<Entity>? {
    guard let text = map.text(of: node, key) else { return nil }
    let id = Identifier<Entity>(text)
    guard known.isComplete, !known.ids.contains(id) else { return id }
    let isAside = known.setAside.contains(id)
    map.report(
      isAside ? .namesRejectedRow : known.code, node,
      isAside
        ? "the \(known.noun) \"\(id)\" is set aside"
        : "the \(known.noun) \"\(id)\" is not in \(known.home)",
      hint: isAside ? "correct its row in \(known.home) first" : known.hint(for: id))
    return nil
  }
}
