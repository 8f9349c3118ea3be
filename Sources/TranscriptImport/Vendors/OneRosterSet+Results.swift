import Diagnostics
import TranscriptModel

extension OneRosterSet {
  /// A result for each learning objective that it names, or that its line item does; those that the
  /// set calls back as withdrawals.
  var results: [FlatRecord] {
    let links = ObjectiveLinks(self)
    let scales = ScoreScaleLinks(self)
    return all("results").flatMap { result -> [FlatRecord] in
      let isVoid = rows["lineItems"]?.deletedByID[result.text("lineItemSourcedId") ?? ""] != nil
      if isVoid { return links.everNamed(by: result).map { self.result(result, $0, scales, true) } }
      let gone = links.calledBack(by: result).map { self.result(result, $0, scales, true) }
      let objectives = links.named(by: result)
      guard let fault = fault(of: result, objectives, hasWithdrawals: !gone.isEmpty) else {
        return objectives.map { self.result(result, $0, scales, false) } + gone
      }
      var record = self.result(result, nil, scales, false)
      record.fault = fault
      return [record] + gone
    }
      + deleted("results").flatMap { result in
        links.everNamed(by: result).map { self.result(result, $0, scales, true) }
      }
  }

  /// Why a result cannot be evidence of anything.
  private func fault(
    of result: SourceRow, _ objectives: [SourceRow], hasWithdrawals: Bool
  ) -> Diagnostic? {
    let item = result.text("lineItemSourcedId") ?? ""
    if row("lineItems", item) == nil {
      return result.problem(
        .unmappedValue, "lineItemSourcedId",
        "the result's line item \"\(item)\" is not in lineItems.csv",
        hint: "export the whole set again, or remove the result", isPersonal: false)
    }
    if let fault = unknownUser(result, "studentSourcedId") { return fault }
    let score = result.text("textScore") ?? result.text("score")
    if isMissing(result), score.map({ Rational(text: $0) != .zero }) == true {
      return result.problem(
        .unmappedValue, "missing", "the result is marked as missing and has a score",
        hint: "clear the mark, or the score", isPersonal: false)
    }
    if let fault = outOfRange(result) { return fault }
    guard objectives.isEmpty, !hasWithdrawals else { return nil }
    return result.problem(
      .missingCell, "lineItemSourcedId",
      "neither the result nor its line item names a learning objective",
      hint: "name it in resultLearningObjectiveIds.csv or lineItemLearningObjectiveIds.csv",
      isPersonal: false)
  }

  /// Why the user of a row cannot be found: the set has users, and not this one.
  func unknownUser(_ row: SourceRow, _ column: String) -> Diagnostic? {
    guard let table = rows["users"], let id = row.text(column), anyRow("users", id) == nil else {
      return nil
    }
    return row.problem(
      .unmappedValue, column, "the user \"\(id)\" is not in \(table.path) of the set",
      hint: "export the whole set again, or remove the row", isPersonal: true)
  }

  /// A score that its line item does not allow.
  private func outOfRange(_ result: SourceRow) -> Diagnostic? {
    guard let item = row("lineItems", result.text("lineItemSourcedId")),
      let score = result.text("score").flatMap({ Rational(text: $0) })
    else { return nil }
    let number = { (name: String) in item.text(name).flatMap { Rational(text: $0) } }
    let isAbove = number("resultValueMax").map { score > $0 } ?? false
    let isBelow = number("resultValueMin").map { score < $0 } ?? false
    guard isAbove || isBelow else { return nil }
    return result.problem(
      .unmappedValue, "score",
      "the score is \(isAbove ? "above the most" : "below the least") that its line item allows",
      hint:
        "correct the score, or \(isAbove ? "resultValueMax" : "resultValueMin") of the line item",
      isPersonal: false)
  }

  /// A missed task is not a low score, whatever number a gradebook keeps for it.
  private func isMissing(_ result: SourceRow) -> Bool {
    result.text("missing")?.lowercased() == "true"
  }

  private func scoreStatus(_ result: SourceRow) -> String? {
    isMissing(result) ? "not submitted" : result.text("scoreStatus")
  }

  /// Marks of work that is under way; of a missed task they say nothing more.
  private func mark(_ name: String, of result: SourceRow) -> String? {
    isMissing(result) ? nil : result.text(name)?.lowercased()
  }

