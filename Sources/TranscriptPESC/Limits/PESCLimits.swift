/// The limits of every leaf that holds a district's own text, by element.
///
/// Within the part of the standard that is written here a name has one limit wherever it stands.
/// Source: the facets of HST 1.3.0, which 1.4.0 and 1.5.0 keep or widen.
public enum PESCLimits {
  /// The limit of an element; `nil` for elements whose content the writer makes itself.
  public static func limit(of element: String) -> PESCLimit? { table[element] }

  /// Every element with a limit, sorted.
  public static var elements: [String] { table.keys.sorted() }

  private static let table: [String: PESCLimit] = transmission.merging(
    person.merging(record) { first, _ in first }
  ) { first, _ in first }

  private static let transmission: [String: PESCLimit] = [
    "DocumentID": PESCLimit(1, 35), "BatchID": PESCLimit(1, 35),
    "DocumentTypeCode": .oneOf(
      "StudentRequest InstitutionRequest ThirdPartyRequest RequestedRecord"),
    "TransmissionType": .oneOf("Original Duplicate Reissue Replace Resubmission"),
    "DocumentProcessCode": .oneOf("TEST PRODUCTION"),
    "DocumentOfficialCode": .oneOf("Official Unofficial"),
    "DocumentCompleteCode": .oneOf("Complete Partial"),
    "RequestTrackingID": PESCLimit(1, 35),
    "NoteMessage": PESCLimit(1, 80),
    "OPEID": PESCLimit(3, 8), "NCHELPID": PESCLimit(3, 8), "IPEDS": PESCLimit(6, 6),
    "ATP": PESCLimit(6, 6), "FICE": PESCLimit(6, 6), "ACT": PESCLimit(4, 4),
    "CCD": PESCLimit(12, 12), "PSS": PESCLimit(8, 8), "CEEBACT": PESCLimit(6, 6),
    "CSIS": PESCLimit(6, 6), "USIS": PESCLimit(6, 6), "ESIS": PESCLimit(8, 8),
    "PSIS": PESCLimit(8, 8), "DUNS": PESCLimit(9, 9), "MutuallyDefined": PESCLimit(1, 60),
    "LocalOrganizationIDCode": PESCLimit(1, 35),
    "LocalOrganizationIDQualifier": .oneOf(states),
    "OrganizationName": PESCLimit(1, 60),
    "AddressLine": PESCLimit(1, 40), "City": PESCLimit(2, 30),
    "StateProvinceCode": .oneOf(states), "PostalCode": PESCLimit(1, 17),
    "StateProvince": PESCLimit(2, 30), "CountryCode": PESCLimit(2, 2),
    "CountryPrefixCode": PESCLimit(1, 3, .digits), "AreaCityCode": PESCLimit(1, 5, .digits),
    "PhoneNumber": PESCLimit(1, 11, .digits),
    "EmailAddress": PESCLimit(1, 128), "URLAddress": PESCLimit(1, 512),
  ]

  private static let person: [String: PESCLimit] = [
    "SchoolAssignedPersonID": PESCLimit(1, 20),
    "AgencyAssignedID": PESCLimit(1, 30),
    "AgencyCode": .oneOf("State District"),
    "AgencyName": PESCLimit(1, 60),
    "RecipientAssignedID": PESCLimit(1, 20),
    "NameCode": .oneOf("Legal Nickname"),
    "FirstName": PESCLimit(1, 35), "MiddleName": PESCLimit(1, 35),
    "LastName": PESCLimit(1, 35), "CompositeName": PESCLimit(1, 45),
    "NameSuffix": .oneOf("JR SR I II III IV V VI VII VIII IX X"),
  ]

  private static let record: [String: PESCLimit] = [
    "AcademicAwardTitle": PESCLimit(1, 400), "HonorsTitle": PESCLimit(1, 30),
    "HighSchoolSubjectAreaCode": .oneOf(
      "AcademicElective Arts English ForeignLanguage HistorySocialScience LabScience Math Other "
        + "Science"),
    "HighSchoolSubjectAreaName": PESCLimit(1, 30),
    "SessionDesignator": PESCLimit(7, 7, .yearAndMonth),
    "SessionName": PESCLimit(1, 30),
    "SessionSchoolYear": PESCLimit(9, 9, .schoolYear),
    "CourseAcademicGrade": PESCLimit(1, 10),
    "CourseNarrativeExplanationGrade": PESCLimit(1, 200),
    "CourseSCEDCode": PESCLimit(12, 12), "CourseFiveDigitSCEDCode": PESCLimit(5, 5),
    "CourseNumber": PESCLimit(1, 15), "CourseTitle": PESCLimit(1, 60),
    "RAPCode": PESCLimit(1, 3), "RAPName": PESCLimit(1, 60), "RAPSubName": PESCLimit(1, 60),
  ]

  /// States and territories of the United States, armed forces, provinces of Canada.
  static let states =
    "AA AB AE AK AL AP AR AS AZ BC CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MB MD ME "
    + "MH MI MN MO MP MS MT NB NC ND NE NH NJ NL NM NS NT NU NV NY OH OK ON OR PA PE PR PW QC RI "
    + "SC SD SK TN TX UT VA VI VT WA WI WV WY YT"
}
