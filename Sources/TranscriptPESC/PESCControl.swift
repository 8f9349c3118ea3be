public import TranscriptModel

/// The facts about a sent document that an acknowledgement echoes.
public struct PESCControl: Hashable, Sendable {
  /// PESC: DocumentID.
  public let documentID: String
  /// The school's id for the student.
  public let student: String?
  /// Given name.
  public let firstName: String?
  /// Family name.
  public let lastName: String?
  /// Day of birth.
  public let birthDate: CalendarDate?
  /// The number of AcademicAward elements.
  ///
  /// PESC: AcademicAwardTotal.
  public let awardTotal: Int
  /// The number of Course elements.
  ///
  /// PESC: CourseTotal.
  public let courseTotal: Int
  /// Credit earned in all.
  public let creditsEarned: Rational?
  /// The average, where the document has one.
  public let gradePointAverage: Rational?

  /// Takes the facts from a document.
  public init(_ transcript: HighSchoolTranscript) {
    documentID = transcript.transmission.documentID
    student = transcript.person.schoolAssignedID
    firstName = transcript.person.name.first
    lastName = transcript.person.name.last
    birthDate = transcript.person.birthDate
    awardTotal = transcript.academicRecords.reduce(0) { $0 + $1.awards.count }
    courseTotal = transcript.academicRecords.reduce(0) { $0 + $1.allCourses.count }
    let summary = transcript.academicRecords.first?.summaries.first
    creditsEarned = summary?.creditsEarned
    gradePointAverage = summary?.gradePointAverage
  }
}
