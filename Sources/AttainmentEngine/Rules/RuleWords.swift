import TranscriptModel

/// The words in which rules state themselves.
struct RuleWords {
  let scale: PerformanceScale
  /// `summative demonstration`, or `demonstration` where formative evidence counts as well.
  let noun: String

  /// `a summative demonstration`, `3 distinct summative demonstrations`.
  func demonstrations(_ count: Int) -> String {
    count == 1 ? "a \(noun)" : "\(count) distinct \(noun)s"
  }

  /// `Proficient`.
  func level(_ index: LevelIndex) -> String { scale.level(index).label }
}
