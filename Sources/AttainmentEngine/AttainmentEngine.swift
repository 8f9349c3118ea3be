public import Diagnostics
public import TranscriptModel

/// Decides attainment, credits and graduation from what is on file: pure functions of their input.
///
/// The policy's rules are read once; `resolve` then never fails. Nothing here knows files, clocks,
/// locales or floating point.
public struct AttainmentEngine: Sendable {
  /// What was adopted.
  public let policy: Policy
  /// What is to be mastered.
  public let framework: CompetencyFramework
  /// The rule of each competency, by position in the framework.
  let rules: [CompiledRule]
  /// The rule of each competency in words: every decision names it.
  let statements: [String]
  /// What the rule of each competency averages, in words.
  let averages: [[String]]
  /// Positions in the framework, each after those that its rule waits for.
  let order: [Int]
  /// For each competency, itself and its objectives: whose evidence a pooled rule reads.
  let pools: [[Int]]
  /// Whether a rule over children looks at the competency at each position.
  let isChild: [Bool]
  /// Whether marks of courses, or a rule over children, look at the competency at each position.
  let isMarked: [Bool]
  /// The rule of each tier, for competencies without one of their own.
  let tierRules: [CompetencyTier: CompiledRule]
  /// The rule for the mark of a course.
  let courseMark: ChildDecider
  /// The same in words.
  let courseMarkStatement: String
  /// What each course requires, with the competencies above it.
  let courseCompetencies: [Identifier<CreditRule>: Set<Identifier<Competency>>]
  /// For each credit rule those that ask for the very same competencies, itself among them.
  let coursesAlike: [[Identifier<CreditRule>]]
  /// Engines for classes that keep earlier rules.
  private var cohorts: [(rules: CohortRules, engine: AttainmentEngine)] = []

  /// Reads the policy's rules; `nil` when one of them cannot be read.
  ///
  /// All problems are added to `diagnostics`, each with its place in the policy file; a rule that
  /// averages over time is a warning.
  public init?(
    policy: Policy, framework: CompetencyFramework, diagnostics: inout DiagnosticList
  ) {
    var found = DiagnosticList()
    // Classes that keep earlier rules have the plans of the whole policy, which are checked once.
    if !diagnostics.all.contains(where: { PlanReach.codes.contains($0.code) }) {
      PlanReach(policy: policy).check(&found)
    }
    let compiler = RuleCompiler(policy: policy, framework: framework)
    let tierRules = compiler.tierRules(reporting: &found)
    let rules = compiler.rules(over: tierRules, reporting: &found)
    let courseMark = compiler.courseMark(reporting: &found)
    if let rules {
      PolicyReach(policy: policy, framework: framework).check(
        rules, courseMark: courseMark, &found)
      if !diagnostics.all.contains(where: { $0.code == AttainmentDiagnostic.sharedCompetency }) {
        SharedCompetencies(courses: policy.creditRules, framework: framework, rules: rules)
          .check(&found)
      }
    }
    if !diagnostics.all.contains(where: { $0.code == AttainmentDiagnostic.pointsGap }) {
      PolicyReach(policy: policy, framework: framework).checkPoints(&found)
    }
    let order = rules.flatMap { compiler.order(of: $0, reporting: &found) }
    diagnostics.add(contentsOf: found)
    guard !found.hasErrors, let rules, let courseMark, let order else { return nil }
    self.policy = policy
    self.framework = framework
    self.rules = rules
    statements = rules.map { $0.statement(scale: policy.scale) }
    averages = rules.map(\.averages)
    self.tierRules = tierRules
    self.order = order
    self.courseMark = courseMark
    courseMarkStatement = courseMark.statement(scale: policy.scale)
    coursesAlike = Self.coursesAlike(policy.creditRules)
    courseCompetencies = Dictionary(
      policy.creditRules.map { rule in
        let members = rule.requires.members
        return (
          rule.id, Set(members).union(members.flatMap { framework.competency($0)?.parents ?? [] })
        )
      }, uniquingKeysWith: { $0.union($1) })
    pools = framework.competencies.indices.map { index in
      let children = framework.children(of: framework.competencies[index].id)
      return [index] + children.compactMap { framework.index(of: $0.id) }
    }
    let looked = Set(
      rules.indices.flatMap { rules[$0].dependencies(of: $0, in: framework) })
    isChild = rules.indices.map { looked.contains($0) }
    let members = Set(policy.creditRules.flatMap(\.requires.members))
    isMarked = framework.competencies.indices.map {
      looked.contains($0) || members.contains(framework.competencies[$0].id)
    }
    let earlier = policy.earlier.map { cohort in
      let engine = AttainmentEngine(
        policy: policy.with(cohort), framework: framework, diagnostics: &diagnostics)
      return engine.map { (rules: cohort, engine: $0) }
    }
    cohorts = earlier.compactMap(\.self)
    guard cohorts.count == policy.earlier.count else { return nil }
  }

  private static func coursesAlike(_ rules: [CreditRule]) -> [[Identifier<CreditRule>]] {
    struct Members: Hashable {
      let members: Set<Identifier<Competency>>
      let count: Int
    }
    let members = rules.map {
      Members(members: Set($0.requires.members), count: $0.requires.members.count)
    }
    let groups = Dictionary(grouping: rules.indices) { members[$0] }
    return members.map { (groups[$0] ?? []).map { rules[$0].id } }
  }

  /// The engines for classes that keep earlier rules, in the order of the policy.
  public var earlier: [AttainmentEngine] { cohorts.map(\.engine) }

  /// The place in `earlier` of the engine for a class; `nil` where this one is for it.
  public func earlierIndex(forClassOf year: Int) -> Int? {
    cohorts.firstIndex { $0.rules.hold(forClassOf: year) }
  }

  /// The engine with the rules of a class: its own where it keeps earlier ones, else this one.
  public func engine(forClassOf year: Int) -> AttainmentEngine {
    earlierIndex(forClassOf: year).map { cohorts[$0].engine } ?? self
  }

  /// The rule for a competency in words, and its name in the policy.
  public func rule(
    for competency: Identifier<Competency>
  ) -> (name: String, statement: String)? {
    framework.index(of: competency).map {
      (rules[$0].name, statements[$0])
    }
  }

  /// The rule of a slot in words, as documents name it.
  public func statement(of slot: RuleSlot) -> String {
    guard let tier = CompetencyTier.allCases.first(where: { $0.slot == slot }) else {
      return courseMarkStatement
    }
    return tierRules[tier]?.statement(scale: policy.scale) ?? ""
  }

  /// What the averaging rules in use average, in words, each once, in order; documents name each.
  public var averagingRules: [String] {
    let all = rules + tierRules.values + [.children(courseMark)]
    return Set(all.flatMap(\.averages)).sorted()
  }
}
