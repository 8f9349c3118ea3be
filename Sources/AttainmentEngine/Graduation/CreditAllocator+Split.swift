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

  /// Moves what `source` holds of the piece to `target`, which gives other credit for it: of the same
  /// kind, posted or under way, or of both, or by way of a third line.
  private func move(
    _ piece: CreditPiece, from source: Int, to target: Int, _ known: [PieceKey: CreditPiece],
    _ result: inout Result
  ) -> Bool {
    guard let own = result.allocations[source].first(where: piece.isFrom) else { return false }
    let room = .zero - own.amount * cost(of: piece, from: source, to: target)
    for isMixed in mayMix(piece, source, result) ? [false, true] : [false] {
      let exchanges = exchanges(
        of: piece, from: target, to: source, known, result, isMixed: isMixed)
      if let given = choice(exchanges, own.amount, room, sharedWith: source, result) {
        result.move([(own, source, target)] + given.map { ($0, target, source) })
        return true
      }
    }
    return moveInRing(own, of: piece, (source, target), room, known, &result)
  }

  /// The same by way of a third line, which takes what the target gives and gives as much itself.
  private func moveInRing(
    _ own: CreditAllocation, of piece: CreditPiece, _ ends: (source: Int, target: Int),
    _ room: Rational, _ known: [PieceKey: CreditPiece], _ result: inout Result
  ) -> Bool {
    for third in lines.indices where third != ends.source && third != ends.target {
      let first = exchanges(of: piece, from: ends.target, to: third, known, result)
      let second = exchanges(of: piece, from: third, to: ends.source, known, result)
      guard let least = second.map(\.cost).min(),
        let given = choice(
          first, own.amount, room - own.amount * least, sharedWith: third, result)
      else { continue }
      let spent = given.reduce(Rational.zero) { sum, part in
        let cost = first.first { PieceKey($0.allocation) == PieceKey(part) }?.cost ?? .zero
        return sum + part.amount * cost
      }
      guard
        let passed = choice(second, own.amount, room - spent, sharedWith: ends.source, result)
      else { continue }
      result.move(
        [(own, ends.source, ends.target)] + given.map { ($0, ends.target, third) }
          + passed.map { ($0, third, ends.source) })
      return true
    }
    return false
  }

  /// Whether posted credit and credit under way may change places: not where a line that posted
  /// credit fills alone would hold some under way.
  private func mayMix(_ piece: CreditPiece, _ source: Int, _ result: Result) -> Bool {
    guard piece.isEarned else { return true }
    let posted = result.allocations[source].filter(\.isEarned).reduce(Rational.zero) {
      $0 + $1.amount
    }
    return posted < rooms[source]
  }

  /// What one line holds that may go to another in the place of the piece; with `isMixed` credit of
  /// either kind, posted and under way.
  private func exchanges(
    of piece: CreditPiece, from line: Int, to other: Int, _ known: [PieceKey: CreditPiece],
    _ result: Result, isMixed: Bool = false
  ) -> [Exchange] {
    result.allocations[line].compactMap { allocation in
      guard isMixed || allocation.isEarned == piece.isEarned, !piece.isFrom(allocation),
        let found = known[PieceKey(allocation)], lines[other].rank(of: found) != nil
      else { return nil }
      return Exchange(allocation: allocation, cost: cost(of: found, from: line, to: other))
    }
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
  /// Moves credit between lines.
  fileprivate mutating func move(
    _ parts: [(allocation: CreditAllocation, from: Int, to: Int)]
  ) {
    for part in parts { take(part.allocation, from: part.from) }
    for part in parts { give(part.to, part.allocation) }
  }

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
