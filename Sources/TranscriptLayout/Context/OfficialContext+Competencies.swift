import TranscriptModel

/// The competency record: every competency with its statement, its standards and its evidence.
extension OfficialContext {
  var details: Values {
    var sections = record.areas.filter { !$0.competencies.isEmpty }.map { area in
      detailSection(plain(area.title), area.competencies)
    }
    if !record.graduationCompetencies.isEmpty {
      sections.append(
        detailSection(
          phrases.text("section-graduation-competencies"), record.graduationCompetencies))
    }
    return ["key": levelKey, "growth": growth ?? false, "sections": sections]
  }

  private func detailSection(_ title: String, _ competencies: [RecordCompetency]) -> Values {
    let met = competencies.filter { $0.status.satisfies }.count
    return [
      "title": title, "continued": phrases.text("continued", ["title": title]),
      "note": phrases.text(
        "competencies-met", ["met": "\(met)", "total": "\(competencies.count)"]),
      "rows": competencies.enumerated().map { index, competency in
        var row = areaRow(competency)
        row["space"] = index == 0 ? "0" : "6"
        row["statement"] = statement(competency)
        return row
      },
    ]
  }

  /// A code that begins like its framework's name says it already.
  private static func standard(_ alignment: TranscriptModel.Alignment) -> String {
    let framework = plain(alignment.framework)
    let code = plain(alignment.code)
    let whole = unbroken(code)
    return code.hasPrefix(framework.prefix(4)) ? whole : "\(unbroken(framework))\u{A0}\(whole)"
  }

  /// A code that no line end parts: who looks for it finds it in one piece.
  private static func unbroken(_ code: String) -> String {
    code.replacing(" ", with: "\u{A0}").reduce(into: "") { text, character in
      text.append(character)
      if "-.:/".contains(character) { text.append("\u{2060}") }
    }
  }

  /// Statement, standards and evidence in one paragraph.
  private func statement(_ competency: RecordCompetency) -> String {
    var parts = [plain(competency.statement)]
    if !competency.alignments.isEmpty {
      let codes = competency.alignments.map(Self.standard)
      parts.append(phrases.text("standards", ["codes": codes.joined(separator: ", ")]) + ".")
    }
    if let place = competency.shownIn { parts.append(plain(place) + ".") }
    if competency.counted > 0 {
      parts.append(
        phrases.text("evidence-counted", ["count": "\(competency.counted)"]) + ".")
    }
    return parts.joined(separator: " ")
  }
}
