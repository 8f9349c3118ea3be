import Diagnostics

/// Mappings for exports whose columns are known, written as a district would write its own.
///
/// What an export does not say (the purpose of an assessment, the tier of an outcome) is not filled
/// in: the import asks for it. A district changes one with `extends:` in a mapping of its own.
enum BuiltInMappings {
  /// All of them; a mapping that could not be read is missing, which a test would notice.
  static let all: [Mapping] = texts.compactMap { text in
    var findings = Findings()
    let file = InputFile(path: "built-in.yaml", bytes: Array(text.utf8))
    var mapping = MappingFile.read(file, bases: [], limits: ImportLimits(), &findings)
    // It is of the program's own version.
    mapping?.version = "\(Provenance.version)"
    return mapping
  }

  /// The mapping called `name`, as YAML.
  static func text(named name: String) -> String? {
    texts.first { $0.hasPrefix("mapping: \(name)\n") }
  }

  static let texts = [
    canvasResults, canvasMap, slate, canvasOutcomes, moodle, casePackage, xapi, rosterUsers,
    rosterEnrollments, rosterResults,
  ]

  /// The account report "Outcome Results"; shorter in older versions.
  ///
  /// A quiz aligned by question has one row a question. The day is the day of submission, not that
  /// of grading; the time is in UTC.
  static let canvasResults = """
    mapping: canvas-outcome-results
    table: evidence
    recognizes: [student sis id, assessment title, learning outcome name, outcome score]
    empty_when: [No outcomes found]
    student_name: student name
    filters:
      - { column: outcome score, is_not: [""] }
    columns:
      evidence_id:
        digest: [student id, learning outcome id, assessment id, assessment type, assessment question id, attempt]
        optional_columns: [assessment question id]
        prefix: canvas-
      student_id: { column: student sis id, crosswalk: student }
      competency: { column: learning outcome name, crosswalk: competency }
      demonstrated_on: { column: submission date, date: timestamp, hours_from_utc: -5, summer_time: us }
      level:
        column: [learning outcome rating, outcome score]
        labels: true
        points: { column: learning outcome rating points, of: learning outcome points possible }
      assessment_type:
        column: assessment type
        values: { quiz: quiz, Quiz: quiz, "quizzes/quiz": quiz, assignment: other, Assignment: other }
      title: assessment title
      link: { column: assignment url, optional: true }
    """

  /// The account report "Student Competency" (assignments and their outcomes).
  static let canvasMap = """
    mapping: canvas-student-assignment-outcome-map
    table: evidence
    recognizes: [student sis id, assignment title, learning outcome name, outcome score]
    empty_when: [No outcomes found]
    student_name: student name
    filters:
      - { column: outcome score, is_not: [""] }
    columns:
      evidence_id:
        digest: [student id, learning outcome id, assignment id, attempt]
        prefix: canvas-
      student_id: { column: student sis id, crosswalk: student }
      competency: { column: learning outcome name, crosswalk: competency }
      demonstrated_on: { column: submission date, date: timestamp, hours_from_utc: -5, summer_time: us }
      level:
        column: [learning outcome rating, outcome score]
        labels: true
        points: { column: learning outcome rating points, of: learning outcome points possible }
      assessment_type: { constant: other }
      title: assignment title
      link: { column: assignment url, optional: true }
    """

  /// The export "Ratings" of Slate CBL: one row a skill of a demonstration.
  ///
  /// It has no day of demonstration; the day on which the rating was entered is the nearest. `M` is a
  /// missed demonstration, not a low one; `O` is a teacher's override, which is a determination and
  /// not evidence, so it is refused here.
  static let slate = """
    mapping: slate-cbl-ratings
    table: evidence
    recognizes: [Demonstration Skill ID, Student Number, Skill, Rating]
    columns:
      evidence_id: { join: [Demonstration Skill ID], prefix: slate-, formerly: Demonstration Skill ID }
      student_id: { column: Student Number, crosswalk: student }
      competency: { column: Skill, crosswalk: competency }
      demonstrated_on: { column: Created, date: MM/DD/YYYY }
      recorded_on: { column: Created, date: MM/DD/YYYY }
      level: { column: Rating, values: { M: "" }, labels: true }
      status: { column: Rating, values: { M: missed }, otherwise: rated }
      title: { column: [Task Title, Experience Name] }
      link: { column: ArtifactURL, optional: true }
      assessor: { column: Teacher Name, optional: true }
    """

