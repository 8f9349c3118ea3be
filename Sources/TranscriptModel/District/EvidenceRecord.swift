public import Diagnostics

/// The kind of work that shows a competency.
public enum AssessmentType: String, Sendable, Hashable, CaseIterable {
  case project, exhibition
  case performanceTask = "performance-task"
  case portfolio, test, essay, lab, presentation
  case internshipReview = "internship-review"
  case capstone, observation, quiz, other
}

/// What an assessment is for.
///
/// Only summative evidence decides, unless a policy says otherwise.
public enum AssessmentPurpose: String, Sendable, Hashable, CaseIterable {
  case summative, formative
  case preAssessment = "pre-assessment"
}

/// Where learning took place.
///
/// The bar is the same on every pathway.
public enum Pathway: String, Sendable, Hashable, CaseIterable {
  case course, internship
  case workBased = "work-based"
  case service
  case dualEnrollment = "dual-enrollment"
  case independentStudy = "independent-study"
  case careerTechnical = "career-technical"
  case virtual
  case middleSchool = "middle-school"
}

/// What became of an assessment.
///
/// None of these is a number.
public enum EvidenceStatus: String, Sendable, Hashable, CaseIterable {
  case rated, missed, excused, withdrawn
}

/// A rating on the district's scale.
public struct EvidenceRating: Hashable, Sendable {
  /// The level reached.
  public let level: LevelIndex
  /// The exact score for rules that compute; the level's number unless a finer score was given.
  public let score: Rational
  /// The score on another scale that a declared table turned into the level; `nil` where the level
  /// was given.
  public let given: GivenScore?

  /// Creates a rating.
  public init(level: LevelIndex, score: Rational, given: GivenScore? = nil) {
    self.level = level
    self.score = score
    self.given = given
  }
}

/// One row of evidence: who showed what, when, and at which level.
///
/// OB3, CLR: Result with its Evidence; CEDS: Assessment Result C200047; PESC has no slot.
public struct EvidenceRecord: Hashable, Sendable {
  /// Unique in the district.
  public let id: Identifier<EvidenceRecord>
  /// Who.
  public let student: Identifier<Student>
  /// Which competency or objective.
  public let competency: Identifier<Competency>
  /// The day on which it was shown.
  ///
  /// Evidence is ordered by this day.
  public let demonstratedOn: CalendarDate
  /// The day on which it was entered; orders nothing.
  public let recordedOn: CalendarDate?
  /// The rating; `nil` unless `status` is `rated`.
  public let rating: EvidenceRating?
  /// The kind of work.
  public let assessmentType: AssessmentType
  /// What the assessment is for.
  public let purpose: AssessmentPurpose
  /// The content area in which it was shown, where the competency has several.
  public let area: Identifier<ContentArea>?
  /// Where learning took place.
  public let pathway: Pathway
  /// The piece of work.
  ///
  /// Title and day tell one demonstration from another.
  public let title: String
  /// A link to the work.
  public let link: String?
  /// Who assessed it.
  public let assessor: String?
  /// Rated, missed, excused or withdrawn.
  public let status: EvidenceStatus
  /// The record that this one corrects.
  public let replaces: Identifier<EvidenceRecord>?
  /// Hours of an experience; only ever counted by a requirement that says hours.
  public let hours: Rational?
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a record.
  public init(
    id: Identifier<EvidenceRecord>, student: Identifier<Student>,
    competency: Identifier<Competency>, demonstratedOn: CalendarDate,
    recordedOn: CalendarDate? = nil, rating: EvidenceRating?, assessmentType: AssessmentType,
    purpose: AssessmentPurpose, area: Identifier<ContentArea>? = nil, pathway: Pathway = .course,
    title: String, link: String? = nil, assessor: String? = nil, status: EvidenceStatus = .rated,
    replaces: Identifier<EvidenceRecord>? = nil, hours: Rational? = nil, location: SourceLocation
  ) {
    self.id = id
    self.student = student
    self.competency = competency
    self.demonstratedOn = demonstratedOn
    self.recordedOn = recordedOn
    self.rating = rating
    self.assessmentType = assessmentType
    self.purpose = purpose
    self.area = area
    self.pathway = pathway
    self.title = title
    self.link = link
    self.assessor = assessor
    self.status = status
    self.replaces = replaces
    self.hours = hours
    self.location = location
  }
}
