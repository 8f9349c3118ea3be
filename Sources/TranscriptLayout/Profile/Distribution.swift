import TranscriptModel

/// How many there are of each kind, with small numbers hidden.
struct Distribution {
  /// What fewer people have could point to one of them.
  static let least = 6

  /// `nil` where the count is hidden.
  let counts: [Int?]
  /// The sum of all counts, hidden ones as well.
  let total: Int

  /// Hides what fewer than six people have; and, since what is left out follows from the total, the
  /// next smallest as well, until six people or more stand behind what is hidden.
  ///
  /// - Parameters:
  ///   - counts: how many there are of each kind.
  ///   - people: whose they are, by number, kind for kind.
  init(_ counts: [Int], of people: [Set<Int>]) {
    total = counts.reduce(0, +)
    var hidden = Set(counts.indices.filter { counts[$0] > 0 && people[$0].count < Self.least })
    while !hidden.isEmpty,
      hidden.reduce(into: Set<Int>(), { $0.formUnion(people[$1]) }).count < Self.least,
      let next = counts.indices.filter({ counts[$0] > 0 && !hidden.contains($0) })
        .min(by: { counts[$0] < counts[$1] })
    {
      hidden.insert(next)
    }
    self.counts = counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
  }

  /// Whether anything may be shown at all.
  var isShown: Bool { total >= Self.least && counts.contains { ($0 ?? 0) > 0 } }

  /// The share of a count of the total; `nil` where it is hidden.
  func share(_ index: Int) -> Rational? {
    counts[index].flatMap { Rational($0).divided(by: Rational(total)) }
  }
}
