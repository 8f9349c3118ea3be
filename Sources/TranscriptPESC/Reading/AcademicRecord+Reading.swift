import XMLKit

extension AcademicRecord {
  init(xml: XMLElement) {
    self.init(
      school: xml.first("School").map(Organization.init(xml:)),
      studentLevelCode: xml.first("StudentLevel")?.value("StudentLevelCode"),
      cohortGraduationYear: xml.value("CohortGraduationYear").flatMap { Int($0.prefix(4)) },
      awards: xml.all("AcademicAward").map(AcademicAward.init(xml:)),
      summaries: xml.all("AcademicSummary").map(AcademicSummary.init(xml:)),
      sessions: xml.all("AcademicSession").map(AcademicSession.init(xml:)),
      courses: xml.all("Course").map(Course.init(xml:)),
      requirements: Self.achievements("Requirement", in: xml),
      attributes: Self.achievements("Attribute", in: xml),
      proficiencies: Self.achievements("Proficiency", in: xml), notes: xml.values("NoteMessage"),
      extensionNamespace: xml.first("UserDefinedExtensions")?.elements.first?.namespace)
  }

  private static func achievements(_ name: String, in xml: XMLElement) -> [Achievement] {
    xml.all(at: "AdditionalStudentAchievements", name).map(Achievement.init(xml:))
  }
}

extension AcademicAward {
  init(xml: XMLElement) {
    self.init(
      level: xml.value("AcademicAwardLevel"), date: xml.date("AcademicAwardDate"),
      title: xml.value("AcademicAwardTitle"),
      honors: xml.all("AcademicHonors").map(AcademicHonor.init(xml:)),
      isComplete: xml.flag("AcademicCompletionIndicator"),
      completionDate: xml.date("AcademicCompletionDate"))
  }
}

extension AcademicHonor {
  init(xml: XMLElement) {
    self.init(title: xml.value("HonorsTitle"), notes: xml.values("NoteMessage"))
  }
}

extension AcademicSummary {
  init(xml: XMLElement) {
    let gpa = xml.first("GPA")
    self.init(
      type: xml.value("AcademicSummaryType"), level: xml.value("AcademicSummaryLevel"),
      creditsEarned: gpa?.decimal("CreditHoursEarned"),
      creditsRequired: gpa?.decimal("CreditHoursRequired"),
      creditsDeficient: gpa?.decimal("CreditHoursDeficient"),
      creditUnit: gpa?.value("CreditUnit"),
      gradePointAverage: gpa?.decimal("GradePointAverage"),
      gpaMinimum: gpa?.decimal("GPARangeMinimum"), gpaMaximum: gpa?.decimal("GPARangeMaximum"),
      honors: xml.all("AcademicHonors").map(AcademicHonor.init(xml:)),
      classRank: xml.integer("ClassRank"), classSize: xml.integer("ClassSize"),
      notes: xml.values("NoteMessage"),
      subjectAreas: xml.all(at: "HighSchoolCreditSummary", "HighSchoolSubjectArea").map(
        SubjectAreaCredit.init(xml:)), entryDate: xml.date("EntryDate"),
      exitDate: xml.date("ExitDate"))
  }
}

extension SubjectAreaCredit {
  init(xml: XMLElement) {
    self.init(
      code: xml.value("HighSchoolSubjectAreaCode"),
      name: xml.value("HighSchoolSubjectAreaName"), unit: xml.value("CourseCreditUnits"),
      required: xml.decimal("CreditHoursRequired"), earned: xml.decimal("CourseCreditEarned"),
      deficient: xml.decimal("CreditHoursDeficient"))
  }
}

extension AcademicSession {
  init(xml: XMLElement) {
    let detail = xml.first("AcademicSessionDetail")
    self.init(
      designator: detail?.value("SessionDesignator") ?? "", name: detail?.value("SessionName"),
      type: detail?.value("SessionType"), schoolYear: detail?.value("SessionSchoolYear"),
      school: xml.first("School").map(Organization.init(xml:)),
      studentLevelCode: xml.first("StudentLevel")?.value("StudentLevelCode"),
      courses: xml.all("Course").map(Course.init(xml:)))
  }
}

extension Course {
  init(xml: XMLElement) {
    self.init(
      creditBasis: xml.value("CourseCreditBasis") ?? "",
      creditUnits: xml.value("CourseCreditUnits"),
      creditValue: xml.decimal("CourseCreditValue"),
      creditEarned: xml.decimal("CourseCreditEarned"),
      academicGrade: xml.value("CourseAcademicGrade"),
      gradeStatusCode: xml.value("CourseAcademicGradeStatusCode"),
      narrativeGrade: xml.value("CourseNarrativeExplanationGrade"),
      sced: xml.value("CourseSCEDCode") ?? xml.value("CourseFiveDigitSCEDCode"),
      subjectAreaCode: xml.value("CourseSubjectAreaCode"), level: xml.value("CourseLevel"),
      gpaApplicability: xml.value("CourseGPAApplicabilityCode"),
      number: xml.value("CourseNumber"), title: xml.value("CourseTitle") ?? "",
      overrideSchool: xml.first("CourseOverrideSchool").map(Organization.init(xml:)),
      beginDate: xml.date("CourseBeginDate"), endDate: xml.date("CourseEndDate"),
      requirements: xml.all("Requirement").map(Achievement.init(xml:)),
      attributes: xml.all("Attribute").map(Achievement.init(xml:)),
      proficiencies: xml.all("Proficiency").map(Achievement.init(xml:)),
      notes: xml.values("NoteMessage"))
  }
}

extension Achievement {
  init(xml: XMLElement) {
    self.init(
      code: xml.value("RAPCode"), name: xml.value("RAPName"), subName: xml.value("RAPSubName"),
      conditionsMet: xml.value("ConditionsMetCode"),
      conditionsMetDate: xml.date("ConditionsMetDate"), notes: xml.values("NoteMessage"))
  }
}
