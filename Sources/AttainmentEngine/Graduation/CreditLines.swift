import TranscriptModel

/// The lines of a plan that credit can be given to, in the plan's order, a whole before its parts.
struct CreditLines {
  private(set) var lines: [CreditLine] = []
  private let leftOut: CreditChoices.LeftOut

  /// The lines; those that a choice leaves out need nothing.
  init(_ plan: GraduationPlan, waivers: [Waiver], leftOut: CreditChoices.LeftOut = []) {
    self.leftOut = leftOut
    for requirement in plan.requirements { add(requirement, parent: nil, waivers, isWaived: false) }
  }

  private mutating func add(
    _ requirement: GraduationRequirement, parent: Int?, _ waivers: [Waiver], isWaived: Bool
  ) {
    var parent = parent
    // Nothing is asked for in a whole that is waived as a whole.
    let isWaived =
      isWaived || waivers.contains { $0.credit == nil && $0.requirement == requirement.id.code }
    if let amount = requirement.lineCredit {
      lines.append(
        CreditLine(
          id: requirement.id, areas: requirement.areas, courses: requirement.courses,
          required: amount, need: isWaived ? .zero : need(amount, of: requirement, waivers),
          parent: parent, depth: parent.map { lines[$0].depth + 1 } ?? 0))
      parent = lines.count - 1
    }
    for part in requirement.parts { add(part, parent: parent, waivers, isWaived: isWaived) }
  }

  /// What is left of an amount when waivers are taken off, those of its parts included.
  private func need(
    _ amount: Rational, of requirement: GraduationRequirement, _ waivers: [Waiver]
  ) -> Rational {
    if leftOut.contains(requirement.id) { return .zero }
    return amount - waived(amount, of: requirement, waivers)
  }

  private func waived(
    _ amount: Rational, of requirement: GraduationRequirement, _ waivers: [Waiver]
  ) -> Rational {
    let own = waivers.filter { $0.requirement == requirement.id.code }
    if own.contains(where: { $0.credit == nil }) { return amount }
    let parts = requirement.parts.map { part in
      part.lineCredit.map { waived($0, of: part, waivers) } ?? .zero
    }
    return min(amount, (own.compactMap(\.credit) + parts).reduce(.zero, +))
  }
}

extension GraduationRequirement {
  /// The areas whose credit it takes.
  fileprivate var areas: Set<Identifier<CreditArea>> {
    if case .credits(_, let areas, _) = kind { return Set(areas) }
    return []
  }

  /// The courses that it names.
  var courses: Set<Identifier<CreditRule>> {
    if case .courses(let courses, _, _) = kind { return Set(courses) }
    return []
  }
}
