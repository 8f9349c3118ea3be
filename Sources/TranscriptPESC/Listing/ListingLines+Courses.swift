extension ListingLines {
  mutating func addSession(_ session: Int) {
    let detail = leaves.first("AcademicSessionDetail", in: session)
    let name = leaves.value("SessionName", in: detail)
    let year = leaves.value("SessionSchoolYear", in: detail)
    let begin = leaves.value("SessionBeginDate", in: detail)
    let end = leaves.value("SessionEndDate", in: detail)
    let days = begin != nil || end != nil ? "\(begin ?? "") to \(end ?? "")" : nil
    let school = organizationText(leaves.first("School", in: session))
    let head = [
      leaves.value("SessionDesignator", in: detail), name, year == name ? nil : year,
      leaves.value("SessionType", in: detail), days,
      leaves.value("StudentLevelCode", in: leaves.first("StudentLevel", in: session)),
      school.isEmpty ? nil : "at \(school)",
    ]
    add(["", joined(head, by: "  ")])
    addCourses(leaves.all("Course", in: session))
    addNotes(leaves.values("NoteMessage", in: session), indent: "  ")
  }

  /// One row a course; its competencies and notes stand below it.
  mutating func addCourses(_ courses: [Int]) {
    guard !courses.isEmpty else { return }
    let head = [
      "  Number", "Course", "Mark", "Status", "Earned", "Of", "Unit", "Basis", "Level", "Repeat",
      "Subject", "Began", "Ended", "Average", "Points", "Scale",
    ]
    let rows = TextColumns.filled([head] + courses.map { row(of: $0) })
    for (row, course) in zip(rows, [nil] + courses.map(Optional.some)) {
      add(row)
      if let course { addInside(of: course) }
    }
  }

  private mutating func row(of course: Int) -> [String] {
    // A course may have a mark in words only.
    let mark = leaves.value("CourseAcademicGrade", in: course)
    let words = leaves.value("CourseNarrativeExplanationGrade", in: course)
    let basis = leaves.value("CourseCreditBasis", in: course) ?? ""
    let subject =
      leaves.value("CourseSCEDCode", in: course)
      ?? leaves.value("CourseFiveDigitSCEDCode", in: course)
      ?? leaves.value("CourseSubjectAreaCode", in: course)
    let average = leaves.value("CourseGPAApplicabilityCode", in: course) ?? ""
    return [
      "  \(leaves.value("CourseNumber", in: course) ?? "")",
      leaves.value("CourseTitle", in: course) ?? "", joined([mark, words], by: "; "),
      leaves.value("CourseAcademicGradeStatusCode", in: course) ?? "",
      leaves.value("CourseCreditEarned", in: course) ?? "",
      leaves.value("CourseCreditValue", in: course) ?? "",
      leaves.value("CourseCreditUnits", in: course) ?? "", basis == "Regular" ? "" : basis,
      leaves.value("CourseLevel", in: course) ?? "",
      leaves.value("CourseRepeatCode", in: course) ?? "", subject ?? "",
      leaves.value("CourseBeginDate", in: course) ?? "",
      leaves.value("CourseEndDate", in: course) ?? "",
      average == "NotApplicable" ? "" : average,
      leaves.value("CourseQualityPointsEarned", in: course) ?? "",
      leaves.value("CourseAcademicGradeScaleCode", in: course) ?? "",
    ]
  }

  private mutating func addInside(of course: Int) {
    let school = organizationText(leaves.first("CourseOverrideSchool", in: course))
    if !school.isEmpty { add("    at \(school)") }
    addSupplementalGrades(of: course)
    var rows: [[String]] = []
    for name in ["Requirement", "Attribute", "Proficiency"] as [StaticString] {
      for element in leaves.all(name, in: course) {
        rows.append(achievement(element, indent: "    "))
      }
    }
    add(TextColumns.filled(rows, hasHead: false))
    addNotes(leaves.values("NoteMessage", in: course), indent: "    ")
  }

  /// Marks beside the final one, such as that of an examination.
  private mutating func addSupplementalGrades(of course: Int) {
    let all = leaves.first("CourseSupplementalAcademicGrade", in: course)
    for grade in leaves.all("CourseSupplementalGrade", in: all) {
      let session = leaves.value("SupplementalGradeSubSession", in: grade)
      let scale = leaves.value("CourseAcademicSupplementalGradeScaleCode", in: grade)
      let parts = [
        leaves.value("SupplementalGradeCode", in: grade),
        session.map { "session \($0)" },
        leaves.value("CourseAcademicSupplementalGrade", in: grade),
        leaves.value("CourseAcademicSupplementalGradeStatusCode", in: grade),
        scale.map { "scale \($0)" },
      ]
      let notes = leaves.values("NoteMessage", in: grade).map { Optional.some("note: \($0)") }
      add("    further mark: \(joined(parts + notes))")
    }
  }
}
