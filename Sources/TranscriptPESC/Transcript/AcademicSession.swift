public import TranscriptModel

/// Courses of one term.
///
/// PESC: AcademicSessionType.
public struct AcademicSession: Hashable, Sendable {
  /// `YYYY-MM`.
  public var designator: String
  /// At most 30 characters.
  public var name: String?
  /// `FullYear`, `Semester` and others.
  public var type: String?
  /// `YYYY-YYYY`.
  public var schoolYear: String?
  /// Another school, where the courses were taken there.
  public var school: Organization?
  /// `NinthGrade` to `TwelfthGrade`.
  public var studentLevelCode: String?
  /// The courses.
  public var courses: [Course]

  /// Makes a session.
  public init(
    designator: String, name: String? = nil, type: String? = nil, schoolYear: String? = nil,
    school: Organization? = nil, studentLevelCode: String? = nil, courses: [Course] = []
  ) {
    self.designator = designator
    self.name = name
    self.type = type
    self.schoolYear = schoolYear
    self.school = school
    self.studentLevelCode = studentLevelCode
    self.courses = courses
  }
}

/// A course, or anything else that credit is awarded for.
///
/// PESC: CourseType.
public struct Course: Hashable, Sendable {
  /// `Regular`, `AdvancedPlacement`, `HighSchoolDualCredit`, `HighSchoolTransferCredit` and others.
  public var creditBasis: String
  /// `CarnegieUnits`, `NoCredit` and others.
  public var creditUnits: String?
  /// What the course is worth.
  public var creditValue: Rational?
  /// What the student has earned.
  public var creditEarned: Rational?
  /// The mark, or the code of the level reached; at most 10 characters.
  public var academicGrade: String?
  /// `PassFailPass`, `InProgress`, `Incomplete`, `Withdrew` and others.
  public var gradeStatusCode: String?
  /// At most 200 characters.
  public var narrativeGrade: String?
  /// SCED, 5 or 12 characters.
  public var sced: String?
  /// One of the 23 subject areas, where there is no SCED code.
  public var subjectAreaCode: String?
  /// `Honors`, `AdvancedPlacement` and others.
  public var level: String?
  /// `Applicable`, `NotApplicable`, `Weighted`.
  public var gpaApplicability: String?
  /// The school's code, at most 15 characters.
  public var number: String?
  /// At most 60 characters.
  public var title: String
  /// Another school, where the course was taken there.
  public var overrideSchool: Organization?
  /// When the course began.
  public var beginDate: CalendarDate?
  /// When the course ended.
  public var endDate: CalendarDate?
  /// Graduation requirements that it meets.
  public var requirements: [Achievement]
  /// Attributes.
  public var attributes: [Achievement]
  /// Competencies attained in it.
  public var proficiencies: [Achievement]
  /// At most 80 characters each.
  public var notes: [String]
  /// Its place among the record's courses, where its competencies are written straight from there.
  var place: Int?

  /// Makes a course; parts are added one by one.
  public init(
    creditBasis: String, creditUnits: String? = nil, creditValue: Rational? = nil,
    creditEarned: Rational? = nil, academicGrade: String? = nil, gradeStatusCode: String? = nil,
    narrativeGrade: String? = nil, sced: String? = nil, subjectAreaCode: String? = nil,
    level: String? = nil, gpaApplicability: String? = nil, number: String? = nil, title: String,
    overrideSchool: Organization? = nil, beginDate: CalendarDate? = nil,
    endDate: CalendarDate? = nil, requirements: [Achievement] = [],
    attributes: [Achievement] = [], proficiencies: [Achievement] = [], notes: [String] = []
  ) {
    self.creditBasis = creditBasis
    self.creditUnits = creditUnits
    self.creditValue = creditValue
    self.creditEarned = creditEarned
    self.academicGrade = academicGrade
    self.gradeStatusCode = gradeStatusCode
    self.narrativeGrade = narrativeGrade
    self.sced = sced
    self.subjectAreaCode = subjectAreaCode
    self.level = level
    self.gpaApplicability = gpaApplicability
    self.number = number
    self.title = title
    self.overrideSchool = overrideSchool
    self.beginDate = beginDate
    self.endDate = endDate
    self.requirements = requirements
    self.attributes = attributes
    self.proficiencies = proficiencies
    self.notes = notes
  }
}

/// A requirement, attribute or proficiency, with one fact each.
///
/// PESC: RAPType.
public struct Achievement: Hashable, Sendable {
  /// At most 3 characters: the code of a level, or of a requirement.
  public var code: String?
  /// At most 60 characters: the short name.
  public var name: String?
  /// At most 60 characters: the level's word, or a second line.
  public var subName: String?
  /// `Yes`, `No`, `Conditional`, `MutuallyDefined`.
  public var conditionsMet: String?
  /// When the conditions were met.
  public var conditionsMetDate: CalendarDate?
  /// At most 80 characters each; the first is the id.
  public var notes: [String]

  /// Makes an achievement.
  public init(
    code: String? = nil, name: String? = nil, subName: String? = nil,
    conditionsMet: String? = nil, conditionsMetDate: CalendarDate? = nil, notes: [String] = []
  ) {
    self.code = code
    self.name = name
    self.subName = subName
    self.conditionsMet = conditionsMet
    self.conditionsMetDate = conditionsMetDate
    self.notes = notes
  }
}
