public import Diagnostics

/// One requirement of a plan; requirements nest.
///
/// PESC: Requirement (RAP); CEDS: C200068.
public struct GraduationRequirement: Hashable, Sendable {
  /// What meets it.
  public indirect enum Kind: Hashable, Sendable {
    /// So much credit in any of these categories.
    ///
    /// `within` are parts of it: their credit counts here as well, once.
    case credits(Rational, areas: [Identifier<CreditArea>], within: [GraduationRequirement])
    /// Named competencies, or all of a selection.
    case competencies(CompetencySet)
    /// Credit for named courses, so much of it in all.
    ///
    /// It is a line as one by areas is, so that each credit counts once, unless `isCrossCredit` is
    /// true: then the same credit counts in another line as well. `nil` where the policy does not say.
    case courses([Identifier<CreditRule>], credits: Rational, isCrossCredit: Bool?)
    /// Hours of experience, pooled; never attainment.
    case hours(Rational, pathways: [Pathway])
    /// A notation of this kind, such as a posted state examination.
    case notation(Notation.Kind)
    /// All of these.
    case all([GraduationRequirement])
    /// At least so many of these.
    case atLeast(Int, [GraduationRequirement])
  }

  /// Unique in its plan; waivers name it.
  public let id: Identifier<GraduationRequirement>
  /// What documents print.
  public let title: String
  /// What meets it.
  public let kind: Kind
  /// Where it is.
  public let location: SourceLocation

  /// Creates a requirement.
  public init(
    id: Identifier<GraduationRequirement>, title: String, kind: Kind, location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.location = location
  }
}

/// The requirements for the classes of some years.
///
/// CEDS: K12 Student Graduation Plan C200220.
public struct GraduationPlan: Hashable, Sendable {
  /// The policy's code.
  public let id: Identifier<GraduationPlan>
  /// What documents print.
  public let title: String
  /// Statute or board policy.
  public let authority: String?
  /// First class it holds for.
  public let firstClass: Int
  /// Last class it holds for; `nil` for no end.
  public let lastClass: Int?
  /// Credits in all.
  public let credits: Rational
  /// The requirements, in the order in which they are printed.
  public let requirements: [GraduationRequirement]
  /// Where it is.
  public let location: SourceLocation

  /// Creates a plan.
  public init(
    id: Identifier<GraduationPlan>, title: String, authority: String? = nil, firstClass: Int,
    lastClass: Int?, credits: Rational, requirements: [GraduationRequirement],
    location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.authority = authority
    self.firstClass = firstClass
    self.lastClass = lastClass
    self.credits = credits
    self.requirements = requirements
    self.location = location
  }

  /// Whether the plan holds for the class of `year`.
  public func holds(forClassOf year: Int) -> Bool {
    year >= firstClass && year <= (lastClass ?? .max)
  }
}
