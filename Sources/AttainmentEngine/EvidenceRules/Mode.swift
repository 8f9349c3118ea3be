import TranscriptModel

/// The level shown most often of late.
struct Mode: EvidenceRule {
  /// Which of several levels shown equally often counts.
  enum Tie: String, CaseIterable {
    case latest, highest
  }

  static let documentation = RuleDocumentation(
    name: "mode", title: "Level shown most often among the last n", family: .evidence,
    decides: """
      The level shown most often among the last n demonstrations. Of levels shown equally often \
      the one shown latest counts, or the highest, as the policy says.
      """,
    why: "Takes the usual performance for the level, without arithmetic on levels.",
    example: "n = 5: levels 1, 2, 3, 3, 4 give 3. Levels 2, 2, 3, 3 give 3, shown later.",
    authority: "Educate (CBK12): 1, 2, 3, 3, 4 gives 3; ties go to the more recent.",
    options: [
      .init("count", "0 to 50", standard: "5", "n; 0 takes them all"),
      .init("tie", "latest, highest", standard: "latest", "which of equals counts"),
    ], average: "the most frequent level")

  private let count: Int
  private let tie: Tie

  init(reading options: inout RuleOptions) {
    count = options.count("count", in: 0...50, standard: 5)
    tie = options.word("tie", standard: Tie.latest)
  }

  var needed: Int { 1 }

  func statement(_ words: RuleWords) -> String {
    let among = count == 0 ? "" : " among the last \(count)"
    return "the level shown most often\(among), of equals the \(tie.rawValue)"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    let pieces = view.last(count)
    var counts: [Int16: (count: Int, rank: Int)] = [:]
    for (place, piece) in pieces.enumerated() {
      let rank = tie == .latest ? place : Int(piece.level)
      counts[piece.level] = ((counts[piece.level]?.count ?? 0) + 1, rank)
    }
    guard let level = counts.max(by: { $0.value < $1.value })?.key else {
      return EvidenceVerdict(level: nil, used: [])
    }
    return EvidenceVerdict(level: Int(level), used: pieces.map(\.index), unused: .superseded)
  }
}
