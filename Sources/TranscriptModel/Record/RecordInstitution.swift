/// Another institution with what the student earned there.
public struct RecordInstitution: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Transfer, dual enrollment or examination.
  public let kind: ExternalCredit.Kind
  /// By day, then id.
  public let courses: [RecordExternalCourse]

  /// Creates the value from its parts.
  public init(
    name: String, kind: ExternalCredit.Kind, courses: [RecordExternalCourse]
  ) {
    self.name = name
    self.kind = kind
    self.courses = courses
  }
}
