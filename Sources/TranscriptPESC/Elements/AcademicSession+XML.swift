extension AcademicSession {
  func write(to body: inout ElementWriter, competencies: CompetencyWriter?) {
    body.element("AcademicSessionDetail") { detail in
      detail.required(.sessionDesignator, designator)
      detail.leaf(.sessionName, name)
      detail.leaf(.sessionType, type)
      detail.leaf(.sessionSchoolYear, schoolYear)
    }
    if let school { body.element("School") { school.writeSchool(level: nil, to: &$0) } }
    body.element("StudentLevel") { $0.leaf(.studentLevelCode, studentLevelCode) }
    // By index: a copy of a whole course costs more than what is read of it.
    for index in courses.indices {
      body.element("Course") { courses[index].write(to: &$0, competencies: competencies) }
    }
  }
}

extension Course {
  func write(to body: inout ElementWriter, competencies: CompetencyWriter?) {
    body.required(.courseCreditBasis, creditBasis)
    body.leaf(.courseCreditUnits, creditUnits)
    body.decimal(.courseCreditValue, creditValue)
    body.decimal(.courseCreditEarned, creditEarned)
    body.leaf(.courseAcademicGrade, academicGrade)
    body.leaf(.courseAcademicGradeStatusCode, gradeStatusCode)
    body.leaf(.courseNarrativeExplanationGrade, narrativeGrade)
    writeSubject(to: &body)
    body.leaf(.courseLevel, level)
    body.leaf(.courseGPAApplicabilityCode, gpaApplicability)
    body.leaf(.courseNumber, number)
    body.required(.courseTitle, title)
    if let overrideSchool {
      body.element("CourseOverrideSchool") { overrideSchool.writeSchool(level: nil, to: &$0) }
    }
    body.date(.courseBeginDate, beginDate)
    body.date(.courseEndDate, endDate)
    body.elements("Requirement", requirements) { $0.write(to: &$1) }
    body.elements("Attribute", attributes) { $0.write(to: &$1) }
    body.elements("Proficiency", proficiencies) { $0.write(to: &$1) }
    if let place, let competencies { competencies.write(ofCourseAt: place, to: &body) }
    body.leaves(.noteMessage, notes)
  }

  /// One code at most says what the course is about; SCED is the most exact.
  private func writeSubject(to body: inout ElementWriter) {
    switch sced.map(PESCText.length) {
    case nil: body.leaf(.courseSubjectAreaCode, subjectAreaCode)
    case 5: body.leaf(.courseFiveDigitSCEDCode, sced)
    default: body.leaf(.courseSCEDCode, sced)
    }
  }
}

extension Achievement {
  func write(to body: inout ElementWriter) {
    body.leaf(.rapCode, code)
    body.leaf(.rapName, name)
    body.leaf(.rapSubName, subName)
    body.leaf(.conditionsMetCode, conditionsMet)
    body.date(.conditionsMetDate, conditionsMetDate)
    body.leaves(.noteMessage, notes)
  }
}
