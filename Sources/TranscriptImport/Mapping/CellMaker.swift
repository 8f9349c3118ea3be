import Diagnostics
import TranscriptModel

/// Makes one of our cells from a row of someone else's.
struct CellMaker {
  let column: MappedColumn
  let context: MappingContext
  /// Whose codes they are, for the crosswalk.
  let system: String
  /// Whether what stands in the source may be shown only when asked for.
  let isPersonal: Bool

  /// The cell; `nil` when the source says nothing.
  func cell(of row: any SourceRecord) -> Result<String?, Diagnostic> {
    switch column.source {
    case .constant(let text): return .success(text)
    case .join(let names, let with, let prefix):
      let parts = names.compactMap { row.text($0) }
      return .success(parts.isEmpty ? nil : prefix + parts.joined(separator: with))
    case .digest(let names, let prefix):
      // U+001F keeps "a" + "bc" apart from "ab" + "c"; an optional column that is not
      // there is as an empty one.
      let parts = names.map { row.text($0) ?? "" }.joined(separator: "\u{1F}")
      return .success(prefix + SHA256.hex(Array(parts.utf8)).prefix(16))
    case .column(let names): return cell(of: row, names.first { row.has($0) })
    case .firstOf(let names):
      return cell(of: row, names.first { row.text($0) != nil } ?? names.first { row.has($0) })
    }
  }

  private func cell(
    of row: any SourceRecord, _ name: String?
  ) -> Result<String?, Diagnostic> {
    guard let name else { return .success(nil) }
    if let text = row.text(name) {
      let made = translated(text, row, name)
      guard let prefix = column.prefix else { return made }
      return made.map { $0.map { prefix + $0 } }
    }
    return .success(column.values?[""].flatMap { $0.isEmpty ? nil : $0 })
  }

  private func translated(
    _ text: String, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    if let separator = column.listSeparator {
      let items = text.components(separatedBy: separator)
      var texts: [String] = []
      for item in items {
        switch single(item, row, name) {
        case .success(let text): texts += [text].compactMap(\.self)
        case .failure(let problem): return .failure(problem)
        }
      }
      return .success(texts.joined(separator: ";"))
    }
    return single(text, row, name)
  }

