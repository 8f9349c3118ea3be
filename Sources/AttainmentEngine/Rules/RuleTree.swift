import TranscriptModel

/// Several rules joined: all of them, or any of them.
struct RuleTree: Sendable {
  /// How many of the parts must be met.
  enum Kind: String, Sendable, CaseIterable {
    case allOf = "all-of"
    case anyOf = "any-of"

    /// The rule's name in the policy.
    var name: String { rawValue }

    /// What the reference page says.
    var documentation: RuleDocumentation {
      let rules = RuleDocumentation.Option(
        "rules", "a list of rules", standard: "must be given",
        "the parts, each with its own options")
      switch self {
      case .allOf:
        return RuleDocumentation(
          name: name, title: "All of several rules", family: .tree,
          decides: "Met when every part is met; the level is the lowest that a part gives.",
          why: "Joins proof of different kinds: the objectives and an exhibition of the whole.",
          example: """
            all-children gives Exemplary, highest-in-distinct gives Proficient: Proficient, met on \
            the later of the two days.
            """,
          authority: "C.G.S. 10-223a asks for more than one criterion.", options: [rules])
      case .anyOf:
        return RuleDocumentation(
          name: name, title: "Any of several rules", family: .tree,
          decides: "Met when one part is met; the level is the highest that a part gives.",
          why: "Opens several ways to show the same thing.",
          example: """
            all-children gives Developing, highest gives Proficient: Proficient, met on the \
            earlier of the days on which a part was met.
            """,
          authority: "Stamford, Connecticut, lists several ways to show a competency.",
          options: [rules])
      }
    }
  }

  let kind: Kind
  let parts: [CompiledRule]

  /// The parts in words; a tree inside a tree stands in parentheses.
  func statement(scale: PerformanceScale) -> String {
    let joint = kind == .allOf ? "; and " : "; or "
    return parts.map { part in
      let words = part.statement(scale: scale)
      if case .tree(let tree) = part, tree.parts.count > 1 { return "(\(words))" }
      return words
    }.joined(separator: joint)
  }

  /// Joins the outcomes of the parts.
  func combine(_ outcomes: [RuleOutcome], scale: PerformanceScale) -> RuleOutcome {
    kind == .allOf
      ? RuleOutcome(all: outcomes, levels: scale.levels.count)
      : RuleOutcome(any: outcomes, levels: scale.levels.count)
  }
}

extension RuleOutcome {
  /// All of the parts: met on the last day, at the lowest level.
  init(all parts: [RuleOutcome], levels: Int) {
    self.init(joining: parts)
    prospect = .all(parts.map(\.partProspect))
    // A part that is met without a level says nothing about the level.
    let levelled = parts.filter { $0.level != nil || !$0.status.satisfies }
    reached = (0..<levels).map { index in
      let days = levelled.map { $0.reached.indices.contains(index) ? $0.reached[index] : nil }
      return days.contains { $0 == nil } ? nil : days.compactMap(\.self).max()
    }
    level = levelled.isEmpty ? nil : reached.lastIndex { $0 != nil }
    let lowest = levelled.filter { $0.level == level }
    loweredOn = lowest.compactMap(\.loweredOn).max()
    lowering = lowest.compactMap(\.lowering).max { $0.decision.decidedOn < $1.decision.decidedOn }
    let met = parts.filter(\.status.satisfies)
    if met.count == parts.count {
      metOn = parts.compactMap(\.metOn).max()
      status = level == nil ? (parts.first?.status ?? .notAssessed) : .attained
    } else {
      let unmet = parts.filter { !$0.status.satisfies }
      let isEmpty = parts.allSatisfy { $0.status == .notAssessed }
      let isWhole = unmet.allSatisfy { $0.status == .notYet }
      status = isEmpty ? .notAssessed : isWhole ? .notYet : .insufficientEvidence
      (counted, needed) = unmet.count == 1 ? (unmet[0].counted, unmet[0].needed) : (counted, needed)
    }
  }

  /// Any of the parts: met on the first day, at the highest level.
  init(any parts: [RuleOutcome], levels: Int) {
    self.init(joining: parts)
    prospect = .any(parts.map(\.partProspect))
    // What is met without a level has none: a level of a part that is not met lies below the bar.
    let ways = parts.filter(\.status.satisfies)
    let isWithoutLevel = !ways.isEmpty && ways.allSatisfy { $0.level == nil }
    reached = (0..<levels).map { index in
      isWithoutLevel
        ? nil
        : parts.compactMap { $0.reached.indices.contains(index) ? $0.reached[index] : nil }.min()
    }
    level = reached.lastIndex { $0 != nil }
    let order: [AttainmentStatus] = [.notYet, .insufficientEvidence, .notAssessed]
    if let met = parts.first(where: \.status.satisfies) {
      metOn = parts.filter(\.status.satisfies).compactMap(\.metOn).min()
      status = parts.contains { $0.status == .attained } ? .attained : met.status
    } else if let best = order.first(where: { wanted in parts.contains { $0.status == wanted } }),
      let nearest = parts.first(where: { $0.status == best })
    {
      status = best
      (counted, needed) = (nearest.counted, nearest.needed)
    }
  }

  /// What the parts looked at: a record that one of them used is not set aside.
  private init(joining parts: [RuleOutcome]) {
    self.init()
    var seen: Set<Int32> = []
    used = parts.flatMap(\.used).filter { seen.insert($0).inserted }.sorted()
    // That it was shown in another area is no reason where each area is asked for.
    let aside = parts.flatMap(\.setAside)
    setAside = (aside.filter { !$0.reason.isOtherArea } + aside.filter { $0.reason.isOtherArea })
      .filter { seen.insert($0.index).inserted }
    var known: Set<Identifier<Competency>> = []
    children = parts.flatMap(\.children).filter { known.insert($0.competency).inserted }
    points = parts.lazy.compactMap(\.points).first
    flags = parts.flatMap(\.flags)
    counted = parts.count(where: \.status.satisfies)
    needed = parts.count
  }
}

extension SetAsideReason {
  /// Whether it says that the record belongs to another content area.
  fileprivate var isOtherArea: Bool {
    guard case .otherArea = self else { return false }
    return true
  }
}
