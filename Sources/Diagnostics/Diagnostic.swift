/// One problem: what, where, the text as written, and what to type instead.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A second place that belongs to the problem, such as the row that used the same id first.
  public struct Related: Hashable, Sendable {
    /// Where it is.
    public let location: SourceLocation
    /// What it is, as a short phrase: `first used here`.
    public let message: String

    /// Creates a second place.
    public init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// The kind of problem.
  public let code: DiagnosticCode
  /// Where it is; `nil` when no place in the input can be named.
  public let location: SourceLocation?
  /// What is wrong, in one sentence.
  ///
  /// Never holds names or birth dates.
  public let message: String
  /// The text as written.
  public let excerpt: Excerpt?
  /// What to type instead.
  public let hint: String?
  /// Other places that belong to it.
  public let related: [Related]

  /// Creates a problem.
  public init(
    _ code: DiagnosticCode, at location: SourceLocation? = nil, _ message: String,
    excerpt: Excerpt? = nil, hint: String? = nil, related: [Related] = []
  ) {
    self.code = code
    self.location = location
    self.message = message
    self.excerpt = excerpt
    self.hint = hint
    self.related = related
  }

  /// The problem with more places that belong to it.
  public func adding(_ more: [Related]) -> Diagnostic {
    Diagnostic(
      code, at: location, message, excerpt: excerpt, hint: hint, related: related + more)
  }

  /// How much it matters.
  public var severity: Severity { code.severity }
}

extension Diagnostic: Comparable {
  /// Orders by place, then by code, then by message; a problem without a place comes first.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    switch (left.location, right.location) {
    case (nil, _?): return true
    case (_?, nil): return false
    case (let first?, let second?) where first != second: return first < second
    default: return (left.code.name, left.message) < (right.code.name, right.message)
    }
  }
}
