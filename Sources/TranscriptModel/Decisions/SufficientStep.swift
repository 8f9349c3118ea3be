/// One part of a way that would be enough to meet what is not met; all parts together are.
public enum SufficientStep: Hashable, Sendable {
  /// Further demonstrations.
  case work(FurtherWork)
  /// This competency at this level or above.
  case competency(Identifier<Competency>, level: LevelIndex)
  /// So many of these competencies, whichever they are, at this level or above.
  case anyOf(Int, [Identifier<Competency>], level: LevelIndex)
  /// Something else, in words.
  case condition(String)
  /// Nothing that the student can still show would be enough, because of this.
  case nothing(String)

  /// So many more distinct summative demonstrations at this level or above.
  public static func demonstrations(_ count: Int, level: LevelIndex) -> SufficientStep {
    .work(FurtherWork(count: count, level: level))
  }
}

/// Further distinct demonstrations of a competency.
public struct FurtherWork: Hashable, Sendable {
  /// How many.
  public let count: Int
  /// At this level or above; the lowest level of the scale where any would do.
  public let level: LevelIndex
  /// So many of them must each be of a kind of work that has not been shown yet.
  public let newKinds: Int
  /// One of them must be of one of these kinds; empty for any.
  public let including: [AssessmentType]
  /// The content area in which they must be shown, where it matters.
  public let area: Identifier<ContentArea>?
  /// Whether it must be other work than that which brings the competencies named beside it to their
  /// levels.
  public let isApart: Bool
  /// Whether formative work would do as well as summative.
  public let mayBeFormative: Bool

  /// Describes further work.
  public init(
    count: Int, level: LevelIndex, newKinds: Int = 0, including: [AssessmentType] = [],
    area: Identifier<ContentArea>? = nil, isApart: Bool = false,
    mayBeFormative: Bool = false
  ) {
    self.count = count
    self.level = level
    self.newKinds = newKinds
    self.including = including
    self.area = area
    self.isApart = isApart
    self.mayBeFormative = mayBeFormative
  }
}
