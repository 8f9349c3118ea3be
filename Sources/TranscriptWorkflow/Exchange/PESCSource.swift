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
      return Self.profile
    }
    if path.contains("/Person/") { return student.location }
    if path.contains("/TransmissionData/") { return Self.profile }
    if path.contains("/AcademicSession"), path.contains("/School/") {
      return external { $0.institution }(finding.value) ?? student.location
    }
    if path.contains("/School/") { return Self.profile }
    if path.contains("/AcademicHonors") || path.contains("/Attribute") {
      return notation(Self.prepared(finding.value)) ?? SourceLocation(file: "notations.csv")
    }
    if path.contains("/Course") { return course(finding) }
    return achievement(finding)
  }

  private static let profile = SourceLocation(file: "district.yaml")
  private static let policy = SourceLocation(file: "policy.yaml")

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
      return external { $0.mark }(value) ?? Self.policy
    default: return student.location
    }
  }

  private func achievement(_ finding: PESCFinding) -> SourceLocation {
    let value = Self.prepared(finding.value)
    switch finding.element {
    case "RAPCode": return Self.policy
    case "RAPName", "RAPSubName", "HonorsTitle", "NoteMessage":
      return competency(value) ?? requirement(value) ?? notation(value)
        ?? (isLevelWord(value) ? Self.policy : student.location)
    case "HighSchoolSubjectAreaName": return requirement(value) ?? Self.policy
    case "HighSchoolSubjectAreaCode": return Self.policy
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

  private func isLevelWord(_ value: String) -> Bool {
    district.policy.scale.levels.contains { Self.prepared($0.label) == value }
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
