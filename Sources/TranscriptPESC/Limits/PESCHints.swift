/// Where in the district's files the value of an element comes from.
enum PESCHints {
  static func hint(for path: String) -> String {
    if path.contains("/Destination/") || path.hasSuffix("/RequestTrackingID")
      || path.hasSuffix("/RecipientAssignedID")
    {
      return "ask the requester: the value is in the request"
    }
    let name = path.split(separator: "/").last.map { $0.prefix { $0 != "[" } } ?? ""
    if let hint = byElement[String(name)] { return hint }
    if path.contains("/Person/") { return "correct the student's row in students.csv" }
    if path.contains("/AcademicSession"), path.contains("/School/") {
      return "correct the institution in transfer.csv"
    }
    if path.contains("/Source/") || path.contains("/School/") {
      return "correct the school in district.yaml"
    }
    return "correct the value in the district's files"
  }

  private static let byElement: [String: String] = [
    "DocumentID": "shorten document_numbers in district.yaml: a number has at most 35 characters, "
      + "and the answer to a request adds 5 to it",
    "RAPName": "give it a shorter short_name in the framework, or title in the policy",
    "RAPSubName": "shorten the level's label or the notation's detail",
    "RAPCode": "give the level a code of at most 3 characters in policy.yaml",
    "CourseTitle": "shorten the course's title in courses.csv or transfer.csv",
    "CourseNumber": "give the course a code of at most 15 characters in courses.csv",
    "CourseSCEDCode": "write sced with 5 or 12 characters in courses.csv",
    "HighSchoolSubjectAreaName": "shorten the requirement's title in policy.yaml",
    "HighSchoolSubjectAreaCode": "set pesc of the credit area in policy.yaml to one of the codes",
    "NameSuffix": "write the suffix as Jr., Sr. or a Roman numeral from I to X in students.csv",
    "FirstName": "the registrar has to agree a shorter form of the name with the family",
    "MiddleName": "the registrar has to agree a shorter form of the name with the family",
    "LastName": "the registrar has to agree a shorter form of the name with the family",
    "PhoneNumber": "write phone in district.yaml as (860) 555-0117, with ext. 12 behind it for an "
      + "extension",
    "AreaCityCode": "write phone in district.yaml as (860) 555-0117",
    "PhoneNumberExtension": "write the extension of phone in district.yaml with at most 5 digits",
    "HonorsTitle": "shorten the notation's title in notations.csv",
  ]
}
