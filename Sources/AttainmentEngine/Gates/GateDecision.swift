public import TranscriptModel

/// Whether the way on is open, with everything that is unmet.
///
/// A gate informs people; nothing in the engine depends on it.
public struct GateDecision: Hashable, Sendable {
  /// Where the gate stands.
  public enum Subject: Hashable, Sendable {
    /// Before the next objective or unit.
    case competency(Identifier<Competency>)
    /// Before a course.
    case course(Identifier<CreditRule>)
    /// At the end of a grade.
    case grade(GradeLevel)
  }

  /// Where the gate stands.
  public let subject: Subject
  /// Whether nothing is unmet.
  public var isOpen: Bool { unmetCompetencies.isEmpty && unmetRequirements.isEmpty }
  /// Competencies that come first and are not met, in the framework's order.
  public let unmetCompetencies: [Identifier<Competency>]
  /// Requirements of a grade that are not met, with what is missing.
  public let unmetRequirements: [RequirementOutcome]
  /// Competencies that come first and are met, in the framework's order.
  public let metCompetencies: [Identifier<Competency>]
  /// Requirements of a grade that are met, with what met them.
  public let metRequirements: [RequirementOutcome]

  /// Creates a decision.
  public init(
    subject: Subject, unmetCompetencies: [Identifier<Competency>] = [],
    unmetRequirements: [RequirementOutcome] = [],
    metCompetencies: [Identifier<Competency>] = [], metRequirements: [RequirementOutcome] = []
  ) {
    self.subject = subject
    self.unmetCompetencies = unmetCompetencies
    self.unmetRequirements = unmetRequirements
    self.metCompetencies = metCompetencies
    self.metRequirements = metRequirements
  }
}

extension AttainmentEngine {
  /// Whether a student may begin a competency: all that the framework puts before it is met.
  public func gate(
    before competency: Identifier<Competency>, _ resolution: StudentResolution
  ) -> GateDecision {
    let prior = framework.competency(competency)?.prerequisites ?? []
    return gate(.competency(competency), after: prior, resolution)
  }

  /// Whether a student may begin a course: all that comes before its competencies, and is not itself
  /// part of the course, is met.
  public func gate(
    before course: CreditRule, _ resolution: StudentResolution
  ) -> GateDecision {
    let members = course.requires.members
    let prior = members.flatMap { framework.competency($0)?.prerequisites ?? [] }
      .filter { !members.contains($0) }
    return gate(.course(course.id), after: prior, resolution)
  }

  /// Whether a student may leave the present grade; `nil` when the policy has no gate for it.
  public func promotion(of resolution: StudentResolution, file: StudentFile) -> GateDecision? {
    let grade = resolution.student.gradeLevel
    guard let gate = policy.promotion.first(where: { $0.grade == grade }) else { return nil }
    let facts = GraduationFacts(resolution, file: file, engine: self)
    let decision = GraduationResolver.decide(
      plan: gate.plan, policyVersion: resolution.policyVersion, facts: facts)
    let outcomes = decision.outcomes + [decision.total].compactMap(\.self)
    return GateDecision(
      subject: .grade(grade), unmetRequirements: outcomes.filter { !$0.status.satisfies },
      metRequirements: outcomes.filter(\.status.satisfies))
  }

  private func gate(
    _ subject: GateDecision.Subject, after prior: [Identifier<Competency>],
    _ resolution: StudentResolution
  ) -> GateDecision {
    let wanted = Set(prior)
    let results = resolution.competencies.filter { wanted.contains($0.competency) }
    return GateDecision(
      subject: subject,
      unmetCompetencies: results.filter { !$0.overall.status.satisfies }.map(\.competency),
      metCompetencies: results.filter(\.overall.status.satisfies).map(\.competency))
  }
}

extension GradeLevel {
  /// The whole of grade 9 to 12, as parts of four years; `nil` before high school.
  var yearOfHighSchool: Int? { (9...12).contains(number) ? number - 8 : nil }
}

extension GraduationFacts {
  /// The facts behind a resolution.
  init(_ resolution: StudentResolution, file: StudentFile, engine: AttainmentEngine) {
    self.init(
      student: resolution.student, file: file, asOf: resolution.asOf,
      competencies: resolution.competencies, credits: resolution.credits,
      external: resolution.externalCredits,
      work: CourseWork(of: resolution.student, file, on: resolution.asOf, engine: engine))
  }
}
