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

/// A course with the session that it belongs to; `nil` for none.
typealias PlacedCourse = (key: SessionKey?, course: Course)

extension TranscriptMapping {
  /// Every course, the school's own before those of other institutions.
  func placedCourses(_ posted: PostedCredit) -> [PlacedCourse] {
    ownCourses(posted) + externalCourses(posted)
  }

  /// Courses by the month in which their credit posted.
  func sessions(of courses: [PlacedCourse]) -> [AcademicSession] {
    // By index: a course is large, and moved once only.
    var groups: [SessionKey: [Int]] = [:]
    for index in courses.indices {
      if let key = courses[index].key { groups[key, default: []].append(index) }
    }
    return groups.sorted { $0.key < $1.key }.map { key, indices in
      session(key, indices.map { courses[$0].course })
    }
  }

  /// Posted credit without a day: the standard allows a course outside any session.
  func coursesWithoutSession(of courses: [PlacedCourse]) -> [Course] {
    courses.indices.compactMap { courses[$0].key == nil ? courses[$0].course : nil }
  }

  private func session(_ key: SessionKey, _ courses: [Course]) -> AcademicSession {
    let year = "\(key.schoolYear.start)-\(key.schoolYear.start + 1)"
    return AcademicSession(
      designator: key.designator, name: year, schoolYear: year,
      school: key.institution.isEmpty ? nil : Organization(names: [key.institution]),
      studentLevelCode: GradeLevel(key.grade).map(GradeLevelCode.code(of:)), courses: courses)
  }

  private func ownCourses(_ posted: PostedCredit) -> [PlacedCourse] {
    var index = -1
    return record.courseGroups.flatMap { group in
      group.courses.map { course in
        index += 1
        var written = self.course(course, in: group, earned: posted.course(at: index))
        written.place = index
        return (key(course, in: group), written)
      }
    }
  }

  private func key(_ course: RecordCourse, in group: RecordCourseGroup) -> SessionKey? {
    let isPosted = PostedCredit.isPosted(course)
    guard !isPosted || course.date != nil else { return nil }
    let day = isPosted ? course.date : nil
    let year = day.map(SchoolYear.init(containing:)) ?? group.schoolYear
    return SessionKey(
      designator: day.map(Self.month) ?? "\(year.start)-09", schoolYear: year, institution: "",
      grade: group.gradeLevel.number)
  }

  private func externalCourses(_ posted: PostedCredit) -> [PlacedCourse] {
    record.institutions.flatMap { institution in
      institution.courses.map { course in
        let year = schoolYear(of: course)
        let key = SessionKey(
          designator: Self.month(course.earnedOn), schoolYear: year,
          institution: institution.name, grade: course.gradeLevel?.number ?? -1)
        return (key, external(course, of: institution.kind, earned: posted.external(course.id)))
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
