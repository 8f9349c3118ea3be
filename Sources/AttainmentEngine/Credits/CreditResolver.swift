import TranscriptModel

/// Decides what each credit rule has earned for one student.
struct CreditResolver {
  let engine: AttainmentEngine
  let student: Student
  let enrollments: [Enrollment]
  /// Courses that the student takes or has taken, those included that were left with the school.
  let taken: Set<Identifier<CreditRule>>
  /// How each competency stands, by position in the framework.
  let standings: [ResolvedChild?]

  /// Each rule that posted or has an enrollment, by grade, year, then the policy's order.
  func decisions() -> [CreditDecision] {
    let rules = engine.policy.creditRules
    let all = rules.indices.flatMap { decisions(for: rules[$0], alike: engine.coursesAlike[$0]) }
    return all.enumerated().sorted { left, right in
      let first = (left.element.gradeLevel.number, left.element.schoolYear.start, left.offset)
      return first < (right.element.gradeLevel.number, right.element.schoolYear.start, right.offset)
    }.map(\.element)
  }

  private func decisions(
    for rule: CreditRule, alike: [Identifier<CreditRule>]
  ) -> [CreditDecision] {
    let own = enrollments.filter { $0.course == rule.id }
      .sorted { $0.sortKey < $1.sortKey }
    let isElsewhere = isShownInAnother(rule, alike)
    guard !own.isEmpty || !isElsewhere else { return [] }
    let members = rule.requires.members.map(standing)
    let posting = CreditPosting(
      rule, standings: isElsewhere ? members.map { _ in nil } : members,
      isTaken: taken.contains(rule.id))
    guard posting.amount > .zero || !own.isEmpty else { return [] }
    let main = mainEnrollment(own, posting)
    let left = own.filter { $0.status == .withdrawn && $0 != main }
    let unearned = own.filter { $0 != main && isWithoutCredit($0, before: main, posting) }
    let known = members.compactMap(\.self)
    return left.map { decision(rule, known, posting: nil, enrollment: $0) }
      + unearned.map { ended(rule, $0) } + [
        decision(
          rule, known, posting: posting, enrollment: main,
          continuation: plan(in: own, after: main, posting))
      ]
  }

  /// Whether what a course asks for has its credit in another course of the very same competencies:
  /// one that the student takes or has taken, else the first of them.
  ///
  /// A plan for next year takes no
  /// credit away, and a course that was left earns none.
  private func isShownInAnother(
    _ rule: CreditRule, _ alike: [Identifier<CreditRule>]
  ) -> Bool {
    guard alike.count > 1 else { return false }
    let isTaken = alike.contains { taken.contains($0) }
    return isTaken ? !taken.contains(rule.id) : alike.first != rule.id
  }

  /// The plan to take the rest of a course of which a part has posted: credit stays listed in the year
  /// in which it was earned.
  private func plan(
    in own: [Enrollment], after main: Enrollment?, _ posting: CreditPosting
  ) -> Enrollment? {
    guard posting.amount > .zero, !posting.isWhole, let last = own.last, last != main else {
      return nil
    }
    return last.status == .planned ? last : nil
  }

  /// Whether a course had ended in a year before any credit posted, and was taken once more since.
  private func isWithoutCredit(
    _ enrollment: Enrollment, before main: Enrollment?, _ posting: CreditPosting
  ) -> Bool {
    guard enrollment.status == .completed, let main, enrollment.schoolYear < main.schoolYear else {
      return false
    }
    return posting.day.map { SchoolYear(containing: $0) > enrollment.schoolYear } ?? true
  }

  /// A course that ended without credit: what was shown since belongs to the later attempt.
  private func ended(_ rule: CreditRule, _ enrollment: Enrollment) -> CreditDecision {
    CreditDecision(
      rule: rule, status: .notEarned, earned: .zero, earnedOn: nil, mark: nil, markOn: nil,
      isMarkFinal: false, markStatus: .insufficientEvidence,
      markStatement: engine.courseMarkStatement, met: [], unmet: [], enrollment: enrollment,
      gradeLevel: enrollment.gradeLevel, schoolYear: enrollment.schoolYear,
      policyVersion: engine.policy.version)
  }

  private func standing(_ id: Identifier<Competency>) -> ResolvedChild? {
    engine.framework.index(of: id).flatMap { standings[$0] }
  }

  /// The enrollment under which a credit is listed: of the year in which it posted, else the last
  /// that the student did not leave, else the last; that which goes on where a part is open yet.
  private func mainEnrollment(_ own: [Enrollment], _ posting: CreditPosting) -> Enrollment? {
    let kept = own.filter { $0.status != .withdrawn }
    if !posting.isWhole, let last = kept.last, last.status == .enrolled { return last }
    let year = posting.day.map { SchoolYear(containing: $0) }
    return kept.last { $0.schoolYear == year } ?? kept.last ?? own.last
  }

