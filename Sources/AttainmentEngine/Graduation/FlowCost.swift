/// The cost of sending one unit of credit along an edge, compared tier by tier.
///
/// Tiers: what posted credit fills, what all credit fills, the same of parts of lines (as negative
/// costs, because filling is wanted), how far down the credit's own list of areas the line stands,
/// how many larger pieces there are, how broad the narrowest line is that the credit could count in,
/// and the line's place in the plan. A lower tier only ever decides between equals in the tiers above it.
struct FlowCost: Hashable, Comparable, AdditiveArithmetic {
  var posted = 0
  var all = 0
  var postedInParts = 0
  var inParts = 0
  var preference = 0
  var size = 0
  var breadth = 0
  var place = 0

  static let zero = FlowCost()

  static func < (left: FlowCost, right: FlowCost) -> Bool {
    let first = (left.posted, left.all, left.postedInParts, left.inParts)
    let second = (right.posted, right.all, right.postedInParts, right.inParts)
    guard first == second else { return first < second }
    return (left.preference, left.size, left.breadth, left.place)
      < (right.preference, right.size, right.breadth, right.place)
  }

  static func + (left: FlowCost, right: FlowCost) -> FlowCost {
    FlowCost(
      posted: left.posted + right.posted, all: left.all + right.all,
      postedInParts: left.postedInParts + right.postedInParts,
      inParts: left.inParts + right.inParts,
      preference: left.preference + right.preference,
      size: left.size + right.size, breadth: left.breadth + right.breadth,
      place: left.place + right.place)
  }

  static func - (left: FlowCost, right: FlowCost) -> FlowCost {
    FlowCost(
      posted: left.posted - right.posted, all: left.all - right.all,
      postedInParts: left.postedInParts - right.postedInParts,
      inParts: left.inParts - right.inParts,
      preference: left.preference - right.preference,
      size: left.size - right.size, breadth: left.breadth - right.breadth,
      place: left.place - right.place)
  }
}
