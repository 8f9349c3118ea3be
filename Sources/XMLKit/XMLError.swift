/// Why a document could not be read or written, and where.
public struct XMLError: Error, Hashable, Sendable {
  /// The kind of failure; the raw value is stable and fit for a diagnostic's code.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file is larger than ``XMLLimits/maximumBytes``.
    case tooLarge = "xml-too-large"
    /// More attributes than ``XMLLimits/maximumAttributes``, or in one tag than
    /// ``XMLLimits/maximumTagAttributes``.
    case tooManyAttributes = "xml-too-many-attributes"
    /// The bytes are not the encoding that they have to be.
    case invalidEncoding = "xml-invalid-encoding"
    /// The XML declaration names an encoding that is not read.
    case unsupportedEncoding = "xml-unsupported-encoding"
    /// A character that XML 1.0 does not allow (a control character, U+FFFE, U+FFFF).
    case illegalCharacter = "xml-illegal-character"
    /// A document type declaration, which is refused whatever is in it.
    case doctype = "xml-doctype"
    /// A tag longer than ``XMLLimits/maximumTagBytes``.
    case tagTooLong = "xml-tag-too-long"
    /// Elements nested deeper than ``XMLLimits/maximumDepth``.
    case tooDeep = "xml-too-deep"
    /// More elements than ``XMLLimits/maximumElements``.
    case tooManyElements = "xml-too-many-elements"
    /// The root is another than the reader expects.
    case unexpectedRoot = "xml-unexpected-root"
    /// An element in a namespace in which the reader expects none.
    case unexpectedNamespace = "xml-unexpected-namespace"
    /// The document is not well-formed, or it ends too early.
    case malformed = "xml-malformed"
    /// A name that XML does not allow, in an element to be written.
    case illegalName = "xml-illegal-name"
    /// A namespace without a prefix, in an element to be written.
    case unboundNamespace = "xml-unbound-namespace"
    /// A schema that could not be compiled.
    case schema = "xml-schema"
    /// libxml2 could not allocate or start.
    case library = "xml-library"
  }

  /// The kind of failure.
  public let code: Code
  /// The file's name as the caller gave it.
  public let document: String
  /// The line, from 1; 0 where no line applies.
  public let line: Int
  /// The column in code points, from 1; 0 where no column applies.
  public let column: Int
  /// What is wrong, in one sentence without the location.
  public let message: String

  /// Makes an error; line and column are 0 where they do not apply.
  public init(
    _ code: Code, document: String, line: Int = 0, column: Int = 0, message: String
  ) {
    self.code = code
    self.document = document
    self.line = line
    self.column = column
    self.message = message
  }
}

extension XMLError: CustomStringConvertible {
  /// The location and the message, as `name:line:column: message`.
  public var description: String {
    let place = line == 0 ? document : "\(document):\(line):\(column)"
    return "\(place): \(message)"
  }
}
