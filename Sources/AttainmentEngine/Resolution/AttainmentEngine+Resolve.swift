public import TranscriptModel

extension AttainmentEngine {
  /// Everything that follows from a student's file on the day `asOf`.
  ///
  /// Pure: equal input gives an equal result, whatever the order of the rows. Evidence shown after
  /// the day, and decisions, credits and waivers dated after it, do not count yet; a correction
  /// counts whatever its day, because it says what was true.
  ///
  /// - Parameter isBrief: leaves out of the decisions what documents do not state: what would suffice,
  ///   and what stood before a result was lowered.
  public func resolve(
    student: Student, file: StudentFile, asOf: CalendarDate, isBrief: Bool = false
  ) -> StudentResolution {
    engine(forClassOf: student.classOf)
      .resolveByOwnRules(student, file, asOf: asOf, isBrief: isBrief)
  }

  private func resolveByOwnRules(
    _ student: Student, _ file: StudentFile, asOf: CalendarDate, isBrief: Bool
  ) -> StudentResolution {
    let work = CourseWork(of: student, file, on: asOf, engine: self)
    var attainment = AttainmentResolver(
      engine: self, file: file, work: work, asOf: asOf, isBrief: isBrief)
    let competencies = attainment.results()
    let credits = credits(student, file, attainment, asOf: asOf)
    let external = external(file, asOf: asOf)
    let facts = GraduationFacts(
      student: student, file: file, asOf: asOf, competencies: competencies, credits: credits,
      external: external, work: work)
    let graduation = policy.plan(forClassOf: student.classOf).map { plan in
      GraduationResolver.decide(plan: plan, policyVersion: policy.version, facts: facts)
    }
    return StudentResolution(
      student: student, asOf: asOf, policyVersion: policy.version, competencies: competencies,
      credits: credits, externalCredits: external, graduation: graduation,
      gradePoints: gradePoints(credits, external, asOf: asOf))
  }

  /// The grade-point equivalent of a whole resolution, without the rest of it.
  ///
  /// A class's honours need the figures of all its students and nothing else of them.
  func gradePoints(
    of student: Student, file: StudentFile, asOf: CalendarDate
  ) -> GradePointEquivalent? {
    engine(forClassOf: student.classOf).gradePointsByOwnRules(student, file, asOf: asOf)
  }

  private func gradePointsByOwnRules(
    _ student: Student, _ file: StudentFile, asOf: CalendarDate
  ) -> GradePointEquivalent? {
    let work = CourseWork(of: student, file, on: asOf, engine: self)
    var attainment = AttainmentResolver(
      engine: self, file: file, work: work, asOf: asOf, isBrief: true)
    attainment.decideMarked()
    return gradePoints(
      credits(student, file, attainment, asOf: asOf), external(file, asOf: asOf), asOf: asOf)
  }

  private func credits(
    _ student: Student, _ file: StudentFile, _ attainment: AttainmentResolver,
    asOf: CalendarDate
  ) -> [CreditDecision] {
    CreditResolver(
      engine: self, student: student, enrollments: file.enrollments(of: student, on: asOf),
      taken: file.coursesTaken(on: asOf),
      standings: framework.competencies.indices.map { attainment.child(at: $0) }
    ).decisions()
  }

  private func external(_ file: StudentFile, asOf: CalendarDate) -> [ExternalCredit] {
    file.externalCredits.filter { $0.earnedOn <= asOf }.sorted {
      ($0.institution, $0.earnedOn, $0.id) < ($1.institution, $1.earnedOn, $1.id)
    }
  }

  private func gradePoints(
    _ credits: [CreditDecision], _ external: [ExternalCredit], asOf: CalendarDate
  ) -> GradePointEquivalent? {
    policy.equivalence.flatMap { table in
      GradePointCalculator(table: table, scale: policy.scale, asOf: asOf)
        .equivalent(of: credits, external: external)
    }
  }
}
