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
  public var id: Identifier<ProfessionalDetermination> { shared.value.id }
  /// Who.
  public var student: Identifier<Student> { shared.value.student }
  /// Which competency.
  public var competency: Identifier<Competency> { shared.value.competency }
  /// In which area, where the competency has several and the decision is for one.
  public var area: Identifier<ContentArea>? { shared.value.area }
  /// What it does.
  public var act: Act { shared.value.act }
  /// A level, where the panel gave one; always there where the result is lowered.
  public var level: LevelIndex? { shared.value.level }
  /// When it was decided.
  public var decidedOn: CalendarDate { shared.value.decidedOn }
  /// Who decided.
  public var decidedBy: String { shared.value.decidedBy }
  /// In which office.
  public var role: String { shared.value.role }
  /// Why; shown by `explain`, never printed.
  public var reason: String { shared.value.reason }
  /// Where the row is.
  public var location: SourceLocation { shared.value.location }

  private struct Values: Hashable, Sendable {
    let id: Identifier<ProfessionalDetermination>
    let student: Identifier<Student>
    let competency: Identifier<Competency>
    let area: Identifier<ContentArea>?
    let act: Act
    let level: LevelIndex?
    let decidedOn: CalendarDate
    let decidedBy: String
    let role: String
    let reason: String
    let location: SourceLocation
  }

  private let shared: Shared<Values>

  /// Creates a determination.
  public init(
    id: Identifier<ProfessionalDetermination>, student: Identifier<Student>,
    competency: Identifier<Competency>, area: Identifier<ContentArea>? = nil,
    act: Act = .meets, level: LevelIndex? = nil, decidedOn: CalendarDate, decidedBy: String,
    role: String,
    reason: String, location: SourceLocation
  ) {
    shared = Shared(
      Values(
        id: id, student: student, competency: competency, area: area, act: act, level: level,
        decidedOn: decidedOn, decidedBy: decidedBy, role: role, reason: reason, location: location))
  }
}
