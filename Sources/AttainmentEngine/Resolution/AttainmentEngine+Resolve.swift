public import TranscriptModel

extension AttainmentEngine {
  /// Everything that follows from a student's file on the day `asOf`.
  ///
  /// Pure: equal input gives an equal result, whatever the order of the rows. Evidence shown after
  /// the day, and decisions, credits and waivers dated after it, do not count yet; a correction
  /// counts whatever its day, because it says what was true.
  public func resolve(
    student: Student, file: StudentFile, asOf: CalendarDate
  ) -> StudentResolution {
    engine(forClassOf: student.classOf).resolveByOwnRules(student, file, asOf: asOf)
  }

  private func resolveByOwnRules(
    _ student: Student, _ file: StudentFile, asOf: CalendarDate
  ) -> StudentResolution {
    let enrollments = file.enrollments(of: student, on: asOf)
    let work = CourseWork(enrollments, engine: self)
    var attainment = AttainmentResolver(engine: self, file: file, work: work, asOf: asOf)
    let competencies = attainment.results()
    let standings = framework.competencies.indices.map { attainment.child(at: $0) }
    let credits = CreditResolver(
      engine: self, student: student, enrollments: enrollments,
      taken: file.coursesTaken, standings: standings
    ).decisions()
    let external = file.externalCredits.filter { $0.earnedOn <= asOf }.sorted {
      ($0.institution, $0.earnedOn, $0.id) < ($1.institution, $1.earnedOn, $1.id)
    }
    let facts = GraduationFacts(
      student: student, file: file, asOf: asOf, competencies: competencies, credits: credits,
      external: external, underWay: work.underWay)
    let graduation = policy.plan(forClassOf: student.classOf).map { plan in
      GraduationResolver.decide(plan: plan, policyVersion: policy.version, facts: facts)
    }
    let gradePoints = policy.equivalence.flatMap { table in
      GradePointCalculator(table: table, scale: policy.scale, asOf: asOf)
        .equivalent(of: credits, external: external)
    }
    return StudentResolution(
      student: student, asOf: asOf, policyVersion: policy.version, competencies: competencies,
      credits: credits, externalCredits: external, graduation: graduation,
      gradePoints: gradePoints)
  }
}
