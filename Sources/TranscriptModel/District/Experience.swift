public import Diagnostics

/// A pathway or a notable piece of work.
public struct Experience: Hashable, Sendable {
  /// What kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case course, internship
    case workBased = "work-based"
    case service
    case dualEnrollment = "dual-enrollment"
    case independentStudy = "independent-study"
    case careerTechnical = "career-technical"
    case virtual
    case middleSchool = "middle-school"
    case exhibition
  }

  /// Who.
  public let student: Identifier<Student>
  /// What kind.
  public let kind: Kind
  /// Title or place.
  public let title: String
  /// Where it took place.
  public let organization: String?
  /// A sentence or two.
  public let description: String?
  /// Hours; never moves attainment.
  public let hours: Rational?
  /// When it began.
  public let startedOn: CalendarDate?
  /// When it ended.
  public let endedOn: CalendarDate?
  /// Where the row is.
  public let location: SourceLocation

  /// Creates an experience.
  public init(
    student: Identifier<Student>, kind: Kind, title: String, organization: String? = nil,
    description: String? = nil, hours: Rational? = nil, startedOn: CalendarDate? = nil,
    endedOn: CalendarDate? = nil, location: SourceLocation
  ) {
    self.student = student
    self.kind = kind
    self.title = title
    self.organization = organization
    self.description = description
    self.hours = hours
    self.startedOn = startedOn
    self.endedOn = endedOn
    self.location = location
  }
}
