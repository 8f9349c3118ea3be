/// At which point of the year a transcript is sent.
public enum DocumentEdition: String, Sendable, Hashable, CaseIterable {
  /// The transcript as such.
  case usual
  /// In the middle of the last year: levels as of a day, and the work that is planned.
  case midYear = "mid-year"
}

/// Into whose hands a document is given, where that is not another institution.
public enum DocumentReceiver: String, Sendable, Hashable, CaseIterable {
  /// The student, who may pass it on: every page says so.
  case student
}
