public import Diagnostics

/// A teacher's or panel's decision that a competency is met.
///
/// Printed as "met by decision".
public struct ProfessionalDetermination: Hashable, Sendable {
  /// Unique in the district.
  public let id: Identifier<ProfessionalDetermination>
  /// Who.
  public let student: Identifier<Student>
  /// Which competency.
  public let competency: Identifier<Competency>
  /// In which area, where the competency has several and the decision is for one.
  public let area: Identifier<ContentArea>?
  /// A level, where the panel gave one.
  public let level: LevelIndex?
  /// When it was decided.
  public let decidedOn: CalendarDate
  /// Who decided.
  public let decidedBy: String
  /// In which office.
  public let role: String
  /// Why; shown by `explain`, never printed.
  public let reason: String
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a determination.
  public init(
    id: Identifier<ProfessionalDetermination>, student: Identifier<Student>,
    competency: Identifier<Competency>, area: Identifier<ContentArea>? = nil,
    level: LevelIndex? = nil, decidedOn: CalendarDate, decidedBy: String, role: String,
    reason: String, location: SourceLocation
  ) {
    self.id = id
    self.student = student
    self.competency = competency
    self.area = area
    self.level = level
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.role = role
    self.reason = reason
    self.location = location
  }
}
