import TranscriptModel

extension ELMOMapping {
  /// The whole course of study, with everything below it.
  var diploma: LearningOpportunity {
    let graduation = record.graduation
    var posted: CalendarDate?
    var left: CalendarDate?
    switch graduation.status {
    case .graduated(let date): posted = date
    case .withdrawn(let date): left = date
    default: break
    }
    return LearningOpportunity(
      id: "diploma", title: "High School Diploma", kind: .programme,
      description: "Plan: \(graduation.planTitle). Credits required: "
        + (graduation.creditsRequired.exactDecimalText() ?? graduation.creditsRequired.fractionText)
        + ". Credit is awarded on mastery, not on time."
        + (left.map { " Left on \($0.isoText) without a diploma." } ?? ""),
      date: posted ?? left, status: posted != nil ? "passed" : left == nil ? "in-progress" : nil,
      credit: PostedCredit.written(graduation.creditsEarned),
      parts: areas + [otherCourses, graduationCompetencies].compactMap(\.self) + institutions)
  }

  private var areas: [LearningOpportunity] {
    record.areas.map { area in
      module(
        area.id.code, area.title, courses: courses.filter { $0.course.contentArea == area.id },
        competencies: area.competencies)
    }
  }

  /// Each course with its credit as it is written, so that all add up as in the XML of PESC.
  private typealias Credited = (course: RecordCourse, earned: Rational?)

  private var courses: [Credited] {
    record.courses.enumerated().map { ($1, posted.course(at: $0)) }
  }

  private var otherCourses: LearningOpportunity? {
    let known = Set(record.areas.map(\.id))
    let others = courses.filter { one in
      one.course.contentArea.map { !known.contains($0) } ?? true
    }
    return others.isEmpty
      ? nil : module("other-courses", "Other courses", courses: others, competencies: [])
  }

  private var graduationCompetencies: LearningOpportunity? {
    guard !record.graduationCompetencies.isEmpty else { return nil }
    return LearningOpportunity(
      id: "graduation-competencies", title: "Cross-curricular graduation competencies",
      kind: .module, parts: record.graduationCompetencies.map(competency))
  }

  private func module(
    _ id: String, _ title: String, courses: [Credited], competencies: [RecordCompetency]
  ) -> LearningOpportunity {
    let earned = courses.compactMap(\.earned).reduce(Rational.zero, +)
    return LearningOpportunity(
      id: id, title: title, kind: .module, credit: courses.isEmpty ? nil : earned,
      parts: courses.map { course($0.course, earned: $0.earned) } + competencies.map(competency))
  }

  private func course(_ course: RecordCourse, earned: Rational?) -> LearningOpportunity {
    // A course that has ended without credit keeps its mark; where a part has posted the mark is
    // one so far, and the day is not the course's last.
    let hasMark = course.status == .earned || course.status == .notEarned
    let mark = hasMark ? course.mark.map { record.scale.level($0).label } : nil
    return LearningOpportunity(
      id: course.id.code, idType: "course", title: course.title, kind: .course,
      description: Self.remark(on: course, earned: earned),
      date: course.status == .earned ? course.date : nil, status: status(course),
      resultLabel: mark, isOnScale: mark != nil, credit: earned)
  }

  /// What ELMO has no word for: that a course was left, and that less than its credit has posted.
  private static func remark(on course: RecordCourse, earned: Rational?) -> String? {
    let part = earned.map {
      "\(Self.text($0)) of \(Self.text(PostedCredit.written(course.credit))) credit has posted."
    }
    switch course.status {
    case .partial where course.isPartUnderWay: return "The course is under way. \(part ?? "")"
    case .partial where course.markStatus == .withdrawn:
      return "The course was left before its end. \(part ?? "")"
    case .partial: return "The course has ended. \(part ?? "")"
    case .withdrawn: return "The course was left before its end."
    case .notEarned: return "The course has ended; no credit has posted."
    case .planned: return "The course is planned."
    case .earned, .inProgress: return nil
    }
  }

  private static func text(_ credit: Rational) -> String {
    credit.exactDecimalText(minimum: 0, maximum: 3) ?? credit.fractionText
  }

  /// A course that was left or earned nothing has no status: ELMO has no word for either.
  private func status(_ course: RecordCourse) -> String? {
    switch course.status {
    case .earned: "passed"
    case .partial where !course.isPartUnderWay: nil
    case .partial, .inProgress, .planned: "in-progress"
    case .withdrawn, .notEarned: nil
    }
  }

  private func competency(_ competency: RecordCompetency) -> LearningOpportunity {
    let level = competency.level.map { record.scale.level($0).label }
    return LearningOpportunity(
      id: competency.id.code, idType: "competency", title: competency.shortName, kind: .class,
      description: competency.statement,
      date: competency.status.satisfies ? competency.date : nil,
      status: competency.status.satisfies ? "passed" : hasLeft ? nil : "in-progress",
      resultLabel: level ?? Self.words(competency.status), isOnScale: level != nil)
  }

  /// Whether the student has left: then nothing goes on.
  private var hasLeft: Bool {
    if case .withdrawn = record.graduation.status { true } else { false }
  }

  private static func words(_ status: AttainmentStatus) -> String {
    switch status {
    case .metByDecision: "Met by decision"
    case .transferred: "Met by transfer"
    default:
      status.rawValue.prefix(1).uppercased()
        + status.rawValue.dropFirst().replacing("-", with: " ")
    }
  }

  /// Work at other institutions, with the mark as they gave it.
  private var institutions: [LearningOpportunity] {
    record.institutions.map { institution in
      LearningOpportunity(
        title: institution.name, kind: .module,
        credit: institution.courses.reduce(Rational.zero) { $0 + written($1) },
        parts: institution.courses.map { course in
          LearningOpportunity(
            id: course.id.code, idType: "course", title: course.title, kind: .course,
            date: course.earnedOn,
            status: "passed", resultLabel: course.mark, credit: written(course))
        })
    }
  }

  private func written(_ course: RecordExternalCourse) -> Rational {
    posted.external(course.id) ?? PostedCredit.written(course.credit)
  }
}
