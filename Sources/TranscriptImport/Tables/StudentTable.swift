import Diagnostics
import TranscriptModel

/// Columns of `students.csv`.
enum StudentColumn: Int, TableColumn {
  case studentID, sasid, legalFirst, legalMiddle, legalLast, legalSuffix, preferredName, formerLast
  case birthDate, gradeLevel, classOf, enrolledOn, expectedOn, graduatedOn, authorizedBy
  case withdrawnOn, familyLanguage

  var rule: ColumnRule {
    switch self {
    case .studentID: .required("student_id")
    case .sasid: .optional("sasid", personal: true)
    case .legalFirst: .optional("legal_first", personal: true)
    case .legalMiddle: .optional("legal_middle", personal: true)
    case .legalLast: .required("legal_last", personal: true)
    case .legalSuffix: .optional("legal_suffix", personal: true)
    case .preferredName: .optional("preferred_name", personal: true)
    case .formerLast: .optional("former_last", personal: true)
    case .birthDate: .required("birth_date", personal: true)
    case .gradeLevel: .required("grade_level")
    case .classOf: .required("class_of")
    case .enrolledOn: .optional("enrolled_on")
    case .expectedOn: .optional("expected_on")
    case .graduatedOn: .optional("graduated_on")
    case .authorizedBy: .optional("graduation_authorized_by")
    case .withdrawnOn: .optional("withdrawn_on")
    case .familyLanguage: .optional("family_language", personal: true)
    }
  }
}

/// `students.csv`: one row by itself; `StudentCheck` compares them.
struct StudentTable {
  let today: CalendarDate?

  func parse(_ row: inout TableRow<StudentColumn>) -> Student? {
    let id = identifier(&row)
    let name = LegalName(
      first: row.text(.legalFirst), middle: row.text(.legalMiddle),
      last: row.text(.legalLast) ?? "", suffix: row.text(.legalSuffix))
    let former = row.text(.formerLast)
    let preferred = row.text(.preferredName)
    let sasid = sasid(&row)
    let birth = row.date(.birthDate)
    let grade = row.gradeLevel(.gradeLevel)
    let classOf = row.whole(.classOf, in: 1950...2150)
    let posting = posting(&row)
    let enrolled = row.date(.enrolledOn)
    let expected = row.date(.expectedOn)
    let withdrawn = row.date(.withdrawnOn)
    let language = familyLanguage(&row)
    guard let id, let birth, let grade, let classOf else { return nil }
    let student = Student(
      id: id, sasid: sasid, legalName: name, preferredName: preferred, formerLast: former,
      birthDate: birth, gradeLevel: grade, classOf: classOf, enrolledOn: enrolled,
      expectedOn: expected,
      graduation: posting, withdrawnOn: withdrawn, familyLanguage: language,
      location: row.location)
    StudentDates(student: student, today: today).check(&row)
    return student
  }

  /// Output files are named by the id, so it holds nothing that a path could mean.
  private func identifier(_ row: inout TableRow<StudentColumn>) -> Identifier<Student>? {
    guard let text = row.exactText(.studentID) else { return nil }
    let isWord = { (byte: UInt8) in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 0x2D || byte == 0x5F
    }
    if text.utf8.count <= 20, text.utf8.allSatisfy(isWord) { return Identifier(text) }
    row.report(
      .malformedStudentID, .studentID, "the student id is not one that files can be named by",
      hint: "use up to 20 of A-Z, a-z, 0-9, - and _")
    return nil
  }

  /// A BCP 47 tag of a language, with at most a script or region: `es`, `pt-BR`, `zh-Hans`.
  private func familyLanguage(_ row: inout TableRow<StudentColumn>) -> String? {
    guard let text = row.text(.familyLanguage) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      parts.count <= 2 && (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (2...4).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      }
    if isTag { return text }
    row.report(
      .malformedLanguage, .familyLanguage, "the family's language is not a language tag",
      hint: "write en, es, pt-BR, ht, pl, zh-Hans or ar")
    return nil
  }

  private func sasid(_ row: inout TableRow<StudentColumn>) -> String? {
    guard let text = row.exactText(.sasid) else { return nil }
    guard let fault = StateID.fault(in: text) else { return text }
    row.report(.malformedSASID, .sasid, fault.message, hint: fault.hint)
    return nil
  }

  private func posting(_ row: inout TableRow<StudentColumn>) -> GraduationPosting? {
    let day = row.date(.graduatedOn)
    switch (row.text(.graduatedOn), row.text(.authorizedBy)) {
    case (nil, nil): return nil
    case (_?, let authority?):
      return day.map { GraduationPosting(date: $0, authorizedBy: authority) }
    case (_?, nil):
      row.report(
        .halfFilledPair, .graduatedOn, "graduated_on has no graduation_authorized_by",
        hint: "name who posted it, or empty the date")
    case (nil, _?):
      row.report(
        .halfFilledPair, .authorizedBy, "graduation_authorized_by has no graduated_on",
        hint: "write the day that was posted, or empty the name")
    }
    return nil
  }
}
