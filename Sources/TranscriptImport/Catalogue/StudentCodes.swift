public import Diagnostics

// Codes about students.
extension DiagnosticCode {
  /// An imported student may be another than the one on file, or one who is on file already.
  public static let identityInDoubt = DiagnosticCode(
    "identity-in-doubt", .error,
    summary:
      "An imported student may be another than the one on file, or one who is on file already.",
    remedy: "A person decides: enter the id in mappings/crosswalk.csv (kind student, theirs and "
      + "ours), with who decided and when. With the same id twice it stands for itself. Nothing is "
      + "moved or renamed until then, and what names the student in the same import stays out as well. "
      + "Names are compared without case, accents, spaces and hyphens. An entry covers another name or "
      + "another birth date, never both: then correct students.csv.")

  /// A row that the crosswalk gives to a student has another name, birth date or SASID.
  public static let keptAsOnFile = DiagnosticCode(
    "kept-as-on-file", .warning,
    summary:
      "A row that the crosswalk gives to a student has another name, birth date or SASID; what "
      + "is on file stays.",
    remedy:
      "The entry says whose the row is, not which of two systems has the legal name. If the row is "
      + "right, enter our id in mappings/crosswalk.csv twice; the import then changes students.csv."
  )

  /// A new student has the surname and birth date of another, or the name and another birth date.
  public static let similarStudent = DiagnosticCode(
    "similar-student", .warning,
    summary: "A new student has the surname and birth date of another, the name of another and "
      + "another birth date, or another's id but for leading zeros.",
    remedy:
      "Twins and namesakes are two people, and both rows are used. A typing mistake in a first "
      + "name or a birth date looks the same: look at both rows once. An entry in "
      + "mappings/crosswalk.csv with the id twice says that it was done.")

  /// An entry of the crosswalk gives the rows of one of our students to another.
  public static let crosswalkMovesStudent = DiagnosticCode(
    "crosswalk-moves-student", .error,
    summary: "An entry of the crosswalk gives the rows of one of our students to another.",
    remedy:
      "The entry is not used. If the id is that of another system, name the system (the mapping) "
      + "in the column system. If both are one person, remove one of the rows from students.csv first."
  )

  /// An id that no student has differs by one character from the id of one who is there.
  public static let nearMissID = DiagnosticCode(
    "near-miss-id", .warning,
    summary:
      "An id that no student has differs by one character, or by leading zeros, from the id of one who is "
      + "there.",
    remedy: "The rows stay out until a person says whose they are: correct the id where it comes "
      + "from, or enter it in mappings/crosswalk.csv.")

  /// A student is not in students.csv.
  public static let unknownStudent = DiagnosticCode(
    "unknown-student", .error,
    summary: "A student is not in students.csv.",
    remedy: "Correct the id, or add the student. Students are matched by id only, never by name.")

  /// The ids of two students differ only in case; neither row is used.
  public static let studentIDsAlike = DiagnosticCode(
    "student-ids-alike", .error,
    summary: "The ids of two students differ only in case; neither row is used.",
    remedy:
      "Output files are named by the id, and where case does not count one would overwrite the "
      + "other. Correct the id of one.")

  /// A course is under way or planned for a student who has left.
  public static let openEnrollment = DiagnosticCode(
    "open-enrollment", .warning,
    summary: "A course is under way or planned for a student who has left.",
    remedy: "Documents show such a course as left, and no planned one. Write withdrawn in "
      + "enrollments.csv, or correct withdrawn_on in students.csv.")

  /// Two rows of students.csv have one id; neither is used.
  public static let duplicateStudent = DiagnosticCode(
    "duplicate-student", .error,
    summary: "Two rows of students.csv have one id; neither is used.",
    remedy:
      "Which of them the evidence belongs to cannot be known. Correct the id of one, or remove "
      + "the one that repeats.")

  /// A student id holds characters that a file name cannot have, or is too long.
  public static let malformedStudentID = DiagnosticCode(
    "malformed-student-id", .error,
    summary: "A student id holds characters that a file name cannot have, or is too long.",
    remedy: "Up to 20 of A-Z, a-z, 0-9, - and _. Output files are named by it.")

  /// A SASID is not ten digits.
  public static let malformedSASID = DiagnosticCode(
    "malformed-sasid", .error,
    summary: "A SASID is not ten digits.",
    remedy:
      "Spreadsheets drop leading zeros; make the column text. Leave the cell empty where there "
      + "is none.")

  /// The language of a family is not a language tag.
  public static let malformedLanguage = DiagnosticCode(
    "malformed-language", .warning,
    summary: "The language in which a family reads is not a language tag.",
    remedy:
      "Write en, es, pt-BR, ht, pl, zh-Hans or ar. Leave the cell empty for English. It chooses the "
      + "language of the family's report and is printed nowhere.")

  /// Two students have one SASID; neither is used.
  public static let duplicateSASID = DiagnosticCode(
    "duplicate-sasid", .error,
    summary: "Two students have one SASID; neither is used.",
    remedy: "It is one person under two ids, or a typing mistake. Correct one of the rows.")

  /// Two students have one name and one birth date.
  public static let possibleDuplicateStudent = DiagnosticCode(
    "possible-duplicate-student", .warning,
    summary: "Two students have one name and one birth date.",
    remedy: "They may be one person under two ids, or two people. Nothing is joined; look at both.")
}
