/// A leaf of the standard: its name, and what a text in it may be.
///
/// Within the part of the standard that is written here a name has one limit wherever it stands.
/// Source: the facets of HST 1.3.0, which 1.4.0 and 1.5.0 keep or widen.
struct PESCElement: Sendable {
  /// The form of a text, where its length is not all.
  enum Form: Sendable {
    /// Any text of the length.
    case any
    /// The writer's own code, date or number: no text of a district.
    case own
    /// One of a list, which ``PESCLimits/codes`` has.
    case code
    /// Digits only.
    case digits
    /// `YYYY-YYYY`.
    case schoolYear
    /// `YYYY-MM`.
    case yearAndMonth
  }

  let name: StaticString
  let minimum: Int
  let maximum: Int
  let form: Form

  private init(_ name: StaticString, _ form: Form = .own) {
    self.name = name
    self.minimum = 1
    self.maximum = .max
    self.form = form
  }

  private init(_ name: StaticString, _ minimum: Int, _ maximum: Int, _ form: Form = .any) {
    self.name = name
    self.minimum = minimum
    self.maximum = maximum
    self.form = form
  }

  /// Whether a text of this many code points fits.
  func holds(_ text: String, length: Int) -> Bool {
    switch form {
    case .own: true
    case .any: length >= minimum && length <= maximum
    case .digits: length >= minimum && length <= maximum && PESCLimit.isDigits(text)
    case .schoolYear: PESCLimit.isSchoolYear(text)
    case .yearAndMonth: PESCLimit.isYearAndMonth(text)
    case .code: PESCLimits.codes[name.description]?.contains(text) ?? true
    }
  }
}

/// PESC: TransmissionData and its organisations.
extension PESCElement {
  static let documentID = PESCElement("DocumentID", 1, 35)
  static let batchID = PESCElement("BatchID", 1, 35)
  static let documentTypeCode = PESCElement("DocumentTypeCode", .code)
  static let transmissionType = PESCElement("TransmissionType", .code)
  static let documentProcessCode = PESCElement("DocumentProcessCode", .code)
  static let documentOfficialCode = PESCElement("DocumentOfficialCode", .code)
  static let documentCompleteCode = PESCElement("DocumentCompleteCode", .code)
  static let requestTrackingID = PESCElement("RequestTrackingID", 1, 35)
  static let noteMessage = PESCElement("NoteMessage", 1, 80)
  static let opeid = PESCElement("OPEID", 3, 8)
  static let nchelpID = PESCElement("NCHELPID", 3, 8)
  static let ipeds = PESCElement("IPEDS", 6, 6)
  static let atp = PESCElement("ATP", 6, 6)
  static let fice = PESCElement("FICE", 6, 6)
  static let act = PESCElement("ACT", 4, 4)
  static let ccd = PESCElement("CCD", 12, 12)
  static let pss = PESCElement("PSS", 8, 8)
  static let ceebAct = PESCElement("CEEBACT", 6, 6)
  static let csis = PESCElement("CSIS", 6, 6)
  static let usis = PESCElement("USIS", 6, 6)
  static let esis = PESCElement("ESIS", 8, 8)
  static let psis = PESCElement("PSIS", 8, 8)
  static let duns = PESCElement("DUNS", 9, 9)
  static let mutuallyDefined = PESCElement("MutuallyDefined", 1, 60)
  static let localOrganizationIDCode = PESCElement("LocalOrganizationIDCode", 1, 35)
  static let localOrganizationIDQualifier = PESCElement("LocalOrganizationIDQualifier", .code)
  static let organizationName = PESCElement("OrganizationName", 1, 60)
  static let addressLine = PESCElement("AddressLine", 1, 40)
  static let city = PESCElement("City", 2, 30)
  static let stateProvinceCode = PESCElement("StateProvinceCode", .code)
  static let postalCode = PESCElement("PostalCode", 1, 17)
  static let stateProvince = PESCElement("StateProvince", 2, 30)
  static let countryCode = PESCElement("CountryCode", 2, 2)
  static let countryPrefixCode = PESCElement("CountryPrefixCode", 1, 3, .digits)
  static let areaCityCode = PESCElement("AreaCityCode", 1, 5, .digits)
  static let phoneNumber = PESCElement("PhoneNumber", 1, 11, .digits)
  static let phoneNumberExtension = PESCElement("PhoneNumberExtension", 1, 5, .digits)
  static let emailAddress = PESCElement("EmailAddress", 1, 128)
  static let urlAddress = PESCElement("URLAddress", 1, 512)
  static let createdDateTime = PESCElement("CreatedDateTime")
  static let batchDateTime = PESCElement("BatchDateTime")
  static let batchDeliveryMethod = PESCElement("BatchDeliveryMethod")
  static let schoolLevel = PESCElement("SchoolLevel")
}

/// PESC: Person.
extension PESCElement {
  static let schoolAssignedPersonID = PESCElement("SchoolAssignedPersonID", 1, 20)
  static let agencyAssignedID = PESCElement("AgencyAssignedID", 1, 30)
  static let agencyCode = PESCElement("AgencyCode", .code)
  static let agencyName = PESCElement("AgencyName", 1, 60)
  static let recipientAssignedID = PESCElement("RecipientAssignedID", 1, 20)
  static let nameCode = PESCElement("NameCode", .code)
  static let firstName = PESCElement("FirstName", 1, 35)
  static let middleName = PESCElement("MiddleName", 1, 35)
  static let lastName = PESCElement("LastName", 1, 35)
  static let compositeName = PESCElement("CompositeName", 1, 45)
  static let nameSuffix = PESCElement("NameSuffix", .code)
  static let birthDate = PESCElement("BirthDate")
}

