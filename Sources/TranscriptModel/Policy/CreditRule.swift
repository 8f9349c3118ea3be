public import Diagnostics

/// A category of credit that a plan counts, such as humanities.
public struct CreditArea: Hashable, Sendable {
  /// The policy's code.
  public let id: Identifier<CreditArea>
  /// What documents print.
  public let title: String
  /// PESC's HighSchoolSubjectArea code, such as `English` or `Other`.
  public let pescCode: String

  /// Creates a category.
  public init(id: Identifier<CreditArea>, title: String, pescCode: String) {
    self.id = id
    self.title = title
    self.pescCode = pescCode
  }
}

/// How demanding a course is, as its title says.
public enum CourseLevel: String, Sendable, Hashable, CaseIterable {
  case regular, honors, ap, ib, dual
}

/// How much of a set of competencies is enough.
///
/// CEDS: C000877.
public enum CompletionCriteria: Hashable, Sendable {
  /// Every one.
  case all
  /// At least so many.
  case atLeast(Int)

  /// How many of `count` are needed.
  public func needed(of count: Int) -> Int {
    switch self {
    case .all: count
    case .atLeast(let number): number
    }
  }
}

/// A set of competencies with the criteria that complete it.
///
/// CEDS: C200068.
public struct CompetencySet: Hashable, Sendable {
  /// The members.
  public let members: [Identifier<Competency>]
  /// How many are needed.
  public let criteria: CompletionCriteria

  /// Creates a set.
  public init(members: [Identifier<Competency>], criteria: CompletionCriteria = .all) {
    self.members = members
    self.criteria = criteria
  }
}

/// What part of the credit is granted before the whole set is complete.
public enum PartialCredit: String, Hashable, Sendable, CaseIterable {
  /// None: all or nothing.
  case none
  /// The share of the needed competencies that are met, exactly.
  case proportional
  /// Half, once half of the needed competencies are met.
  case half
}

/// What earns a credit: a course, or anything else that a district awards credit for.
///
/// PESC: Course; CEDS: Course. Credit posts on the day on which the set is complete, whatever the
/// calendar says.
public struct CreditRule: Hashable, Sendable {
  /// The district's course code.
  public var id: Identifier<CreditRule> { shared.value.id }
  /// Title in full.
  public var title: String { shared.value.title }
  /// Exact value.
  public var credit: Rational { shared.value.credit }
  /// Lines of the plan it may count for, in order of preference.
  public var creditAreas: [Identifier<CreditArea>] { shared.value.creditAreas }
  /// What earns it.
  public var requires: CompetencySet { shared.value.requires }
  /// How demanding it is.
  public var level: CourseLevel { shared.value.level }
  /// Where it is usually taken.
  public var gradeLevel: GradeLevel? { shared.value.gradeLevel }
  /// Its content area.
  public var contentArea: Identifier<ContentArea>? { shared.value.contentArea }
  /// SCED code, 5 or 12 characters.
  public var sced: String? { shared.value.sced }
  /// What is granted on the way.
  public var partial: PartialCredit { shared.value.partial }
  /// Whether it is a course; otherwise credit that no course carries, such as that of a capstone.
  public var isCourse: Bool { shared.value.isCourse }
  /// Where the row is.
  public var location: SourceLocation { shared.value.location }

  private struct Values: Hashable, Sendable {
    let id: Identifier<CreditRule>
    let title: String
    let credit: Rational
    let creditAreas: [Identifier<CreditArea>]
    let requires: CompetencySet
    let level: CourseLevel
    let gradeLevel: GradeLevel?
    let contentArea: Identifier<ContentArea>?
    let sced: String?
    let partial: PartialCredit
    let isCourse: Bool
    let location: SourceLocation
  }

  private let shared: Shared<Values>

  /// Creates a rule.
  public init(
    id: Identifier<CreditRule>, title: String, credit: Rational,
    creditAreas: [Identifier<CreditArea>], requires: CompetencySet, level: CourseLevel = .regular,
    gradeLevel: GradeLevel? = nil, contentArea: Identifier<ContentArea>? = nil,
    sced: String? = nil, partial: PartialCredit = .none, isCourse: Bool = true,
    location: SourceLocation
  ) {
    shared = Shared(
      Values(
        id: id, title: title, credit: credit, creditAreas: creditAreas, requires: requires,
        level: level, gradeLevel: gradeLevel, contentArea: contentArea, sced: sced,
        partial: partial, isCourse: isCourse, location: location))
  }
}
