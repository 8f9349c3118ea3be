/// A PESC High School Transcript as a value: what is written, and what is read back.
///
/// It has the standard's names and only those parts that a transcript of this project uses or a
/// comparison needs. Codes are text, because a document that is read may hold any of them.
public struct HighSchoolTranscript: Hashable, Sendable {
  /// The version by the root's namespace.
  public var version: PESCVersion
  /// Who sends what to whom.
  public var transmission: Transmission
  /// The student.
  ///
  /// PESC: Student/Person.
  public var person: Person
  /// The record of each school; this project writes one.
  public var academicRecords: [AcademicRecord]

  /// Makes a transcript.
  public init(
    version: PESCVersion = .v1_3_0, transmission: Transmission, person: Person,
    academicRecords: [AcademicRecord]
  ) {
    self.version = version
    self.transmission = transmission
    self.person = person
    self.academicRecords = academicRecords
  }
}
