public import TranscriptModel

/// A student's figure among the class.
public struct ClassFigure: Hashable, Sendable {
  /// Who.
  public let student: Identifier<Student>
  /// The figure that counts.
  public let figure: Rational
  /// School years at the school, counted from the first day there.
  public let years: Int

  /// Creates a figure.
  public init(student: Identifier<Student>, figure: Rational, years: Int) {
    self.student = student
    self.figure = figure
    self.years = years
  }
}

/// A student's place in the class; students with equal figures share the better place.
public struct ClassRank: Hashable, Sendable {
  /// Who.
  public let student: Identifier<Student>
  /// From 1.
  public let place: Int
  /// How many were ranked.
  public let count: Int
  /// How the rank is made, for the document.
  public let method: String
}

/// An honour awarded, with what it rests on.
public struct HonorDecision: Hashable, Sendable {
  /// Who.
  public let student: Identifier<Student>
  /// Which.
  public let honor: HonorsPolicy.Honor
  /// The figure.
  public let figure: Rational
  /// The place in the class, where the honour is by percentile.
  public let rank: ClassRank?
}
