import Diagnostics
import TranscriptModel

extension OneRosterSet {
  /// A result for each learning objective that it names, or that its line item does; those that the
  /// set calls back as withdrawals.
  var results: [FlatRecord] {
    let links = ObjectiveLinks(self)
    return all("results").flatMap { result -> [FlatRecord] in
      let isVoid = rows["lineItems"]?.deletedByID[result.text("lineItemSourcedId") ?? ""] != nil
      if isVoid { return links.everNamed(by: result).map { self.result(result, $0, true) } }
      let gone = links.calledBack(by: result).map { self.result(result, $0, true) }
      let objectives = links.named(by: result)
      guard let fault = fault(of: result, objectives, hasWithdrawals: !gone.isEmpty) else {
        return objectives.map { self.result(result, $0, false) } + gone
      }
      var record = self.result(result, nil, false)
      record.fault = fault
      return [record] + gone
    }
      + deleted("results").flatMap { result in
        links.everNamed(by: result).map { self.result(result, $0, true) }
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
    guard objectives.isEmpty, !hasWithdrawals else { return nil }
    return result.problem(
      .missingCell, "lineItemSourcedId",
      "neither the result nor its line item names a learning objective",
      hint: "name it in resultLearningObjectiveIds.csv or lineItemLearningObjectiveIds.csv",
      isPersonal: false)
  }

  private func result(
    _ result: SourceRow, _ objective: SourceRow?, _ isWithdrawal: Bool
  ) -> FlatRecord {
    let item = anyRow("lineItems", result.text("lineItemSourcedId"))
    let user = anyRow("users", result.text("studentSourcedId"))
    let score =
      objective?.text("textScore") ?? objective?.text("score") ?? result.text("textScore")
      ?? result.text("score")
    var found = record(
      result,
      [
        "sourcedId": result.text("sourcedId"), "objective": objective?.text("learningObjectiveId"),
        "student": user?.text("identifier") ?? result.text("studentSourcedId"),
        "score": score, Self.share: percent(score, item),
        "points possible": item?.text("resultValueMax"),
        "scoreStatus": result.text("scoreStatus"), "scoreDate": result.text("scoreDate"),
        "dateLastModified": result.text("dateLastModified"), "title": item?.text("title"),
        "category": row("categories", item?.text("categorySourcedId"))?.text("title"),
      ], withdrawing: isWithdrawal)
    found.cells = ["student": (result, "studentSourcedId")]
    if let objective { found.cells["objective"] = (objective, "learningObjectiveId") }
    if let item { found.cells["title"] = (item, "title") }
    let place = [objective, result].compactMap(\.self).flatMap { row in
      ["textScore", "score"].map { (row: row, column: $0) }
    }.first { $0.row.text($0.column) != nil }
    if let place { found.cells["score"] = place }
    return found
  }

  /// The column for the share of the points, in hundredths.
  static let share = "percent"

  /// The share of the line item's points in hundredths, exactly; `nil` where the set does not say
  /// how many there are.
  private func percent(_ score: String?, _ item: SourceRow?) -> String? {
    guard let score = score.flatMap({ Rational(text: $0) }),
      let most = item?.text("resultValueMax").flatMap({ Rational(text: $0) }), most > .zero,
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
