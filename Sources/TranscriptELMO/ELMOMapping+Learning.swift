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
      credit: graduation.creditsEarned,
      parts: areas + [otherCourses, graduationCompetencies].compactMap(\.self) + institutions)
  }

  private var areas: [LearningOpportunity] {
    record.areas.map { area in
      let courses = record.courses.filter { $0.contentArea == area.id }
      return module(
        area.id.code, area.title, courses: courses, competencies: area.competencies)
    }
  }

  private var otherCourses: LearningOpportunity? {
    let known = Set(record.areas.map(\.id))
    let courses = record.courses.filter { course in
      course.contentArea.map { !known.contains($0) } ?? true
    }
    return courses.isEmpty
      ? nil : module("other-courses", "Other courses", courses: courses, competencies: [])
  }

  private var graduationCompetencies: LearningOpportunity? {
    guard !record.graduationCompetencies.isEmpty else { return nil }
    return LearningOpportunity(
      id: "graduation-competencies", title: "Cross-curricular graduation competencies",
      kind: .module, parts: record.graduationCompetencies.map(competency))
  }

  private func module(
    _ id: String, _ title: String, courses: [RecordCourse], competencies: [RecordCompetency]
  ) -> LearningOpportunity {
    let earned = courses.filter(Self.isPosted).reduce(Rational.zero) { $0 + $1.earned }
    return LearningOpportunity(
      id: id, title: title, kind: .module, credit: courses.isEmpty ? nil : earned,
      parts: courses.map(course) + competencies.map(competency))
  }

  private static func isPosted(_ course: RecordCourse) -> Bool {
    course.status == .earned || course.status == .partial
  }

  private func course(_ course: RecordCourse) -> LearningOpportunity {
    let isPosted = Self.isPosted(course)
    // A course that has ended without credit keeps its mark.
    let hasEnded = isPosted && !course.isPartUnderWay
    let hasMark = hasEnded || course.status == .notEarned
    let mark = hasMark ? course.mark.map { record.scale.level($0).label } : nil
    return LearningOpportunity(
      id: course.id.code, title: course.title, kind: .course,
      date: hasEnded ? course.date : nil, status: status(course), resultLabel: mark,
      isOnScale: mark != nil, credit: isPosted ? course.earned : nil)
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
      id: competency.id.code, title: competency.shortName, kind: .class,
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
        credit: institution.courses.reduce(Rational.zero) { $0 + $1.credit },
        parts: institution.courses.map { course in
          LearningOpportunity(
            id: course.id.code, title: course.title, kind: .course, date: course.earnedOn,
            status: "passed", resultLabel: course.mark, credit: course.credit)
        })
    }
  }
}
