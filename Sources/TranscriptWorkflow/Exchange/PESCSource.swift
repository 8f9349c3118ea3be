import Diagnostics
import TranscriptModel
import TranscriptPESC

/// Where in the district's files a value of a student's XML comes from.
struct PESCSource {
  let district: District
  let student: Student

  /// The row of the value; the file as a whole where a value has no row of its own.
  func location(of finding: PESCFinding) -> SourceLocation {
    let path = finding.path
    // The state of the student's state id is the district's.
    if path.contains("/AgencyIdentifier"), finding.element == "StateProvinceCode" {
      return profile(finding)
    }
    if path.contains("/Person/") { return student.location }
    if path.contains("/TransmissionData/") { return profile(finding) }
    if path.contains("/AcademicSummary/NoteMessage") || path.contains("/AcademicRecord/NoteMessage")
    {
      return policy(finding.value)
    }
    if path.contains("/AcademicSession"), path.contains("/School/") {
      return external { $0.institution }(finding.value) ?? student.location
    }
    if path.contains("/School/") { return profile(finding) }
    if path.contains("/AcademicHonors") || path.contains("/Attribute") {
      return notation(Self.prepared(finding.value)) ?? SourceLocation(file: "notations.csv")
    }
    if path.contains("/Course") { return course(finding) }
    return achievement(finding)
  }

  /// The key of district.yaml that an element's value comes from.
  static let profileKeys = [
    "DocumentID": "document_numbers", "StateProvinceCode": "school.state", "City": "school.city",
    "PostalCode": "school.postal_code", "AddressLine": "school.address",
    "OrganizationName": "school.name", "EmailAddress": "school.email", "URLAddress": "school.web",
    "PhoneNumber": "school.phone", "PhoneNumberExtension": "school.phone",
    "AreaCityCode": "school.phone", "CEEBACT": "school.ceeb", "CCD": "school.ncessch",
  ]

  /// The place of a key of district.yaml; of the file where the key is not there.
  static func profile(_ key: String, of district: District) -> SourceLocation {
    district.writtenValues.first { $0.location.file == "district.yaml" && $0.path == key }?
      .location ?? SourceLocation(file: "district.yaml")
  }

  /// The value itself, wherever it is written; else the key that the element comes from.
  private func profile(_ finding: PESCFinding) -> SourceLocation {
    let value = Self.prepared(finding.value)
    let same = district.writtenValues.first {
      $0.location.file == "district.yaml" && Self.prepared($0.text) == value
    }
    if let same, finding.element != "AreaCityCode" { return same.location }
    return Self.profile(Self.profileKeys[finding.element] ?? "", of: district)
  }

  private func policy(_ value: String) -> SourceLocation {
    Self.policyValue(value, in: district)?.location ?? SourceLocation(file: "policy.yaml")
  }

  /// The text of policy.yaml that is the value, or that the value is a word of.
  static func policyValue(_ value: String, in district: District) -> WrittenValue? {
    let value = prepared(value)
    // A word of a note may have a stop behind it that the note has put there.
    let word = value.last.map { ":.,".contains($0) } == true ? String(value.dropLast()) : value
    guard !word.isEmpty else { return nil }
    let written = district.writtenValues.filter { $0.location.file == "policy.yaml" }
    return written.first { prepared($0.text) == value }
      ?? written.first { prepared($0.text).contains(word) }
  }

  private func course(_ finding: PESCFinding) -> SourceLocation {
    let value = finding.value
    switch finding.element {
    case "RAPName", "RAPSubName", "RAPCode", "NoteMessage": return achievement(finding)
    case "CourseTitle":
      return rule { $0.title }(value) ?? external { $0.title }(value) ?? student.location
    case "CourseNumber": return rule { $0.id.code }(value) ?? student.location
    case "CourseSCEDCode", "CourseFiveDigitSCEDCode":
      return rule { $0.sced ?? "" }(value) ?? student.location
    case "CourseAcademicGrade", "CourseNarrativeExplanationGrade":
      return external { $0.mark }(value) ?? policy(value)
    default: return student.location
    }
  }

  private func achievement(_ finding: PESCFinding) -> SourceLocation {
    let value = Self.prepared(finding.value)
    switch finding.element {
    case "RAPCode": return policy(value)
    case "RAPName", "RAPSubName", "HonorsTitle", "NoteMessage":
      return competency(value) ?? requirement(value) ?? notation(value)
        ?? Self.policyValue(value, in: district)?.location ?? student.location
    case "HighSchoolSubjectAreaName": return requirement(value) ?? policy(value)
    case "HighSchoolSubjectAreaCode": return policy(value)
    default: return student.location
    }
  }

  private func competency(_ value: String) -> SourceLocation? {
    district.framework.competencies.first {
      Self.prepared($0.shortName) == value || $0.id.code == value
    }?.location
  }

  private func requirement(_ value: String) -> SourceLocation? {
    let lines = district.policy.plans.flatMap(\.requirements)
    return Self.first(in: lines) { Self.prepared($0.title) == value || $0.id.code == value }
  }

  private static func first(
    in requirements: [GraduationRequirement], where matches: (GraduationRequirement) -> Bool
  ) -> SourceLocation? {
    for requirement in requirements {
      if matches(requirement) { return requirement.location }
      if let part = first(in: requirement.parts, where: matches) { return part }
    }
    return nil
  }

  private func notation(_ value: String) -> SourceLocation? {
    district.file(of: student.id).notations.first {
      Self.prepared($0.title) == value || $0.detail.map(Self.prepared) == value
        || $0.detail.map(Self.prepared)?.contains(value) == true
    }?.location
  }

  private func rule(_ part: @escaping (CreditRule) -> String) -> (String) -> SourceLocation? {
    { value in
      district.policy.creditRules.first {
        Self.prepared(part($0)) == Self.prepared(value)
      }?.location
    }
  }

  private func external(
    _ part: @escaping (ExternalCredit) -> String
  ) -> (String) -> SourceLocation? {
    { value in
      district.file(of: student.id).externalCredits.first {
        Self.prepared(part($0)) == Self.prepared(value)
      }?.location
    }
  }

  /// White space as XML has it; `==` of strings takes care of composition.
  private static func prepared(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension PESCFinding {
  /// The name of the element, without its place among its siblings.
  var element: String {
    String(path.split(separator: "/").last?.prefix { $0 != "[" } ?? "")
  }
}