  /// `outcomes.csv`, which Canvas imports and exports; groups are left out, and deleted
  /// outcomes that are on file are reported.
  ///
  /// Behind the header `ratings` each row has two cells a rating, points and description: those of
  /// the district's scale are declared in policy.yaml.
  static let canvasOutcomes = """
    mapping: canvas-outcomes
    table: competencies
    recognizes: [vendor_guid, object_type, title, parent_guids]
    filters:
      - { column: object_type, is: [outcome] }
      - { column: workflow_state, is_not: [deleted], optional: true, withdraws: true }
    columns:
      code: { column: vendor_guid, crosswalk: competency }
      short_name: title
      statement: { column: description, html: true }
    """

  /// A competency framework as Moodle exports it; the row of the framework itself is left out.
  static let moodle = """
    mapping: moodle-competencies
    table: competencies
    recognizes: [Parent ID number, ID number, Short name, Is framework]
    filters:
      - { column: Is framework, is_not: ["1"] }
    columns:
      code: { column: ID number, crosswalk: competency }
      parents: { column: Parent ID number, crosswalk: competency }
      short_name: Short name
      statement: { column: [Description], html: true }
    """

  /// A 1EdTech CASE package.
  ///
  /// Its item types are a district's own words: those below are taken, any other needs a mapping
  /// that extends this one, or is left out by a filter of it. Items have no short names in most
  /// published frameworks: their codes stand for these.
  static let casePackage = """
    mapping: case-package
    table: competencies
    recognizes: [case-package]
    columns:
      code: { first_of: [humanCodingScheme, identifier], crosswalk: competency }
      tier:
        column: CFItemType
        values:
          graduation: graduation
          content-area: content-area
          objective: objective
          Graduation Competency: graduation
          Content-Area Competency: content-area
          Competency: content-area
          Learning Objective: objective
          Objective: objective
      parents: { column: parents, list_separator: ";", crosswalk: competency }
      short_name: { first_of: [abbreviatedStatement, humanCodingScheme], html: true }
      statement: { column: fullStatement, html: true }
    """

  /// Students of a OneRoster set; the class year follows from the grade and the latest school year.
  static let rosterUsers = """
    mapping: oneroster-users
    table: students
    recognizes: [oneroster-users]
    columns:
      student_id: { column: identifier, crosswalk: student }
      sasid: sasid
      legal_first: givenName
      legal_middle: middleName
      legal_last: familyName
      preferred_name: preferredName
      birth_date: { column: birthDate, date: timestamp }
      grade_level: grade
      class_of: classOf
      withdrawn_on: { column: withdrawnOn, date: timestamp, optional: true }
    """

  /// Enrollments of a OneRoster set in the courses of its classes.
  static let rosterEnrollments = """
    mapping: oneroster-enrollments
    table: enrollments
    recognizes: [oneroster-enrollments]
    student_name: student name
    columns:
      student_id: { column: student, crosswalk: student }
      course: { column: course, crosswalk: course }
      school_year: schoolYear
      grade_level: grade
      status: status
    """

  /// Results of a OneRoster set for learning objectives.
  ///
  /// Work that is submitted or graded in part is not evidence yet; what a teacher takes back to that
  /// state counts no more.
  static let rosterResults = """
    mapping: oneroster-results
    table: evidence
    recognizes: [oneroster-results]
    student_name: student name
    filters:
      - { column: scoreStatus, is_not: [submitted, partially graded], withdraws: true }
      - { column: inProgress, is_not: ["true"], optional: true, withdraws: true }
      - { column: incomplete, is_not: ["true"], optional: true, withdraws: true }
    columns:
      evidence_id: { digest: [sourcedId, objective], prefix: or- }
      student_id: { column: student, crosswalk: student }
      competency: { column: objective, crosswalk: competency }
      demonstrated_on: { column: scoreDate, date: timestamp }
      recorded_on: { column: dateLastModified, date: timestamp, hours_from_utc: -5, summer_time: us }
      level: { column: score, labels: true }
      status:
        column: scoreStatus
        values: { fully graded: rated, not submitted: missed, exempt: excused }
      title: title
    """

  /// xAPI statements that carry a score and a competency; of work that is not completed nothing counts.
  ///
  /// The day is that of the statement's own timestamp; `stored` is when it was entered.
  static let xapi = """
    mapping: xapi-statements
    table: evidence
    recognizes: [xapi-statements]
    filters:
      - { column: completion, is_not: ["false"], optional: true, withdraws: true }
    columns:
      evidence_id: { digest: [id, competency], prefix: xapi-, formerly: id }
      student_id: { column: actor, crosswalk: student }
      competency: { column: competency, crosswalk: competency }
      demonstrated_on: { column: timestamp, date: timestamp, hours_from_utc: -5, summer_time: us }
      recorded_on: { column: stored, date: timestamp, hours_from_utc: -5, summer_time: us }
      level: { column: score raw, labels: true }
      title: object name
      link: { column: object, optional: true }
    """
}
