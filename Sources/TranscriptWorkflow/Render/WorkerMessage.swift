import Diagnostics
import TranscriptImport
import TranscriptModel
import TranscriptPESC

/// What a worker process says of one student: the line and what was sent, as JSON.
enum WorkerMessage {
  /// The message of a result; documents themselves stay where they are.
  static func bytes(_ result: StudentWork.Result) -> [UInt8] {
    JSONValue.members([
      "student": .text(result.line.student.code),
      "outcome": .text(result.line.outcome.rawValue),
      "files": .list(result.line.files.map(JSONValue.text)),
      "reasons": .list(result.line.reasons.map(json)),
      "sent": .list(result.sent.map(json)),
    ]).canonicalBytes
  }

  /// The result that a message tells; `nil` when it is not one of ours.
  static func result(_ bytes: [UInt8]) -> StudentWork.Result? {
    guard let node = try? JSONFile.read(bytes, path: "worker"),
      let student = node["student"]?.text, let outcome = node["outcome"]?.text,
      let outcome = BatchSummary.Outcome(rawValue: outcome)
    else { return nil }
    let line = BatchSummary.Line(
      student: Identifier(student), outcome: outcome,
      files: (node["files"]?.items ?? []).compactMap(\.text),
      reasons: (node["reasons"]?.items ?? []).compactMap(diagnostic))
    return (line, (node["sent"]?.items ?? []).compactMap(sent))
  }

  private static func json(_ sent: SentDocument) -> JSONValue {
    .members([
      "path": .text(sent.path), "class": .integer(sent.classOf), "control": sent.control.json,
    ])
  }

  private static func sent(_ node: PolicyNode) -> SentDocument? {
    guard let path = node["path"]?.text, let year = node["class"]?.number,
      let control = node["control"].flatMap(PESCControl.init(file:))
    else { return nil }
    return SentDocument(path: path, classOf: year, control: control, document: nil)
  }
}

extension WorkerMessage {
  private static func json(_ problem: Diagnostic) -> JSONValue {
    .members([
      "code": .members([
        "name": .text(problem.code.name), "severity": .integer(problem.code.severity.rawValue),
        "summary": .text(problem.code.summary), "remedy": .text(problem.code.remedy),
      ]),
      "message": .text(problem.message), "location": problem.location.map(json),
      "excerpt": problem.excerpt.map(json), "hint": problem.hint.map(JSONValue.text),
      "related": .list(
        problem.related.map {
          .members(["message": .text($0.message), "location": json($0.location)])
        }),
    ])
  }

  private static func json(_ place: SourceLocation) -> JSONValue {
    .members([
      "file": .text(place.file), "line": .integer(place.line), "column": .integer(place.column),
    ])
  }

  private static func json(_ excerpt: Excerpt) -> JSONValue {
    .members([
      "text": .text(excerpt.text), "start": .integer(excerpt.markStart),
      "length": .integer(excerpt.markLength), "personal": .integer(excerpt.isPersonal ? 1 : 0),
    ])
  }

  private static func diagnostic(_ node: PolicyNode) -> Diagnostic? {
    guard let code = node["code"], let name = code["name"]?.text,
      let severity = code["severity"]?.number.flatMap(Severity.init(rawValue:)),
      let summary = code["summary"]?.text, let remedy = code["remedy"]?.text,
      let message = node["message"]?.text
    else { return nil }
    return Diagnostic(
      DiagnosticCode(name, severity, summary: summary, remedy: remedy),
      at: node["location"].flatMap(location), message, excerpt: node["excerpt"].flatMap(excerpt),
      hint: node["hint"]?.text,
      related: (node["related"]?.items ?? []).compactMap { related in
        guard let message = related["message"]?.text,
          let place = related["location"].flatMap(location)
        else { return nil }
        return Diagnostic.Related(message, at: place)
      })
  }

  private static func location(_ node: PolicyNode) -> SourceLocation? {
    guard let file = node["file"]?.text, let line = node["line"]?.number,
      let column = node["column"]?.number
    else { return nil }
    return SourceLocation(file: file, line: line, column: column)
  }

  private static func excerpt(_ node: PolicyNode) -> Excerpt? {
    guard let text = node["text"]?.text, let start = node["start"]?.number,
      let length = node["length"]?.number
    else { return nil }
    return Excerpt(
      text: text, markStart: start, markLength: length,
      isPersonal: node["personal"]?.number != 0)
  }
}

extension PolicyNode {
  fileprivate var number: Int? { text.flatMap { Int($0) } }
}
