/// At which point of the year a transcript is sent.
public enum DocumentEdition: String, Sendable, Hashable, CaseIterable {
  /// The transcript as such.
  case usual
  /// In the middle of the last year: levels as of a day, and the work that is planned.
  case midYear = "mid-year"
}