  private func single(
    _ text: String, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    var text = column.isHTML ? HTMLText.plain(text) : text
    if let strip = column.strip, text.hasPrefix(strip) { text.removeFirst(strip.count) }
    if let known = column.values?[text] { return .success(known.isEmpty ? nil : known) }
    if let kind = crosswalk, let ours = context.crosswalk.ours(kind, text, system: system) {
      return .success(ours)
    }
    if let otherwise = column.otherwise { return .success(otherwise.isEmpty ? nil : otherwise) }
    if let pattern = column.date { return day(text, pattern, row, name) }
    if let result = onScoreScale(text, row, name) { return result }
    if let scale = column.scale {
      return ofAnotherTotal(text, scale, row, name) ?? level(text, scale, row, name)
    }
    if column.isSASID { return student(text, row, name) }
    if column.isLabel { return label(text, row, name) }
    if column.values != nil, !column.keepsOthers {
      return fail(
        row, name, .unmappedValue,
        "the value \(isPersonal || text.utf8.count > 60 ? "" : "\"\(text)\" ")has no translation to"
          + " \(column.target)",
        "add it under values of \(column.target) in the mapping")
    }
    if column.isPlainLevel,
      Rational(decimal: text.hasSuffix("%") ? text.dropLast() : text[...]) != nil
    {
      let place = column.location.map { " (\($0.file):\($0.line))" } ?? ""
      return fail(
        row, name, .unmappedScore,
        "\(name) holds numbers, and the mapping says no level for them",
        "declare a scale under scales and name it at level\(place): { column: …, scale: … }; or"
          + " values")
    }
    return .success(text)
  }

  /// Whose student is whose a person may decide for every file, whatever its mapping says.
  private var crosswalk: CrosswalkKind? {
    column.crosswalk ?? (column.target == "student_id" ? .student : nil)
  }

  private func day(
    _ text: String, _ pattern: DatePattern, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    if let day = pattern.date(text) { return .success(day.isoText) }
    return fail(
      row, name, .notADate, "\(name) is not a day as the mapping says that it is written",
      "correct date in the mapping, or the cell")
  }

  private func level(
    _ text: String, _ scale: ScoreScale, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    let number = text.hasSuffix("%") ? String(text.dropLast().trimmingSpaces) : text
    // A share that the reader of a set worked out itself is exact, and so may be a fraction.
    let isOurs = row is FlatRecord && name == OneRosterSet.share
    guard let score = isOurs ? Rational(text: number) : Rational(decimal: number) else {
      let isFraction = Rational(text: number) != nil
      return fail(
        row, name, .notANumber,
        isFraction ? "\(name) is a fraction, not a score" : "\(name) is not a number",
        isFraction
          ? "write the score itself, or map each fraction by values"
          : "correct the cell, or map it by values")
    }
    if let highest = scale.highest, score > highest {
      return fail(
        row, name, .unmappedScore,
        "\(name) is above \(highest.fractionText), the highest score of the scale",
        "correct the score, or the scale's highest in the mapping")
    }
    if let level = scale.level(of: score) { return .success(level) }
    return fail(
      row, name, .unmappedValue, "the score is below every step of the scale",
      "add a step from 0 to the scale, or leave such rows out by a filter")
  }

  /// The refusal of a score that the row says is of another number of points than the scale; a share
  /// of them means the same in each.
  private func ofAnotherTotal(
    _ text: String, _ scale: ScoreScale, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic>? {
    guard !text.hasSuffix("%"), let highest = scale.highest,
      let column = column.total(of: name), let written = row.text(column)
    else { return nil }
    let total = Rational(decimal: written)
    guard total != highest else { return nil }
    return fail(
      row, column, .unmappedScore,
      "\(column) \(total == nil ? "is not a number" : "is \(written)"), and the scale of the mapping is"
        + " of \(highest.fractionText)",
      "leave such rows out by a filter, { column: \(column), is: [\"\(highest.fractionText)\"] }, and"
        + " import them by a mapping with a scale of their own")
  }

  /// A score on a score scale that the source names, by the map declared for that scale; `nil` where
  /// the source names none, or the mapping has no such maps.
  private func onScoreScale(
    _ text: String, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic>? {
    guard let maps = column.scoreScales, let title = row.text(OneRosterSet.scaleTitle) else {
      return nil
    }
    let map = maps[title] ?? row.text(OneRosterSet.scaleID).flatMap { maps[$0] }
    switch map {
    case .steps(let scale): return level(text, scale, row, name)
    case .values(let values):
      if let known = values[text] { return .success(known.isEmpty ? nil : known) }
      return fail(
        row, name, .unmappedValue,
        "the score has no level in the map of the score scale \"\(title)\"",
        "add it under score_scales of \(column.target) in the mapping")
    case nil: return fail(row, name, undeclared(title))
    }
  }

  private typealias Refusal = (message: String, hint: String)

  private func undeclared(_ title: String) -> Refusal {
    (
      "the score is on the score scale \"\(title)\", for which no map to levels is declared",
      "declare one under score_scales of level in a mapping: \"\(title)\": { SCORE: LEVEL }"
    )
  }

  private func fail(
    _ row: any SourceRecord, _ name: String, _ refusal: Refusal
  ) -> Result<String?, Diagnostic> {
    fail(row, name, .unmappedScore, refusal.message, refusal.hint)
  }

  private func label(
    _ text: String, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    if let code = context.level(labelled: text) { return .success(code) }
    if let title = row.text(OneRosterSet.scaleTitle) { return fail(row, name, undeclared(title)) }
    let labels = context.scale?.levels.map(\.label).joined(separator: ", ") ?? ""
    if let points = row.text("points possible"), Rational(text: text) != nil {
      return fail(
        row, name, .unmappedScore,
        "the score is a number of points, of \(points) that the line item gives, and no map to"
          + " levels is declared",
        "declare a scale in a mapping, over the column percent or, where all work has the same"
          + " points, over score")
    }
    return fail(
      row, name, .unmappedScore,
      "the rating is not a label of the district's levels, and no map to them is declared",
      "declare one: values or scale of level in a mapping (the labels are \(labels))")
  }

  private func student(
    _ text: String, _ row: any SourceRecord, _ name: String
  ) -> Result<String?, Diagnostic> {
    if let id = context.studentBySASID[text] { return .success(id) }
    if let fault = StateID.fault(in: text) {
      return fail(row, name, .malformedSASID, fault.message, fault.hint)
    }
    let near = context.students(nearSASID: text)
    let ids = near.map { "\"\($0.id)\"" }.joined(separator: " and ")
    let problem = row.problem(
      .unknownStudent, name,
      "no student has this SASID"
        + (near.isEmpty ? "" : "; it is \(near[0].distance) that of \(ids)"),
      hint: "check it where it comes from, or settle it in mappings/crosswalk.csv",
      isPersonal: true)
    return .failure(
      problem.adding(near.map { .init("the student \"\($0.id)\"", at: $0.place) }))
  }

  private func fail(
    _ row: any SourceRecord, _ name: String, _ code: DiagnosticCode, _ message: String,
    _ hint: String
  ) -> Result<String?, Diagnostic> {
    .failure(
      row.problem(code, name, message, hint: hint, isPersonal: isPersonal || column.isSASID))
  }
}

extension String {
  /// The parts between occurrences of `separator`, without outer spaces; empty ones left out.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }
}
