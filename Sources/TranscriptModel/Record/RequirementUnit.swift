/// What the amounts of a requirement count.
public enum RequirementUnit: String, Hashable, Sendable {
  /// Credits.
  case credits
  /// Hours of experience.
  case hours
  /// Competencies, notations or parts: what the requirement’s title names.
  case count
}
