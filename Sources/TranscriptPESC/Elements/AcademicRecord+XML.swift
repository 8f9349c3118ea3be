import XMLKit

extension AcademicRecord {
  func write(
    to body: inout ElementWriter, competencies: CompetencyWriter? = nil,
    extending record: MasteryRecordElement? = nil
  ) {
    if let school {
      body.element("School") { school.writeSchool(level: "HighSchool", to: &$0) }
    }
    body.element("StudentLevel") { $0.leaf(.studentLevelCode, studentLevelCode) }
    body.leaf(.cohortGraduationYear, cohortGraduationYear.map(String.init))
    body.elements("AcademicAward", awards) { $0.write(to: &$1) }
    body.elements("AcademicSummary", summaries) { $0.write(to: &$1) }
    for index in sessions.indices {
      body.element("AcademicSession") {
        sessions[index].write(to: &$0, competencies: competencies)
      }
    }
    for index in courses.indices {
      body.element("Course") { courses[index].write(to: &$0, competencies: competencies) }
    }
    body.element("AdditionalStudentAchievements") { additional in
      additional.elements("Requirement", requirements) { $0.write(to: &$1) }
      additional.elements("Attribute", attributes) { $0.write(to: &$1) }
      additional.elements("Proficiency", proficiencies) { $0.write(to: &$1) }
      competencies?.writeAcrossCourses(to: &additional)
    }
    body.leaves(.noteMessage, notes)
    if let record {
      body.element("UserDefinedExtensions") { record.write(to: &$0.markup) }
    }
  }
}

extension AcademicAward {
  func write(to body: inout ElementWriter) {
    body.leaf(.academicAwardLevel, level)
    body.date(.academicAwardDate, date)
    body.leaf(.academicAwardTitle, title)
    body.elements("AcademicHonors", honors) { $0.write(to: &$1) }
    body.flag(.academicCompletionIndicator, isComplete)
    body.date(.academicCompletionDate, completionDate)
  }
}

extension AcademicHonor {
  func write(to body: inout ElementWriter) {
    body.leaf(.honorsTitle, title)
    body.leaves(.noteMessage, notes)
  }
}

extension AcademicSummary {
  func write(to body: inout ElementWriter) {
    body.leaf(.academicSummaryType, type)
    body.leaf(.academicSummaryLevel, level)
    body.element("GPA") { gpa in
      gpa.decimal(.creditHoursEarned, creditsEarned)
      gpa.decimal(.creditHoursRequired, creditsRequired)
      gpa.decimal(.creditHoursDeficient, creditsDeficient)
      gpa.leaf(.creditUnit, creditUnit)
      gpa.decimal(.gradePointAverage, gradePointAverage)
      gpa.decimal(.gpaRangeMinimum, gpaMinimum)
      gpa.decimal(.gpaRangeMaximum, gpaMaximum)
    }
    body.elements("AcademicHonors", honors) { $0.write(to: &$1) }
    body.leaves(.noteMessage, notes)
    body.element("HighSchoolCreditSummary") { summary in
      summary.elements("HighSchoolSubjectArea", subjectAreas) { $0.write(to: &$1) }
    }
    body.date(.entryDate, entryDate)
    body.date(.exitDate, exitDate)
  }
}

extension SubjectAreaCredit {
  func write(to body: inout ElementWriter) {
    body.leaf(.highSchoolSubjectAreaCode, code)
    body.leaf(.highSchoolSubjectAreaName, name)
    body.leaf(.courseCreditUnits, unit)
    body.decimal(.creditHoursRequired, required)
    body.decimal(.courseCreditEarned, earned)
    body.decimal(.creditHoursDeficient, deficient)
  }
}
