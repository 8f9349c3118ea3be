import Diagnostics
import Testing
import TranscriptModel

@testable import AttainmentEngine

/// A small made-up district for tests, built in words.
struct World {
  static let here = SourceLocation(file: "test")
  var competencies: [Competency] = []
  var areas: [Identifier<ContentArea>] = ["MATH", "SCI"]
  var rules: [RuleSlot: RuleSpecification] = [:]
  var overrides: [Identifier<Competency>: RuleSpecification] = [:]
  var earlier: [CohortRules] = []
  var courses: [CreditRule] = []
  var plans: [GraduationPlan] = []
  var equivalence: EquivalenceTable?
  var promotion: [PromotionGate] = []
  var honors: HonorsPolicy?
  var ranksClass = false
  var file = StudentFile()
  var student = World.student()

  static let scale = PerformanceScale(
    id: "levels-4", title: "Levels 1 to 4",
    levels: [
      ("BG", 1, "Beginning"), ("DV", 2, "Developing"), ("PR", 3, "Proficient"),
      ("EX", 4, "Exemplary"),
    ]
    .map { PerformanceLevel(code: $0.0, number: Rational($0.1), label: $0.2, description: $0.2) },
    bar: 2)

  static func student(
    id: Identifier<Student> = "S1", classOf: Int = 2027, enrolledOn: String? = nil,
    graduatedOn: String? = nil
  ) -> Student {
    Student(
      id: id, legalName: LegalName(first: "Ada", last: "Example"), birthDate: day("2009-05-05"),
      gradeLevel: grade(12), classOf: classOf,
      enrolledOn: enrolledOn.map(day),
      graduation: graduatedOn.map { GraduationPosting(date: day($0), authorizedBy: "Principal") },
      location: here)
  }

  func policy() throws -> Policy {
    Policy(
      title: "Test policy", version: "t1", effectiveOn: day("2020-07-01"),
      scale: try #require(World.scale), rules: rules, overrides: overrides, earlier: earlier,
      creditAreas: [],
      creditRules: courses, plans: plans, equivalence: equivalence, promotion: promotion,
      honors: honors, ranksClass: ranksClass)
  }

  func framework() -> CompetencyFramework {
    CompetencyFramework(
      areas: areas.map {
        ContentArea(id: $0, title: $0.code, shortTitle: $0.code, location: World.here)
      },
      competencies: competencies)
  }

  func engine() throws -> AttainmentEngine {
    var diagnostics = DiagnosticList()
    let engine = AttainmentEngine(
      policy: try policy(), framework: framework(), diagnostics: &diagnostics)
    return try #require(engine, "\(diagnostics.all.map(\.message))")
  }

  func resolve(asOf: String = "2027-06-30") throws -> StudentResolution {
    try engine().resolve(student: student, file: file, asOf: day(asOf))
  }

  /// The outcome for one competency.
  func attainment(_ id: Identifier<Competency>, asOf: String = "2027-06-30") throws -> Attainment {
    try #require(try resolve(asOf: asOf).result(of: id)).overall
  }

  // MARK: - Building

  mutating func add(
    _ id: Identifier<Competency>, _ tier: CompetencyTier = .contentArea,
    areas: [Identifier<ContentArea>] = ["MATH"], parents: [Identifier<Competency>] = [],
    core: Bool = true
  ) {
    competencies.append(
      Competency(
        id: id, tier: tier, areas: tier == .contentArea ? areas : [], parents: parents,
        shortName: id.code, statement: id.code, isCore: core, location: World.here))
  }

  mutating func show(
    _ competency: Identifier<Competency>, _ level: String, _ on: String, id: String? = nil,
    title: String? = nil, purpose: AssessmentPurpose = .summative,
    type: AssessmentType = .project, area: Identifier<ContentArea>? = nil,
    status: EvidenceStatus = .rated, replaces: Identifier<EvidenceRecord>? = nil,
    score: Rational? = nil, hours: Rational? = nil, pathway: Pathway = .course,
    recordedOn: String? = nil
  ) {
    let number = file.evidence.count + 1
    let index = World.scale?.index(written: level)
    let rating = index.map {
      EvidenceRating(
        level: $0, score: score ?? World.scale?.level($0).number ?? .zero)
    }
    file.evidence.append(
      EvidenceRecord(
        id: Identifier(id ?? "E\(number)"), student: "S1", competency: competency,
        demonstratedOn: day(on), recordedOn: recordedOn.map(day),
        rating: status == .rated ? rating : nil, assessmentType: type,
        purpose: purpose, area: area, pathway: pathway, title: title ?? "Work \(number)",
        status: status, replaces: replaces, hours: hours, location: World.here))
  }

  mutating func course(
    _ id: Identifier<CreditRule>, _ credit: String,
    areas: [Identifier<CreditArea>] = ["any"], _ members: [Identifier<Competency>],
    atLeast: Int? = nil, level: CourseLevel = .regular, partial: PartialCredit = .none
  ) {
    courses.append(
      CreditRule(
        id: id, title: id.code, credit: exact(credit), creditAreas: areas,
        requires: CompetencySet(
          members: members, criteria: atLeast.map { .atLeast($0) } ?? .all),
        level: level, partial: partial, location: World.here))
  }

