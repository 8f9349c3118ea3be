import TranscriptModel

/// Levels and states in words, with their dots.
struct LevelText {
  let scale: PerformanceScale
  let phrases: PhraseTable
  /// What a table says of each level, made once.
  private let words: [Words]
  private let emptyDots: Any

  private struct Words {
    var mark: String
    var label: String
    var dots: Any
  }

  init(scale: PerformanceScale, phrases: PhraseTable) {
    self.scale = scale
    self.phrases = phrases
    words = scale.levels.enumerated().map { index, level in
      let label = plain(level.label)
      return Words(
        mark: "\(level.number.exactText) \(label)", label: label,
        dots: Self.dots(index + 1, of: scale, phrases))
    }
    emptyDots = Self.dots(0, of: scale, phrases)
  }

  /// `3 Proficient`.
  func mark(_ index: LevelIndex) -> String { words(index).mark }

  /// The mark in the row of a course: `3 Proficient`, or `Level 3` where a word of the scale is long,
  /// for each course would then take two lines; the key on the same page has the words.
  func courseMark(_ index: LevelIndex) -> String {
    guard scale.hasLongLabels else { return mark(index) }
    return phrases.text("mark-short", ["number": scale.level(index).number.exactText])
  }

  func label(_ index: LevelIndex) -> String { words(index).label }

  /// The nearest level that there is, as the scale itself has it.
  private func words(_ index: LevelIndex) -> Words { words[min(max(index, 0), words.count - 1)] }

  /// The role of a level's word: the highest alone is strong, so that peaks show.
  func style(_ index: LevelIndex?) -> String {
    index == scale.levels.count - 1 && scale.levels.count > 1 ? "strong" : "data"
  }

  /// The dots of a competency; none where it is met without a level, for empty ones say that
  /// nothing is decided yet.
  func dots(_ competency: RecordCompetency) -> Any {
    competency.isMetWithoutLevel ? false : dots(competency.printedLevel)
  }

  /// The dots of a level, or empty ones; nothing where the scale is too long for dots.
  func dots(_ index: LevelIndex?) -> Any { index.map { words($0).dots } ?? emptyDots }

  private static func dots(
    _ filled: Int, of scale: PerformanceScale, _ phrases: PhraseTable
  ) -> Any {
    let total = scale.levels.count
    guard (2...8).contains(total) else { return false }
    return [
      "value": "\(filled)/\(total)",
      // Missing is not zero.
      "text": filled == 0
        ? phrases.text("dots-none")
        : phrases.text("dots", ["filled": "\(filled)", "total": "\(total)"]),
    ]
  }

  /// What stands in the place of a competency's level.
  func state(_ competency: RecordCompetency) -> String {
    guard competency.status == .insufficientEvidence else {
      return competency.isAwaited && !competency.status.satisfies
        && (competency.status == .notAssessed || competency.status == .inProgress)
        ? phrases.text("state-awaited") : state(competency.status)
    }
    // A rule that does not count pieces has nothing to say in figures.
    guard competency.counted < competency.needed else { return phrases.text("state-partly-shown") }
    return phrases.text(
      "state-shown", ["counted": "\(competency.counted)", "needed": "\(competency.needed)"])
  }

  /// What stands in the place of a mark.
  func state(_ status: AttainmentStatus) -> String {
    switch status {
    case .insufficientEvidence: phrases.text("state-undecided")
    case .notAssessed, .missed: phrases.text("state-not-assessed")
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

  /// Whether it is met, but not by a level: by transfer, waiver or a decision.
  var isMetWithoutLevel: Bool { status.satisfies && printedLevel == nil }
}
