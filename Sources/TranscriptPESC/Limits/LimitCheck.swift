import Diagnostics
import XMLKit

/// Measures every leaf of a document's native part against ``PESCLimits``.
struct LimitCheck {
  let record: String
  private(set) var findings: [PESCFinding] = []

  init(record: String) {
    self.record = record
  }

  /// Checks an element and everything below it; other namespaces have other rules.
  mutating func check(_ root: XMLElement) {
    check(root, path: "/\(root.name)")
  }

  private mutating func check(_ element: XMLElement, path: String) {
    let elements = element.elements
    if elements.isEmpty { return checkLeaf(element, path: path) }
    let counts = elements.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    var seen: [String: Int] = [:]
    for child in elements where child.namespace == nil {
      seen[child.name, default: 0] += 1
      let place = counts[child.name, default: 0] > 1 ? "[\(seen[child.name, default: 1])]" : ""
      check(child, path: "\(path)/\(child.name)\(place)")
    }
  }

  private mutating func checkLeaf(_ element: XMLElement, path: String) {
    guard let limit = PESCLimits.limit(of: element.name) else { return }
    let text = element.text
    let length = PESCText.length(text)
    if case .oneOf(let values) = limit.shape {
      if !values.contains(text) { add(PESCCodes.notAllowed, path, Self.list(values), nil, text) }
    } else if length < limit.minimum {
      add(PESCCodes.tooShort, path, Self.lengths(limit), length, text)
    } else if length > limit.maximum {
      add(PESCCodes.tooLong, path, Self.lengths(limit), length, text)
    } else if !limit.hasShape(text) {
      add(PESCCodes.notAllowed, path, Self.form(limit.shape), nil, text)
    }
  }

  private mutating func add(
    _ code: DiagnosticCode, _ path: String, _ limit: String, _ actual: Int?, _ value: String
  ) {
    findings.append(
      PESCFinding(
        code, record: record, path: path, limit: limit, actual: actual, value: value,
        hint: PESCHints.hint(for: path)))
  }

  private static func lengths(_ limit: PESCLimit) -> String {
    if limit.minimum == limit.maximum { return "exactly \(limit.maximum) characters" }
    return "\(limit.minimum) to \(limit.maximum) characters"
  }

  private static func list(_ values: Set<String>) -> String {
    let sorted = values.sorted()
    guard sorted.count > 15 else { return "one of \(sorted.joined(separator: ", "))" }
    return "one of \(sorted.count) codes such as \(sorted.prefix(5).joined(separator: ", "))"
  }

  private static func form(_ shape: PESCLimit.Shape) -> String {
    switch shape {
    case .digits: "digits only"
    case .schoolYear: "a school year as 2025-2026"
    case .yearAndMonth: "a month as 2026-06"
    case .any, .oneOf: "another value"
    }
  }
}
