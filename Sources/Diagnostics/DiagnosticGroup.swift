/// Problems of one file with one cause: a thousand rows that share it are shown once.
///
/// A few messages that differ in a value are a group each; where there are many, such as a thousand
/// unknown ids, all of them are one group, with the values counted.
public struct DiagnosticGroup: Hashable, Sendable {
  /// So many messages of one cause are shown one by one.
  private static let most = 3
  /// So many values or lines of the others are named.
  private static let named = 8

  private struct Key: Hashable {
    let file: String?
    let code: DiagnosticCode
    let message: String
  }

  /// The first of them, by place.
  public let first: Diagnostic
  /// The lines of all of them, in order.
  public let lines: [Int]
  /// How many messages there are, which differ in values only.
  public let messageCount: Int
  /// The values in which the other messages differ from the first: the first few.
  public let otherValues: [String]
  /// Whether the others are mended in the same way.
  public let hasOneFix: Bool

  /// How many there are.
  public var count: Int { lines.count }

  private init(_ members: [Diagnostic]) {
    first = members[0]
    lines = members.map { $0.location?.line ?? 0 }
    var seen: Set<String> = [first.message]
    var values: [String] = []
    let own = Set(Cause(first.message).values)
    for member in members where seen.insert(member.message).inserted {
      guard values.count < Self.named else { continue }
      values += Cause(member.message).values.filter { !own.contains($0) }
    }
    messageCount = seen.count
    let fix = members[0].hint
    hasOneFix = members.allSatisfy { $0.hint == fix }
    otherValues = Array(values.prefix(Self.named))
  }

  /// Groups problems by file, code and cause, in the order of their first members.
  public static func groups(_ diagnostics: [Diagnostic]) -> [DiagnosticGroup] {
    var order: [Key] = []
    var members: [Key: [Diagnostic]] = [:]
    var messages: [Key: Set<String>] = [:]
    for diagnostic in diagnostics {
      let cause = cause(of: diagnostic)
      messages[cause, default: []].insert(diagnostic.message)
    }
    for diagnostic in diagnostics {
      let cause = cause(of: diagnostic)
      let isWide = (messages[cause]?.count ?? 0) > most
      let key =
        isWide
        ? cause : Key(file: cause.file, code: cause.code, message: diagnostic.message)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(diagnostic)
    }
    return order.compactMap { members[$0] }.map(DiagnosticGroup.init)
  }

  private static func cause(of diagnostic: Diagnostic) -> Key {
    Key(
      file: diagnostic.location?.file, code: diagnostic.code,
      message: Cause(diagnostic.message).text)
  }

  /// A sentence about the others: `and in 997 more rows, line 5, 6, 9, …`; empty when there are
  /// none.
  public var othersText: String {
    guard count > 1 else { return "" }
    let others = lines.dropFirst()
    let named = Self.list(others.prefix(Self.named).map(String.init), of: others.count)
    let rows = others.count == 1 ? "1 more row" : "\(others.count) more rows"
    let text = "and in \(rows), line \(named)"
    guard messageCount > 1 else { return text }
    let differing = messageCount - 1
    let values = otherValues.isEmpty ? "" : ": " + Self.list(otherValues, of: differing)
    return text + "; with \(differing) other value\(differing == 1 ? "" : "s")" + values
  }

  private static func list(_ items: [String], of count: Int) -> String {
    items.joined(separator: ", ") + (count > items.count ? ", …" : "")
  }

  /// The group for software: the first problem's own words, how many there are, and where.
  public var json: JSONValue {
    .members([
      "code": .text(first.code.name), "severity": .text(first.severity.label),
      "file": first.location.map { .text($0.file) }, "message": .text(first.message),
      "count": .integer(count), "messages": .integer(messageCount),
      "lines": .list(lines.prefix(100).map(JSONValue.integer)),
      "fix": first.hint.map { .text($0) },
    ])
  }
}

/// A message without the values in it.
private struct Cause {
  /// The message with `"…"` for each quoted value and `#` for each number.
  let text: String
  /// The quoted values, with their quotes.
  private(set) var values: [String] = []

  init(_ message: String) {
    let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
    var text = ""
    for (index, part) in parts.enumerated() {
      // A quote that is not closed stands for itself.
      let isValue = index % 2 == 1 && index + 1 < parts.count
      if isValue { values.append("\"\(part)\"") }
      text += isValue ? "\"…\"" : Self.withoutNumbers(part)
    }
    self.text = text
  }

  private static func withoutNumbers(_ part: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in part.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      if !isDigit {
        bytes.append(byte)
      } else if bytes.last != 0x23 {
        bytes.append(0x23)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DiagnosticText {
  /// Problems with one cause as text: the first of them, with the lines of the others.
  public func render(_ group: DiagnosticGroup) -> String {
    let others = group.othersText
    var text = render(group.first)
    if !group.hasOneFix, let fix = group.first.hint {
      // What is right for the first row would be wrong for the others.
      text = text.replacing("  = fix: \(fix)\n", with: "  = fix here: \(fix)\n")
    }
    return text + (others.isEmpty ? "" : "  = \(others)\n")
  }
}
