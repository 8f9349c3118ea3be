/// A version of the PESC High School Transcript that the project writes and reads.
///
/// One body serves all of them: only the namespace of the root differs, because the body keeps to
/// what 1.3.0 allows.
public enum PESCVersion: String, Sendable, Hashable, CaseIterable {
  /// What most receivers in the United States read: the default.
  case v1_3_0 = "1.3.0"
  case v1_4_0 = "1.4.0"
  /// What EdExchange validates against.
  case v1_5_0 = "1.5.0"

  /// The namespace of the document's root; every other element is in none.
  public var namespace: String { "urn:org:pesc:message:HighSchoolTranscript:v\(rawValue)" }

  /// The version whose namespace this is.
  public init?(namespace: String?) {
    guard let version = Self.allCases.first(where: { $0.namespace == namespace }) else {
      return nil
    }
    self = version
  }
}
