import TranscriptModel

/// The highest level shown in `demonstrations` distinct demonstrations.
struct HighestInDistinct: EvidenceRule {
  static let documentation = RuleDocumentation(
    name: "highest-in-distinct", title: "Highest level shown k times", family: .evidence,
    decides: """
      The highest level that at least k distinct summative demonstrations reach or pass. With \
      fewer than k there is not enough evidence to say.
      """,
    why: """
      One good day may be luck; two pieces of work are proof. Early attempts never pull a result \
      down, and reassessment is never punished. This is the standard for every tier.
      """,
    example: """
      Developing in October, Exemplary in March, Proficient in May, k = 2: two demonstrations are \
      Proficient or better, one is Exemplary. The level is Proficient, met in May.
      """,
    authority: """
      Gorham, Maine, asks for two summative pieces for each indicator; Waterbury, Connecticut, \
      for two passed assessments for each credit.
      """,
    options: [
      .init(
        "demonstrations", "1 to 20", standard: "2; 1 for an objective",
        "k: how many distinct demonstrations must reach the level")
    ])

  private let demonstrations: Int

  init(reading options: inout RuleOptions) {
    demonstrations = options.count(
      "demonstrations", in: 1...20, standard: options.slot == .objective ? 1 : 2)
  }

  /// For tests and for the bulk path.
  init(demonstrations: Int) { self.demonstrations = demonstrations }

  var needed: Int { demonstrations }

  func statement(_ words: RuleWords) -> String {
    "the highest level shown in \(words.demonstrations(demonstrations))"
  }

  func verdict(on view: EvidenceView) -> EvidenceVerdict {
    guard view.pieces.count >= demonstrations, let level = lowestOfBest(view.pieces) else {
      return EvidenceVerdict(level: nil, used: view.pieces.map(\.index))
    }
    return EvidenceVerdict(
      level: Int(level), used: view.pieces.filter { $0.level >= level }.map(\.index))
  }

  /// The kth highest level.
  ///
  /// Asked again for each day on which something was shown, so the few highest are kept and the rest
  /// is not sorted.
  private func lowestOfBest(_ pieces: ArraySlice<EvidencePiece>) -> Int16? {
    var best: [Int16] = []
    best.reserveCapacity(demonstrations + 1)
    for piece in pieces {
      let place = best.firstIndex { $0 < piece.level } ?? best.endIndex
      guard place < demonstrations else { continue }
      best.insert(piece.level, at: place)
      if best.count > demonstrations { best.removeLast() }
    }
    return best.last
  }
}
