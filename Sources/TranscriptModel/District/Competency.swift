public import Diagnostics

/// The three tiers of the competency model, from source/000.
public enum CompetencyTier: String, Sendable, Hashable, CaseIterable {
  /// Cross-curricular and district-wide.
  case graduation
  /// Of one or more content areas; five to eight an area.
  case contentArea = "content-area"
  /// Of a unit; has a content-area competency as parent.
  case objective
}

/// A state standard that a competency is drawn from.
///
/// CASE, OB3: Alignment.
public struct Alignment: Hashable, Sendable {
  /// The framework's short name, such as `CCSS.Math` or `NGSS`.
  public let framework: String
  /// The standard's own code in that framework.
  ///
  /// CASE: humanCodingScheme.
  public let code: String

  /// Creates an alignment.
  public init(framework: String, code: String) {
    self.framework = framework
    self.code = code
  }
}

/// A content area.
///
/// CASE: CFSubject; PESC: HighSchoolSubjectArea is the nearest slot.
public struct ContentArea: Hashable, Sendable {
  /// The district's code.
  public let id: Identifier<ContentArea>
  /// What documents print.
  public let title: String
  /// For narrow places; 30 characters or fewer.
  public let shortTitle: String
  /// Where it is defined.
  public let location: SourceLocation

  /// Creates a content area.
  public init(
    id: Identifier<ContentArea>, title: String, shortTitle: String, location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.location = location
  }
}

/// A competency of any tier.
///
/// CASE: CFItem; OB3, CLR: Achievement of type Competency; PESC: RAP `Proficiency`; CEDS: C200065.
public struct Competency: Hashable, Sendable {
  /// Unique code.
  ///
  /// CASE: humanCodingScheme.
  public var id: Identifier<Competency> { shared.value.id }
  /// Which of the three tiers.
  public var tier: CompetencyTier { shared.value.tier }
  /// Content areas in the district's order; empty for a graduation competency.
  public var areas: [Identifier<ContentArea>] { shared.value.areas }
  /// Competencies of the tier above that it belongs to.
  public var parents: [Identifier<Competency>] { shared.value.parents }
  /// What documents print; at most 60 characters.
  public var shortName: String { shared.value.shortName }
  /// The full statement.
  ///
  /// CASE: fullStatement.
  public var statement: String { shared.value.statement }
  /// State standards it is drawn from.
  public var alignments: [Alignment] { shared.value.alignments }
  /// The unit that an objective belongs to.
  public var unit: String? { shared.value.unit }
  /// Where in the grades it is expected.
  public var gradeLevel: GradeLevel? { shared.value.gradeLevel }
  /// Whether all students must meet it.
  ///
  /// Others never enter a required denominator.
  public var isCore: Bool { shared.value.isCore }
  /// What comes before it.
  public var prerequisites: [Identifier<Competency>] { shared.value.prerequisites }
  /// Where it is defined.
  public var location: SourceLocation { shared.value.location }

  private struct Values: Hashable, Sendable {
    let id: Identifier<Competency>
    let tier: CompetencyTier
    let areas: [Identifier<ContentArea>]
    let parents: [Identifier<Competency>]
    let shortName: String
    let statement: String
    let alignments: [Alignment]
    let unit: String?
    let gradeLevel: GradeLevel?
    let isCore: Bool
    let prerequisites: [Identifier<Competency>]
    let location: SourceLocation
  }

  private let shared: Shared<Values>

  /// Creates a competency.
  public init(
    id: Identifier<Competency>, tier: CompetencyTier, areas: [Identifier<ContentArea>],
    parents: [Identifier<Competency>], shortName: String, statement: String,
    alignments: [Alignment] = [], unit: String? = nil, gradeLevel: GradeLevel? = nil,
    isCore: Bool = true, prerequisites: [Identifier<Competency>] = [], location: SourceLocation
  ) {
    shared = Shared(
      Values(
        id: id, tier: tier, areas: areas, parents: parents, shortName: shortName,
        statement: statement, alignments: alignments, unit: unit, gradeLevel: gradeLevel,
        isCore: isCore, prerequisites: prerequisites, location: location))
  }
}

/// A grade level from 0 (kindergarten) to 12; not a mark.
public struct GradeLevel: Hashable, Sendable, Comparable {
  /// 0 to 12.
  public let number: Int

  /// Creates a grade level; `nil` outside 0...12.
  public init?(_ number: Int) {
    guard (0...12).contains(number) else { return nil }
    self.number = number
  }

  /// Orders by grade.
  public static func < (left: GradeLevel, right: GradeLevel) -> Bool { left.number < right.number }
}
