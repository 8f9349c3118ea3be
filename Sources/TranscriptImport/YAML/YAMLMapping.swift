import Diagnostics
import TranscriptModel

/// Problems of one file; shared by the readers of its nested mappings.
final class YAMLProblems {
  let file: InputFile
  private(set) var all: [Diagnostic] = []

  init(_ file: InputFile) { self.file = file }

  var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Adds a problem whose excerpt is the line at `location`, with `text` marked.
  func report(
    _ code: DiagnosticCode, at location: SourceLocation, _ message: String,
    marking text: String = "",
    hint: String? = nil, related: [Diagnostic.Related] = [], showsLine: Bool = true
  ) {
    let length = max(1, text.unicodeScalars.count)
    let excerpt =
      showsLine
      ? file.excerpt(line: location.line, column: location.column, length: length) : nil
    all.append(
      Diagnostic(code, at: location, message, excerpt: excerpt, hint: hint, related: related))
  }
}

/// Reads the keys of one mapping; a key that nobody asks for is an error when it ends.
struct YAMLMapping {
  let node: PolicyNode
  let problems: YAMLProblems
  /// What messages call it: `scale`.
  let name: String
  private var asked: [String] = []

  init?(_ node: PolicyNode, name: String, _ problems: YAMLProblems) {
    guard node.members != nil else {
      problems.report(
        .wrongType, at: node.location, "\(name) must be keys with values",
        marking: node.text ?? "", hint: "write each as \"key: value\"")
      return nil
    }
    self.node = node
    self.name = name
    self.problems = problems
  }

  var location: SourceLocation { node.location }
  var members: [PolicyNode.Member] { node.members ?? [] }

  /// The value under `key`; `nil` when the key is not there or has no value.
  mutating func value(_ key: String) -> PolicyNode? {
    asked.append(key)
    guard let value = node[key] else { return nil }
    return value.text == "" ? nil : value
  }

  /// The value under `key`, reported when it is not there.
  mutating func required(_ key: String) -> PolicyNode? {
    if let value = value(key) { return value }
    problems.report(
      .missingKey, at: location, "\(name) has no \"\(key)\"", hint: "add \"\(key): …\"")
    return nil
  }

  func report(
    _ code: DiagnosticCode, _ value: PolicyNode, _ message: String, hint: String? = nil
  ) {
    problems.report(
      code, at: value.location, message, marking: value.text ?? "", hint: hint)
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for member in members where !asked.contains(member.key) {
      let isConfidential = ConfidentialName.matches(member.key)
      let nearest = NearestName.find(member.key, in: asked)
      let message =
        isConfidential
        ? "the key \"\(member.key)\" is confidential" : "\(name) has no key \"\(member.key)\""
      // The value beside a confidential key must not be shown, and the excerpt is the whole line.
      problems.report(
        isConfidential ? .confidentialKey : .unknownKey,
        at: member.location, message, marking: member.key,
        hint: isConfidential
          ? "remove it" : nearest.map { "write \($0)" } ?? "use \(asked.joined(separator: ", "))",
        showsLine: !isConfidential)
    }
  }
}
