import TranscriptModel

/// Gives credit to the lines of a plan: each unit once, with the best result for the student.
///
/// In this order: posted credit leaves as little missing as possible, over all lines; then posted
/// and under-way credit together do; then parts of lines are filled before what is left of their
/// wholes; then credit goes to the line for the area that its own list names first; then whole-year
/// courses are used before half-year ones; then credit that a narrow line names, such as English,
/// before credit that only a broad one takes, such as an elective; then the line that comes first in
/// the plan is filled first.
///
/// A unit in a line that is part of another counts in both, and for what a part lacks its whole keeps
/// room: what is missing in the part is then the same lack, and no other credit hides it.
///
/// Pieces are placed whole, the largest first, and split only where what is left of the lines leaves
/// no other way. A piece of which a part would be left over takes the place of a smaller one, so that
/// courses count whole; a line that would still hold a part is filled with whole pieces where some
/// come to its amount, and what two lines share is brought together in one where other credit can
/// take its place, directly or by way of a third line.
struct CreditAllocator {
  let lines: [CreditLine]
  /// What each line takes besides what its parts take, so that all of them can be filled.
  let rooms: [Rational]
  /// What each line takes with its parts.
  private let takes: [Rational]

  init(lines: [CreditLine]) {
    self.lines = lines
    var inParts = lines.map { _ in Rational.zero }
    var takes = lines.map(\.need)
    // A whole stands before its parts.
    for place in lines.indices.reversed() {
      takes[place] = max(takes[place], inParts[place])
      if let parent = lines[place].parent { inParts[parent] += takes[place] }
    }
    rooms = zip(takes, inParts).map { $0 - $1 }
    self.takes = takes
  }

  /// What each line was given, by position, and what no line needed.
  struct Result {
    var allocations: [[CreditAllocation]]
    var unallocated: [CreditAllocation] = []
  }

  /// Pieces of one size that may go to the same lines.
  private struct Group {
    let areas: [Identifier<CreditArea>]
    /// For each line its rank among those in which the pieces may count.
    let ranks: [Int?]
    let size: Rational
    let isEarned: Bool
    var pieces: [CreditPiece]

    var total: Rational { pieces.reduce(.zero) { $0 + $1.amount } }
  }

  /// Allocates the pieces.
  func allocate(_ pieces: [CreditPiece]) -> Result {
    let groups = groups(of: pieces)
    let flows = flows(of: groups)
    var result = Result(allocations: lines.map { _ in [] })
    var left: [CreditPiece] = []
    for (group, quotas) in zip(groups, flows) {
      left += place(group.pieces, quotas: quotas, into: &result)
    }
    keepWhole(&left, of: pieces, in: &result)
    mend(&left, of: pieces, in: &result)
    joinSplit(of: pieces, in: &result)
    fillWaived(with: left, into: &result)
    return result
  }

  private func groups(of pieces: [CreditPiece]) -> [Group] {
    var groups: [Group] = []
    for piece in pieces.sorted(by: CreditPiece.largerFirst) where piece.amount > .zero {
      let ranks = lines.map { $0.rank(of: piece) }
      let place = groups.firstIndex {
        $0.areas == piece.areas && $0.ranks == ranks && $0.size == piece.amount
          && $0.isEarned == piece.isEarned
      }
      if let place {
        groups[place].pieces.append(piece)
      } else {
        groups.append(
          Group(
            areas: piece.areas, ranks: ranks, size: piece.amount, isEarned: piece.isEarned,
            pieces: [piece]))
      }
    }
    return groups
  }

  // MARK: - How much of each group goes to each line

