public import TranscriptModel

/// The facts about a sent document that an acknowledgement echoes.
public struct PESCControl: Hashable, Sendable {
  /// PESC: DocumentID.
  public let documentID: String
  /// The number of the request that it answers, if there is one.
  public let requestTrackingID: String?
  /// Names and codes of the organisation that it was sent to.
  public let receiver: [String]
  /// The school's id for the student.
  public let student: String?
  /// Given name.
  public let firstName: String?
  /// Middle names, as they are written.
  public let middleName: String?
  /// Family name.
  public let lastName: String?
  /// PESC: NameSuffix.
  public let nameSuffix: String?
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
    let (sent, person) = (transcript.transmission, transcript.person)
    let records = transcript.academicRecords
    let summary = records.first?.summaries.first
    self.init(
      documentID: sent.documentID, requestTrackingID: sent.requestTrackingID,
      receiver: sent.destination.designations, student: person.schoolAssignedID,
      firstName: person.name.first,
      middleName: person.name.middle.isEmpty ? nil : person.name.middle.joined(separator: " "),
      lastName: person.name.last, nameSuffix: person.name.suffix,
      birthDate: person.birthDate, awardTotal: records.reduce(0) { $0 + $1.awards.count },
      courseTotal: records.reduce(0) { sum, record in
        record.sessions.reduce(sum + record.courses.count) { $0 + $1.courses.count }
      },
      creditsEarned: summary?.creditsEarned, gradePointAverage: summary?.gradePointAverage)
  }

  init(
    documentID: String, requestTrackingID: String?, receiver: [String], student: String?,
    firstName: String?, middleName: String?, lastName: String?, nameSuffix: String?,
    birthDate: CalendarDate?, awardTotal: Int, courseTotal: Int,
    creditsEarned: Rational?, gradePointAverage: Rational?
  ) {
    self.documentID = documentID
    self.requestTrackingID = requestTrackingID
    self.receiver = receiver
    self.student = student
    self.firstName = firstName
    self.middleName = middleName
    self.lastName = lastName
    self.nameSuffix = nameSuffix
    self.birthDate = birthDate
    self.awardTotal = awardTotal
    self.courseTotal = courseTotal
    self.creditsEarned = creditsEarned
    self.gradePointAverage = gradePointAverage
  }
}

extension PESCControl {
  /// Whether the document went to the organisation: they share a name or a code.
  public func wasSent(to organization: Organization) -> Bool {
    !Set(receiver).isDisjoint(with: organization.designations)
  }
}

extension Organization {
  /// Names in lower case and codes with their kind: what two mentions of one organisation share.
  var designations: [String] {
    let names = names.map { PESCText.prepared($0).lowercased() }
    return names + codes.map { "\($0.rawValue) \($1)" }.sorted()
  }
}
