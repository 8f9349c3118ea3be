import Diagnostics
import TranscriptModel
import TranscriptPESC

/// What to mend in the file that a value comes from.
enum PESCFix {
  /// The column or key of the file, where it is known; the finding's own words otherwise.
  static func hint(
    for finding: PESCFinding, at place: SourceLocation, in district: District
  ) -> String {
    let file = place.file.split(separator: "/").last.map(String.init) ?? ""
    switch file {
    case "policy.yaml": return policy(finding, in: district)
    case "district.yaml" where ownWords.contains(finding.element): return finding.hint
    case "district.yaml":
      guard let key = PESCSource.profileKeys[finding.element] else { return finding.hint }
      return "correct \(key) in district.yaml"
        + (finding.element == "StateProvinceCode"
          ? ", which is a code of two letters" : "")
    default:
      guard let column = columns[file]?[finding.element] else { return finding.hint }
      return "correct \(column) in \(file)"
    }
  }

  /// Elements whose own hint says what form is right.
  private static let ownWords: Set<String> = [
    "DocumentID", "AddressLine", "PhoneNumber", "PhoneNumberExtension", "AreaCityCode",
  ]

  /// The key of policy.yaml that holds the value.
  private static func policy(_ finding: PESCFinding, in district: District) -> String {
    guard let written = PESCSource.policyValue(finding.value, in: district) else {
      return finding.hint
    }
    return finding.element == "NoteMessage"
      ? "correct \(written.path) in policy.yaml: none of its words may have more than 80 characters"
      : "correct \(written.path) in policy.yaml"
  }

  private static let columns: [String: [String: String]] = [
    "transfer.csv": [
      "CourseTitle": "title", "OrganizationName": "institution", "CourseAcademicGrade": "mark",
      "CourseNarrativeExplanationGrade": "mark, which has at most 200 characters,",
    ],
    "notations.csv": [
      "RAPName": "title", "HonorsTitle": "title", "RAPSubName": "detail",
      "NoteMessage": "detail, of which no word may have more than 80 characters,",
    ],
    "competencies.csv": [
      "RAPName": "short_name", "NoteMessage": "code, which has at most 80 characters,",
    ],
  ]
}
