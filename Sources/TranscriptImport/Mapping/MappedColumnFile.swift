import Diagnostics
import TranscriptModel

/// Reads how one column is made: a column's name, or a mapping that says more.
struct MappedColumnFile {
  let target: String
  let problems: YAMLProblems
  let scales: [String: ScoreScale]
  /// The district's scale, where values become its levels.
  var levels: PerformanceScale?

  func column(_ node: PolicyNode, at location: SourceLocation) -> MappedColumn? {
    if let name = node.text { return fromColumns([name], node, at: location) }
    guard var map = YAMLMapping(node, name: target, problems) else { return nil }
    guard var column = source(&map, at: location) else {
      map.finish()
      return nil
    }
    column.isOptional = map.flag("optional") ?? false
    column.optionalNames = Set(map.texts("optional_columns").map(\.text))
    column.strip = map.text("strip")
    switch column.source {
    case .column, .firstOf: column.prefix = map.text("prefix")
    // Those have a prefix of their own.
    case .join, .digest, .constant: break
    }
    column.values = map.mapping("values").map { values($0) }
    column.keepsOthers = map.flag("keep_others") ?? false
    column.otherwise = map.text("otherwise") ?? (map.node["otherwise"]?.text == "" ? "" : nil)
    if let otherwise = column.otherwise {
      words.check(otherwise, map.node["otherwise"] ?? map.node)
    }
    column.isHTML = map.flag("html") ?? false
    column.date = date(&map)
    column.scale = scale(&map)
    column.scoreScales = map.mapping("score_scales").map { scoreScales($0) }
    column.isLabel = map.flag("labels") ?? false
    column.crosswalk = map.word("crosswalk", CrosswalkKind.self)
    column.isSASID = map.flag("sasid") ?? false
    column.listSeparator = map.text("list_separator")
    column.formerly = map.text("formerly")
    column.points = points(&map)
    map.finish()
    return column
  }

  private func source(_ map: inout YAMLMapping, at location: SourceLocation) -> MappedColumn? {
    if let node = map.value("column") {
      let names = node.items.map { $0.compactMap(\.text) } ?? [node.text].compactMap(\.self)
      return fromColumns(names, node, at: location)
    }
    if map.node["first_of"] != nil {
      let names = map.texts("first_of").map(\.text)
      return checked(names, map.node, .firstOf(names), at: location)
    }
    if let text = map.text("constant") {
      words.check(text, map.node["constant"] ?? map.node)
      return MappedColumn(target: target, source: .constant(text), location: location)
    }
    if map.node["join"] != nil {
      let names = map.texts("join").map(\.text)
      let with = map.text("with") ?? "-"
      let prefix = map.text("prefix") ?? ""
      return checked(names, map.node, .join(names, with: with, prefix: prefix), at: location)
    }
    if map.node["digest"] != nil {
      let names = map.texts("digest").map(\.text)
      let prefix = map.text("prefix") ?? ""
      return checked(names, map.node, .digest(names, prefix: prefix), at: location)
    }
    problems.report(
      .wrongType, at: location, "\(target) does not say where it comes from", marking: target,
      hint: "add one of column, first_of, constant, join, digest")
    return nil
  }

  private func fromColumns(
    _ names: [String], _ node: PolicyNode, at location: SourceLocation
  ) -> MappedColumn? {
    checked(names, node, .column(names), at: location)
  }

  /// A confidential column has no way in, whatever it is called here; a computed number is no evidence.
  private func checked(
    _ names: [String], _ node: PolicyNode, _ source: MappedColumn.Source,
    at location: SourceLocation
  ) -> MappedColumn? {
    for name in names where ConfidentialName.matches(name) {
      if target == "family_language", ConfidentialName.tellsFamilyLanguage(name) { continue }
      problems.report(
        .confidentialColumn, at: node.location, "the column \"\(name)\" is confidential",
        marking: name, hint: "remove it from the mapping; its cells are never read")
      return nil
    }
    if target == "level", let name = names.first(where: RollupName.matches) {
      problems.report(
        .vendorRollup, at: node.location, "the column \"\(name)\" holds a computed number",
        marking: name, hint: RollupName.hint)
      return nil
    }
    return MappedColumn(target: target, source: source, location: location)
  }

  private func values(_ map: YAMLMapping) -> [String: String] {
    var values: [String: String] = [:]
    for member in map.members {
      let text = member.value.text ?? ""
      values[member.key] = text
      words.check(text, member.value)
    }
    return values
  }

