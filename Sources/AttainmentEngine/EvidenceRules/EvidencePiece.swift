import TranscriptModel

/// One distinct demonstration as a rule sees it: small, without text, ready for millions.
///
/// A demonstration is one piece of work on one day; of several ratings of it the highest counts.
struct EvidencePiece: Hashable, Sendable {
  /// Position of the record in the student's evidence, which is ordered by day, then id.
  let index: Int32
  /// Days since 1 January 1970 of the day on which it was shown.
  let day: Int32
  /// The level shown.
  let level: Int16
  /// Position of the kind of work in `AssessmentType.allCases`.
  let type: UInt8

  init(index: Int32, day: Int32, level: Int16, type: UInt8) {
    self.index = index
    self.day = day
    self.level = level
    self.type = type
  }
}

/// What a rule over evidence decides on: the demonstrations up to some day, in order of time.
struct EvidenceView {
  /// Demonstrations by day, then position.
  let pieces: ArraySlice<EvidencePiece>
  /// The district's scale.
  let scale: PerformanceScale
  /// Exact scores by position of the record; rules that compute read them, others never do.
  let scores: [Rational]

  /// The exact score of a piece.
  func score(_ piece: EvidencePiece) -> Rational {
    scores.indices.contains(Int(piece.index))
      ? scores[Int(piece.index)] : scale.level(Int(piece.level)).number
  }
}
