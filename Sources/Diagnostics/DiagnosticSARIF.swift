/// Renders problems as SARIF 2.1.0, the format that editors and review tools read.
public struct DiagnosticSARIF: Sendable {
  private let showsPersonal: Bool

  /// Creates a renderer; personal excerpts are left out unless `showsPersonal` is set.
  public init(showsPersonal: Bool = false) { self.showsPersonal = showsPersonal }

  /// One run of the tool with all its results, in the order given.
  public func log(_ diagnostics: [Diagnostic], version: String) -> JSONValue {
    let codes = Set(diagnostics.map(\.code)).sorted()
    return .object([
      "version": .text("2.1.0"),
      "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
      "runs": .list([
        .object([
          "tool": .object([
            "driver": .object([
              "name": .text("mastery-transcript"), "version": .text(version),
              "rules": .list(codes.map(rule)),
            ])
          ]),
          // Columns are counted in Unicode scalars everywhere in this product.
          "columnKind": .text("unicodeCodePoints"),
          "results": .list(diagnostics.map(result)),
        ])
      ]),
    ])
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    .object([
      "id": .text(code.name), "shortDescription": message(code.summary),
      "help": message(code.remedy),
      "defaultConfiguration": .object(["level": .text(code.severity.label)]),
    ])
  }

  private func message(_ text: String) -> JSONValue { .object(["text": .text(text)]) }

  private func result(_ diagnostic: Diagnostic) -> JSONValue {
    let fix = diagnostic.hint.map { ". Fix: \($0)" } ?? ""
    return .members([
      "ruleId": .text(diagnostic.code.name),
      "level": .text(diagnostic.severity.label),
      "message": message(diagnostic.message + fix),
      "locations": diagnostic.location.map { .list([place($0, diagnostic.excerpt, nil)]) },
      "relatedLocations": diagnostic.related.isEmpty
        ? nil : .list(diagnostic.related.map { place($0.location, nil, $0.message) }),
    ])
  }

  private func place(
    _ location: SourceLocation, _ excerpt: Excerpt?, _ text: String?
  ) -> JSONValue {
    let shown = excerpt.flatMap { $0.isPersonal && !showsPersonal ? nil : $0 }
    let region = location.line > 0 ? region(location, shown) : nil
    return .members([
      "physicalLocation": .members([
        "artifactLocation": .object(["uri": .text(Self.uri(location.file))]),
        "region": region,
      ]),
      "message": text.map(message),
    ])
  }

  private func region(_ location: SourceLocation, _ excerpt: Excerpt?) -> JSONValue {
    .members([
      "startLine": .integer(location.line),
      "startColumn": location.column > 0 ? .integer(location.column) : nil,
      "snippet": excerpt.map { message($0.text) },
    ])
  }

  /// RFC 3986: everything but unreserved characters and `/` is percent-encoded.
  private static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      if isPlain || "-._~/".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return text
  }
}
