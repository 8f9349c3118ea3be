import Diagnostics
import TranscriptModel

/// One run of the importer: files in the order in which they may name each other.
struct DistrictLoading {
  var reader: FolderReader
  let limits: ImportLimits
  var references = References()
  var files: [Identifier<Student>: StudentFile] = [:]
  private var plans: [GraduationPlan] = []
  /// What `mappings/` declares, once it was read.
  var mappings: DistrictMappings?
  /// Whether the folder is only checked: evidence is counted then, not kept.
  private let isCheck: Bool
  /// Whether evidence is not looked at.
  let skipsEvidence: Bool
  /// The texts of the YAML files.
  private var writtenValues: [WrittenValue] = []
  /// How many records of evidence a check found in order.
  var evidenceCount = 0
  /// The district without its records, once a check has come so far.
  private(set) var district: District?

  init(
    reader: FolderReader, limits: ImportLimits, isCheck: Bool = false, skipsEvidence: Bool = false
  ) {
    self.reader = reader
    self.skipsEvidence = skipsEvidence
    self.isCheck = isCheck
    self.limits = limits
  }

  /// Reads everything; `nil` when a part without which nothing can be said is missing.
  mutating func load() -> District? {
    let root = reader.names(in: "")
    guard FolderNames.holdsSomething(root) else {
      reader.report(
        .notADistrictFolder, ".", "the folder holds none of a district's files",
        "name the folder that holds district.yaml, or make one with: mastery-transcript init DIR")
      return nil
    }
    reportUnknownFiles(root)
    let profile = profile()
    let draft = policyDraft()
    let hasFramework = readFramework()
    let courses = readCourses()
    let policy = draft.flatMap { finish($0.draft, $0.problems, courses: courses ?? []) }
    references.needsArea =
      policy.map { AreaDemand.competencies(under: $0, in: references.framework) } ?? []
    let students = readStudents()
    if isCheck {
      _ = declaredMappings()
      if let profile, let policy, hasFramework, let students {
        district = District(
          profile: profile, policy: policy, framework: references.framework, students: students,
          files: [:], inputHashes: [:])
      }
    }
    readRecords()
    readNarratives()
    NearMissIDs(references.students, references.studentByID).report(&reader.findings)
    guard let profile, let policy, hasFramework, courses != nil, let students else { return nil }
    for index in files.values.indices { files.values[index].order() }
    return District(
      profile: profile, policy: policy, framework: references.framework, students: students,
      files: files, inputHashes: reader.hashes, writtenValues: writtenValues)
  }

  private mutating func profile() -> DistrictProfile? {
    guard let (root, problems) = yaml("district.yaml") else { return nil }
    let profile = ProfileFile(problems).profile(root)
    problems.all.forEach { reader.findings.add($0) }
    return profile
  }

  private mutating func policyDraft() -> (draft: PolicyDraft, problems: YAMLProblems)? {
    guard let (root, problems) = yaml("policy.yaml") else { return nil }
    guard let draft = PolicyFile(problems).draft(root) else {
      problems.all.forEach { reader.findings.add($0) }
      return nil
    }
    references.scale = draft.scale
    references.scoreTables = draft.scoreTables
    references.creditAreas.add(draft.creditAreas.map(\.id))
    references.creditAreas.isComplete = !draft.creditAreas.isEmpty
    return (draft, problems)
  }

  private mutating func yaml(_ path: String) -> (PolicyNode, YAMLProblems)? {
    guard let file = reader.file(path, limit: limits.text, isRequired: true),
      let yaml = YAMLFile(file, limits: limits, &reader.findings)
    else { return nil }
    writtenValues += yaml.root.writtenValues()
    return (yaml.root, YAMLProblems(file))
  }

  /// The policy with what names the framework and the courses.
  private mutating func finish(
    _ draft: PolicyDraft, _ problems: YAMLProblems, courses: [CreditRule]
  ) -> Policy {
    plans = PlanFile(problems: problems, references: references).plans(draft.plans)
    let promotion = PromotionFile(problems: problems, references: references)
      .gates(draft.promotion)
    let overrides = overrides(draft.overrides, problems)
    let earlier = draft.earlier.map { cohort in
      CohortRules(
        version: cohort.version, effectiveOn: cohort.effectiveOn, adoptedOn: cohort.adoptedOn,
        adoptedBy: cohort.adoptedBy, firstClass: cohort.firstClass, lastClass: cohort.lastClass,
        rules: cohort.rules, overrides: self.overrides(cohort.overrides, problems),
        location: cohort.location)
    }
    problems.all.forEach { reader.findings.add($0) }
    // With rows set aside the count would be of what is left, and say nothing.
    if references.competencies.setAside.isEmpty {
      FrameworkCheck.checkSizes(
        references.framework, range: draft.competenciesPerArea, &reader.findings)
    }
    return Policy(
      title: draft.title, version: draft.version, effectiveOn: draft.effectiveOn,
      adoptedOn: draft.adoptedOn, adoptedBy: draft.adoptedBy, scale: draft.scale,
      scoreTables: draft.scoreTables, rules: draft.rules, overrides: overrides, earlier: earlier,
      competenciesPerArea: draft.competenciesPerArea,
      creditAreas: draft.creditAreas, creditRules: courses, plans: plans,
      equivalence: draft.equivalence, promotion: promotion, honors: draft.honors,
      ranksClass: draft.ranksClass)
  }

  /// Rules for single competencies, of those that there are.
  private func overrides(
    _ written: [(competency: PolicyNode.Member, rule: RuleSpecification)],
    _ problems: YAMLProblems
  ) -> [Identifier<Competency>: RuleSpecification] {
    var overrides: [Identifier<Competency>: RuleSpecification] = [:]
    for (member, rule) in written {
      let id = Identifier<Competency>(member.key)
      let known = references.competencies
      if known.isComplete, !known.ids.contains(id), !known.setAside.contains(id) {
        problems.report(
          .unknownCompetency, at: member.location,
          "the competency \"\(id)\" is not in \(known.home)", marking: member.key,
          hint: known.hint(for: id))
      } else {
        overrides[id] = rule
      }
    }
    return overrides
  }

  private mutating func reportUnknownFiles(_ root: [String]) {
    for path in FolderNames.unknown(root, reader) {
      let nearest = NearestName.find(path, in: FolderNames.files)
      reader.report(
        .unknownFile, path, "the file is not read: its name is not one that is known",
        nearest.map { "rename it \($0)" } ?? "move it out of the folder")
    }
  }

  /// Ids of the requirements of all plans, for waivers.
  var requirementIDs: Set<String> {
    Set(plans.flatMap(\.requirements).flatMap(\.withParts).map(\.id.code))
  }

  /// Classes that some plan holds for.
  func hasPlan(forClassOf year: Int) -> Bool {
    plans.isEmpty || plans.contains { $0.holds(forClassOf: year) }
  }
}
