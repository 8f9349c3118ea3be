import TranscriptModel

/// The ways to choose among requirements of which only some are needed.
///
/// Where a plan asks for "at least n of these" and some of them take credit, giving credit to all of
/// them could starve other lines. Each choice leaves some of them out; the best result is kept.
struct CreditChoices {
  typealias LeftOut = Set<Identifier<GraduationRequirement>>

  /// More choices than this are not tried; the first ones in the plan's order are.
  private static let limit = 256

  /// What each choice leaves out; the first leaves out nothing that is needed.
  let choices: [LeftOut]

  init(_ plan: GraduationPlan) {
    choices = plan.requirements.reduce([[]]) { choices, requirement in
      Self.joined(choices, Self.choices(in: requirement))
    }
  }

  private static func choices(in requirement: GraduationRequirement) -> [LeftOut] {
    switch requirement.kind {
    case .all(let parts):
      return parts.reduce([[]]) { joined($0, choices(in: $1)) }
    case .atLeast(let count, let parts):
      let taking = parts.filter(\.takesCredit)
      guard !taking.isEmpty, taking.count + (parts.count - taking.count) > count else {
        return parts.reduce([[]]) { joined($0, choices(in: $1)) }
      }
      let fewest = taking.count == parts.count ? min(count, taking.count) : 0
      return (fewest...min(count, taking.count)).reversed().flatMap { kept in
        subsets(of: taking, keeping: kept)
      }
    case .credits, .competencies, .courses, .hours, .notation: return [[]]
    }
  }

  /// All ways to keep `kept` of the parts, as what they leave out.
  private static func subsets(of parts: [GraduationRequirement], keeping kept: Int) -> [LeftOut] {
    guard let first = parts.first else { return kept == 0 ? [[]] : [] }
    let rest = Array(parts.dropFirst())
    let with = kept > 0 ? joined(choices(in: first), subsets(of: rest, keeping: kept - 1)) : []
    let without = subsets(of: rest, keeping: kept).map { $0.union(first.withParts.map(\.id)) }
    return Array((with + without).prefix(limit))
  }

  private static func joined(_ left: [LeftOut], _ right: [LeftOut]) -> [LeftOut] {
    Array(left.flatMap { first in right.map { first.union($0) } }.prefix(limit))
  }
}

extension GraduationRequirement {
  /// Whether credit is given to it, or to something in it.
  fileprivate var takesCredit: Bool { withParts.contains { $0.lineCredit != nil } }
}