  /// What the cells of the column may hold.
  private var words: MappedWords { MappedWords(target: target, problems: problems, scale: levels) }

  private func points(_ map: inout YAMLMapping) -> (rating: String, possible: String)? {
    guard var points = map.mapping("points") else { return nil }
    let rating = points.requiredText("column")
    let possible = points.requiredText("of")
    points.finish()
    guard let rating, let possible else { return nil }
    return (rating, possible)
  }

  private func date(_ map: inout YAMLMapping) -> DatePattern? {
    let shift = shift(&map)
    let hasSummerTime = map.word("summer_time", SummerTime.self) == .us
    guard let node = map.value("date"), let text = map.text(of: node, "date") else { return nil }
    if let pattern = DatePattern(text, hoursFromUTC: shift, hasSummerTime: hasSummerTime) {
      return pattern
    }
    map.report(
      .unknownWord, node, "\"\(text)\" is not a way to write days",
      hint: "use YYYY, MM or M, DD or D, MMM for names, such as M/D/YYYY; or timestamp")
    return nil
  }

  private func shift(_ map: inout YAMLMapping) -> Int {
    guard let node = map.value("hours_from_utc") else { return 0 }
    if let hours = node.text.flatMap({ Int($0) }), (-12...14).contains(hours) { return hours }
    map.report(
      .notANumber, node, "hours_from_utc is not a whole number from -12 to 14",
      hint: "write -5 for Eastern Standard Time")
    return 0
  }

  /// For each of the source's score scales the name of a scale, or values.
  private func scoreScales(_ map: YAMLMapping) -> [String: ScoreScaleMap] {
    var found: [String: ScoreScaleMap] = [:]
    for member in map.members {
      if member.value.text == nil,
        let values = YAMLMapping(
          member.value, name: member.key, problems)
      {
        found[member.key] = .values(self.values(values))
      } else if let text = map.text(of: member.value, member.key),
        let scale = scale(named: text, member.value, map)
      {
        found[member.key] = .steps(scale)
      }
    }
    return found
  }

  private func scale(_ map: inout YAMLMapping) -> ScoreScale? {
    guard let node = map.value("scale"), let text = map.text(of: node, "scale") else { return nil }
    return scale(named: text, node, map)
  }

  private func scale(named text: String, _ node: PolicyNode, _ map: YAMLMapping) -> ScoreScale? {
    if let scale = scales[text] { return scale }
    map.report(
      .unknownWord, node, "there is no scale \"\(text)\" under scales",
      hint: NearestName.find(text, in: scales.keys.sorted()).map { "write \($0)" }
        ?? "declare it: scales: { \(text): [{ at_least: 90, level: EX }] }")
    return nil
  }
}

/// Whose rule of summer time counts.
private enum SummerTime: String, CaseIterable {
  case us
}

/// Names of numbers that a vendor computes from others: a report of the past, not evidence.
enum RollupName {
  static let hint =
    "export the single results instead: one row for each piece of work, with its own score and day"
  private static let words = [
    "average", "avg", "decay", "mean", "rollup", "roll-up", "power law", "powerlaw",
    "mastery score",
    "overall", "weighted", "cumulative", "final grade", "current grade", "trend", "mode of",
    "current score", "final score", "term grade", "term score", "quarter grade", "semester grade",
    "grade calc", "calculated", "proficiency estimate", "growth score", "highest score",
    "most recent", "running total", "period grade", "period score", "grade final",
  ]
  /// These count as whole words only: `Model` and `Modern` hold no mode.
  private static let wholeWords: Set<String> = ["gpa", "median", "mode", "ytd"]

  /// The grade of one of these is made of all that was shown in it.
  private static let terms: Set<String> = [
    "mp1", "mp2", "mp3", "mp4", "q1", "q2", "q3", "q4", "s1", "s2", "sem1", "sem2", "t1", "t2",
    "t3",
    "y1",
  ]

  static func matches(_ name: String) -> Bool {
    let parts = name.lowercased().split { $0 == "_" || $0 == " " }.map(String.init)
    let folded = parts.joined(separator: " ")
    return words.contains(where: folded.contains) || !wholeWords.isDisjoint(with: parts)
      || parts.contains("grade") && !terms.isDisjoint(with: parts)
  }
}