  private func result(
    _ result: SourceRow, _ objective: SourceRow?, _ scales: ScoreScaleLinks, _ isWithdrawal: Bool
  ) -> FlatRecord {
    let scaleID = scales.scale(of: result)
    let scale = anyRow("scoreScales", scaleID)
    let item = anyRow("lineItems", result.text("lineItemSourcedId"))
    let user = anyRow("users", result.text("studentSourcedId"))
    let score =
      isMissing(result)
      ? nil
      : objective?.text("textScore") ?? objective?.text("score") ?? result.text("textScore")
        ?? result.text("score")
    var found = record(
      result,
      [
        "sourcedId": result.text("sourcedId"), "objective": objective?.text("learningObjectiveId"),
        "student": user?.text("identifier") ?? result.text("studentSourcedId"),
        "student name": Self.name(of: user), "score": score, Self.share: percent(score, item),
        "points possible": item?.text("resultValueMax"),
        "scoreStatus": scoreStatus(result), "inProgress": mark("inProgress", of: result),
        "incomplete": mark("incomplete", of: result), "scoreDate": result.text("scoreDate"),
        "dateLastModified": result.text("dateLastModified"), "title": item?.text("title"),
        "category": row("categories", item?.text("categorySourcedId"))?.text("title"),
        Self.scaleTitle: scale?.text("title") ?? scaleID, Self.scaleID: scaleID,
      ], withdrawing: isWithdrawal)
    found.cells = ["student": (result, "studentSourcedId")]
    if let objective { found.cells["objective"] = (objective, "learningObjectiveId") }
    if let user { found.cells["student name"] = (user, "familyName") }
    if let item { found.cells["title"] = (item, "title") }
    let place = [objective, result].compactMap(\.self).flatMap { row in
      ["textScore", "score"].map { (row: row, column: $0) }
    }.first { $0.row.text($0.column) != nil }
    if let place { (found.cells["score"], found.cells[Self.share]) = (place, place) }
    return found
  }

  /// The column for the share of the points, in hundredths.
  static let share = "percent"

  /// The name of a user in its natural order.
  static func name(of user: SourceRow?) -> String? {
    let parts = ["givenName", "middleName", "familyName"].compactMap { user?.text($0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The names of the score scale and of its id, where the set says on which one a score is.
  static let scaleTitle = "score scale"
  static let scaleID = "score scale id"

  /// The share of the line item's points in hundredths, exactly; `nil` where the set does not say
  /// how many there are.
  private func percent(_ score: String?, _ item: SourceRow?) -> String? {
    // What is no number is told as such, at its cell.
    guard let text = score, let score = Rational(text: text) else { return score }
    guard let most = item?.text("resultValueMax").flatMap({ Rational(text: $0) }), most > .zero,
      (item?.text("resultValueMin").flatMap { Rational(text: $0) } ?? .zero) == .zero
    else { return nil }
    return (score * Rational(100)).divided(by: most)?.exactText
  }
}

/// Which learning objectives results have.
private struct ObjectiveLinks {
  private let own: [String: [SourceRow]]
  private let items: [String: [SourceRow]]
  private let goneOwn: [String: [SourceRow]]
  private let goneItems: [String: [SourceRow]]

  init(_ set: OneRosterSet) {
    own = Self.grouped(set.all("resultLearningObjectiveIds"), "resultSourcedId")
    items = Self.grouped(set.all("lineItemLearningObjectiveIds"), "lineItemSourcedId")
    goneOwn = Self.grouped(set.deleted("resultLearningObjectiveIds"), "resultSourcedId")
    goneItems = Self.grouped(set.deleted("lineItemLearningObjectiveIds"), "lineItemSourcedId")
  }

  private static func grouped(_ rows: [SourceRow], _ column: String) -> [String: [SourceRow]] {
    Dictionary(grouping: rows) { $0.text(column) ?? "" }
  }

  /// Those of the result itself, or else of its line item.
  func named(by result: SourceRow) -> [SourceRow] {
    let named = own[result.text("sourcedId") ?? ""] ?? []
    return named.isEmpty ? items[result.text("lineItemSourcedId") ?? ""] ?? [] : named
  }

  /// Those that it named once and that are to be deleted, as far as nothing names them still.
  func calledBack(by result: SourceRow) -> [SourceRow] {
    let kept = Set(named(by: result).compactMap { $0.text("learningObjectiveId") })
    let gone =
      (goneOwn[result.text("sourcedId") ?? ""] ?? [])
      + (goneItems[result.text("lineItemSourcedId") ?? ""] ?? [])
    return gone.filter { !kept.contains($0.text("learningObjectiveId") ?? "") }
  }

  func everNamed(by result: SourceRow) -> [SourceRow] { named(by: result) + calledBack(by: result) }
}

/// Which score scales results are on: `resultScoreScales` before `lineItemScoreScales`.
private struct ScoreScaleLinks {
  private let own: [String: String]
  private let items: [String: String]

  init(_ set: OneRosterSet) {
    own = Self.links(set.all("resultScoreScales"), "resultSourcedId")
    items = Self.links(set.all("lineItemScoreScales"), "lineItemSourcedId")
  }

  private static func links(_ rows: [SourceRow], _ column: String) -> [String: String] {
    var links: [String: String] = [:]
    for row in rows {
      guard let from = row.text(column), let scale = row.text("scoreScaleSourcedId") else {
        continue
      }
      if links[from] == nil { links[from] = scale }
    }
    return links
  }

  func scale(of result: SourceRow) -> String? {
    result.text("sourcedId").flatMap { own[$0] }
      ?? result.text("lineItemSourcedId").flatMap { items[$0] }
  }
}
