public import Diagnostics
import Foundation

/// What a code is reported as: `Tests/CodeSamples/CODE.txt`, shared by the tests of every stage.
///
/// `UPDATE_SAMPLES=1` writes the texts anew; they are read before they are committed.
public enum CodeSample {
  /// A problem that is not there, or that is not reported as its sample says.
  struct Mismatch: Error, CustomStringConvertible {
    let description: String
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CodeSamples")

  /// Compares the first problem of `code` among `found` with its sample.
  ///
  /// With `hidingLines` the numbers of lines do not count: those of the project's own templates
  /// change as the templates grow. Throws where the two differ.
  public static func expect(
    _ code: DiagnosticCode, among found: [Diagnostic], hidingLines: Bool = false
  ) throws {
    guard let problem = found.first(where: { $0.code == code }) else {
      throw Mismatch(description: "\(code.name) is not among \(found)")
    }
    let whole = DiagnosticText().render(problem)
    let text = hidingLines ? whole.replacing(/(:|line )\d+/) { "\($0.1)N" } : whole
    let file = folder.appending(path: "\(code.name).txt")
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let sample = try String(contentsOf: file, encoding: .utf8)
    guard sample == text else {
      throw Mismatch(description: "\(code.name) is to read\n\(sample)and reads\n\(text)")
    }
  }
}
