public import Diagnostics
import TranscriptImport
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
    let groups = DiagnosticGroup.groups(loaded.diagnostics)
    let isConsequence = { (group: DiagnosticGroup) in group.first.code == .namesRejectedRow }
    // Causes come first: to mend them settles what follows from them.
    var text = groups.filter { !isConsequence($0) }.map { renderer.render($0) + "\n" }.joined()
    text += consequences(groups.filter(isConsequence).map(\.first), renderer)
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

  /// Rows set aside for the sake of one other row: told once, with the other tables concerned.
  private func consequences(_ problems: [Diagnostic], _ renderer: DiagnosticText) -> String {
    var order: [String] = []
    let byCause = Dictionary(grouping: problems) { $0.hint ?? $0.message }
    for problem in problems where !order.contains(problem.hint ?? problem.message) {
      order.append(problem.hint ?? problem.message)
    }
    return order.compactMap { byCause[$0] }.map { same in
      let others = same.dropFirst().compactMap { $0.location?.description }
      let more = others.isEmpty ? "" : "  = likewise from \(others.joined(separator: ", ")) on\n"
      return renderer.render(same[0]) + more + "\n"
    }.joined()
  }

  /// The same for software.
  public func json(showsPersonal: Bool) -> JSONValue {
    .object([
      "errors": .integer(count(.error)),
      "warnings": .integer(count(.warning)),
      "notes": .integer(count(.note)),
      "rejectedRows": .integer(loaded.rejectedRows.count),
      "groups": .list(DiagnosticGroup.groups(loaded.diagnostics).map(\.json)),
      "problems": .list(loaded.diagnostics.map { $0.json(showsPersonal: showsPersonal) }),
    ])
  }
}
