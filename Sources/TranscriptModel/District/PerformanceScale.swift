/// One level of a performance scale.
///
/// CASE, OB3: RubricCriterionLevel; CEDS: C200355; PESC: no slot, the code rides as RAPCode.
public struct PerformanceLevel: Hashable, Sendable {
  /// At most three characters, unique in its scale, never AP, IB, CR, W, I, P or F.
  public let code: String
  /// The number printed beside the word: 3 in `3 Proficient`.
  ///
  /// Its value for rules that compute.
  public let number: Rational
  /// One or two words: `Proficient`.
  public let label: String
  /// What it means, in plain words.
  public let description: String

  /// Creates a level.
  public init(code: String, number: Rational, label: String, description: String) {
    self.code = code
    self.number = number
    self.label = label
    self.description = description
  }
}

/// The position of a level in its scale: 0 is the lowest.
public typealias LevelIndex = Int

/// An ordered scale of levels with the bar that counts as proficient.
///
/// CASE, OB3: RubricCriterion; CEDS: C200354.
public struct PerformanceScale: Hashable, Sendable {
  /// The district's code for the scale.
  public let id: String
  /// What documents call it.
  public let title: String
  /// The levels, lowest first; never empty.
  public let levels: [PerformanceLevel]
  /// The lowest level that counts as attained.
  public let bar: LevelIndex

  /// Creates a scale; `nil` when it has no level or the bar is not one of them.
  public init?(id: String, title: String, levels: [PerformanceLevel], bar: LevelIndex) {
    guard levels.indices.contains(bar) else { return nil }
    self.id = id
    self.title = title
    self.levels = levels
    self.bar = bar
  }

  /// Whether a level has a word of more than twenty letters: too long for a column beside others.
  public var hasLongLabels: Bool { levels.contains { Self.isLong($0.label) } }

  /// Whether the word of a level is of more than twenty letters.
  public static func isLong(_ label: String) -> Bool { label.count > 20 }

  /// The level at `index`, or the nearest there is.
  public func level(_ index: LevelIndex) -> PerformanceLevel {
    levels[min(max(index, 0), levels.count - 1)]
  }

  /// The index of the level written as `text`: its code, or its number exactly
  /// as a decimal.
  public func index(written text: some StringProtocol) -> LevelIndex? {
    if let byCode = levels.firstIndex(where: { $0.code == text }) { return byCode }
    guard let number = Rational(decimal: text) else { return nil }
    return levels.firstIndex { $0.number == number }
  }

  /// The highest level whose number is not above `value`; `nil` when it lies below them all.
  public func index(notAbove value: Rational) -> LevelIndex? {
    levels.lastIndex { $0.number <= value }
  }
}
