/// Problems of one file that say the same: a thousand rows with one cause are shown once.
public struct DiagnosticGroup: Hashable, Sendable {
  /// The first of them, by place.
  public let first: Diagnostic
  /// The lines of all of them, in order.
  public let lines: [Int]

  /// How many there are.
  public var count: Int { lines.count }

  /// Groups problems by file, code and message, in the order of their first members.
  public static func groups(_ diagnostics: [Diagnostic]) -> [DiagnosticGroup] {
    struct Key: Hashable {
      let file: String?
      let code: DiagnosticCode
      let message: String
    }
    var order: [Key] = []
    var members: [Key: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      let key = Key(
        file: diagnostic.location?.file, code: diagnostic.code, message: diagnostic.message)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(diagnostic)
    }
    return order.compactMap { key in
      guard let all = members[key], let first = all.first else { return nil }
      return DiagnosticGroup(first: first, lines: all.map { $0.location?.line ?? 0 })
    }
  }

  /// A sentence about the others: `and in 997 more rows: 5, 6, 9, …`; empty when there are none.
  public var othersText: String {
    guard count > 1 else { return "" }
    let others = lines.dropFirst()
    let named = others.prefix(8).map(String.init).joined(separator: ", ")
    let rows = others.count == 1 ? "1 more row" : "\(others.count) more rows"
    return "and in \(rows), line \(named)\(others.count > 8 ? ", …" : "")"
  }
}

extension DiagnosticText {
  /// Problems that say the same as text: the first of them, with the lines of the others.
  public func render(_ group: DiagnosticGroup) -> String {
    let others = group.othersText
    return render(group.first) + (others.isEmpty ? "" : "  = \(others)\n")
  }
}
