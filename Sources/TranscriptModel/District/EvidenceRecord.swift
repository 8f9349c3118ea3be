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
  public var id: Identifier<EvidenceRecord> { shared.value.id }
  /// Who.
  public var student: Identifier<Student> { shared.value.student }
  /// Which competency or objective.
  public var competency: Identifier<Competency> { shared.value.competency }
  /// The day on which it was shown.
  ///
  /// Evidence is ordered by this day.
  public var demonstratedOn: CalendarDate { shared.value.demonstratedOn }
  /// The day on which it was entered; orders nothing.
  public var recordedOn: CalendarDate? { shared.value.recordedOn }
  /// The rating; `nil` unless `status` is `rated`.
  public var rating: EvidenceRating? { shared.value.rating }
  /// The kind of work.
  public var assessmentType: AssessmentType { shared.value.assessmentType }
  /// What the assessment is for.
  public var purpose: AssessmentPurpose { shared.value.purpose }
  /// The content area in which it was shown, where the competency has several.
  public var area: Identifier<ContentArea>? { shared.value.area }
  /// Where learning took place.
  public var pathway: Pathway { shared.value.pathway }
  /// The piece of work.
  ///
  /// Title and day tell one demonstration from another.
  public var title: String { shared.value.title }
  /// A link to the work.
  public var link: String? { shared.value.link }
  /// Who assessed it.
  public var assessor: String? { shared.value.assessor }
  /// Rated, missed, excused or withdrawn.
  public var status: EvidenceStatus { shared.value.status }
  /// The record that this one corrects.
  public var replaces: Identifier<EvidenceRecord>? { shared.value.replaces }
  /// Hours of an experience; only ever counted by a requirement that says hours.
  public var hours: Rational? { shared.value.hours }
  /// Where the row is.
  public var location: SourceLocation { shared.value.location }

  private struct Values: Hashable, Sendable {
    let id: Identifier<EvidenceRecord>
    let student: Identifier<Student>
    let competency: Identifier<Competency>
    let demonstratedOn: CalendarDate
    let recordedOn: CalendarDate?
    let rating: EvidenceRating?
    let assessmentType: AssessmentType
    let purpose: AssessmentPurpose
    let area: Identifier<ContentArea>?
    let pathway: Pathway
    let title: String
    let link: String?
    let assessor: String?
    let status: EvidenceStatus
    let replaces: Identifier<EvidenceRecord>?
    let hours: Rational?
    let location: SourceLocation
  }

  private let shared: Shared<Values>

  /// Creates a record.
  public init(
    id: Identifier<EvidenceRecord>, student: Identifier<Student>,
    competency: Identifier<Competency>, demonstratedOn: CalendarDate,
    recordedOn: CalendarDate? = nil, rating: EvidenceRating?, assessmentType: AssessmentType,
    purpose: AssessmentPurpose, area: Identifier<ContentArea>? = nil, pathway: Pathway = .course,
    title: String, link: String? = nil, assessor: String? = nil, status: EvidenceStatus = .rated,
    replaces: Identifier<EvidenceRecord>? = nil, hours: Rational? = nil, location: SourceLocation
  ) {
    shared = Shared(
      Values(
        id: id, student: student, competency: competency, demonstratedOn: demonstratedOn,
        recordedOn: recordedOn, rating: rating, assessmentType: assessmentType, purpose: purpose,
        area: area, pathway: pathway, title: title, link: link, assessor: assessor, status: status,
        replaces: replaces, hours: hours, location: location))
  }
}
