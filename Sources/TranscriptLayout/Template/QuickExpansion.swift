/// Expands compiled templates over dictionaries, straight into bytes.
struct QuickExpansion {
  /// What a section stands for, cast once for all names that are looked up in it.
  private enum Scope {
    case values([String: Any])
    case texts([String: String])
    case other(Any)

    init(_ value: Any) {
      // A dictionary of text may be cast to one of anything, but would be copied for it.
      if let texts = value as? [String: String], type(of: value) == [String: String].self {
        self = .texts(texts)
      } else if let values = value as? [String: Any] {
        self = .values(values)
      } else {
        self = .other(value)
      }
    }

    var value: Any {
      switch self {
      case .values(let values): values
      case .texts(let texts): texts
      case .other(let value): value
      }
    }

    func member(_ name: String) -> Any? {
      switch self {
      case .values(let values): values[name]
      case .texts(let texts): texts[name]
      case .other: nil
      }
    }
  }

  private let templates: [String: CompiledTemplate]
  private var scopes: [Scope]
  private var output: [UInt8] = []

  /// The expansion of the template `name`.
  static func text(
    of name: String, in templates: [String: CompiledTemplate], values: [String: Any]
  ) -> String {
    var expansion = QuickExpansion(templates: templates, scopes: [.values(values)])
    expansion.output.reserveCapacity(1 << 16)
    expansion.add(part: name)
    return String(decoding: expansion.output, as: UTF8.self)
  }

  private init(templates: [String: CompiledTemplate], scopes: [Scope]) {
    self.templates = templates
    self.scopes = scopes
  }

  private mutating func add(part name: String) {
    if let template = templates[name] { add(template.pieces) }
  }

  private mutating func add(_ pieces: [CompiledTemplate.Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let bytes): output += bytes
      case .value(let path):
        if let value = value(at: path) { add(value: value) }
      case .section(let path, let inner):
        if let value = value(at: path) { add(section: value, inner) }
      case .inverted(let path, let inner):
        if Self.isNothing(value(at: path)) { add(inner) }
      case .part(let name): add(part: name)
      }
    }
  }

  private mutating func add(section value: Any, _ inner: [CompiledTemplate.Piece]) {
    // Lists of rows come as what they are: seen as a list of anything they would be copied.
    if type(of: value) == [[String: Any]].self, let rows = value as? [[String: Any]] {
      for row in rows { add(inner, in: .values(row)) }
    } else if let flag = value as? Bool {
      if flag { add(inner) }
    } else if let list = value as? [Any] {
      for item in list { add(inner, in: Scope(item)) }
    } else {
      add(inner, in: Scope(value))
    }
  }

  private mutating func add(_ inner: [CompiledTemplate.Piece], in scope: Scope) {
    scopes.append(scope)
    add(inner)
    scopes.removeLast()
  }

  /// Text with what would be markup escaped.
  private mutating func add(value: Any) {
    var text = value as? String ?? "\(value)"
    text.withUTF8 { bytes in
      guard bytes.contains(where: MarkupText.isMarkup) else {
        return output.append(contentsOf: bytes)
      }
      for byte in bytes { MarkupText.append(byte, to: &output) }
    }
  }

  /// The value of a name: in the innermost scope that has its first part.
  private func value(at path: CompiledTemplate.Path) -> Any? {
    guard let name = path.first else { return scopes.last?.value }
    for index in scopes.indices.reversed() {
      guard var found = scopes[index].member(name) else { continue }
      for part in path.dropFirst() {
        guard let inner = Scope(found).member(part) else { return nil }
        found = inner
      }
      return found
    }
    return nil
  }

  private static func isNothing(_ value: Any?) -> Bool {
    guard let value else { return true }
    if let flag = value as? Bool { return !flag }
    return (value as? [Any])?.isEmpty ?? false
  }
}
