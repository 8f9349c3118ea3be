import TranscriptModel

extension TranscriptMapping {
  func course(
    _ course: RecordCourse, in group: RecordCourseGroup, earned: Rational?
  ) -> Course {
    let isPosted = PostedCredit.isPosted(course)
    // A course that has ended without credit keeps its mark; nothing is earned. Where a part has
    // posted the mark is one so far, and the day is not the course's last.
    let hasEnded = course.status == .earned || course.status == .notEarned
    return Course(
      creditBasis: Self.basis(of: course.level, grade: group.gradeLevel),
      creditUnits: course.credit == .zero ? "NoCredit" : Credits.unit,
      creditValue: Self.value(of: course.credit, earned: course.earned, written: earned),
      creditEarned: isPosted || hasEnded ? earned ?? .zero : nil,
      academicGrade: hasEnded ? course.mark.map { record.scale.level($0).code } : nil,
      gradeStatusCode: statusCode(course),
      narrativeGrade: Self.narrative(course), sced: course.sced,
      subjectAreaCode: subjectArea(of: course), level: Self.levelCode(course.level),
      gpaApplicability: gpaApplicability(course), number: course.id.code, title: course.title,
      endDate: course.status == .earned ? course.date : nil, notes: Self.notes(on: course))
  }

  /// The mark, verbatim; one that is too long for a mark is the narrative of a mark.
  func external(
    _ course: RecordExternalCourse, of kind: ExternalCredit.Kind, earned: Rational?
  ) -> Course {
    let mark = PESCText.prepared(course.mark)
    let fits = PESCText.length(mark) <= 10
    let college = course.collegeCredit.map { "College credit: \(PESCText.decimal($0))" }
    return Course(
      creditBasis: Self.basis(of: kind), creditUnits: Credits.unit,
      creditValue: Self.value(of: course.credit, earned: course.credit, written: earned),
      creditEarned: earned,
      academicGrade: fits ? mark : nil, narrativeGrade: fits ? nil : mark,
      level: Self.levelCode(course.level), gpaApplicability: "NotApplicable",
      title: course.title, endDate: course.earnedOn,
      notes: [college, "Mark as given by the institution; not turned into levels."]
        .compactMap(\.self))
  }

  /// Where the whole credit is earned, value and earned credit are rounded alike: no course earns more
  /// than it is worth.
  private static func value(
    of credit: Rational, earned: Rational, written: Rational?
  ) -> Rational {
    guard let written, credit == earned else { return Credits.written(credit) }
    return written
  }

  private static func basis(of level: CourseLevel, grade: GradeLevel) -> String {
    switch level {
    case .ap: "AdvancedPlacement"
    case .ib: "InternationalBaccalaureate"
    case .dual: "HighSchoolDualCredit"
    case .regular, .honors: grade.number < 9 ? "JuniorHighSchoolCredit" : "Regular"
    }
  }

  private static func basis(of kind: ExternalCredit.Kind) -> String {
    switch kind {
    case .transfer: "HighSchoolTransferCredit"
    case .dualEnrollment: "HighSchoolDualCredit"
    case .examination: "CreditByExam"
    }
  }

  private static func levelCode(_ level: CourseLevel) -> String? {
    switch level {
    case .regular: nil
    case .honors: "Honors"
    case .ap: "AdvancedPlacement"
    case .ib: "InternationalBaccalaureate"
    case .dual: "CollegeLevel"
    }
  }

  /// Only codes that 1.3.0 has.
  ///
  /// A course whose mark counts in an average is not graded pass or fail: its mark and its earned
  /// credit say that it was passed.
  private func statusCode(_ course: RecordCourse) -> String? {
    switch course.status {
    case .earned: countsInAverage(course) ? nil : "PassFailPass"
    case .partial where course.isPartUnderWay: "InProgress"
    case .partial where course.isPartLeft: "Withdrew"
    // What is incomplete can still be completed, but by nobody who has left.
    case .partial, .notEarned: withdrawal == nil ? "Incomplete" : nil
    case .inProgress: "InProgress"
    case .planned: "NotYetReported"
    case .withdrawn: "Withdrew"
    }
  }

  /// The standard has this element for a course that receives no mark.
  private static func narrative(_ course: RecordCourse) -> String? {
    let isEndedPart = course.status == .partial && !course.isPartUnderWay && !course.isPartLeft
    let isWithoutMark = course.status == .earned && course.mark == nil
    guard isEndedPart || isWithoutMark, !course.competencies.isEmpty else { return nil }
    let met = course.competencies.count { $0.status.satisfies }
    return "Met \(met) of \(course.competencies.count) competencies of the course."
  }

  private static func notes(on course: RecordCourse) -> [String] {
    switch course.status {
    case .partial where course.isPartUnderWay:
      ["Credit is posted in part; the course is under way."]
    case .partial where course.isPartLeft:
      ["The course was left before its end; credit is posted in part."]
    case .partial: ["Credit is posted in part."]
    case .planned: ["Planned; not begun."]
    case .notEarned: ["No credit is posted."]
    default:
      course.mark == nil && PostedCredit.isPosted(course)
        ? [StatusWords.text(course.markStatus)] : []
    }
  }

  private func countsInAverage(_ course: RecordCourse) -> Bool {
    hasAverage && course.status == .earned && course.mark != nil
  }

  private func gpaApplicability(_ course: RecordCourse) -> String {
    guard countsInAverage(course), let points = record.gradePoints else { return "NotApplicable" }
    return points.weights[course.level] == nil ? "Applicable" : "Weighted"
  }

  /// The nearest of the standard's subject areas, where the credit category names one.
  private func subjectArea(of course: RecordCourse) -> String? {
    guard let area = course.creditAreas.first else { return nil }
    switch record.creditAreas.first(where: { $0.id == area })?.pescCode {
    case "English": return "EnglishLanguageLiterature"
    case "Math": return "Mathematics"
    case "Science", "LabScience": return "LifePhysicalSciences"
    case "HistorySocialScience": return "SocialSciencesHistory"
    case "Arts": return "FinePerformingArts"
    case "ForeignLanguage": return "ForeignLanguageLiterature"
    default: return nil
    }
  }
}
