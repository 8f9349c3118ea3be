import TranscriptModel
import XMLKit

/// What a session says of all its courses.
private struct StatedSession {
  var month = ""
  var schoolYear = ""
  var grade: Int?
  var institution: String?
}

extension DocumentCheck {
  /// The record's courses that the document has not stated yet, by number.
  private struct Expected {
    /// More than one place where a course was taken again.
    var own: [String: [(group: Int, course: Int)]] = [:]
    var external: [(institution: Int, course: Int)] = []
    var thousandths = 0
  }

  /// Every course of the document has to be one of the record, in its session, once.
  mutating func checkCourses(in children: inout Children) {
    var expected = Expected()
    for group in record.courseGroups.indices {
      for course in record.courseGroups[group].courses.indices {
        let number = record.courseGroups[group].courses[course].id.code
        expected.own[number, default: []].append((group, course))
      }
    }
    for index in record.institutions.indices {
      expected.external += record.institutions[index].courses.indices.map { (index, $0) }
    }
    while var session = enter("AcademicSession", &children) {
      let stated = checkSession(&session)
      while let course = take("Course", &session) {
        check(course, in: stated, &expected)
      }
      finish(session)
    }
    while let course = take("Course", &children) { check(course, in: nil, &expected) }
    for number in expected.own.keys.sorted() { note("course \(number)", "", "in the record") }
    for (institution, course) in expected.external {
      note(
        "external \(record.institutions[institution].courses[course].title)", "", "in the record")
    }
    let total = record.graduation.creditsEarned * Rational(1000)
    if (total - Rational(expected.thousandths)).magnitude >= .one {
      note(
        "credits of all courses",
        PESCText.decimal(Rational(expected.thousandths, over: 1000) ?? .zero),
        PESCText.decimal(record.graduation.creditsEarned))
    }
  }

  private mutating func checkSession(_ session: inout Children) -> StatedSession {
    var stated = StatedSession()
    if var detail = enter("AcademicSessionDetail", &session) {
      stated.month = take("SessionDesignator", &detail).map { tape.text(of: $0) } ?? ""
      let name = take("SessionName", &detail).map { tape.text(of: $0) } ?? ""
      stated.schoolYear = take("SessionSchoolYear", &detail).map { tape.text(of: $0) } ?? ""
      if name != stated.schoolYear { note("session \(stated.month).name", name, stated.schoolYear) }
      finish(detail)
    }
    if var school = enter("School", &session) {
      stated.institution = take("OrganizationName", &school).map { tape.text(of: $0) } ?? ""
      finish(school)
    }
    if var level = enter("StudentLevel", &session) {
      stated.grade = take("StudentLevelCode", &level).flatMap {
        GradeLevelCode.number(tape.text(of: $0))
      }
      finish(level)
    }
    return stated
  }

  /// The text of a leaf wherever it stands among the children.
  private func text(of name: StaticString, in element: Int) -> String? {
    var next = element + 1
    while next < tape.end(of: element) {
      if tape.isNamed(name, next) { return tape.text(of: next) }
      next = tape.end(of: next)
    }
    return nil
  }

  private mutating func check(
    _ element: Int, in session: StatedSession?, _ expected: inout Expected
  ) {
    if let earned = text(of: "CourseCreditEarned", in: element) {
      var earned = earned
      expected.thousandths += earned.withUTF8 { Self.thousandths($0) } ?? 0
    }
    guard session?.institution == nil else {
      return checkExternal(element, in: session, &expected)
    }
    let number = text(of: "CourseNumber", in: element) ?? ""
    // Numbers are compared as they are written: composed, with single spaces.
    let key =
      expected.own[number] == nil
      ? expected.own.keys.first { PESCText.prepared($0) == number } ?? number : number
    guard var places = expected.own.removeValue(forKey: key) else {
      return note("course \(number)", "stated", "")
    }
    let place = places.remove(at: places.count == 1 ? 0 : self.place(of: element, session, places))
    if !places.isEmpty { expected.own[key] = places }
    checkOwn(element, at: place, in: session, number: number)
  }