/// PESC: AcademicRecord.
extension PESCElement {
  static let academicAwardTitle = PESCElement("AcademicAwardTitle", 1, 400)
  static let honorsTitle = PESCElement("HonorsTitle", 1, 30)
  static let highSchoolSubjectAreaCode = PESCElement("HighSchoolSubjectAreaCode", .code)
  static let highSchoolSubjectAreaName = PESCElement("HighSchoolSubjectAreaName", 1, 30)
  static let sessionDesignator = PESCElement("SessionDesignator", 7, 7, .yearAndMonth)
  static let sessionName = PESCElement("SessionName", 1, 30)
  static let sessionSchoolYear = PESCElement("SessionSchoolYear", 9, 9, .schoolYear)
  static let courseAcademicGrade = PESCElement("CourseAcademicGrade", 1, 10)
  static let courseNarrativeExplanationGrade = PESCElement(
    "CourseNarrativeExplanationGrade", 1, 200)
  static let courseSCEDCode = PESCElement("CourseSCEDCode", 12, 12)
  static let courseFiveDigitSCEDCode = PESCElement("CourseFiveDigitSCEDCode", 5, 5)
  static let courseNumber = PESCElement("CourseNumber", 1, 15)
  static let courseTitle = PESCElement("CourseTitle", 1, 60)
  static let rapCode = PESCElement("RAPCode", 1, 3)
  static let rapName = PESCElement("RAPName", 1, 60)
  static let rapSubName = PESCElement("RAPSubName", 1, 60)
  static let sessionType = PESCElement("SessionType")
  static let studentLevelCode = PESCElement("StudentLevelCode")
  static let courseCreditBasis = PESCElement("CourseCreditBasis")
  static let courseCreditUnits = PESCElement("CourseCreditUnits")
  static let courseCreditValue = PESCElement("CourseCreditValue")
  static let courseCreditEarned = PESCElement("CourseCreditEarned")
  static let courseAcademicGradeStatusCode = PESCElement("CourseAcademicGradeStatusCode")
  static let courseLevel = PESCElement("CourseLevel")
  static let courseGPAApplicabilityCode = PESCElement("CourseGPAApplicabilityCode")
  static let courseBeginDate = PESCElement("CourseBeginDate")
  static let courseEndDate = PESCElement("CourseEndDate")
  static let courseSubjectAreaCode = PESCElement("CourseSubjectAreaCode")
  static let conditionsMetCode = PESCElement("ConditionsMetCode")
  static let conditionsMetDate = PESCElement("ConditionsMetDate")
  static let cohortGraduationYear = PESCElement("CohortGraduationYear")
  static let academicAwardLevel = PESCElement("AcademicAwardLevel")
  static let academicAwardDate = PESCElement("AcademicAwardDate")
  static let academicCompletionIndicator = PESCElement("AcademicCompletionIndicator")
  static let academicCompletionDate = PESCElement("AcademicCompletionDate")
  static let academicSummaryType = PESCElement("AcademicSummaryType")
  static let academicSummaryLevel = PESCElement("AcademicSummaryLevel")
  static let creditHoursEarned = PESCElement("CreditHoursEarned")
  static let creditHoursRequired = PESCElement("CreditHoursRequired")
  static let creditHoursDeficient = PESCElement("CreditHoursDeficient")
  static let entryDate = PESCElement("EntryDate")
  static let exitDate = PESCElement("ExitDate")
  static let creditUnit = PESCElement("CreditUnit")
  static let gradePointAverage = PESCElement("GradePointAverage")
  static let gpaRangeMinimum = PESCElement("GPARangeMinimum")
  static let gpaRangeMaximum = PESCElement("GPARangeMaximum")
}

extension PESCElement {
  /// Every element that has a limit.
  static let limited: [PESCElement] = [
    .documentID, .batchID, .documentTypeCode, .transmissionType, .documentProcessCode,
    .documentOfficialCode, .documentCompleteCode, .requestTrackingID, .noteMessage, .opeid,
    .nchelpID, .ipeds, .atp, .fice, .act, .ccd, .pss, .ceebAct, .csis, .usis, .esis, .psis, .duns,
    .mutuallyDefined, .localOrganizationIDCode, .localOrganizationIDQualifier, .organizationName,
    .addressLine, .city, .stateProvinceCode, .postalCode, .stateProvince, .countryCode,
    .countryPrefixCode, .areaCityCode, .phoneNumber, .phoneNumberExtension, .emailAddress,
    .urlAddress,
    .schoolAssignedPersonID, .agencyAssignedID, .agencyCode, .agencyName, .recipientAssignedID,
    .nameCode, .firstName, .middleName, .lastName, .compositeName, .nameSuffix,
    .academicAwardTitle, .honorsTitle, .highSchoolSubjectAreaCode, .highSchoolSubjectAreaName,
    .sessionDesignator, .sessionName, .sessionSchoolYear, .courseAcademicGrade,
    .courseNarrativeExplanationGrade, .courseSCEDCode, .courseFiveDigitSCEDCode, .courseNumber,
    .courseTitle, .rapCode, .rapName, .rapSubName,
  ]
}
