import TranscriptModel

/// What makes two courses belong to one session.
struct SessionKey: Hashable, Comparable {
  let designator: String
  let schoolYear: SchoolYear
  let institution: String
  let grade: Int

  static func < (left: SessionKey, right: SessionKey) -> Bool {
    (left.designator, left.institution, left.grade)
      < (right.designator, right.institution, right.grade)
  }
}

/// Courses by the session that they belong to, and those of none.
struct PlacedCourses {
  private(set) var sessions: [SessionKey: [Course]] = [:]
  private(set) var others: [Course] = []

  /// A course is large, and moved once only.
  mutating func add(_ course: consuming Course, to key: SessionKey?) {
    if let key {
      sessions[key, default: []].append(course)
    } else {
      others.append(course)
    }
  }
}

extension TranscriptMapping {
  /// Every course, the school's own before those of other institutions.
  ///
  /// Posted credit without a day is in no session: the standard allows that.
  var placedCourses: PlacedCourses {
    var courses = PlacedCourses()
    placeOwn(in: &courses)
    placeExternal(in: &courses)
    return courses
  }

  /// Courses by the month in which their credit posted.
  func sessions(of courses: PlacedCourses) -> [AcademicSession] {
    courses.sessions.sorted { $0.key < $1.key }.map { session($0, $1) }
  }

  private func session(_ key: SessionKey, _ courses: [Course]) -> AcademicSession {
    let year = "\(key.schoolYear.start)-\(key.schoolYear.start + 1)"
    return AcademicSession(
      designator: key.designator, name: year, schoolYear: year,
      school: key.institution.isEmpty ? nil : Organization(names: [key.institution]),
      studentLevelCode: GradeLevel(key.grade).map(GradeLevelCode.code(of:)), courses: courses)
  }

  private func placeOwn(in courses: inout PlacedCourses) {
    var place = 0
    for group in record.courseGroups {
      for index in group.courses.indices {
        var written = course(
          group.courses[index], in: group, earned: posted.course(at: place))
        written.place = place
        courses.add(written, to: key(group.courses[index], in: group))
        place += 1
      }
    }
  }

  private func key(_ course: RecordCourse, in group: RecordCourseGroup) -> SessionKey? {
    // Credit that no course carries stands in no session.
    guard course.isCourse else { return nil }
    // What goes on stands where credit under way does, whatever has posted of it.
    let isPosted = PostedCredit.isPosted(course) && !course.isPartUnderWay
    guard !isPosted || course.date != nil else { return nil }
    let day = isPosted ? course.date : nil
    let year = day.map(SchoolYear.init(containing:)) ?? group.schoolYear
    return SessionKey(
      designator: day.map(Self.month) ?? "\(year.start)-09", schoolYear: year, institution: "",
      grade: grade(in: year, of: group))
  }

  /// The student's grade in a school year: a course of an earlier year that posts in this one stands
  /// among the courses of this one.
  private func grade(in year: SchoolYear, of group: RecordCourseGroup) -> Int {
    var own: Int?
    for index in record.courseGroups.indices where record.courseGroups[index].schoolYear == year {
      own = max(own ?? 0, record.courseGroups[index].gradeLevel.number)
    }
    if let own { return own }
    let shifted = group.gradeLevel.number + year.start - group.schoolYear.start
    return min(max(shifted, 0), 12)
  }

  private func placeExternal(in courses: inout PlacedCourses) {
    for institution in record.institutions {
      for course in institution.courses {
        let key = SessionKey(
          designator: Self.month(course.earnedOn), schoolYear: schoolYear(of: course),
          institution: institution.name, grade: course.gradeLevel?.number ?? -1)
        courses.add(
          external(course, of: institution.kind, earned: posted.external(course.id)), to: key)
      }
    }
  }

  /// The year of the day; summer work belongs to the year of its row's grade, which has just ended.
  private func schoolYear(of course: RecordExternalCourse) -> SchoolYear {
    let year = SchoolYear(containing: course.earnedOn)
    guard let grade = course.gradeLevel, Self.summer.contains(Self.month(course.earnedOn).suffix(3))
    else {
      return year
    }
    let ended = SchoolYear(start: record.student.classOf - 1 - (12 - grade.number))
    return year.start == ended.start + 1 ? ended : year
  }

  private static let summer: Set<Substring> = ["-07", "-08"]

  /// `YYYY-MM`.
  private static func month(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return String(unsafeUninitializedCapacity: 7) { bytes in
      var rest = year
      for index in [3, 2, 1, 0] {
        bytes[index] = UInt8(48 + rest % 10)
        rest /= 10
      }
      bytes[4] = UInt8(ascii: "-")
      bytes[5] = UInt8(48 + month / 10)
      bytes[6] = UInt8(48 + month % 10)
      return 7
    }
  }
}
