import Diagnostics
import Foundation
import Testing

/// What a code of this stage is reported as: `Tests/CodeSamples/CODE.txt`.
///
/// `UPDATE_SAMPLES=1` writes the texts anew; they are read before they are committed.
enum CodeSample {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "CodeSamples")

  /// Compares the first problem of `code` among `found` with its sample.
  static func expect(_ code: DiagnosticCode, among found: [Diagnostic]) throws {
    let problem = try #require(found.first { $0.code == code }, "\(code.name): \(found)")
    let text = DiagnosticText().render(problem)
    let file = folder.appending(path: "\(code.name).txt")
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
