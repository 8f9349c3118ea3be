import TranscriptModel

/// The lines of a plan that credit can be given to, in the plan's order, a whole before its parts.
struct CreditLines {
  private(set) var lines: [CreditLine] = []
  private let leftOut: CreditChoices.LeftOut

  /// The lines; those that a choice leaves out need nothing.
  init(_ plan: GraduationPlan, waivers: [Waiver], leftOut: CreditChoices.LeftOut = []) {
    self.leftOut = leftOut
    for requirement in plan.requirements { add(requirement, parent: nil, waivers) }
  }

  private mutating func add(
    _ requirement: GraduationRequirement, parent: Int?, _ waivers: [Waiver]
  ) {
    switch requirement.kind {
    case .credits(let amount, let areas, let within):
      lines.append(
        CreditLine(
          id: requirement.id, areas: Set(areas), required: amount,
          need: need(amount, of: requirement.id, waivers),
          parent: parent, depth: parent.map { lines[$0].depth + 1 } ?? 0))
      let place = lines.count - 1
      for part in within { add(part, parent: place, waivers) }
    case .all(let parts), .atLeast(_, let parts):
      for part in parts { add(part, parent: parent, waivers) }
    case .competencies, .courses, .hours, .notation: break
    }
  }

  /// What is left of an amount when waivers are taken off.
  private func need(
    _ amount: Rational, of id: Identifier<GraduationRequirement>, _ waivers: [Waiver]
  ) -> Rational {
    let waivers = waivers.filter { $0.requirement == id.code }
    if leftOut.contains(id) || waivers.contains(where: { $0.credit == nil }) { return .zero }
    return max(.zero, waivers.compactMap(\.credit).reduce(amount, -))
  }
}
