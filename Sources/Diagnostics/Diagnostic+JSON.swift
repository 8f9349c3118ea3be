extension Diagnostic {
  /// The problem as JSON; personal excerpts are left out unless `showsPersonal` is set.
  public func json(showsPersonal: Bool = false) -> JSONValue {
    let shown = excerpt.flatMap { $0.isPersonal && !showsPersonal ? nil : $0 }
    return .members([
      "code": .text(code.name),
      "severity": .text(severity.label),
      "message": .text(message),
      "file": location.map { .text($0.file) },
      "line": location.flatMap { $0.line > 0 ? .integer($0.line) : nil },
      "column": location.flatMap { $0.column > 0 ? .integer($0.column) : nil },
      "excerpt": shown.map { .text($0.text) },
      "fix": hint.map { .text($0) },
      "related": related.isEmpty ? nil : .list(related.map(\.json)),
    ])
  }
}

extension Diagnostic.Related {
  fileprivate var json: JSONValue {
    .members([
      "file": .text(location.file),
      "line": location.line > 0 ? .integer(location.line) : nil,
      "column": location.column > 0 ? .integer(location.column) : nil,
      "message": .text(message),
    ])
  }
}
