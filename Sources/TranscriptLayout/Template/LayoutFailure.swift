public import Diagnostics

/// Why a template or a document is refused: every problem that was found, in one error.
public struct LayoutFailure: Error, Hashable, Sendable {
  /// The problems; at least one is an error.
  public let diagnostics: DiagnosticList

  /// Creates a failure.
  public init(_ diagnostics: DiagnosticList) { self.diagnostics = diagnostics }

  /// Creates a failure with one problem.
  init(_ diagnostic: Diagnostic) {
    var list = DiagnosticList()
    list.add(diagnostic)
    diagnostics = list
  }
}
