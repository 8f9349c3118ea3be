/// Problems as SARIF 2.1.0 (OASIS), which editors and code-hosting sites show beside the lines.
///
/// Excerpts that may hold personal data are left out, always: such files travel.
public struct DiagnosticSARIF: Sendable {
  private let version: String

  /// Creates a renderer that names the program's version.
  public init(version: String) { self.version = version }

  /// One run with all problems; a rule for each code among them.
  public func log(_ diagnostics: [Diagnostic]) -> JSONValue {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let index = Dictionary(
      codes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let driver = JSONValue.object([
      "name": .text("mastery-transcript"), "version": .text(version),
      "rules": .list(codes.map(rule)),
    ])
    return .object([
      "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([
        .object([
          "tool": .object(["driver": driver]),
          "columnKind": .text("unicodeCodePoints"),
          "originalUriBaseIds": .object([
            "DISTRICT": .object([
              "description": .object(["text": .text("The district folder.")])
            ])
          ]),
          "results": .list(diagnostics.map { result($0, rule: index[$0.code] ?? 0) }),
        ])
      ]),
    ])
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    .object([
      "id": .text(code.name),
      "shortDescription": .object(["text": .text(code.summary)]),
      "help": .object(["text": .text(code.remedy)]),
      "defaultConfiguration": .object(["level": .text(code.severity.label)]),
    ])
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    let fix = diagnostic.hint.map { " Fix: \($0)" } ?? ""
    return .members([
      "ruleId": .text(diagnostic.code.name), "ruleIndex": .integer(rule),
      "level": .text(diagnostic.severity.label),
      "message": .object(["text": .text(diagnostic.message + fix)]),
      "locations": diagnostic.location.map {
        .list([.object(["physicalLocation": place($0, excerpt: diagnostic.excerpt)])])
      },
      "relatedLocations": diagnostic.related.isEmpty
        ? nil : .list(diagnostic.related.enumerated().map { related($0.element, id: $0.offset) }),
    ])
  }

  private func related(_ related: Diagnostic.Related, id: Int) -> JSONValue {
    .object([
      "id": .integer(id), "message": .object(["text": .text(related.message)]),
      "physicalLocation": place(related.location, excerpt: nil),
    ])
  }

  private func place(_ location: SourceLocation, excerpt: Excerpt?) -> JSONValue {
    let snippet = excerpt.flatMap { $0.isPersonal ? nil : $0.text }
    let region = JSONValue.members([
      "startLine": .integer(location.line),
      "startColumn": location.column > 0 ? .integer(location.column) : nil,
      "snippet": snippet.map { .object(["text": .text($0)]) },
    ])
    return .members([
      "artifactLocation": .object([
        "uri": .text(Self.uri(location.file)), "uriBaseId": .text("DISTRICT"),
      ]),
      "region": location.line > 0 ? region : nil,
    ])
  }

  /// A relative reference (RFC 3986): everything but unreserved characters and `/` is encoded.
  private static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return path.utf8.map { byte in
      guard !plain.contains(byte) else { return String(Unicode.Scalar(byte)) }
      let hex = String(byte, radix: 16, uppercase: true)
      return "%" + (hex.count == 1 ? "0" : "") + hex
    }.joined()
  }
}
