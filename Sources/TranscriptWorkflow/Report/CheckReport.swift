public import Diagnostics
import TranscriptModel

/// Everything that is wrong with a district folder, as text and as JSON.
public struct CheckReport: Sendable {
  private let loaded: LoadedDistrict

  /// Creates a report of what was loaded.
  public init(_ loaded: LoadedDistrict) { self.loaded = loaded }

  private func count(_ severity: Severity) -> Int {
    loaded.diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// Each problem with place, excerpt and fix; then what was loaded and how much was wrong.
  public func text(showsPersonal: Bool) -> String {
    let renderer = DiagnosticText(showsPersonal: showsPersonal)
    var text = DiagnosticGroup.groups(loaded.diagnostics).map {
      renderer.render($0) + "\n"
    }.joined()
    if let district = loaded.district {
      text += EnglishText.count(district.students.count, "student", "students") + ", "
      text += EnglishText.count(
        district.framework.competencies.count, "competency", "competencies")
      text +=
        ", "
        + EnglishText.count(
          loaded.evidenceCount, "evidence record", "evidence records")
      text += ", " + EnglishText.count(district.policy.creditRules.count, "course", "courses")
      text += "; \(loaded.rejectedRows.count) rows set aside\n"
    }
    text += EnglishText.count(count(.error), "error", "errors") + ", "
    text += EnglishText.count(count(.warning), "warning", "warnings") + ", "
    return text + EnglishText.count(count(.note), "note", "notes") + "\n"
  }

  /// The same for software.
  public func json(showsPersonal: Bool) -> JSONValue {
    .object([
      "errors": .integer(count(.error)),
      "warnings": .integer(count(.warning)),
      "notes": .integer(count(.note)),
      "rejectedRows": .integer(loaded.rejectedRows.count),
      "problems": .list(loaded.diagnostics.map { $0.json(showsPersonal: showsPersonal) }),
    ])
  }
}
