import TranscriptModel

extension CreditAllocator {
  /// Fills a line that holds a part of a course, of which the rest is left over, with whole courses
  /// instead, where some of those that it holds and of those left over come to the same amount.
  ///
  /// Of several ways the one with the largest pieces is taken. No line holds less, and no credit goes
  /// further down its own list of areas.
  func mend(_ left: inout [CreditPiece], of pieces: [CreditPiece], in result: inout Result) {
    for line in lines.indices {
      for isEarned in [true, false] {
        let isTorn = left.contains { rest in
          rest.isEarned == isEarned && result.allocations[line].contains(where: rest.isFrom)
        }
        guard isTorn else { continue }
        let free = pieces.filter { piece in
          piece.isEarned == isEarned && lines[line].rank(of: piece) != nil
            && result.held(of: piece, in: line) + Self.rest(of: piece, in: left) == piece.amount
        }.sorted(by: CreditPiece.largerFirst)
        let held = free.filter { result.held(of: $0, in: line) > .zero }
        let need = held.reduce(Rational.zero) { $0 + result.held(of: $1, in: line) }
        let cost = held.reduce(Rational.zero) {
          $0 + result.held(of: $1, in: line) * Rational(lines[line].cost(of: $1))
        }
        guard let chosen = whole(free, need: need, cost: cost, in: line) else { continue }
        result.refill(line, with: chosen, insteadOf: held)
        left.removeAll { rest in free.contains { $0.isOf(rest) } }
        left += free.filter { !chosen.contains($0) }
      }
    }
    left.sort(by: CreditPiece.largerFirst)
  }

  /// Pieces that come to `need`, the largest first, at no more than `cost`; `nil` when there are none
  /// or too many ways to try.
  private func whole(
    _ pieces: [CreditPiece], need: Rational, cost: Rational, in line: Int
  ) -> [CreditPiece]? {
    var tries = 4_000
    func fill(_ place: Int, _ need: Rational, _ cost: Rational) -> [CreditPiece]? {
      if need == .zero { return cost >= .zero ? [] : nil }
      tries -= 1
      guard place < pieces.count, tries > 0 else { return nil }
      let piece = pieces[place]
      let own = piece.amount * Rational(lines[line].cost(of: piece))
      if piece.amount <= need, own <= cost,
        let rest = fill(place + 1, need - piece.amount, cost - own)
      {
        return [piece] + rest
      }
      return fill(place + 1, need, cost)
    }
    return fill(0, need, cost)
  }
}

extension CreditAllocator.Result {
  /// How much of a piece a line was given.
  fileprivate func held(of piece: CreditPiece, in line: Int) -> Rational {
    allocations[line].filter(piece.isFrom).reduce(.zero) { $0 + $1.amount }
  }

  fileprivate mutating func refill(
    _ line: Int, with chosen: [CreditPiece], insteadOf held: [CreditPiece]
  ) {
    allocations[line].removeAll { allocation in held.contains { $0.isFrom(allocation) } }
    allocations[line] += chosen.map { $0.allocation(of: $0.amount) }
  }
}
