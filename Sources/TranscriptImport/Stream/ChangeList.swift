/// What happens to rows: how many of each kind, and the first of them one by one.
struct ChangeList {
  /// Of additions and rows left alone so many are listed; those are told from counts well enough.
  private static let most = 10_000
  private(set) var listed: [ImportPlan.Change] = []
  private(set) var counts: [ImportPlan.Change.Kind: Int] = [:]

  mutating func note(_ change: ImportPlan.Change) {
    counts[change.kind, default: 0] += 1
    let isQuiet = change.kind == .added || change.kind == .unchanged
    if !isQuiet || (counts[change.kind] ?? 0) <= Self.most { listed.append(change) }
  }

  /// Whether the next of a kind is listed.
  func lists(_ kind: ImportPlan.Change.Kind) -> Bool { (counts[kind] ?? 0) < Self.most }

  /// Counts one that is not listed.
  mutating func count(_ kind: ImportPlan.Change.Kind) { counts[kind, default: 0] += 1 }

  mutating func append(_ other: ChangeList) {
    listed += other.listed
    counts.merge(other.counts, uniquingKeysWith: +)
  }
}