  private func flows(of groups: [Group]) -> [[Rational]] {
    let firstLine = 1 + groups.count
    let sink = firstLine + lines.count
    var flow = CreditFlow(nodes: sink + 1)
    var edges: [[Int?]] = []
    let sizes = Set(groups.map(\.size)).sorted(by: >)
    for (number, group) in groups.enumerated() {
      _ = flow.addEdge(from: 0, to: 1 + number, capacity: group.total)
      let breadth = group.pieces.first.map { self.breadth(of: $0) } ?? 0
      edges.append(
        lines.indices.map { place in
          cost(of: group, in: place, sizes: sizes, breadth: breadth).map { cost in
            flow.addEdge(
              from: 1 + number, to: firstLine + place, capacity: group.total, cost: cost)
          }
        })
    }
    for (place, room) in rooms.enumerated() {
      _ = flow.addEdge(from: firstLine + place, to: sink, capacity: room)
    }
    flow.minimizeCost(from: 0, to: sink)
    return edges.map { $0.map { $0.map { flow.flow(on: $0) } ?? .zero } }
  }

  /// What a unit of the group costs in a line; `nil` when it may not count there.
  private func cost(
    of group: Group, in place: Int, sizes: [Rational], breadth: Int
  ) -> FlowCost? {
    guard let rank = group.ranks[place] else { return nil }
    let depth = lines[place].depth
    return FlowCost(
      posted: group.isEarned ? -1 : 0, all: -1, postedInParts: group.isEarned ? -depth : 0,
      inParts: -depth, preference: rank,
      size: sizes.firstIndex(of: group.size) ?? 0, breadth: breadth, place: place)
  }

  /// How many areas the narrowest line takes in which the credit may count; none where one names it.
  func breadth(of piece: CreditPiece) -> Int {
    lines.filter { $0.rank(of: piece) != nil }.map(\.areas.count).min() ?? 0
  }

  // MARK: - Which pieces

  /// Gives the pieces to the lines up to their quotas; returns what no quota covers.
  private func place(
    _ pieces: [CreditPiece], quotas: [Rational], into result: inout Result
  ) -> [CreditPiece] {
    var rooms = quotas
    var broken: [CreditPiece] = []
    for piece in pieces {
      if let line = rooms.firstIndex(where: { $0 >= piece.amount }) {
        rooms[line] -= piece.amount
        result.allocations[line].append(piece.allocation(of: piece.amount))
      } else {
        broken.append(piece)
      }
    }
    return broken.compactMap { piece in
      var rest = piece.amount
      for line in rooms.indices where rest > .zero && rooms[line] > .zero {
        let part = min(rest, rooms[line])
        rooms[line] -= part
        rest -= part
        result.allocations[line].append(piece.allocation(of: part))
      }
      return rest > .zero ? piece.reduced(to: rest) : nil
    }
  }

  /// Credit that nothing needs is shown in lines whose need was waived, up to what they ask for.
  private func fillWaived(with pieces: [CreditPiece], into result: inout Result) {
    var rooms = zip(lines, takes).map { line, taken in
      line.depth == 0 ? max(.zero, line.required - taken) : .zero
    }
    // The rest of a course goes where the other part is before another course is split.
    let torn = pieces.filter { piece in result.allocations.joined().contains(where: piece.isFrom) }
    for piece in torn + pieces.filter({ !torn.contains($0) }) {
      var rest = piece.amount
      for (place, line) in lines.enumerated() where rest > .zero && rooms[place] > .zero {
        guard line.rank(of: piece) != nil else { continue }
        let part = min(rest, rooms[place])
        rooms[place] -= part
        rest -= part
        result.give(place, piece.allocation(of: part))
      }
      if rest > .zero { result.unallocated.append(piece.allocation(of: rest)) }
    }
  }
}

extension CreditAllocator.Result {
  /// Gives credit to a line, joined with what the line has of the same course already.
  mutating func give(_ line: Int, _ allocation: CreditAllocation) {
    let known = allocations[line].firstIndex {
      $0.source == allocation.source && $0.isEarned == allocation.isEarned
    }
    guard let known else { return allocations[line].append(allocation) }
    let sum = allocations[line][known].amount + allocation.amount
    allocations[line][known] = allocation.reduced(to: sum)
  }
}

extension CreditPiece {
  /// What is left of it.
  fileprivate func reduced(to amount: Rational) -> CreditPiece {
    CreditPiece(
      source: source, title: title, amount: amount, areas: areas, isEarned: isEarned,
      isPlanned: isPlanned)
  }
}
