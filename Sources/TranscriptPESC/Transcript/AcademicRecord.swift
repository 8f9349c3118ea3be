public import TranscriptModel

/// PESC: AcademicRecordType.
public struct AcademicRecord: Hashable, Sendable {
  /// The school that keeps the record.
  public var school: Organization?
  /// `NinthGrade` to `TwelfthGrade`.
  public var studentLevelCode: String?
  /// The class.
  public var cohortGraduationYear: Int?
  /// Diplomas and the honours that go with them.
  public var awards: [AcademicAward]
  /// Totals; this project writes one.
  public var summaries: [AcademicSummary]
  /// Courses by the month in which their credit posted.
  public var sessions: [AcademicSession]
  /// Courses in no session.
  public var courses: [Course]
  /// Requirements met outside courses.
  ///
  /// PESC: AdditionalStudentAchievements/Requirement.
  public var requirements: [Achievement]
  /// Seals and similar attributes.
  ///
  /// PESC: AdditionalStudentAchievements/Attribute.
  public var attributes: [Achievement]
  /// Competencies across courses.
  ///
  /// PESC: AdditionalStudentAchievements/Proficiency.
  public var proficiencies: [Achievement]
  /// At most 80 characters each.
  public var notes: [String]
  /// The namespace of the one element of UserDefinedExtensions.
  ///
  /// It is read; what is written there is not a part of this value.
  public var extensionNamespace: String?

  /// Makes a record; parts are added one by one.
  public init(
    school: Organization? = nil, studentLevelCode: String? = nil,
    cohortGraduationYear: Int? = nil, awards: [AcademicAward] = [],
    summaries: [AcademicSummary] = [], sessions: [AcademicSession] = [],
    courses: [Course] = [], requirements: [Achievement] = [], attributes: [Achievement] = [],
    proficiencies: [Achievement] = [], notes: [String] = [],
    extensionNamespace: String? = nil
  ) {
    self.school = school
    self.studentLevelCode = studentLevelCode
    self.cohortGraduationYear = cohortGraduationYear
    self.awards = awards
    self.summaries = summaries
    self.sessions = sessions
    self.courses = courses
    self.requirements = requirements
    self.attributes = attributes
    self.proficiencies = proficiencies
    self.notes = notes
    self.extensionNamespace = extensionNamespace
  }

  /// Every course, those in sessions first.
  public var allCourses: [Course] { sessions.flatMap(\.courses) + courses }
}

/// A diploma or certificate.
///
/// PESC: AcademicAwardType.
public struct AcademicAward: Hashable, Sendable {
  /// `B18` standard diploma, `B19` with honours, `B22` certificate, `B17` not completed.
  public var level: String?
  /// When.
  public var date: CalendarDate?
  /// At most 400 characters.
  public var title: String?
  /// Honours that go with it.
  public var honors: [AcademicHonor]
  /// Whether the course of study is complete.
  public var isComplete: Bool?
  /// When it was completed.
  public var completionDate: CalendarDate?

  /// Makes an award.
  public init(
    level: String? = nil, date: CalendarDate? = nil, title: String? = nil,
    honors: [AcademicHonor] = [], isComplete: Bool? = nil, completionDate: CalendarDate? = nil
  ) {
    self.level = level
    self.date = date
    self.title = title
    self.honors = honors
    self.isComplete = isComplete
    self.completionDate = completionDate
  }
}

/// PESC: AcademicHonorsType.
public struct AcademicHonor: Hashable, Sendable {
  /// At most 30 characters.
  public var title: String?
  /// At most 80 characters each.
  public var notes: [String]

  /// Makes an honour.
  public init(title: String?, notes: [String] = []) {
    self.title = title
    self.notes = notes
  }
}

/// Totals of a record.
///
/// PESC: AcademicSummaryFType.
public struct AcademicSummary: Hashable, Sendable {
  /// `All`, `Weighted`, `NonWeighted` and others.
  public var type: String?
  /// `Secondary`, or a grade.
  public var level: String?
  /// Credit earned in all.
  public var creditsEarned: Rational?
  /// Credit required in all.
  public var creditsRequired: Rational?
  /// Credit that is missing.
  public var creditsDeficient: Rational?
  /// `CarnegieUnits`.
  public var creditUnit: String?
  /// The average; absent unless the district has adopted an equivalence table.
  public var gradePointAverage: Rational?
  /// The lowest possible average.
  public var gpaMinimum: Rational?
  /// The highest possible average.
  public var gpaMaximum: Rational?
  /// Honours.
  public var honors: [AcademicHonor]
  /// Rank in class; read, never written.
  public var classRank: Int?
  /// Size of class; read, never written.
  public var classSize: Int?
  /// At most 80 characters each.
  public var notes: [String]
  /// Credit by subject area.
  public var subjectAreas: [SubjectAreaCredit]
  /// First day at the school.
  public var entryDate: CalendarDate?
  /// Last day at the school, where the student left without a diploma.
  public var exitDate: CalendarDate?

  /// Makes a summary; parts are added one by one.
  public init(
    type: String? = nil, level: String? = nil, creditsEarned: Rational? = nil,
    creditsRequired: Rational? = nil, creditsDeficient: Rational? = nil,
    creditUnit: String? = nil, gradePointAverage: Rational? = nil, gpaMinimum: Rational? = nil,
    gpaMaximum: Rational? = nil, honors: [AcademicHonor] = [], classRank: Int? = nil,
    classSize: Int? = nil, notes: [String] = [], subjectAreas: [SubjectAreaCredit] = [],
    entryDate: CalendarDate? = nil, exitDate: CalendarDate? = nil
  ) {
    self.type = type
    self.level = level
    self.creditsEarned = creditsEarned
    self.creditsRequired = creditsRequired
    self.creditsDeficient = creditsDeficient
    self.creditUnit = creditUnit
    self.gradePointAverage = gradePointAverage
    self.gpaMinimum = gpaMinimum
    self.gpaMaximum = gpaMaximum
    self.honors = honors
    self.classRank = classRank
    self.classSize = classSize
    self.notes = notes
    self.subjectAreas = subjectAreas
    self.entryDate = entryDate
    self.exitDate = exitDate
  }
}

/// Credit in one subject area.
///
/// PESC: HighSchoolSubjectAreaType.
public struct SubjectAreaCredit: Hashable, Sendable {
  /// `English`, `Math`, `Other` and others.
  public var code: String?
  /// At most 30 characters.
  public var name: String?
  /// `CarnegieUnits`.
  public var unit: String?
  /// Required; at most three decimals.
  public var required: Rational?
  /// Earned.
  public var earned: Rational?
  /// Missing; at most three decimals.
  public var deficient: Rational?

  /// Makes a subject area's credit.
  public init(
    code: String? = nil, name: String? = nil, unit: String? = nil, required: Rational? = nil,
    earned: Rational? = nil, deficient: Rational? = nil
  ) {
    self.code = code
    self.name = name
    self.unit = unit
    self.required = required
    self.earned = earned
    self.deficient = deficient
  }
}
