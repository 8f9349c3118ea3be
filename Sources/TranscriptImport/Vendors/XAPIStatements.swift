import Diagnostics
import TranscriptModel

/// xAPI statements (IEEE 9274.1.1): a list, one statement, or `{ "statements": [...] }`.
struct XAPIStatements {
  private static let voided = "http://adlnet.gov/expapi/verbs/voided"
  /// The kinds of context activities, each a column of its own.
  private static let kinds = ["parent", "grouping", "category", "other"]
  static let names: Set<String> = [
    "id", "actor", "actor home", "verb", "object", "object name", "object type", "timestamp",
    "stored", "score raw", "score scaled", "score min", "score max", "success", "completion",
    "competency", "parent", "grouping", "category", "other",
  ]

  static func matches(_ root: PolicyNode) -> Bool {
    statements(root).first.map { $0["actor"] != nil && $0["verb"] != nil } ?? false
  }

  private static func statements(_ root: PolicyNode) -> [PolicyNode] {
    root["statements"]?.items ?? root.items ?? [root]
  }

  /// The statements as records; what was imported of those that another one voids is withdrawn.
  ///
  /// A statement that voids one which is not in the file keeps a fault until what it voids is found
  /// on file. Competencies are looked for where `mapping` reads them.
  static func records(
    _ root: PolicyNode, of file: InputFile, by mapping: Mapping? = nil
  ) -> [FlatRecord] {
    let all = statements(root)
    let void = Set(
      all.filter { $0["verb"]?["id"]?.text == voided }
        .compactMap { $0["object"]?["id"]?.text }.map(folded))
    let here = Set(all.compactMap { $0["id"]?.text }.map(folded))
    let place = mapping?.names["competency"]?.first { names.contains($0) }
    return all.flatMap { statement -> [FlatRecord] in
      if statement["verb"]?["id"]?.text == voided { return [voiding(statement, here, file)] }
      let isVoid = void.contains(folded(statement["id"]?.text ?? ""))
      var seen: Set<String> = []
      let competencies = competencies(of: statement, in: place).filter { seen.insert($0).inserted }
      let found = competencies.isEmpty ? [nil] : competencies.map(Optional.some)
      return found.map { competency in
        var record = record(statement, competency, file)
        // A statement of several is a record for each.
        if let place, place != "competency", let competency { record.values[place] = competency }
        record.isWithdrawal = isVoid
        return record
      }
    }
  }

  /// The id of a statement, which is a UUID and so the same in either case (RFC 9562, 4); other ids
  /// stay as they are.
  static func folded(_ id: String) -> String {
    let isUUID =
      id.utf8.count == 36
      && id.utf8.allSatisfy {
        $0 == 0x2D || (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
      }
    return isUUID ? id.lowercased() : id
  }

  /// A voiding statement: of what is here, only its own record tells that it was read.
  private static func voiding(
    _ statement: PolicyNode, _ here: Set<String>, _ file: InputFile
  ) -> FlatRecord {
    let id = statement["object"]?["id"]?.text ?? ""
    let record = record(statement, nil, file)
    return voiding(record, isHere: here.contains(folded(id)))
  }

  /// The record with what it voids, if it is of a voiding statement.
  static func voiding(_ record: FlatRecord, isHere: Bool = false) -> FlatRecord {
    guard record.text("verb") == voided else { return record }
    var record = record
    let id = folded(record.text("object") ?? "")
    record.voids = id
    guard !isHere else { return record }
    record.fault = Diagnostic(
      .withdrawnBySource, at: record.location,
      "the statement voids \"\(id)\", of which neither the file nor the district holds anything",
      hint: "import the voided statement with it; or leave out voiding statements by a filter on"
        + " verb, if nothing of it was ever imported")
    return record
  }

  private static func record(
    _ node: PolicyNode, _ competency: String?, _ file: InputFile
  ) -> FlatRecord {
    let actor = node["actor"]
    let score = node["result"]?["score"]
    let definition = node["object"]?["definition"]
    var values: [String: String?] = [
      "id": node["id"]?.text.map(folded),
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
      "score min": score?["min"]?.text,
      "score max": score?["max"]?.text,
      "success": node["result"]?["success"]?.text,
      "completion": node["result"]?["completion"]?.text,
      "competency": competency,
    ]
    for kind in kinds {
      let ids = activities(node["context"], kind).compactMap { $0["id"]?.text }
      if !ids.isEmpty { values[kind] = ids.joined(separator: ";") }
    }
    let places = [
      "actor": actor?.location, "timestamp": node["timestamp"]?.location,
      "stored": node["stored"]?.location, "score raw": score?["raw"]?.location,
      "score scaled": score?["scaled"]?.location, "score min": score?["min"]?.location,
      "score max": score?["max"]?.location, "success": node["result"]?["success"]?.location,
      "object": node["object"]?.location,
    ]
    var record = FlatRecord(
      location: node.location, values: values.compactMapValues { $0 }, names: names, file: file)
    record.places = places.compactMapValues { $0 }
    return record
  }

  private static func activities(_ context: PolicyNode?, _ kind: String) -> [PolicyNode] {
    guard let found = context?["contextActivities"]?[kind] else { return [] }
    return found.items ?? [found]
  }

  // MARK: Competencies

  /// The competencies of a statement: the activities of one kind where a mapping reads these, else
  /// wherever profiles put them.
  private static func competencies(of statement: PolicyNode, in place: String?) -> [String] {
    let context = statement["context"]
    if let place, kinds.contains(place) {
      return activities(context, place).compactMap { $0["id"]?.text }
    }
    let object = statement["object"]
    if place == "object" { return [object?["id"]?.text].compactMap(\.self) }
    let extensions = [context, statement["result"], object?["definition"]].flatMap(extended)
    let typed = (kinds.flatMap { activities(context, $0) } + [object].compactMap(\.self)).filter(
      isCompetency)
    return extensions + typed.compactMap { $0["id"]?.text }
  }

  /// Extensions whose keys end in `competency`, of one value or several.
  private static func extended(_ node: PolicyNode?) -> [String] {
    let extensions = (node?["extensions"]?.members ?? []).filter {
      $0.key.lowercased().hasSuffix("competency") || $0.key.lowercased().hasSuffix("competencies")
    }
    return extensions.flatMap { $0.value.items ?? [$0.value] }.compactMap {
      $0.text ?? $0["id"]?.text
    }
  }

  /// Whether an activity is a competency, or an objective as ADL's vocabulary calls it
  /// (http://adlnet.gov/expapi/activities/objective).
  private static func isCompetency(_ activity: PolicyNode) -> Bool {
    guard let type = activity["definition"]?["type"]?.text?.lowercased() else { return false }
    return type.hasSuffix("competency") || type.hasSuffix("/objective")
  }
}