  /// A course of one credit that posts whole.
  static func course(
    _ id: Identifier<CreditRule>, _ members: [Identifier<Competency>]
  ) -> CreditRule {
    CreditRule(
      id: id, title: id.code, credit: .one, creditAreas: ["any"],
      requires: CompetencySet(members: members), location: here)
  }

  mutating func enroll(
    _ course: Identifier<CreditRule>, _ status: Enrollment.Status, year: Int = 2026,
    grade number: Int = 12
  ) {
    file.enrollments.append(
      Enrollment(
        student: "S1", course: course, schoolYear: SchoolYear(start: year),
        gradeLevel: grade(number), status: status, location: World.here))
  }

  mutating func transfer(
    _ id: Identifier<ExternalCredit>, _ credit: String, areas: [Identifier<CreditArea>] = ["any"],
    on: String = "2025-06-10", satisfies: [Identifier<Competency>] = []
  ) {
    file.externalCredits.append(
      ExternalCredit(
        id: id, student: "S1", institution: "Elsewhere High School", kind: .transfer,
        title: id.code, mark: "B+", credit: exact(credit), creditAreas: areas, earnedOn: day(on),
        satisfies: satisfies, location: World.here))
  }

  mutating func decide(
    _ competency: Identifier<Competency>, _ level: String? = nil, on: String,
    area: Identifier<ContentArea>? = nil
  ) {
    file.determinations.append(
      ProfessionalDetermination(
        id: Identifier("D\(file.determinations.count + 1)"), student: "S1",
        competency: competency, area: area,
        level: level.flatMap { World.scale?.index(written: $0) },
        decidedOn: day(on), decidedBy: "Robin Sample", role: "Panel", reason: "Portfolio",
        location: World.here))
  }

  /// A signed-off decision that lowers a result.
  mutating func lower(
    _ competency: Identifier<Competency>, _ level: String, on: String,
    area: Identifier<ContentArea>? = nil
  ) {
    file.determinations.append(
      ProfessionalDetermination(
        id: Identifier("L\(file.determinations.count + 1)"), student: "S1",
        competency: competency, area: area, act: .lowers,
        level: World.scale?.index(written: level), decidedOn: day(on), decidedBy: "Robin Sample",
        role: "Principal", reason: "The work was another's", location: World.here))
  }

  mutating func waive(_ requirement: String, _ credit: String? = nil, on: String = "2026-01-10") {
    file.waivers.append(
      Waiver(
        student: "S1", requirement: requirement, credit: credit.map(exact),
        authorizedBy: "Principal", authorizedOn: day(on), location: World.here))
  }

  /// Hours of a pathway, done by June 1, 2026.
  mutating func experience(_ kind: Experience.Kind, _ hours: String) {
    file.experiences.append(
      Experience(
        student: "S1", kind: kind, title: kind.rawValue, hours: exact(hours),
        endedOn: day("2026-06-01"), location: World.here))
  }

  mutating func plan(_ credits: String, _ requirements: [GraduationRequirement]) {
    plans.append(
      GraduationPlan(
        id: "plan", title: "Plan", firstClass: 2000, lastClass: nil, credits: exact(credits),
        requirements: requirements, location: World.here))
  }
}

// MARK: - Words

func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }
/// A grade from 0 to 12; the nearest there is.
func grade(_ number: Int) -> GradeLevel {
  for candidate in [number, 12, 0] { if let grade = GradeLevel(candidate) { return grade } }
  preconditionFailure("grades 0 to 12 exist")
}
func exact(_ text: String) -> Rational { Rational(text: text) ?? .zero }

func line(
  _ id: Identifier<GraduationRequirement>, _ credits: String,
  _ areas: [Identifier<CreditArea>], within: [GraduationRequirement] = []
) -> GraduationRequirement {
  GraduationRequirement(
    id: id, title: id.code, kind: .credits(exact(credits), areas: areas, within: within),
    location: World.here)
}

func requirement(
  _ id: Identifier<GraduationRequirement>, _ kind: GraduationRequirement.Kind
) -> GraduationRequirement {
  GraduationRequirement(id: id, title: id.code, kind: kind, location: World.here)
}

/// `rule("highest-in-distinct", "demonstrations", "2")`: a rule with its options in pairs.
func rule(_ name: String, _ options: String...) -> RuleSpecification {
  let members = stride(from: 0, to: options.count, by: 2).map { place in
    member(options[place], scalar(options[place + 1]))
  }
  return RuleSpecification(
    name: name,
    options: PolicyNode(.mapping([member("rule", scalar(name))] + members), at: World.here))
}

/// `tree("all-of", [rule(...), rule(...)])`.
func tree(_ name: String, _ rules: [RuleSpecification]) -> RuleSpecification {
  let list = PolicyNode(.list(rules.map(\.options)), at: World.here)
  return RuleSpecification(
    name: name,
    options: PolicyNode(
      .mapping([member("rule", scalar(name)), member("rules", list)]), at: World.here))
}

func scalar(_ text: String) -> PolicyNode { PolicyNode(.scalar(text), at: World.here) }

func member(_ key: String, _ value: PolicyNode) -> PolicyNode.Member {
  PolicyNode.Member(key: key, location: World.here, value: value)
}
