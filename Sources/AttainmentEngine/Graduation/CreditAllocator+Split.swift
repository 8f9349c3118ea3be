import TranscriptModel

extension CreditAllocator {
  /// Brings a piece that several lines share together in one of them, where what that line gives back
  /// for it counts in the other as well.
  ///
  /// Every line holds as much as before, no credit goes further down its own list of areas in all, and
  /// no other piece is split by it.
  func joinSplit(of pieces: [CreditPiece], in result: inout Result) {
    let known = Dictionary(
      pieces.map { (PieceKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    for piece in pieces.sorted(by: CreditPiece.largerFirst) {
      while join(piece, known, &result) {}
    }
  }

  /// What tells pieces apart.
  private struct PieceKey: Hashable {
    let source: CreditAllocation.Source
    let isEarned: Bool

    init(_ piece: CreditPiece) { (source, isEarned) = (piece.source, piece.isEarned) }
    init(_ allocation: CreditAllocation) {
      (source, isEarned) = (allocation.source, allocation.isEarned)
    }
  }

  /// Credit that may leave a line for another, with what that costs.
  private struct Exchange {
    let allocation: CreditAllocation
    let cost: Rational
  }

  /// Whether the piece is now in one line fewer.
  private func join(
    _ piece: CreditPiece, _ known: [PieceKey: CreditPiece], _ result: inout Result
  ) -> Bool {
    let holding = lines.indices.filter { result.allocations[$0].contains(where: piece.isFrom) }
    for target in holding {
      for source in holding where source != target {
        if move(piece, from: source, to: target, known, &result) { return true }
      }
    }
    return false
  }

  private func move(
    _ piece: CreditPiece, from source: Int, to target: Int, _ known: [PieceKey: CreditPiece],
    _ result: inout Result
  ) -> Bool {
    guard let own = result.allocations[source].first(where: piece.isFrom) else { return false }
    let exchanges = result.allocations[target].compactMap { allocation -> Exchange? in
      guard allocation.isEarned == piece.isEarned, !piece.isFrom(allocation),
        let other = known[PieceKey(allocation)], lines[source].rank(of: other) != nil
      else { return nil }
      return Exchange(allocation: allocation, cost: cost(of: other, from: target, to: source))
    }
    let room = .zero - own.amount * cost(of: piece, from: source, to: target)
    guard let given = choice(exchanges, own.amount, room, sharedWith: source, result) else {
      return false
    }
    result.allocations[source].removeAll(where: piece.isFrom)
    result.give(target, own)
    for part in given {
      result.take(part, from: target)
      result.give(source, part)
    }
    return true
  }

  /// What a unit of the piece costs more in the one line than in the other.
  private func cost(of piece: CreditPiece, from line: Int, to other: Int) -> Rational {
    Rational(lines[other].cost(of: piece) - lines[line].cost(of: piece))
  }

  /// Credit that comes to `amount` at a cost of no more than `room`: whole allocations, or a part of one
  /// that the other line shares already; `nil` where there is none, or too many ways to try.
  private func choice(
    _ exchanges: [Exchange], _ amount: Rational, _ room: Rational, sharedWith line: Int,
    _ result: Result
  ) -> [CreditAllocation]? {
    var tries = 2_000
    func fill(_ place: Int, _ amount: Rational, _ room: Rational) -> [CreditAllocation]? {
      if amount == .zero { return room >= .zero ? [] : nil }
      tries -= 1
      guard place < exchanges.count, tries > 0 else { return nil }
      let (allocation, cost) = (exchanges[place].allocation, exchanges[place].cost)
      if allocation.amount <= amount,
        let rest = fill(
          place + 1, amount - allocation.amount, room - allocation.amount * cost)
      {
        return [allocation] + rest
      }
      return fill(place + 1, amount, room)
    }
    if let whole = fill(0, amount, room) { return whole }
    let part = exchanges.first { exchange in
      exchange.allocation.amount > amount && amount * exchange.cost <= room
        && result.allocations[line].contains { PieceKey($0) == PieceKey(exchange.allocation) }
    }
    return part.map { [$0.allocation.reduced(to: amount)] }
  }
}

extension CreditAllocator.Result {
  /// Takes credit away from a line.
  fileprivate mutating func take(_ allocation: CreditAllocation, from line: Int) {
    let place = allocations[line].firstIndex {
      $0.source == allocation.source && $0.isEarned == allocation.isEarned
    }
    guard let place else { return }
    let rest = allocations[line][place].amount - allocation.amount
    if rest > .zero {
      allocations[line][place] = allocations[line][place].reduced(to: rest)
    } else {
      allocations[line].remove(at: place)
    }
  }
}

extension CreditAllocation {
  /// So much of it.
  func reduced(to amount: Rational) -> CreditAllocation {
    CreditAllocation(
      source: source, title: title, amount: amount, isEarned: isEarned, isPlanned: isPlanned)
  }
}
