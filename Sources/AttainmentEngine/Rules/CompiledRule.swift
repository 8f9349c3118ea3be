import TranscriptModel

/// A rule of the policy, read once and ready to decide for every student.
indirect enum CompiledRule: Sendable {
  case evidence(EvidenceDecider)
  case children(ChildDecider)
  case tree(RuleTree)

  /// The rule's name in the policy.
  var name: String {
    switch self {
    case .evidence(let decider): decider.name
    case .children(let decider): decider.name
    case .tree(let tree): tree.kind.name
    }
  }

  /// The rule in words.
  func statement(scale: PerformanceScale) -> String {
    switch self {
    case .evidence(let decider): decider.statement(scale: scale)
    case .children(let decider): decider.statement(scale: scale)
    case .tree(let tree): tree.statement(scale: scale)
    }
  }

  /// Whether it, or a part of it, looks at evidence and not at children alone.
  var looksAtEvidence: Bool {
    switch self {
    case .evidence: true
    case .children: false
    case .tree(let tree): tree.parts.contains(where: \.looksAtEvidence)
    }
  }

  /// Whether it, or a part of it, reads the evidence of objectives as well.
  var isPooled: Bool {
    switch self {
    case .evidence(let decider): decider.conditions.pool == .withObjectives
    case .children: false
    case .tree(let tree): tree.parts.contains(where: \.isPooled)
    }
  }

  /// Whether it, or a part of it, asks for each area of a competency of several.
  var asksForEachArea: Bool {
    switch self {
    case .evidence(let decider): decider.conditions.areas == .each
    case .children: false
    case .tree(let tree): tree.parts.contains(where: \.asksForEachArea)
    }
  }

  /// How many pieces or children it takes.
  var needed: Int {
    switch self {
    case .evidence(let decider): decider.needed
    case .children: 0
    case .tree(let tree): tree.parts.count
    }
  }

  /// How many demonstrations it asks for, at least one.
  var demonstrations: Int {
    switch self {
    case .evidence(let decider): max(1, decider.needed)
    case .children: 1
    case .tree(let tree): tree.parts.map(\.demonstrations).max() ?? 1
    }
  }

  /// Names of the rules in it that average.
  var averaging: [String] {
    switch self {
    case .evidence(let decider): decider.average == nil ? [] : [decider.name]
    case .children(let decider): decider.average == nil ? [] : [decider.name]
    case .tree(let tree): tree.parts.flatMap(\.averaging)
    }
  }

  /// What the rules in it average, in words, each once.
  var averages: [String] {
    switch self {
    case .evidence(let decider): return [decider.average].compactMap(\.self)
    case .children(let decider): return [decider.average].compactMap(\.self)
    case .tree(let tree):
      var seen: Set<String> = []
      return tree.parts.flatMap(\.averages).filter { seen.insert($0).inserted }
    }
  }

  /// The rules over children in it.
  var overChildren: [ChildDecider] {
    switch self {
    case .evidence: []
    case .children(let decider): [decider]
    case .tree(let tree): tree.parts.flatMap(\.overChildren)
    }
  }

  /// Whose outcomes it waits for, by position in the framework, for the competency at `index`.
  func dependencies(of index: Int, in framework: CompetencyFramework) -> [Int] {
    switch self {
    case .evidence: []
    case .children(let decider):
      decider.members
        ?? framework.children(of: framework.competencies[index].id)
        .compactMap { framework.index(of: $0.id) }
    case .tree(let tree): tree.parts.flatMap { $0.dependencies(of: index, in: framework) }
    }
  }
}
