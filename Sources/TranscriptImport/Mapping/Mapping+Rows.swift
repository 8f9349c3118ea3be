import Diagnostics
import TranscriptModel

extension Mapping {
  /// Makes a row of ours of a record, unless the filters leave it out.
  func add(
    _ source: any SourceRecord, file: String, hash: String, context: MappingContext,
    to result: inout MappedRows
  ) {
    let missed = filters(where: source.has).filter { !$0.takes(source.text($0.column) ?? "") }
    let cause = missed.first { !$0.withdraws } ?? missed.first
    let isLeftOut = !source.isWithdrawal && cause != nil
    // Of what is left out nothing else matters, unless it calls back what was imported.
    if let cause, isLeftOut, !cause.withdraws || source.fault != nil {
      return result.leftOut.note(cause, source.text(cause.column) ?? "", at: source.location)
    }
    let isWithdrawal = source.isWithdrawal || isLeftOut
    if let fault = source.fault {
      noteUnused(source, context, &result)
      return result.reject(source, because: [fault])
    }
    let (cells, problems) = cells(of: source, context, &result)
    // Of what is called back only the key matters.
    guard problems.isEmpty || isWithdrawal else {
      noteUnused(source, context, &result)
      return result.reject(source, because: problems)
    }
    if !isWithdrawal { result.problems += doubts(about: source, cells["level"], context) }
    let provenance = Provenance(
      file: file, line: source.location.line, hash: hash, mapping: name, mappingVersion: version,
      firstPlace: context.mended.origin(of: file, line: source.location.line))
    var row = ImportedRow(
      table: table, cells: cells, provenance: provenance, original: source.shownBytes,
      header: source.shownHeader, encoding: source.encoding, isWithdrawal: isWithdrawal,
      origin: RowOrigin(record: source, names: names, nameColumn: studentName),
      formerID: formerly.flatMap { source.text($0) },
      personName: studentName.flatMap { source.text($0) })
    if let cause, isLeftOut { row.leftOutBy = (cause, source.text(cause.column) ?? "") }
    row.decided = decided(cells, of: source, context)
    result.rows.append(row)
  }

  /// The cells of ours that a record fills, and what is wrong with the others.
  private func cells(
    of source: any SourceRecord, _ context: MappingContext, _ result: inout MappedRows
  ) -> (cells: [String: String], problems: [Diagnostic]) {
    var cells: [String: String] = [:]
    var problems: [Diagnostic] = []
    for column in columns {
      let maker = CellMaker(
        column: column, context: context, system: name,
        isPersonal: table.isPersonal(column.target))
      switch maker.cell(of: source) {
      case .success(let text?):
        cells[column.target] = text
        if let given = column.given, given != text {
          result.keepOwn(column.target, given: given, at: source.location)
        }
      // A column that is there and says nothing empties ours; one that is not leaves it alone.
      case .success(nil):
        if let given = column.given {
          cells[column.target] = given
        } else if column.names.contains(where: source.fills) {
          cells[column.target] = ""
        }
      case .failure(let problem): problems.append(problem)
      }
    }
    return (cells, problems)
  }

  /// Notes whose row of students it is that cannot be used.
  private func noteUnused(
    _ source: any SourceRecord, _ context: MappingContext, _ result: inout MappedRows
  ) {
    guard table == .students, let column = column(for: "student_id") else { return }
    let maker = CellMaker(column: column, context: context, system: name, isPersonal: false)
    if case .success(let id?) = maker.cell(of: source) { result.unusedStudents.insert(id) }
  }

  /// What a record, or its rating, says against itself.
  private func doubts(
    about source: any SourceRecord, _ level: String?, _ context: MappingContext
  ) -> [Diagnostic] {
    let found = [
      (source as? FlatRecord)?.doubt, doubtfulRating(source, level, context),
      XAPIStatements.doubt(source, level, context),
    ]
    return found.compactMap(\.self)
  }

  /// Which of the columns that say whose a row is hold what a person has decided: by an entry of the
  /// crosswalk, or by a translation of the mapping.
  private func decided(
    _ cells: [String: String], of source: any SourceRecord, _ context: MappingContext
  ) -> Set<String> {
    var found: Set<String> = []
    for (target, kind) in [("student_id", CrosswalkKind.student), ("competency", .competency)] {
      guard let column = column(for: target), let ours = cells[target],
        let theirs = column.names.lazy.compactMap({ source.text($0) }).first
      else { continue }
      let isOurs = context.crosswalk.ours(kind, theirs, system: name) == ours
      if isOurs || column.values?[theirs] == ours { found.insert(target) }
    }
    return found
  }
}

extension Mapping {
  /// Whether a filter leaves a record out.
  func leavesOut(_ source: any SourceRecord) -> Bool {
    filters(where: source.has).contains { !$0.takes(source.text($0.column) ?? "") }
  }

  /// The columns that the mapping reads and the source does not have.
  func absentColumns(at location: SourceLocation, has: (String) -> Bool) -> [Diagnostic] {
    let absent = columns.filter { !$0.isOptional }.flatMap { column in
      let names: [String]
      switch column.source {
      case .column(let all), .firstOf(let all): names = all.contains(where: has) ? [] : [all[0]]
      // Without one of its columns an id would be that of other rows as well.
      case .join(let all, _, _), .digest(let all, _):
        names = all.filter { !has($0) && !column.optionalNames.contains($0) }
      case .constant: names = []
      }
      return names.map { (name: $0, what: column.target) }
    }
    let unfiltered = filters(where: has).filter { !$0.isOptional && !has($0.column) }
    let fixes =
      absent.map { (name: $0.name, what: $0.what, fix: "under \($0.what) in a mapping") }
      + unfiltered.map {
        (name: $0.column, what: "a filter", fix: "in a mapping, filters: [\($0.draft)],")
      }
    return fixes.map { name, what, fix in
      Diagnostic(
        .missingSourceColumn, at: location,
        "the file has no column \"\(name)\", which the mapping \(self.name) reads for \(what)",
        hint: "export the file with that column, or say \(fix) what the file calls it")
    }
  }

  /// A rating whose points are those of another level, where the points are on the district's scale.
  ///
  /// Points mean something else in every account, so they are compared only if as many can be had as
  /// the district has levels.
  func doubtfulRating(
    _ source: any SourceRecord, _ level: String?, _ context: MappingContext
  ) -> Diagnostic? {
    guard let names = column(for: "level")?.points, let level, let scale = context.scale,
      let index = scale.index(written: level), let highest = scale.levels.last?.number,
      let points = source.text(names.rating).flatMap({ Rational(decimal: $0) }),
      source.text(names.possible).flatMap({ Rational(decimal: $0) }) == highest,
      points != scale.levels[index].number
    else { return nil }
    return source.problem(
      .ratingAgainstPoints, names.rating,
      "the rating is the level \(level), which is \(scale.levels[index].number.fractionText) of"
        + " \(highest.fractionText), and its points are \(points.fractionText); the rating counts",
      hint: "correct in the source whichever of the two is wrong, and export it again",
      isPersonal: false)
  }
}

extension MappedRows {
  /// Sets a record of the source aside.
  mutating func reject(_ source: any SourceRecord, because found: [Diagnostic]) {
    problems += found
    rejected.append(
      RejectedRow(
        file: source.location.file, line: source.location.line, original: source.shownBytes,
        header: source.shownHeader, diagnostics: found, encoding: source.encoding,
        lineEnd: source.lineEnd))
  }
}
