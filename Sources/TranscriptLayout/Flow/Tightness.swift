/// How close a page is set.
enum Tightness: Int, CaseIterable, Comparable {
  /// The usual spaces.
  case usual
  /// Smaller spaces between sections.
  case close
  /// And what matters least stands on the next page.
  case eased
  /// And without what may be left out.
  case full
  /// And what else may stand on the next page stands there.
  case moved
  /// And in the fewest words.
  case last

  static func < (first: Tightness, second: Tightness) -> Bool { first.rawValue < second.rawValue }
}

extension Strip {
  /// The strip with the space above it that a page so close has.
  func adapted(to tightness: Tightness) -> Strip {
    guard tightness != .usual, let tightSpace else { return self }
    var strip = self
    strip.spaceBefore = tightSpace
    return strip
  }
}

extension ColumnsFlow {
  /// The columns as they are set; the space above is that of their first strips, if it is not
  /// their own.
  func adapted(to tightness: Tightness) -> ColumnsFlow {
    var flow = self
    if tightness != .usual {
      for index in flow.columns.indices {
        flow.columns[index].strips = flow.columns[index].strips.map {
          $0.adapted(to: tightness)
        }
      }
      if let tightSpace { flow.spaceBefore = tightSpace }
    }
    if takesSpaceOfStrips {
      flow.spaceBefore = flow.columns.reduce(0) { max($0, $1.strips.first?.spaceBefore ?? 0) }
    }
    return flow
  }
}

extension Flow {
  /// The flow with the spaces that a page so close has.
  func adapted(to tightness: Tightness) -> Flow {
    switch self {
    case .strip(let strip): return .strip(strip.adapted(to: tightness))
    case .columns(let columns): return .columns(columns.adapted(to: tightness))
    case .balanced(var balanced):
      guard tightness != .usual else { return self }
      balanced.groups = balanced.groups.map { $0.map { $0.adapted(to: tightness) } }
      return .balanced(balanced)
    }
  }
}

extension Tightness {
  /// What may go to the next page, by the word of a template, and from when on it does.
  static let moves: [String: Tightness] = [
    "first-move": .eased, "move": .moved, "last-move": .last,
  ]
}
