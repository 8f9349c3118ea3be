import Diagnostics
import TranscriptModel

/// Reads a table through a mapping.
struct MappingReader {
  let mapping: Mapping
  let context: MappingContext
  let limits: ImportLimits

  /// All rows of a table.
  func read(_ file: InputFile) -> MappedRows {
    var result = MappedRows()
    _ = each(file, hash: file.digest) {
      result.append($0)
      return true
    }
    return result
  }

  /// Hands out the rows of a table, a few at a time, until `take` says that it is enough; whether it
  /// never did.
  func each(_ file: InputFile, hash: String, _ take: (MappedRows) -> Bool) -> Bool {
    guard let text = text(of: file) else {
      return take(
        MappedRows(problems: [
          Diagnostic(
            .notUTF8, at: SourceLocation(file: file.path),
            "the file is not in \(mapping.encoding.rawValue), as the mapping says",
            hint: "correct encoding in the mapping")
        ]))
    }
    if let problem = EncodingCheck.problem(with: text) {
      return take(MappedRows(problems: [problem]))
    }
    return each(rowsOf: text, encoding: mapping.encoding.marked(by: file.bytes), hash: hash, take)
  }

  private func text(of file: InputFile) -> InputFile? {
    if mapping.encoding == .utf8 { return file }
    return file.whole(limit: limits.whole).flatMap { mapping.encoding.decoded($0.bytes) }.map {
      InputFile(path: file.path, bytes: $0)
    }
  }

  private func each(
    rowsOf file: InputFile, encoding: TextEncoding, hash: String, _ take: (MappedRows) -> Bool
  ) -> Bool {
    var csv = CSVReader.Limits()
    (csv.field, csv.fields) = (limits.field, limits.columns)
    csv.separator = mapping.separator
    var pieces = TablePieces(file, limits: csv)
    var row = CSVRow()
    for _ in 0..<mapping.linesBefore { _ = pieces.next(&row) }
    var result = MappedRows()
    guard let header = header(&pieces, &row, &result) else { return take(result) }
    pieces.expectedFields = header.openFrom == nil ? header.width : nil
    while pieces.next(&row) {
      let source = SourceRow(
        csv: row, header: header, file: pieces.file, encoding: encoding)
      read(source, file, hash: hash, into: &result)
      if result.rows.count + result.rejected.count >= EvidenceChunks.size {
        guard take(result) else { return false }
        result = MappedRows()
      }
    }
    if let endless = pieces.endless {
      result.problems.append(endless)
      result.unread += [endless.location].compactMap(\.self)
    }
    return take(result)
  }

  private func header(
    _ pieces: inout TablePieces, _ row: inout CSVRow, _ result: inout MappedRows
  ) -> SourceHeader? {
    guard pieces.next(&row) else {
      result.problems.append(
        pieces.endless
          ?? Diagnostic(
            .missingHeader, at: SourceLocation(file: pieces.path), "the file is empty",
            hint: "export it again"))
      return nil
    }
    if let problem = HeaderProblem.find(in: row, of: pieces.file) {
      result.problems.append(problem)
      return nil
    }
    let header = SourceHeader(row, of: pieces.file, separator: mapping.separator)
    result.problems += missingColumns(header, pieces.file, line: row.line)
    result.problems += repeatedColumns(header, pieces.file, row)
    return result.problems.isEmpty ? header : nil
  }

  /// Which of two columns with one name is meant, nothing in the file says.
  private func repeatedColumns(
    _ header: SourceHeader, _ file: InputFile, _ row: CSVRow
  ) -> [Diagnostic] {
    func place(_ position: Int) -> SourceLocation {
      let field = row.fields[position]
      let start = field.isQuoted ? field.start - 1 : field.start
      return file.location(of: start, from: row.range.lowerBound, line: row.line)
    }
    let read = Set(mapping.columns.flatMap(\.names) + mapping.filters.map(\.column))
    return read.sorted().compactMap { name in
      guard let first = header.position(name), let second = header.repetition(of: name) else {
        return nil
      }
      return Diagnostic(
        .duplicateColumn, at: place(second), "the column \"\(name)\" is there twice",
        excerpt: Excerpt(cell: name), hint: "remove one, or export it again",
        related: [.init("the first", at: place(first))])
    }
  }

  private func missingColumns(
    _ header: SourceHeader, _ file: InputFile, line: Int
  ) -> [Diagnostic] {
    let location = SourceLocation(file: file.path, line: line)
    let columns = mapping.columns.filter { !$0.isOptional }
    let absent = columns.flatMap { column -> [(name: String, what: String)] in
      let names: [String]
      switch column.source {
      case .column(let all): names = all.contains(where: header.has) ? [] : [all[0]]
      // Without one of its columns an id would be that of other rows as well.
      case .join(let all, _, _), .digest(let all, _):
        names = all.filter { !header.has($0) && !column.optionalNames.contains($0) }
      case .constant: names = []
      }
      return names.map { ($0, column.target) }
    }
    let unfiltered = mapping.filters.filter { !$0.isOptional && !header.has($0.column) }
    return (absent + unfiltered.map { ($0.column, "a filter") }).map { name, what in
      Diagnostic(
        .missingSourceColumn, at: location,
        "the file has no column \"\(name)\", which the mapping \(mapping.name) reads for \(what)",
        hint: "export the file with that column, or say under \(what) in a mapping what the file"
          + " calls it")
    }
  }

  private func read(
    _ source: SourceRow, _ file: InputFile, hash: String, into result: inout MappedRows
  ) {
    if isEmptyMark(source) {
      result.problems.append(
        Diagnostic(
          .noRecords, at: source.location, "the report says that there is nothing in it",
          hint: "if that is wrong, export it again for the right term and course"))
      return
    }
    // Spreadsheets write a row of empty cells where something was deleted; it says nothing.
    if source.isBlank { return }
    if let fault = source.fault {
      return result.reject(source, because: [fault])
    }
    mapping.add(source, file: file.path, hash: hash, context: context, to: &result)
  }

  private func isEmptyMark(_ source: SourceRow) -> Bool {
    guard !mapping.emptyMarks.isEmpty, let first = source.firstCell else { return false }
    return mapping.emptyMarks.contains(String(first.trimmingSpaces))
  }
}

extension Mapping {
  /// Makes a row of ours of a record, unless the filters leave it out.
  func add(
    _ source: any SourceRecord, file: String, hash: String, context: MappingContext,
    to result: inout MappedRows
  ) {
    let missed = filters.filter { !$0.takes(source.text($0.column) ?? "") }
    let isWithdrawal =
      source.isWithdrawal || !missed.isEmpty && missed.allSatisfy(\.withdraws)
    guard missed.isEmpty || isWithdrawal else {
      result.filtered += 1
      return
    }
    if let fault = source.fault { return result.reject(source, because: [fault]) }
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
    // Of what is called back only the key matters.
    guard problems.isEmpty || isWithdrawal else {
      return result.reject(source, because: problems)
    }
    let provenance = Provenance(
      file: file, line: source.location.line, hash: hash, mapping: name)
    result.rows.append(
      ImportedRow(
        table: table, cells: cells, provenance: provenance, original: source.shownBytes,
        header: source.shownHeader, encoding: source.encoding,
        isWithdrawal: isWithdrawal,
        origin: RowOrigin(record: source, names: names, nameColumn: studentName),
        formerID: formerly.flatMap { source.text($0) },
        personName: studentName.flatMap { source.text($0) }))
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
