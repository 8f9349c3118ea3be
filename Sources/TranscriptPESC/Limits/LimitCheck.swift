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
    var path = [Step(element: root, index: 0)]
    check(&path)
  }

  /// A step of the path to a leaf: an element, and its place among its parent's children.
  private struct Step {
    let element: XMLElement
    let index: Int
  }

  private mutating func check(_ path: inout [Step]) {
    let element = path[path.count - 1].element
    var isLeaf = true
    for (index, node) in element.children.enumerated() {
      guard case .element(let child) = node else { continue }
      isLeaf = false
      guard child.namespace == nil else { continue }
      path.append(Step(element: child, index: index))
      check(&path)
      path.removeLast()
    }
    if isLeaf { checkLeaf(element, path) }
  }

  private mutating func checkLeaf(_ element: XMLElement, _ path: [Step]) {
    guard let limit = PESCLimits.limit(of: element.name) else { return }
    let text = element.text
    if case .oneOf(let values) = limit.shape {
      if !values.contains(text) { add(PESCCodes.notAllowed, path, Self.list(values), nil, text) }
      return
    }
    let length = PESCText.length(text)
    if length < limit.minimum {
      add(PESCCodes.tooShort, path, Self.lengths(limit), length, text)
    } else if length > limit.maximum {
      add(PESCCodes.tooLong, path, Self.lengths(limit), length, text)
    } else if !limit.hasShape(text) {
      add(PESCCodes.notAllowed, path, Self.form(limit.shape), nil, text)
    }
  }

  private mutating func add(
    _ code: DiagnosticCode, _ path: [Step], _ limit: String, _ actual: Int?, _ value: String
  ) {
    let path = Self.text(of: path)
    findings.append(
      PESCFinding(
        code, record: record, path: path, limit: limit, actual: actual, value: value,
        hint: PESCHints.hint(for: path)))
  }

  /// `/Root/Part[2]/Leaf`: made only for a finding, because there are thousands of leaves.
  private static func text(of path: [Step]) -> String {
    zip([nil] + path.map(Optional.some), path).reduce(into: "") { text, pair in
      let (parent, step) = pair
      let name = step.element.name
      text += "/\(name)"
      guard let siblings = parent?.element.children else { return }
      let same = siblings.indices.filter {
        if case .element(let sibling) = siblings[$0] { sibling.name == name } else { false }
      }
      if same.count > 1 { text += "[\((same.firstIndex(of: step.index) ?? 0) + 1)]" }
    }
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
