import TranscriptModel

/// How many there are of each kind, with small numbers hidden.
struct Distribution {
  /// Counts below this could point to a person.
  static let least = 6

  /// `nil` where the count is hidden.
  let counts: [Int?]
  /// The sum of all counts, hidden ones as well.
  let total: Int

  /// Hides counts from 1 to 5, and a second one where a single hidden count could be worked out
  /// from the total.
  init(_ counts: [Int]) {
    total = counts.reduce(0, +)
    var shown: [Int?] = counts.map { (1..<Self.least).contains($0) ? nil : $0 }
    let hidden = shown.filter { $0 == nil }.count
    if hidden == 1,
      let next = shown.indices.filter({ (shown[$0] ?? 0) > 0 })
        .min(by: { (shown[$0] ?? 0) < (shown[$1] ?? 0) })
    {
      shown[next] = nil
    }
    self.counts = shown
  }

  /// Whether anything may be shown at all.
  var isShown: Bool { total >= Self.least && counts.contains { ($0 ?? 0) > 0 } }

  /// The share of a count of the total; `nil` where it is hidden.
  func share(_ index: Int) -> Rational? {
    counts[index].flatMap { Rational($0).divided(by: Rational(total)) }
  }
}
