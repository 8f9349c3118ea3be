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
  public let id: Identifier<Competency>
  /// Which of the three tiers.
  public let tier: CompetencyTier
  /// Content areas in the district's order; empty for a graduation competency.
  public let areas: [Identifier<ContentArea>]
  /// Competencies of the tier above that it belongs to.
  public let parents: [Identifier<Competency>]
  /// What documents print; at most 60 characters.
  public let shortName: String
  /// The full statement.
  ///
  /// CASE: fullStatement.
  public let statement: String
  /// State standards it is drawn from.
  public let alignments: [Alignment]
  /// The unit that an objective belongs to.
  public let unit: String?
  /// Where in the grades it is expected.
  public let gradeLevel: GradeLevel?
  /// Whether all students must meet it.
  ///
  /// Others never enter a required denominator.
  public let isCore: Bool
  /// What comes before it.
  public let prerequisites: [Identifier<Competency>]
  /// Where it is defined.
  public let location: SourceLocation

  /// Creates a competency.
  public init(
    id: Identifier<Competency>, tier: CompetencyTier, areas: [Identifier<ContentArea>],
    parents: [Identifier<Competency>], shortName: String, statement: String,
    alignments: [Alignment] = [], unit: String? = nil, gradeLevel: GradeLevel? = nil,
    isCore: Bool = true, prerequisites: [Identifier<Competency>] = [], location: SourceLocation
  ) {
    self.id = id
    self.tier = tier
    self.areas = areas
    self.parents = parents
    self.shortName = shortName
    self.statement = statement
    self.alignments = alignments
    self.unit = unit
    self.gradeLevel = gradeLevel
    self.isCore = isCore
    self.prerequisites = prerequisites
    self.location = location
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
