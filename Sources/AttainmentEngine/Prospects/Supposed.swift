import TranscriptModel

/// What is supposed on top of what is on file, to see whether a rule would then be met.
struct Supposed {
  /// One more demonstration.
  struct Piece: Hashable {
    /// What the kind of work must be.
    enum Demand: Hashable {
      /// Any.
      case none
      /// One that has not been shown yet.
      case newKind
      /// One of these.
      case including([AssessmentType])
    }

    var level: LevelIndex
    let type: AssessmentType
    let demand: Demand
    /// Where it is shown; `nil` where that does not matter.
    let area: Identifier<ContentArea>?
    /// Whether formative work would do as well.
    var mayBeFormative = false
  }

  /// Further demonstrations of the competency itself.
  var pieces: [Piece] = []
  /// Children at higher levels, by competency.
  var raised: [Identifier<Competency>: LevelIndex] = [:]
  /// The objectives that come to a higher level only by demonstrations at that level or above, with
  /// what is shown of them: where their evidence is pooled, it serves the competency as well.
  var sources: [Identifier<Competency>: EvidenceProspect] = [:]

  /// How much it asks for.
  var size: Int { pieces.count + raised.count }

  /// Both together.
  func joined(with other: Supposed) -> Supposed {
    Supposed(
      pieces: pieces + other.pieces, raised: raised.merging(other.raised, uniquingKeysWith: max),
      sources: sources)
  }
}
