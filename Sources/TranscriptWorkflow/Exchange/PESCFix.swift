import Diagnostics
import TranscriptPESC

/// What to mend in the file that a value comes from.
enum PESCFix {
  /// The column or key of the file, where it is known; the finding's own words otherwise.
  static func hint(for finding: PESCFinding, at place: SourceLocation) -> String {
    let file = place.file.split(separator: "/").last.map(String.init) ?? ""
    guard let table = columns[file], let column = table[finding.element] else {
      return finding.hint
    }
    return "correct \(column) in \(file)"
  }

  private static let columns: [String: [String: String]] = [
    "transfer.csv": [
      "CourseTitle": "title", "OrganizationName": "institution", "CourseAcademicGrade": "mark",
      "CourseNarrativeExplanationGrade": "mark, which has at most 200 characters,",
    ],
    "notations.csv": [
      "RAPName": "title", "HonorsTitle": "title", "RAPSubName": "detail", "NoteMessage": "detail",
    ],
    "district.yaml": [
      "DocumentID": "document_numbers, so that a number has at most 35 characters,",
      "StateProvinceCode": "state, which is a code of two letters,", "City": "city",
      "PostalCode": "postal_code", "AddressLine": "address", "OrganizationName": "name",
      "EmailAddress": "email", "URLAddress": "web", "PhoneNumber": "phone",
      "AreaCityCode": "phone", "CEEBACT": "ceeb", "ACT": "act", "CCD": "ncessch",
    ],
  ]
}
