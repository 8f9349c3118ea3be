import Diagnostics
import TranscriptModel

/// xAPI statements (IEEE 9274.1.1): a list, one statement, or `{ "statements": [...] }`.
struct XAPIStatements {
  private static let voided = "http://adlnet.gov/expapi/verbs/voided"
  static let names: Set<String> = [
    "id", "actor", "actor home", "verb", "object", "object name", "object type", "timestamp",
    "stored",
    "score raw", "score scaled", "score max", "success", "competency",
  ]

  static func matches(_ root: PolicyNode) -> Bool {
    statements(root).first.map { $0["actor"] != nil && $0["verb"] != nil } ?? false
  }

  private static func statements(_ root: PolicyNode) -> [PolicyNode] {
    root["statements"]?.items ?? root.items ?? [root]
  }

  /// The statements as records; what was imported of those that another one voids is withdrawn.
  ///
  /// A statement that voids one which is not in the file is set aside: of which competencies there
  /// are records, only the voided one says.
  static func records(_ root: PolicyNode, of file: InputFile) -> [FlatRecord] {
    let all = statements(root)
    let void = Set(
      all.filter { $0["verb"]?["id"]?.text == voided }.compactMap { $0["object"]?["id"]?.text })
    let here = Set(all.compactMap { $0["id"]?.text })
    return all.flatMap { statement -> [FlatRecord] in
      if statement["verb"]?["id"]?.text == voided {
        return voiding(statement, here, file).map { [$0] } ?? []
      }
      let isVoid = void.contains(statement["id"]?.text ?? "")
      let named = [statement["context"], statement["result"]].flatMap(competencies)
      var seen: Set<String> = []
      let competencies = named.filter { seen.insert($0).inserted }
      let found = competencies.isEmpty ? [nil] : competencies.map(Optional.some)
      return found.map { competency in
        var record = record(statement, competency, file)
        record.isWithdrawal = isVoid
        return record
      }
    }
  }

  /// A voiding statement whose object is not among those that are here.
  private static func voiding(
    _ statement: PolicyNode, _ here: Set<String>, _ file: InputFile
  ) -> FlatRecord? {
    let id = statement["object"]?["id"]?.text ?? ""
    guard !here.contains(id) else { return nil }
    var record = record(statement, nil, file)
    record.fault = Diagnostic(
      .withdrawnBySource, at: statement.location,
      "the statement voids \"\(id)\", which the file does not hold",
      hint: "import both in one file, or enter a correction with the status withdrawn")
    return record
  }

  private static func record(
    _ node: PolicyNode, _ competency: String?, _ file: InputFile
  ) -> FlatRecord {
    let actor = node["actor"]
    let score = node["result"]?["score"]
    let definition = node["object"]?["definition"]
    let values: [String: String?] = [
      "id": node["id"]?.text,
      "actor": actor?["account"]?["name"]?.text ?? actor?["mbox"]?.text,
      "actor home": actor?["account"]?["homePage"]?.text,
      "verb": node["verb"]?["id"]?.text,
      "object": node["object"]?["id"]?.text,
      "object name": definition?["name"]?.members?.first?.value.text,
      "object type": definition?["type"]?.text,
      "timestamp": node["timestamp"]?.text,
      "stored": node["stored"]?.text,
      "score raw": score?["raw"]?.text,
      "score scaled": score?["scaled"]?.text,
      "score max": score?["max"]?.text,
      "success": node["result"]?["success"]?.text,
      "competency": competency,
    ]
    let places = [
      "actor": actor?.location, "timestamp": node["timestamp"]?.location,
      "stored": node["stored"]?.location, "score raw": score?["raw"]?.location,
      "object": node["object"]?.location,
    ]
    var record = FlatRecord(
      location: node.location, values: values.compactMapValues { $0 }, names: names, file: file,
      kind: "xapi-statements")
    record.places = places.compactMapValues { $0 }
    return record
  }

  /// Extensions whose keys end in `competency`, of one value or several, and context activities of
  /// that type.
  private static func competencies(_ node: PolicyNode?) -> [String] {
    let extensions = (node?["extensions"]?.members ?? []).filter {
      $0.key.lowercased().hasSuffix("competency") || $0.key.lowercased().hasSuffix("competencies")
    }
    let activities = (node?["contextActivities"]?.members ?? []).flatMap {
      $0.value.items ?? [$0.value]
    }
    let typed = activities.filter {
      $0["definition"]?["type"]?.text?.lowercased().hasSuffix("competency") == true
    }
    return extensions.flatMap { $0.value.items ?? [$0.value] }.compactMap {
      $0.text ?? $0["id"]?.text
    }
      + typed.compactMap { $0["id"]?.text }
  }
}
