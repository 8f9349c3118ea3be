public import Diagnostics

/// A declared table from the scores of another scale to levels of the district's own.
///
/// Percentages, letters and points mean a level only where the district has said which. Nothing is
/// computed between the entries (DESIGN.md, invariant 7; DOMAIN.md, finding 3).
public struct ScoreTable: Hashable, Sendable {
  /// A lower bound with the level from there on.
  public struct Step: Hashable, Sendable {
    /// The lowest score of the step.
    public let atLeast: Rational
    /// The level.
    public let level: LevelIndex

    /// Creates a step.
    public init(atLeast: Rational, level: LevelIndex) {
      self.atLeast = atLeast
      self.level = level
    }
  }

  /// What the column `scale` of a row says: `percent`.
  public let scale: String
  /// What explanations call it: `Percent, adopted 2024`.
  public let title: String
  /// When it was adopted.
  public let adoptedOn: CalendarDate?
  /// Who adopted it.
  public let adoptedBy: String?
  /// The highest score that there is, for a scale with steps.
  public let highest: Rational?
  /// Steps, the lowest first; empty for a scale with single scores.
  public let steps: [Step]
  /// The level of each single score, as written: `B+`, `4`.
  public let scores: [String: LevelIndex]
  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a table; steps in any order.
  public init(
    scale: String, title: String, adoptedOn: CalendarDate? = nil, adoptedBy: String? = nil,
    highest: Rational? = nil, steps: [Step] = [], scores: [String: LevelIndex] = [:],
    location: SourceLocation
  ) {
    self.scale = scale
    self.title = title
    self.adoptedOn = adoptedOn
    self.adoptedBy = adoptedBy
    self.highest = highest
    self.steps = steps.sorted { $0.atLeast < $1.atLeast }
    self.scores = scores
    self.location = location
  }

  /// The level of a score as written; `nil` when the table does not say.
  ///
  /// A single score is compared as written, then by its number: `4` is `4.0`. A percent sign after
  /// a number is left out of account. A fraction such as `4/5` has a level only where the table names
  /// it so among its single scores.
  public func level(of written: String) -> LevelIndex? {
    if let level = scores[written] { return level }
    guard let number = Self.number(written) else { return nil }
    if let single = scores.keys.sorted().first(where: { Rational(decimal: $0) == number }) {
      return scores[single]
    }
    if let highest, number > highest { return nil }
    return steps.last { $0.atLeast <= number }?.level
  }

  private static func number(_ text: String) -> Rational? {
    Rational(decimal: text.hasSuffix("%") ? String(text.dropLast()) : text)
  }
}

/// A score as it was given on another scale, before a table turned it into a level.
public struct GivenScore: Hashable, Sendable {
  /// As written: `87`, `B+`.
  public let text: String
  /// The scale that the row names.
  public let scale: String

  /// Creates a score.
  public init(text: String, scale: String) {
    self.text = text
    self.scale = scale
  }
}
