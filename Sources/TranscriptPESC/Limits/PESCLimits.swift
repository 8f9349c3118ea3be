/// The limits of every leaf that holds a district's own text, by element.
public enum PESCLimits {
  /// The limit of an element; `nil` for elements whose content the writer makes itself.
  public static func limit(of element: String) -> PESCLimit? { table[element] }

  /// Every element with a limit, sorted.
  public static var elements: [String] { table.keys.sorted() }

  private static let table: [String: PESCLimit] = Dictionary(
    uniqueKeysWithValues: PESCElement.limited.map { ($0.name.description, PESCLimit($0)) })

  /// The values of the elements that have a list.
  static let codes: [String: Set<String>] = [
    "DocumentTypeCode": "StudentRequest InstitutionRequest ThirdPartyRequest RequestedRecord",
    "TransmissionType": "Original Duplicate Reissue Replace Resubmission",
    "DocumentProcessCode": "TEST PRODUCTION",
    "DocumentOfficialCode": "Official Unofficial",
    "DocumentCompleteCode": "Complete Partial",
    "LocalOrganizationIDQualifier": states, "StateProvinceCode": states,
    "AgencyCode": "State District",
    "NameCode": "Legal Nickname",
    "NameSuffix": "JR SR I II III IV V VI VII VIII IX X",
    "HighSchoolSubjectAreaCode": "AcademicElective Arts English ForeignLanguage "
      + "HistorySocialScience LabScience Math Other Science",
  ].mapValues { Set($0.split(separator: " ").map(String.init)) }

  /// States and territories of the United States, armed forces, provinces of Canada.
  static let states =
    "AA AB AE AK AL AP AR AS AZ BC CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MB MD ME "
    + "MH MI MN MO MP MS MT NB NC ND NE NH NJ NL NM NS NT NU NV NY OH OK ON OR PA PE PR PW QC RI "
    + "SC SD SK TN TX UT VA VI VT WA WI WV WY YT"
}
