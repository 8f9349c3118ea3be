import TranscriptModel

/// What a rule would say if more were shown: the ground of "what would suffice".
///
/// It asks the rule itself, so that nothing is named that the rule would not accept.
indirect enum Prospect {
  /// Met already, and how far further work can bring it.
  case met(ceiling: LevelIndex?)
  /// Nothing that is shown can do it; a decision may.
  case decision
  case evidence(EvidenceProspect)
  case children(ChildProspect)
  case all([Prospect])
  case any([Prospect])

  /// Whether the rule is met on what is on file and what is supposed.
  func isMet(_ supposed: Supposed) -> Bool {
    switch self {
    case .met: true
    case .decision: false
    case .evidence(let prospect): prospect.isMet(supposed)
    case .children(let prospect): prospect.isMet(supposed)
    case .all(let parts): parts.allSatisfy { $0.isMet(supposed) }
    case .any(let parts): parts.contains { $0.isMet(supposed) }
    }
  }

  /// Something that would be enough, perhaps more than enough; `nil` when nothing would.
  var way: Supposed? {
    switch self {
    case .met: return Supposed()
    case .decision: return nil
    case .evidence(let prospect): return prospect.way
    case .children(let prospect): return prospect.way
    case .all(let parts):
      let ways = parts.map(\.way)
      guard ways.allSatisfy({ $0 != nil }) else { return nil }
      let joint = ways.compactMap(\.self).reduce(Supposed()) { $0.joined(with: $1) }
      // Where rules look at one another's work, more of it may not be better for each of them.
      return isMet(joint) ? joint : nil
    case .any(let parts):
      return parts.compactMap(\.way).min { $0.size < $1.size }
    }
  }

  /// How far further work can bring the result; `nil` when it can bring nothing.
  var ceiling: LevelIndex? {
    switch self {
    case .met(let ceiling): return ceiling
    case .decision: return nil
    case .evidence(let prospect): return prospect.ceiling
    case .children(let prospect): return prospect.ceiling
    case .all(let parts):
      let ceilings = parts.map(\.ceiling)
      return ceilings.contains { $0 == nil } ? nil : ceilings.compactMap(\.self).min()
    case .any(let parts): return parts.compactMap(\.ceiling).max()
    }
  }

  /// Why nothing would be enough, in words.
  var obstacles: [String] {
    switch self {
    case .met, .decision: return []
    case .evidence(let prospect): return [prospect.obstacle]
    case .children(let prospect): return [prospect.obstacle]
    case .all(let parts): return parts.filter { $0.way == nil }.flatMap(\.obstacles)
    case .any(let parts): return parts.flatMap(\.obstacles)
    }
  }

  /// Whether a part waits for a decision.
  private var waitsForDecision: Bool {
    switch self {
    case .met, .evidence, .children: false
    case .decision: true
    case .all(let parts), .any(let parts): parts.contains(where: \.waitsForDecision)
    }
  }

  /// The rules over children in it.
  private var overChildren: [ChildProspect] {
    switch self {
    case .met, .decision, .evidence: []
    case .children(let prospect): [prospect]
    case .all(let parts), .any(let parts): parts.flatMap(\.overChildren)
    }
  }

  /// Whether it joins children with evidence that may be that of the same objectives.
  var joinsChildrenWithPool: Bool { !overChildren.isEmpty && looksAtPool }

  private var looksAtPool: Bool {
    switch self {
    case .met, .decision, .children: false
    case .evidence(let prospect): prospect.decider.conditions.pool == .withObjectives
    case .all(let parts), .any(let parts): parts.contains(where: \.looksAtPool)
    }
  }

  // MARK: - Steps

  /// A way that is enough and of which no part can be left out; why there is none, if there is none.
  ///
  /// `sources` are objectives whose demonstrations, where they are pooled, serve the whole as well.
  func steps(
    scale: PerformanceScale, sources: [Identifier<Competency>: EvidenceProspect] = [:]
  ) -> [SufficientStep] {
    if case .met = self { return [] }
    guard let way else {
      if waitsForDecision { return [.condition("a later decision in determinations.csv")] }
      return [.nothing(obstacles.joined(separator: "; "))]
    }
    var shared = way
    shared.sources = sources
    // Where more work is not better, what a raised objective shows of the whole is left out of account.
    let least = reduced(isMet(shared) ? shared : way)
    var alone = least
    alone.sources = [:]
    return work(least.pieces, isApart: !isMet(alone)) + competencies(least)
  }

  /// Leaves out and lowers as much as can be, the hardest first.
  private func reduced(_ way: Supposed) -> Supposed {
    let standings = overChildren.flatMap(\.standings)
    func gap(_ id: Identifier<Competency>) -> Int {
      (way.raised[id] ?? 0) - (standings.first { $0.competency == id }?.level ?? -1)
    }
    var order: [Identifier<Competency>] = []
    for child in standings where way.raised[child.competency] != nil {
      if !order.contains(child.competency) { order.append(child.competency) }
    }
    let places = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    var least = way
    for id in order.sorted(by: { (gap($0), places[$0] ?? 0) > (gap($1), places[$1] ?? 0) }) {
      let level = least.raised.removeValue(forKey: id)
      if !isMet(least) { least.raised[id] = level }
    }
    for place in least.pieces.indices.reversed() {
      let piece = least.pieces.remove(at: place)
      if !isMet(least) { least.pieces.insert(piece, at: place) }
    }
    lower(&least, order)
    return least
  }

  private func lower(_ least: inout Supposed, _ order: [Identifier<Competency>]) {
    for id in order {
      guard let level = least.raised[id] else { continue }
      for lower in 0..<level {
        least.raised[id] = lower
        if isMet(least) { break }
        least.raised[id] = level
      }
    }
    // Demonstrations of one level go down together, so that one level can be named for all of them.
    for level in Set(least.pieces.map(\.level)).sorted() {
      for lower in 0..<level {
        var other = least
        for place in other.pieces.indices where other.pieces[place].level == level {
          other.pieces[place].level = lower
        }
        guard isMet(other) else { continue }
        least = other
        break
      }
    }
  }

  // MARK: - In the model's terms

  /// Demonstrations of one level, area and purpose are one step.
  private func work(_ pieces: [Supposed.Piece], isApart: Bool) -> [SufficientStep] {
    struct Key: Hashable {
      let level: LevelIndex
      let area: Identifier<ContentArea>?
      let mayBeFormative: Bool
    }
    var keys: [Key] = []
    var groups: [Key: [Supposed.Piece]] = [:]
    for piece in pieces {
      let key = Key(
        level: piece.level, area: piece.area, mayBeFormative: piece.mayBeFormative)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(piece)
    }
    return keys.map { key in
      let group = groups[key] ?? []
      let kinds = group.compactMap { piece -> [AssessmentType]? in
        if case .including(let kinds) = piece.demand { kinds } else { nil }
      }
      return .work(
        FurtherWork(
          count: group.count, level: key.level, newKinds: group.count { $0.demand == .newKind },
          including: kinds.first ?? [], area: key.area, isApart: isApart,
          mayBeFormative: key.mayBeFormative))
    }
  }

  /// "Any so many of these" where it does not matter which, else each by name.
  private func competencies(_ least: Supposed) -> [SufficientStep] {
    let levels = Set(least.raised.values)
    let children = overChildren
    if children.count == 1, levels.count == 1, let level = levels.first {
      let pool = children[0].candidates(for: level)
      let count = least.raised.count
      if count < pool.count, isAny(count, of: pool, level, least) {
        return [.anyOf(count, pool, level: level)]
      }
    }
    var seen: Set<Identifier<Competency>> = []
    return children.flatMap(\.standings).compactMap { child in
      guard let level = least.raised[child.competency], seen.insert(child.competency).inserted
      else { return nil }
      return .competency(child.competency, level: level)
    }
  }

  /// Whether every choice of `count` of the pool would do, and no part of any choice would alone;
  /// `false` where there are too many to try.
  private func isAny(
    _ count: Int, of pool: [Identifier<Competency>], _ level: LevelIndex, _ least: Supposed
  ) -> Bool {
    guard let choices = Self.choices(of: pool, count, most: 400) else { return false }
    return choices.allSatisfy { choice in
      var supposed = least
      supposed.raised = Dictionary(uniqueKeysWithValues: choice.map { ($0, level) })
      return isMet(supposed)
        && choice.allSatisfy { left in
          var less = supposed
          less.raised[left] = nil
          return !isMet(less)
        }
    }
  }

  private static func choices(
    of pool: [Identifier<Competency>], _ count: Int, most: Int
  ) -> [[Identifier<Competency>]]? {
    var choices: [[Identifier<Competency>]] = [[]]
    for (place, id) in pool.enumerated() {
      let left = pool.count - place - 1
      choices = choices.flatMap { choice -> [[Identifier<Competency>]] in
        var next: [[Identifier<Competency>]] = []
        if choice.count < count { next.append(choice + [id]) }
        if choice.count + left >= count { next.append(choice) }
        return next
      }
      if choices.count > most { return nil }
    }
    return choices
  }
}
