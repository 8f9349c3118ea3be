import Diagnostics
import TranscriptImport

/// The page of one diagnostic's code, as `help CODE` prints it.
public struct DiagnosticPage: Sendable {
  /// The page.
  public let text: String

  /// Finds the page of `name`; `nil` when no code is called so.
  public init?(_ name: String) {
    guard let code = ImportCatalogue.codes.first(where: { $0.name == name }) else { return nil }
    text = "\(code.name) (\(code.severity.label))\n\n\(code.summary)\n\n\(code.remedy)\n"
  }
}
