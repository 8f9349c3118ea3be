import TranscriptModel

extension CreditAllocator {
  /// Exchanges what is left over of a piece for a whole piece of that size in a line that takes
  /// either: no line holds less, and fewer courses are torn.
  ///
  /// What leaves a line is the piece that only the broadest line takes; of equals the last by name.
  func keepWhole(_ left: inout [CreditPiece], of pieces: [CreditPiece], in result: inout Result) {
    for place in left.indices {
      let rest = left[place]
      guard result.holds(rest.source) else { continue }
      let torn = Set(left.map(\.source))
      for line in lines.indices where rest.areas.contains(where: lines[line].areas.contains) {
        let candidates = pieces.filter { piece in
          piece.amount == rest.amount && piece.isEarned == rest.isEarned
            && !torn.contains(piece.source)
            && result.allocations[line].contains(piece.allocation(of: piece.amount))
        }
        let chosen = candidates.max {
          (breadth(of: $0.areas), $0.key) < (breadth(of: $1.areas), $1.key)
        }
        guard let chosen else { continue }
        result.exchange(chosen, for: rest, in: line)
        left[place] = chosen
        break
      }
    }
  }
}

extension CreditAllocator.Result {
  /// Whether a line was given some of it.
  fileprivate func holds(_ source: CreditAllocation.Source) -> Bool {
    allocations.contains { line in line.contains { $0.source == source } }
  }

  /// Puts `rest` in the place of `piece`, joined with what the line has of it already.
  fileprivate mutating func exchange(
    _ piece: CreditPiece, for rest: CreditPiece, in line: Int
  ) {
    allocations[line].removeAll { $0.source == piece.source }
    if let known = allocations[line].firstIndex(where: { $0.source == rest.source }) {
      let sum = allocations[line][known].amount + rest.amount
      allocations[line][known] = rest.allocation(of: sum)
    } else {
      allocations[line].append(rest.allocation(of: rest.amount))
    }
  }
}
