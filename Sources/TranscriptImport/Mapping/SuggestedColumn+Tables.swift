import TranscriptModel

extension SuggestedColumn {
  /// What columns of other systems are called that are ours in tables other than evidence.
  static let otherPhrases: [ImportTable: [String: [String]]] = [
    .students: [
      "student_id": ["student number", "student id", "local id", "pupil number", "id"],
      "sasid": ["sasid", "ssid", "student state id", "state student id", "state id"],
      "legal_first": ["legal first name", "first name", "given name", "first"],
      "legal_middle": ["middle name", "middle"],
      "legal_last": ["legal last name", "last name", "family name", "surname", "last"],
      "legal_suffix": ["suffix"],
      "preferred_name": ["preferred name", "preferred first name", "nickname"],
      "birth_date": ["birth date", "birthdate", "date of birth", "dob", "birthday"],
      "grade_level": ["grade level", "grade"],
      "class_of": ["class of", "graduation year", "grad year", "year of graduation", "cohort"],
      "enrolled_on": ["entry date", "enrollment date", "enrolled on"],
      "withdrawn_on": ["exit date", "withdrawal date", "withdrawn on"],
      "family_language": ["home language", "family language"],
    ],
    .courses: [
      "course": ["course code", "course number", "course id", "course"],
      "title": ["course title", "course name", "title", "name"],
      "credit": ["credits", "credit hours", "credit"],
      "level": ["course level", "level"],
      "grade_level": ["grade level", "grade"],
      "content_area": ["content area", "subject", "department"],
      "sced": ["sced code", "sced"],
    ],
    .enrollments: [
      "student_id": [
        "student number", "student id", "sasid", "student state id", "state id", "pupil number",
      ],
      "course": ["course code", "course number", "course id", "course"],
      "school_year": ["school year", "academic year", "year"],
      "grade_level": ["grade level", "grade"],
      "status": ["enrollment status", "status"],
      "expected_on": ["end date", "term end"],
    ],
  ]

  /// The table of ours that columns of these names seem to belong to: evidence, unless they are of
  /// something else.
  static func table(
    of names: [String], values: @escaping (String) -> [String]
  ) -> ImportTable {
    func has(_ column: String, of table: ImportTable) -> Bool {
      SuggestedColumn(names, of: table, values: values).candidate(for: column) != nil
    }
    let results = ["score", "mark", "rating", "percent", "standard", "competency", "outcome"]
    let words = Set(names.flatMap(split))
    guard words.isDisjoint(with: results) else { return .evidence }
    if has("legal_last", of: .students), has("legal_first", of: .students),
      has("birth_date", of: .students) || has("grade_level", of: .students)
    {
      return .students
    }
    guard has("course", of: .courses) else { return .evidence }
    if has("student_id", of: .enrollments) { return .enrollments }
    return has("credit", of: .courses) && has("title", of: .courses) ? .courses : .evidence
  }

  /// Whether all values are state ids: ten digits.
  static func areStateIDs(_ values: [String]) -> Bool {
    !values.isEmpty
      && values.allSatisfy { $0.utf8.count == 10 && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// Whether all values are codes: letters and digits with a point or a hyphen between them.
  static func areCodes(_ values: [String]) -> Bool {
    !values.isEmpty
      && values.allSatisfy { value in
        let bytes = Array(value.utf8)
        let isPlain = bytes.allSatisfy { byte in
          byte < 0x80 && (byte > 0x39 || (48...57).contains(byte) || byte == 0x2D || byte == 0x2E)
        }
        return isPlain && bytes.count <= 20 && (bytes.first ?? 0) > 0x39
          && bytes.contains { (48...57).contains($0) }
          && bytes.contains { $0 == 0x2D || $0 == 0x2E }
      }
  }
}
