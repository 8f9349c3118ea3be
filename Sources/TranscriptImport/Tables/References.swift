import Diagnostics
import TranscriptModel

/// What has been read so far and may be named by the rows that are read next.
struct References: Sendable {
  var scale: PerformanceScale?
  var scoreTables: [ScoreTable] = []
  var areas = Known<ContentArea>(
    "content area", home: "framework/areas.csv", code: .unknownArea)
  var competencies = Known<Competency>(
    "competency", home: "framework/competencies.csv", code: .unknownCompetency)
  var creditAreas = Known<CreditArea>(
    "credit area", home: "policy.yaml", code: .unknownCreditArea)
  var courses = Known<CreditRule>("course", home: "courses.csv", code: .unknownCourse)
  var students = Known<Student>("student", home: "students.csv", code: .unknownStudent)
  var framework = CompetencyFramework(areas: [], competencies: [])
  /// Competencies whose evidence counts only in the content area that it names.
  var needsArea: Set<Identifier<Competency>> = []
  var studentByID: [Identifier<Student>: Student] = [:]
  /// The day after which nothing can have happened yet; `nil` where the caller gives none.
  var today: CalendarDate?
  /// The day that is asked about; `nil` where nobody asks how much is of a later one.
  var asOf: CalendarDate?
}
