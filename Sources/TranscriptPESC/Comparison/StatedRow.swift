public import TranscriptModel

/// A course or competency as one side states it: what pages print as a row.
public struct StatedRow: Hashable, Sendable {
  /// What a row is of.
  public enum Kind: Hashable, Sendable {
    /// A course of the school.
    case course
    /// A course of another institution: its mark is one of that institution, even where it reads like
    /// the code of a level.
    case externalCourse
    /// A competency of a course that may be an objective, which pages do not print.
    case competencyOfCourse
    /// A competency that pages print.
    case competency
  }

  /// What it is of.
  public let kind: Kind
  /// What is printed.
  public let title: String
  /// The code of its level, or a mark of another scale; `nil` where it has none.
  public let level: String?
  /// Credit that is posted.
  public let earned: Rational?
  /// What stands in the place of a level.
  public let status: String?
  /// Where it stands in each of several content areas, in words.
  public let areas: String?
  /// What its facts are called, in the parts that `name` joins.
  private let nameParts: [String]

  /// What its facts are called: `course MAT-1`.
  public var name: String { nameParts.joined() }

  init(
    _ kind: Kind, named nameParts: [String], title: String, level: String? = nil,
    earned: Rational? = nil, status: String? = nil, areas: String? = nil
  ) {
    self.kind = kind
    self.nameParts = nameParts
    self.title = PESCText.prepared(title)
    self.level = level.map(PESCText.prepared)
    self.earned = earned
    self.status = status.map(PESCText.prepared)
    self.areas = areas.map(PESCText.prepared)
  }
}
