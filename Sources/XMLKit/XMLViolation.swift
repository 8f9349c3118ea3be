/// One place where a document breaks its schema.
public struct XMLViolation: Hashable, Sendable {
  /// The line of the element, from 1.
  public let line: Int
  /// The element's path from the root, such as `/*/Student/Person/Name/FirstName`.
  public let path: String
  /// What is wrong, in the schema processor's words.
  public let message: String

  /// Makes a violation.
  public init(line: Int, path: String, message: String) {
    self.line = line
    self.path = path
    self.message = message
  }
}

extension XMLViolation: CustomStringConvertible {
  /// The line, the path and the message in one line.
  public var description: String { "line \(line), \(path): \(message)" }
}
