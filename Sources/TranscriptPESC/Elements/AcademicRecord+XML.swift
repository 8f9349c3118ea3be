import XMLKit

extension AcademicRecord {
  func write(to body: inout ElementBuilder) {
    if let school {
      body.element("School") { school.writeSchool(level: "HighSchool", to: &$0) }
    }
    body.element("StudentLevel") { $0.leaf("StudentLevelCode", studentLevelCode) }
    body.leaf("CohortGraduationYear", cohortGraduationYear.map(String.init))
    body.elements("AcademicAward", awards) { $0.write(to: &$1) }
    body.elements("AcademicSummary", summaries) { $0.write(to: &$1) }
    body.elements("AcademicSession", sessions) { $0.write(to: &$1) }
    body.elements("Course", courses) { $0.write(to: &$1) }
    body.element("AdditionalStudentAchievements") { additional in
      additional.elements("Requirement", requirements) { $0.write(to: &$1) }
      additional.elements("Attribute", attributes) { $0.write(to: &$1) }
      additional.elements("Proficiency", proficiencies) { $0.write(to: &$1) }
    }
    body.leaves("NoteMessage", notes)
    if let userDefinedExtension {
      body.element("UserDefinedExtensions") { $0.append(userDefinedExtension) }
    }
  }
}

extension AcademicAward {
  func write(to body: inout ElementBuilder) {
    body.leaf("AcademicAwardLevel", level)
    body.date("AcademicAwardDate", date)
    body.leaf("AcademicAwardTitle", title)
    body.elements("AcademicHonors", honors) { $0.write(to: &$1) }
    body.flag("AcademicCompletionIndicator", isComplete)
    body.date("AcademicCompletionDate", completionDate)
  }
}

extension AcademicHonor {
  func write(to body: inout ElementBuilder) {
    body.leaf("HonorsTitle", title)
    body.leaves("NoteMessage", notes)
  }
}

extension AcademicSummary {
  func write(to body: inout ElementBuilder) {
    body.leaf("AcademicSummaryType", type)
    body.leaf("AcademicSummaryLevel", level)
    body.element("GPA") { gpa in
      gpa.decimal("CreditHoursEarned", creditsEarned)
      gpa.decimal("CreditHoursRequired", creditsRequired)
      gpa.decimal("CreditHoursDeficient", creditsDeficient)
      gpa.leaf("CreditUnit", creditUnit)
      gpa.decimal("GradePointAverage", gradePointAverage)
      gpa.decimal("GPARangeMinimum", gpaMinimum)
      gpa.decimal("GPARangeMaximum", gpaMaximum)
    }
    body.elements("AcademicHonors", honors) { $0.write(to: &$1) }
    body.leaves("NoteMessage", notes)
    body.element("HighSchoolCreditSummary") { summary in
      summary.elements("HighSchoolSubjectArea", subjectAreas) { $0.write(to: &$1) }
    }
  }
}

extension SubjectAreaCredit {
  func write(to body: inout ElementBuilder) {
    body.leaf("HighSchoolSubjectAreaCode", code)
    body.leaf("HighSchoolSubjectAreaName", name)
    body.leaf("CourseCreditUnits", unit)
    body.decimal("CreditHoursRequired", required)
    body.decimal("CourseCreditEarned", earned)
    body.decimal("CreditHoursDeficient", deficient)
  }
}