  /// Which of the places of a course that was taken again the document states: one of the session
  /// and the status, else one of the session.
  private func place(
    of element: Int, _ session: StatedSession?, _ places: [(group: Int, course: Int)]
  ) -> Int {
    let status = text(of: "CourseAcademicGradeStatusCode", in: element)
    let ofSession = places.indices.filter {
      let group = record.courseGroups[places[$0].group]
      let expected = self.session(of: group.courses[places[$0].course], in: group)
      return expected?.month == session?.month && expected?.schoolYear == session?.schoolYear
    }
    let ofStatus = ofSession.first {
      self.status(of: record.courseGroups[places[$0].group].courses[places[$0].course]) == status
    }
    return ofStatus ?? ofSession.first ?? 0
  }

  private mutating func checkOwn(
    _ element: Int, at place: (group: Int, course: Int), in session: StatedSession?,
    number: String
  ) {
    let group = record.courseGroups[place.group]
    let course = group.courses[place.course]
    let isPosted = course.status == .earned || course.status == .partial
    var inside = children(of: element, "course \(number).")
    let goesOn = goesOn(course)
    checkPlace(course, group, in: session, number: number)
    let isJunior = group.gradeLevel.number < 9
    expect("CourseCreditBasis", Self.basis(course.level, isJunior: isJunior), in: &inside)
    expect("CourseCreditUnits", course.credit == .zero ? "NoCredit" : "CarnegieUnits", in: &inside)
    let hasEnded = course.status == .earned || course.status == .notEarned
    expectCredit(course.credit, earned: isPosted || hasEnded ? course.earned : nil, in: &inside)
    let level = course.mark.map { record.scale.levels[$0].code }
    expect("CourseAcademicGrade", hasEnded ? level : nil, in: &inside)
    let counts = counts(course)
    expect("CourseAcademicGradeStatusCode", status(of: course), in: &inside)
    let isEndedPart =
      course.status == .partial && !goesOn && course.markStatus != .withdrawn
    let isUnmarked = course.status == .earned && level == nil
    expect(
      "CourseNarrativeExplanationGrade", isEndedPart || isUnmarked ? summary(course) : nil,
      in: &inside)
    checkSubject(course, in: &inside)
    expect("CourseLevel", Self.levels[course.level], in: &inside)
    let isWeighted = record.gradePoints?.weights[course.level] != nil
    let counting = isWeighted ? "Weighted" : "Applicable"
    expect("CourseGPAApplicabilityCode", counts ? counting : "NotApplicable", in: &inside)
    expect("CourseNumber", course.id.code, in: &inside)
    expect("CourseTitle", course.title, in: &inside)
    expect("CourseEndDate", day: course.status == .earned ? course.date : nil, in: &inside)
    for index in course.competencies.indices {
      check(course.competencies, at: index, in: &inside)
    }
    expectNotes(remarks(course, isPosted: isPosted), in: &inside)
    finish(inside)
  }

  private func goesOn(_ course: RecordCourse) -> Bool {
    course.status == .partial && course.markStatus == .inProgress
  }

  private func counts(_ course: RecordCourse) -> Bool {
    record.gradePoints != nil && course.status == .earned && course.mark != nil
  }

  private func status(of course: RecordCourse) -> String? {
    if counts(course) { return nil }
    return goesOn(course) ? "InProgress" : endedStatus(course)
  }

  /// A course that was left is so whatever had posted; who has left completes nothing any more.
  private func endedStatus(_ course: RecordCourse) -> String? {
    if course.status == .partial, course.markStatus == .withdrawn { return "Withdrew" }
    let status = Self.statuses[course.status]
    return status == "Incomplete" && withdrawal != nil ? nil : status
  }