  private func decision(
    _ rule: CreditRule, _ known: [ResolvedChild], posting: CreditPosting?, enrollment: Enrollment?,
    continuation: Enrollment? = nil
  ) -> CreditDecision {
    var mark = mark(rule, known, isPosted: posting?.isWhole ?? false)
    let final = posting.flatMap { finalMark(rule, known, $0) }
    mark.level = [mark.level, final?.level].compactMap(\.self).max()
    let (grade, year) = place(enrollment, earnedOn: posting?.day)
    let status = status(posting, enrollment)
    return CreditDecision(
      rule: rule, status: status, earned: posting?.amount ?? .zero,
      earnedOn: posting?.day, mark: posting == nil ? nil : mark.level,
      markOn: mark.level == nil ? nil : final?.day,
      isMarkFinal: status == .earned || (status == .notEarned && isAssessed(rule, known)),
      markStatus: posting == nil ? .withdrawn : markStatus(mark, posting, enrollment),
      markStatement: engine.courseMarkStatement,
      met: posting?.met ?? [], unmet: posting?.unmet ?? rule.requires.members,
      enrollment: enrollment, continuation: continuation, gradeLevel: grade, schoolYear: year,
      policyVersion: engine.policy.version)
  }

  private func status(_ posting: CreditPosting?, _ enrollment: Enrollment?) -> CreditStatus {
    guard let posting else { return .withdrawn }
    if posting.isWhole { return .earned }
    if posting.amount > .zero { return .partial }
    switch enrollment?.status {
    case .enrolled: return .inProgress
    case .planned: return .planned
    case .withdrawn: return .withdrawn
    case .completed, nil: return .notEarned
    }
  }

  private func place(
    _ enrollment: Enrollment?, earnedOn: CalendarDate?
  ) -> (GradeLevel, SchoolYear) {
    if let enrollment { return (enrollment.gradeLevel, enrollment.schoolYear) }
    let year =
      earnedOn.map { SchoolYear(containing: $0) } ?? student.schoolYear(of: student.gradeLevel)
    let grade = min(max(12 - (student.classOf - 1 - year.start), 0), 12)
    return (GradeLevel(grade) ?? student.gradeLevel, year)
  }

  // MARK: - Marks

  /// Whether as many of a course's competencies are assessed as it needs.
  private func isAssessed(_ rule: CreditRule, _ known: [ResolvedChild]) -> Bool {
    let assessed = known.count { $0.level != nil || $0.status.satisfies }
    return assessed >= rule.requires.criteria.needed(of: rule.requires.members.count)
  }

  /// The course's mark over the members that have an outcome; for "at least n", over the best n.
  private func mark(
    _ rule: CreditRule, _ known: [ResolvedChild], isPosted: Bool
  ) -> RuleOutcome {
    let needed = rule.requires.criteria.needed(of: rule.requires.members.count)
    let ranked = known.enumerated().sorted { left, right in
      (rank(left.element), right.offset) > (rank(right.element), left.offset)
    }.prefix(needed).sorted { $0.offset < $1.offset }.map(\.element)
    // While work is under way the mark speaks of what has been shown so far.
    let shown = isPosted ? ranked : ranked.filter { $0.level != nil || $0.status.satisfies }
    return engine.courseMark.decide(shown, scale: engine.policy.scale)
  }

  /// The highest mark since the credit posted, and the day on which it was first reached.
  ///
  /// A later demonstration can raise a mark, and none lowers it.
  private func finalMark(
    _ rule: CreditRule, _ known: [ResolvedChild], _ posting: CreditPosting
  ) -> (level: LevelIndex?, day: CalendarDate)? {
    guard posting.isWhole, let posted = posting.day else { return nil }
    let needed = rule.requires.criteria.needed(of: rule.requires.members.count)
    let later = known.days.filter { $0 > posted }
    return later.reduce((level(known, best: needed, on: posted), posted)) { found, day in
      let level = level(known, best: needed, on: day)
      return (level ?? -1) > (found.0 ?? -1) ? (level, day) : found
    }
  }

  private func level(
    _ children: [ResolvedChild], best needed: Int, on day: CalendarDate
  ) -> LevelIndex? {
    let scale = engine.policy.scale
    let standings = children.map { $0.standing(on: day, bar: scale.bar) }
    let best = standings.enumerated().sorted { left, right in
      (rank(left.element), right.offset) > (rank(right.element), left.offset)
    }.prefix(needed).map(\.element)
    return engine.courseMark.level(of: best, scale: scale)
  }

  private func rank(_ child: ChildStanding) -> Int {
    let met = child.isMet ? engine.policy.scale.levels.count + 1 : 0
    return met + (child.level.map { $0 + 1 } ?? 0)
  }

  private func rank(_ child: ResolvedChild) -> Int {
    let met = child.status.satisfies ? engine.policy.scale.levels.count + 1 : 0
    return met + (child.level.map { $0 + 1 } ?? 0)
  }

  private func markStatus(
    _ mark: RuleOutcome, _ posting: CreditPosting?, _ enrollment: Enrollment?
  ) -> AttainmentStatus {
    if posting?.isWhole ?? false { return mark.status }
    let isBegun = (posting?.amount ?? .zero) > .zero
    switch enrollment?.status {
    case .enrolled: return .inProgress
    case .planned where !isBegun: return .inProgress
    case .withdrawn: return .withdrawn
    case .completed, .planned, nil:
      return mark.status == .attained ? .insufficientEvidence : mark.status
    }
  }
}

extension Enrollment {
  /// Orders a student's enrollments in one course, whatever the order of the rows.
  fileprivate var sortKey: (Int, Int, String) {
    (schoolYear.start, gradeLevel.number, status.rawValue)
  }
}
