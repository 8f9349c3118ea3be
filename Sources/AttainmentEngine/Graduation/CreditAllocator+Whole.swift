import TranscriptModel

extension CreditAllocator {
  /// Exchanges what is left over of a piece for all that a line was given of another, where the line
  /// takes either and the other is then left over whole: no line holds less, and fewer courses are
  /// torn.
  ///
  /// What leaves a line is the piece that only the broadest line takes; of equals the last by name.
  func keepWhole(_ left: inout [CreditPiece], of pieces: [CreditPiece], in result: inout Result) {
    for rest in left where result.holds(rest) {
      // An exchange before may have taken the rest of it.
      guard left.contains(rest) else { continue }
      for line in lines.indices where lines[line].rank(of: rest) != nil {
        let chosen = pieces.filter { piece in
          piece.isEarned == rest.isEarned && piece.source != rest.source
            && result.allocations[line].contains(piece.allocation(of: rest.amount))
            && piece.amount == rest.amount + Self.rest(of: piece, in: left)
        }.max { (breadth(of: $0), $0.key) < (breadth(of: $1), $1.key) }
        guard let chosen else { continue }
        result.exchange(chosen, for: rest, in: line)
        left.removeAll { $0.isOf(rest) || $0.isOf(chosen) }
        left.append(chosen)
        break
      }
    }
    left.sort(by: CreditPiece.largerFirst)
  }

  /// How much of a piece is left over.
  static func rest(of piece: CreditPiece, in left: [CreditPiece]) -> Rational {
    left.first { $0.isOf(piece) }?.amount ?? .zero
  }
}

extension CreditAllocator.Result {
  /// Whether a line was given some of it.
  fileprivate func holds(_ piece: CreditPiece) -> Bool {
    allocations.contains { line in line.contains { piece.isFrom($0) } }
  }

  /// Puts `rest` in the place of `piece`, joined with what the line has of it already.
  fileprivate mutating func exchange(
    _ piece: CreditPiece, for rest: CreditPiece, in line: Int
  ) {
    allocations[line].removeAll { piece.isFrom($0) }
    if let known = allocations[line].firstIndex(where: rest.isFrom) {
      let sum = allocations[line][known].amount + rest.amount
      allocations[line][known] = rest.allocation(of: sum)
    } else {
      allocations[line].append(rest.allocation(of: rest.amount))
    }
  }
}

extension CreditPiece {
  /// Whether both are of one piece.
  func isOf(_ other: CreditPiece) -> Bool {
    source == other.source && isEarned == other.isEarned
  }

  /// Whether the allocation is of this piece.
  func isFrom(_ allocation: CreditAllocation) -> Bool {
    source == allocation.source && isEarned == allocation.isEarned
  }
}