  /// The month, school year and grade under which the course has to stand.
  private mutating func checkPlace(
    _ course: RecordCourse, _ group: RecordCourseGroup, in session: StatedSession?, number: String
  ) {
    let expected = self.session(of: course, in: group)
    guard let session, let expected else {
      if (session != nil) != (expected != nil) { note("course \(number).session", "", "another") }
      return
    }
    if session.month != expected.month {
      note("course \(number).session", session.month, expected.month)
    }
    if session.schoolYear != expected.schoolYear {
      note("course \(number).schoolYear", session.schoolYear, expected.schoolYear)
    }
    if session.grade != expected.grade {
      note(
        "course \(number).grade", session.grade.map(String.init) ?? "",
        expected.grade.map(String.init) ?? "")
    }
  }

  /// The session in which a course has to stand; `nil` for one outside sessions.
  private func session(of course: RecordCourse, in group: RecordCourseGroup) -> StatedSession? {
    let isPosted = (course.status == .earned || course.status == .partial) && !goesOn(course)
    let day = isPosted ? course.date : nil
    guard course.isCourse, !isPosted || day != nil else { return nil }
    let year = day.map(SchoolYear.init(containing:)) ?? group.schoolYear
    return StatedSession(
      month: day.map { String($0.isoText.dropLast(3)) } ?? "\(year.start)-09",
      schoolYear: "\(year.start)-\(year.start + 1)", grade: gradeLevel(in: year, group))
  }

  /// One grade a school year: that of the year's own courses, else counted from the course's own year.
  private func gradeLevel(in year: SchoolYear, _ group: RecordCourseGroup) -> Int {
    var found: Int?
    for other in record.courseGroups where other.schoolYear == year {
      found = max(found ?? 0, other.gradeLevel.number)
    }
    let years = year.start - group.schoolYear.start
    return found ?? max(0, min(12, group.gradeLevel.number + years))
  }

  private func summary(_ course: RecordCourse) -> String? {
    let all = course.competencies.count
    guard all > 0 else { return nil }
    let met = course.competencies.reduce(0) { $0 + ($1.status.satisfies ? 1 : 0) }
    return "Met \(met) of \(all) competencies of the course."
  }

  private mutating func checkSubject(_ course: RecordCourse, in inside: inout Children) {
    if let sced = course.sced, !sced.isEmpty {
      let isShort = PESCText.prepared(sced).unicodeScalars.count == 5
      return isShort
        ? expect("CourseFiveDigitSCEDCode", sced, in: &inside)
        : expect("CourseSCEDCode", sced, in: &inside)
    }
    let area = course.creditAreas.first.flatMap { id in
      record.creditAreas.first { $0.id == id }?.pescCode
    }
    expect("CourseSubjectAreaCode", area.flatMap { Self.subjects[$0] }, in: &inside)
  }

  private func remarks(_ course: RecordCourse, isPosted: Bool) -> [String] {
    switch course.status {
    case .partial:
      switch course.markStatus {
      case .inProgress: ["Credit is posted in part; the course is under way."]
      case .withdrawn: ["The course was left before its end; credit is posted in part."]
      default: ["Credit is posted in part."]
      }
    case .planned: ["Planned; not begun."]
    case .notEarned: ["No credit is posted."]
    default: isPosted && course.mark == nil ? [course.markStatus.words] : []
    }
  }

