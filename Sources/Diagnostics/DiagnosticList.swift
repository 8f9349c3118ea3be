/// A growing list of problems: every stage adds to it and goes on.
public struct DiagnosticList: Sendable, Hashable {
  /// The problems in the order in which they were found.
  public private(set) var all: [Diagnostic] = []

  /// Creates an empty list.
  public init() {}

  /// Adds a problem.
  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Adds the problems of another list.
  public mutating func add(contentsOf other: DiagnosticList) { all += other.all }

  /// The problems sorted by place: the same in every run, whatever order they were found in.
  public var sorted: [Diagnostic] { all.sorted() }

  /// Whether there is no problem at all.
  public var isEmpty: Bool { all.isEmpty }

  /// Whether any problem is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The number of problems of one severity.
  public func count(of severity: Severity) -> Int {
    all.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}
