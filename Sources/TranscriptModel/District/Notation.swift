public import Diagnostics

/// A seal, state goal, honour or award.
public struct Notation: Hashable, Sendable {
  /// What kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case sealOfBiliteracy = "seal-of-biliteracy"
    case stateGoal = "state-goal"
    case award, honor
    case habitsHonor = "habits-honor"
  }

  /// Who.
  public let student: Identifier<Student>
  /// What kind.
  public let kind: Kind
  /// What documents print.
  public let title: String
  /// A second line.
  public let detail: String?
  /// When.
  public let awardedOn: CalendarDate
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a notation.
  public init(
    student: Identifier<Student>, kind: Kind, title: String, detail: String? = nil,
    awardedOn: CalendarDate, location: SourceLocation
  ) {
    self.student = student
    self.kind = kind
    self.title = title
    self.detail = detail
    self.awardedOn = awardedOn
    self.location = location
  }
}
