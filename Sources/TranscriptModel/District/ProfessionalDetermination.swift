public import Diagnostics

/// A teacher's or panel's decision that a competency is met, or that a result is lowered.
///
/// Met is printed as "met by decision".
public struct ProfessionalDetermination: Hashable, Sendable {
  /// What the decision does.
  public enum Act: String, Hashable, Sendable, CaseIterable {
    /// The competency is met, at `level` where the panel gave one.
    case meets
    /// The result is lowered to `level`, which new evidence alone never does: work shown until that
    /// day no longer supports more.
    case lowers
  }

  /// Unique in the district.
  public let id: Identifier<ProfessionalDetermination>
  /// Who.
  public let student: Identifier<Student>
  /// Which competency.
  public let competency: Identifier<Competency>
  /// In which area, where the competency has several and the decision is for one.
  public let area: Identifier<ContentArea>?
  /// What it does.
  public let act: Act
  /// A level, where the panel gave one; always there where the result is lowered.
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
    act: Act = .meets, level: LevelIndex? = nil, decidedOn: CalendarDate, decidedBy: String,
    role: String,
    reason: String, location: SourceLocation
  ) {
    self.id = id
    self.student = student
    self.competency = competency
    self.area = area
    self.act = act
    self.level = level
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.role = role
    self.reason = reason
    self.location = location
  }
}
