import TranscriptModel

/// The words in which rules state themselves.
struct RuleWords {
  let scale: PerformanceScale
  /// `summative demonstration`, or `demonstration` where formative evidence counts as well.
  let noun: String
  /// What a rule over children looks at: `its objectives`, `A.1 and A.2`.
  var those = "its parts"

  /// `a summative demonstration`, `3 distinct summative demonstrations`.
  func demonstrations(_ count: Int) -> String {
    count == 1 ? "a \(noun)" : "\(count) distinct \(noun)s"
  }

  /// `all`, `at least half`, `at least 80 percent`, `at least 1/3`.
  func atLeast(_ share: Rational) -> String {
    if share == .one { return "all" }
    if share == .half { return "at least half" }
    let percent = share * Rational(100)
    return "at least " + (percent.exactDecimalText().map { "\($0) percent" } ?? share.fractionText)
  }

  /// `Proficient`.
  func level(_ index: LevelIndex) -> String { scale.level(index).label }
}
