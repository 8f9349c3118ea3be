extension AcademicSession {
  func write(to body: inout ElementBuilder) {
    body.element("AcademicSessionDetail") { detail in
      detail.required("SessionDesignator", designator)
      detail.leaf("SessionName", name)
      detail.leaf("SessionType", type)
      detail.leaf("SessionSchoolYear", schoolYear)
    }
    if let school { body.element("School") { school.writeSchool(level: nil, to: &$0) } }
    body.element("StudentLevel") { $0.leaf("StudentLevelCode", studentLevelCode) }
    body.elements("Course", courses) { $0.write(to: &$1) }
  }
}

extension Course {
  func write(to body: inout ElementBuilder) {
    body.required("CourseCreditBasis", creditBasis)
    body.leaf("CourseCreditUnits", creditUnits)
    body.decimal("CourseCreditValue", creditValue)
    body.decimal("CourseCreditEarned", creditEarned)
    body.leaf("CourseAcademicGrade", academicGrade)
    body.leaf("CourseAcademicGradeStatusCode", gradeStatusCode)
    body.leaf("CourseNarrativeExplanationGrade", narrativeGrade)
    writeSubject(to: &body)
    body.leaf("CourseLevel", level)
    body.leaf("CourseGPAApplicabilityCode", gpaApplicability)
    body.leaf("CourseNumber", number)
    body.required("CourseTitle", title)
    if let overrideSchool {
      body.element("CourseOverrideSchool") { overrideSchool.writeSchool(level: nil, to: &$0) }
    }
    body.date("CourseBeginDate", beginDate)
    body.date("CourseEndDate", endDate)
    body.elements("Requirement", requirements) { $0.write(to: &$1) }
    body.elements("Attribute", attributes) { $0.write(to: &$1) }
    body.elements("Proficiency", proficiencies) { $0.write(to: &$1) }
    body.leaves("NoteMessage", notes)
  }

  /// One code at most says what the course is about; SCED is the most exact.
  private func writeSubject(to body: inout ElementBuilder) {
    switch sced.map(PESCText.length) {
    case nil: body.leaf("CourseSubjectAreaCode", subjectAreaCode)
    case 5: body.leaf("CourseFiveDigitSCEDCode", sced)
    default: body.leaf("CourseSCEDCode", sced)
    }
  }
}

extension Achievement {
  func write(to body: inout ElementBuilder) {
    body.leaf("RAPCode", code)
    body.leaf("RAPName", name)
    body.leaf("RAPSubName", subName)
    body.leaf("ConditionsMetCode", conditionsMet)
    body.date("ConditionsMetDate", conditionsMetDate)
    body.leaves("NoteMessage", notes)
  }
}
