/// Where one requirement stands.
public enum RequirementStatus: String, Sendable, Hashable, CaseIterable {
  /// Met by what is on file.
  case met
  /// Waived, whole or for the part that is missing.
  case waived
  /// Not met; what is under way or planned would meet it.
  case inProgress = "in-progress"
  /// Not met.
  case notMet = "not-met"

  /// Whether it stands in nobody's way.
  public var satisfies: Bool { self == .met || self == .waived }
}

/// A piece of credit, named by where it comes from, given to one requirement line.
public struct CreditAllocation: Hashable, Sendable {
  /// Where the credit comes from.
  public enum Source: Hashable, Sendable {
    /// A credit rule of this district.
    case course(Identifier<CreditRule>)
    /// Credit from elsewhere.
    case external(Identifier<ExternalCredit>)
  }

  /// Where it comes from.
  public let source: Source
  /// The course's title.
  public let title: String
  /// How much of it goes to the line: exact.
  public let amount: Rational
  /// Whether it is posted; otherwise it is under way or planned.
  public let isEarned: Bool
  /// Whether it is not posted, and its course has yet to begin.
  public let isPlanned: Bool

  /// Creates an allocation.
  public init(
    source: Source, title: String, amount: Rational, isEarned: Bool, isPlanned: Bool = false
  ) {
    self.source = source
    self.title = title
    self.amount = amount
    self.isEarned = isEarned
    self.isPlanned = isPlanned
  }
}

/// Where one requirement stands for one student, with what it rests on.
public struct RequirementOutcome: Hashable, Sendable {
  /// The requirement.
  public let requirement: GraduationRequirement
  /// Where it stands.
  public let status: RequirementStatus
  /// Credit, hours or items posted.
  public let earned: Rational
  /// The same, under way or planned.
  public let inProgress: Rational
  /// How much of that is planned alone: no course that brings it has begun.
  public let planned: Rational
  /// The same, waived.
  public let waived: Rational
  /// The same, required.
  public let required: Rational
  /// Which credit was given to this line.
  public let allocations: [CreditAllocation]
  /// The hours on file, for a requirement that says hours.
  public let hours: [PooledHours]
  /// Competencies that are needed and not met.
  public let unmetCompetencies: [Identifier<Competency>]
  /// The waivers that were used.
  public let waivers: [Waiver]
  /// Parts.
  public let parts: [RequirementOutcome]

  /// Creates an outcome.
  public init(
    requirement: GraduationRequirement, status: RequirementStatus, earned: Rational = .zero,
    inProgress: Rational = .zero, planned: Rational = .zero, waived: Rational = .zero,
    required: Rational = .zero,
    allocations: [CreditAllocation] = [], hours: [PooledHours] = [],
    unmetCompetencies: [Identifier<Competency>] = [],
    waivers: [Waiver] = [], parts: [RequirementOutcome] = []
  ) {
    self.requirement = requirement
    self.status = status
    self.earned = earned
    self.inProgress = inProgress
    self.planned = planned
    self.waived = waived
    self.required = required
    self.allocations = allocations
    self.hours = hours
    self.unmetCompetencies = unmetCompetencies
    self.waivers = waivers
    self.parts = parts
  }
}

/// Where a student stands on graduation.
public enum GraduationStatus: Hashable, Sendable {
  /// All requirements are met or waived, and the date is posted by an authorized person.
  case graduated(CalendarDate)
  /// All requirements are met or waived; the date is not posted.
  case requirementsMet
  /// What is under way or planned would meet what is missing.
  case onTrack
  /// Something is missing that nothing under way or planned would meet, in the class's last school
  /// year.
  case notOnTrack
  /// Something is missing, and school years remain in which it can be met.
  case yearsRemain
  /// A date is posted although a requirement is not met: reported, never printed as graduated.
  case postedButUnmet(CalendarDate)
  /// Left without graduating.
  case withdrawn(CalendarDate)
}

/// Where a student stands on graduation, with every requirement and every credit accounted for.
public struct GraduationDecision: Hashable, Sendable {
  /// The plan for the student's class.
  public let plan: GraduationPlan
  /// The status.
  public let status: GraduationStatus
  /// Credit posted in all: the exact sum of what is shown.
  public let creditsEarned: Rational
  /// Credit under way or planned in all.
  public let creditsInProgress: Rational
  /// How much of that is planned alone.
  public let creditsPlanned: Rational
  /// Each requirement, in the plan's order.
  public let outcomes: [RequirementOutcome]
  /// Credit that no line needed.
  public let unallocated: [CreditAllocation]
  /// The policy's version.
  public let policyVersion: String

  /// Creates a decision.
  public init(
    plan: GraduationPlan, status: GraduationStatus, creditsEarned: Rational,
    creditsInProgress: Rational, creditsPlanned: Rational = .zero, outcomes: [RequirementOutcome],
    unallocated: [CreditAllocation], policyVersion: String
  ) {
    self.plan = plan
    self.status = status
    self.creditsEarned = creditsEarned
    self.creditsInProgress = creditsInProgress
    self.creditsPlanned = creditsPlanned
    self.outcomes = outcomes
    self.unallocated = unallocated
    self.policyVersion = policyVersion
  }
}