  private mutating func checkExternal(
    _ element: Int, in session: StatedSession?, _ expected: inout Expected
  ) {
    let title = text(of: "CourseTitle", in: element) ?? ""
    let day = text(of: "CourseEndDate", in: element) ?? ""
    let alike = expected.external.indices.filter {
      let institution = record.institutions[expected.external[$0].institution]
      let course = institution.courses[expected.external[$0].course]
      return PESCText.prepared(course.title) == title && course.earnedOn.isoText == day
        && PESCText.prepared(institution.name) == session?.institution
    }
    // Work of one title and day is told apart by the rest of what is stated.
    let same = alike.first { isStated(expected.external[$0], by: element, in: session) }
    guard let found = same ?? alike.first else {
      return note("external \(session?.institution ?? ""), \(title), \(day)", "stated", "")
    }
    let place = expected.external.remove(at: found)
    let institution = record.institutions[place.institution]
    let course = institution.courses[place.course]
    checkExternalPlace(course, in: session, title)
    var inside = children(of: element, "external \(title).")
    expect("CourseCreditBasis", Self.basis(institution.kind), in: &inside)
    expect("CourseCreditUnits", "CarnegieUnits", in: &inside)
    expectCredit(course.credit, earned: course.credit, in: &inside)
    let fits = PESCText.prepared(course.mark).unicodeScalars.count <= 10
    expect("CourseAcademicGrade", fits ? course.mark : nil, in: &inside)
    expect("CourseNarrativeExplanationGrade", fits ? nil : course.mark, in: &inside)
    expect("CourseLevel", Self.levels[course.level], in: &inside)
    expect("CourseGPAApplicabilityCode", "NotApplicable", in: &inside)
    expect("CourseTitle", course.title, in: &inside)
    expect("CourseEndDate", day: course.earnedOn, in: &inside)
    var notes = ["Mark as given by the institution; not turned into levels."]
    if let college = course.collegeCredit {
      notes.insert("College credit: \(PESCText.decimal(college))", at: 0)
    }
    expectNotes(notes, in: &inside)
    finish(inside)
  }

  private func isStated(
    _ place: (institution: Int, course: Int), by element: Int, in session: StatedSession?
  ) -> Bool {
    let institution = record.institutions[place.institution]
    let course = institution.courses[place.course]
    let mark =
      text(of: "CourseAcademicGrade", in: element)
      ?? text(of: "CourseNarrativeExplanationGrade", in: element)
    return course.gradeLevel?.number == session?.grade && PESCText.prepared(course.mark) == mark
      && Self.basis(institution.kind) == text(of: "CourseCreditBasis", in: element)
  }

  private static func basis(_ kind: ExternalCredit.Kind) -> String {
    switch kind {
    case .transfer: "HighSchoolTransferCredit"
    case .dualEnrollment: "HighSchoolDualCredit"
    case .examination: "CreditByExam"
    }
  }

  /// Summer work stands in the year of its row's grade, which has just ended.
  private mutating func checkExternalPlace(
    _ course: RecordExternalCourse, in session: StatedSession?, _ title: String
  ) {
    let (year, month, _) = course.earnedOn.components
    if session?.month != String(course.earnedOn.isoText.dropLast(3)) {
      note("external \(title).session", session?.month ?? "", course.earnedOn.isoText)
    }
    if session?.grade != course.gradeLevel?.number {
      note(
        "external \(title).grade", session?.grade.map(String.init) ?? "",
        course.gradeLevel.map { String($0.number) } ?? "")
    }
    var start = month >= 7 ? year : year - 1
    if let grade = course.gradeLevel, month == 7 || month == 8,
      record.student.classOf - 13 + grade.number == start - 1
    {
      start -= 1
    }
    let years = "\(start)-\(start + 1)"
    if session?.schoolYear != years {
      note("external \(title).schoolYear", session?.schoolYear ?? "", years)
    }
  }

  private static func basis(_ level: CourseLevel, isJunior: Bool) -> String {
    switch level {
    case .ap: "AdvancedPlacement"
    case .ib: "InternationalBaccalaureate"
    case .dual: "HighSchoolDualCredit"
    case .regular, .honors: isJunior ? "JuniorHighSchoolCredit" : "Regular"
    }
  }

  private static let levels: [CourseLevel: String] = [
    .honors: "Honors", .ap: "AdvancedPlacement", .ib: "InternationalBaccalaureate",
    .dual: "CollegeLevel",
  ]

  private static let statuses: [CreditStatus: String] = [
    .earned: "PassFailPass", .partial: "Incomplete", .notEarned: "Incomplete",
    .inProgress: "InProgress", .planned: "NotYetReported", .withdrawn: "Withdrew",
  ]

  private static let subjects = [
    "English": "EnglishLanguageLiterature", "Math": "Mathematics",
    "Science": "LifePhysicalSciences", "LabScience": "LifePhysicalSciences",
    "HistorySocialScience": "SocialSciencesHistory", "Arts": "FinePerformingArts",
    "ForeignLanguage": "ForeignLanguageLiterature",
  ]
}
