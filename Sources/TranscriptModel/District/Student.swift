public import Diagnostics

/// The parts of a legal name.
///
/// PESC: Person/Name; a mononym has a last name only.
public struct LegalName: Hashable, Sendable {
  /// Given name.
  public let first: String?
  /// Middle names, in one string.
  public let middle: String?
  /// Family name, or the only name.
  public let last: String
  /// `Jr.`, `III`.
  public let suffix: String?

  /// Creates a name.
  public init(first: String?, middle: String? = nil, last: String, suffix: String? = nil) {
    self.first = first
    self.middle = middle
    self.last = last
    self.suffix = suffix
  }

  /// `Okafor, Linh Adaeze`: family name first.
  public var inverted: String {
    let given = [first, middle, suffix].compactMap(\.self).joined(separator: " ")
    return given.isEmpty ? last : "\(last), \(given)"
  }

  /// `Linh Adaeze Okafor`.
  public var natural: String {
    [first, middle, last, suffix].compactMap(\.self).joined(separator: " ")
  }
}

/// The posted end of a student's schooling.
public struct GraduationPosting: Hashable, Sendable {
  /// The day of graduation.
  public let date: CalendarDate
  /// Who posted it, by name or office.
  public let authorizedBy: String

  /// Creates a posting.
  public init(date: CalendarDate, authorizedBy: String) {
    self.date = date
    self.authorizedBy = authorizedBy
  }
}

/// A student.
///
/// PESC: Person; CEDS: K12 Student. Disability, services, language-learner status, discipline,
/// health, lunch status, SSN and race have no place here, nor anywhere else.
public struct Student: Hashable, Sendable {
  /// The district's own id; output files are named by it.
  public let id: Identifier<Student>
  /// The state-assigned id, ten digits.
  public let sasid: String?
  /// The legal name.
  public let legalName: LegalName
  /// The whole name as documents should show it, where it differs.
  public let preferredName: String?
  /// An earlier last name: requests may come under it; no document says it.
  public let formerLast: String?
  /// Day of birth.
  public let birthDate: CalendarDate
  /// Current grade level.
  public let gradeLevel: GradeLevel
  /// Graduation year: selects the plan.
  public let classOf: Int
  /// First day at the school.
  public let enrolledOn: CalendarDate?
  /// Expected graduation day.
  public let expectedOn: CalendarDate?
  /// Set only when an authorized person has posted the graduation.
  public let graduation: GraduationPosting?
  /// The day on which the student left without graduating.
  public let withdrawnOn: CalendarDate?
  /// BCP 47 tag of the language in which the family wants its reports; no document says it.
  public let familyLanguage: String?
  /// Where the row is.
  public let location: SourceLocation

  /// Creates a student.
  public init(
    id: Identifier<Student>, sasid: String? = nil, legalName: LegalName,
    preferredName: String? = nil, formerLast: String? = nil, birthDate: CalendarDate,
    gradeLevel: GradeLevel, classOf: Int, enrolledOn: CalendarDate? = nil,
    expectedOn: CalendarDate? = nil,
    graduation: GraduationPosting? = nil, withdrawnOn: CalendarDate? = nil,
    familyLanguage: String? = nil, location: SourceLocation
  ) {
    self.id = id
    self.sasid = sasid
    self.legalName = legalName
    self.preferredName = preferredName
    self.formerLast = formerLast
    self.birthDate = birthDate
    self.gradeLevel = gradeLevel
    self.classOf = classOf
    self.enrolledOn = enrolledOn
    self.expectedOn = expectedOn
    self.graduation = graduation
    self.withdrawnOn = withdrawnOn
    self.familyLanguage = familyLanguage
    self.location = location
  }

  /// The name that documents show.
  public var displayName: String { preferredName ?? legalName.natural }

  /// The school year in which the student is in `grade`, if every year is one grade.
  public func schoolYear(of grade: GradeLevel) -> SchoolYear {
    SchoolYear(start: classOf - 1 - (12 - grade.number))
  }
}
