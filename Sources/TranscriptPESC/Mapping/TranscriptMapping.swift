import TranscriptModel

/// Puts a record into the standard's words.
///
/// `docs/pesc.md` is the table that it follows. A class, so that a closure over it costs one count
/// and not one for each part of the record.
final class TranscriptMapping: Sendable {
  let record: TranscriptRecord
  let delivery: PESCDelivery
  let version: PESCVersion
  let posted: PostedCredit
  /// Whether the district computes an average.
  let hasAverage: Bool

  init(record: TranscriptRecord, delivery: PESCDelivery, version: PESCVersion) {
    self.record = record
    self.delivery = delivery
    self.version = version
    posted = PostedCredit(record)
    hasAverage = record.gradePoints != nil
  }

  /// The whole transcript but for competencies, which ``CompetencyWriter`` writes.
  var transcript: HighSchoolTranscript {
    HighSchoolTranscript(
      version: version, transmission: transmission, person: person,
      academicRecords: [academicRecord])
  }

  private var academicRecord: AcademicRecord {
    let courses = placedCourses
    return AcademicRecord(
      school: school, studentLevelCode: GradeLevelCode.code(of: record.student.gradeLevel),
      cohortGraduationYear: record.student.classOf, awards: awards, summaries: summaries,
      sessions: sessions(of: courses), courses: courses.others,
      requirements: requirements, attributes: attributes, notes: notes)
  }

  /// Every level of the scale, because the standard has no place for a legend.
  private var notes: [String] {
    let levels = record.scale.levels.indices.reversed().flatMap { index in
      let level = record.scale.levels[index]
      let bar = index == record.scale.bar ? " (passing level)" : ""
      let number = level.number.exactDecimalText() ?? level.number.fractionText
      return PESCText.notes(
        "Level \(level.code) = \(number) \(level.label)\(bar): \(level.description)")
    }
    let averaging = record.policy.averagingRules.flatMap {
      PESCText.notes("This policy averages: \($0)")
    }
    return levels + averaging
  }
}

/// PESC's words for grades.
enum GradeLevelCode {
  private static let codes = [
    "Kindergarten", "FirstGrade", "SecondGrade", "ThirdGrade", "FourthGrade", "FifthGrade",
    "SixthGrade", "SeventhGrade", "EighthGrade", "NinthGrade", "TenthGrade", "EleventhGrade",
    "TwelfthGrade",
  ]

  static func code(of grade: GradeLevel) -> String { codes[grade.number] }

  /// The grade that a code names; `nil` for codes beyond school.
  static func number(_ code: String) -> Int? { codes.firstIndex(of: code) }
}
