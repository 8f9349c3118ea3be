import TranscriptModel

/// Levels and states in words, with their dots.
struct LevelText {
  let scale: PerformanceScale
  let phrases: PhraseTable

  /// `3 Proficient`.
  func mark(_ index: LevelIndex) -> String {
    let level = scale.level(index)
    return "\(level.number.exactText) \(plain(level.label))"
  }

  func label(_ index: LevelIndex) -> String { plain(scale.level(index).label) }

  /// The role of a level's word: the highest alone is strong, so that peaks show.
  func style(_ index: LevelIndex?) -> String {
    index == scale.levels.count - 1 && scale.levels.count > 1 ? "strong" : "data"
  }

  /// The dots of a level, or empty ones; nothing where the scale is too long for dots.
  func dots(_ index: LevelIndex?) -> Any {
    let total = scale.levels.count
    guard (2...8).contains(total) else { return false }
    let filled = index.map { $0 + 1 } ?? 0
    return [
      "value": "\(filled)/\(total)",
      "text": phrases.text("dots", ["filled": "\(filled)", "total": "\(total)"]),
    ]
  }

  /// What stands in the place of a level.
  func state(_ status: AttainmentStatus) -> String {
    switch status {
    // Official papers say that nothing is certified yet; how much evidence there is belongs to
    // teachers and families.
    case .insufficientEvidence, .notAssessed, .missed: phrases.text("state-not-assessed")
    case .inProgress: phrases.text("state-in-progress")
    case .excused: phrases.text("state-excused")
    case .withdrawn: phrases.text("state-withdrawn")
    case .waived: phrases.text("state-waived")
    case .transferred: phrases.text("state-transferred")
    case .metByDecision, .attained: phrases.text("state-met")
    case .notYet: phrases.text("state-not-yet")
    }
  }
}

extension RecordCompetency {
  /// Whether the level may be printed: only a decision that rests on enough evidence has one.
  var printedLevel: LevelIndex? {
    switch status {
    case .attained, .notYet, .metByDecision: level
    default: nil
    }
  }
}
