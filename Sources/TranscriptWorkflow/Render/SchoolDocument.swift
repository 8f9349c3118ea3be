/// A document of the school, written once and naming no student.
public enum SchoolDocument: String, Sendable, Hashable, CaseIterable {
  /// How to read a transcript: scale, rules, conversion.
  case guide
  /// The school's profile, with the figures of one class.
  case profile

  /// The folder below the output folder.
  public static let folder = "school"

  /// The file's name.
  public var fileName: String {
    switch self {
    case .guide: "how-to-read.pdf"
    case .profile: "profile.pdf"
    }
  }
}
