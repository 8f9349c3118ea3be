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
    _ = each(file, hash: file.digest, isQuick: false) {
      result.append($0.careful)
      return true
    }
    return result
  }

  /// Hands out the rows of a table, a few at a time, until `take` says that it is enough; whether it
  /// never did.
  ///
  /// If it `isQuick`, records are made only of rows that something is unusual about.
  func each(
    _ file: InputFile, hash: String, isQuick: Bool, _ take: (EvidenceChunk) -> Bool
  ) -> Bool {
    var chunk = EvidenceChunk()
    guard let text = text(of: file) else {
      chunk.careful.problems.append(
        Diagnostic(
          .notUTF8, at: SourceLocation(file: file.path),
          "the file is not in \(mapping.encoding.rawValue), as the mapping says",
          hint: "correct encoding in the mapping"))
      return take(chunk)
    }
    if let problem = EncodingCheck.problem(with: text) {
      chunk.careful.problems.append(problem)
      return take(chunk)
    }
    let encoding = mapping.encoding.marked(by: file.bytes)
    return each(rowsOf: text, encoding: encoding, hash: hash, isQuick: isQuick, take)
  }

  private func text(of file: InputFile) -> InputFile? {
    if mapping.encoding == .utf8 { return file }
    return file.whole(limit: limits.whole).flatMap { mapping.encoding.decoded($0.bytes) }.map {
      InputFile(path: file.path, bytes: $0)
    }
  }

  private func each(
    rowsOf file: InputFile, encoding: TextEncoding, hash: String, isQuick: Bool,
    _ take: (EvidenceChunk) -> Bool
  ) -> Bool {
    var csv = CSVReader.Limits()
    (csv.field, csv.fields) = (limits.field, limits.columns)
    csv.separator = mapping.separator
    var pieces = TablePieces(file, limits: csv)
    var row = CSVRow()
    for _ in 0..<mapping.linesBefore { _ = pieces.next(&row) }
    var chunk = EvidenceChunk()
    var isAfterRows = false
    guard let header = header(&pieces, &row, &chunk.careful) else { return take(chunk) }
    pieces.expectedFields = header.openFrom == nil ? header.width : nil
    let isMended = context.mended.holds(file.path)
    let mapper = isQuick && !isMended ? QuickMapper(mapping, header, context) : nil
    let origin = QuickRows.Origin(
      reader: self, header: header, path: file.path, hash: hash, encoding: encoding)
    var start = pieces.start
    while pieces.next(&row) {
      if chunk.isFull || pieces.start != start {
        start = pieces.start
        guard take(chunk) else { return false }
        chunk = EvidenceChunk()
      }
      if let mapper {
        if chunk.quick == nil { chunk.quick = QuickRows(origin, file: pieces.file) }
        if let quick = chunk.quick, mapper.add(row, to: quick) {
          chunk.addedQuick()
          isAfterRows = true
          continue
        }
      }
      let source = SourceRow(
        csv: row, header: header, file: pieces.file, encoding: encoding)
      // Behind rows the mark ends the report.
      if isEmptyMark(source) {
        if !isAfterRows { chunk.careful.problems.append(nothing(at: source)) }
        continue
      }
      isAfterRows = true
      let before = chunk.careful.rows.count
      read(source, path: file.path, hash: hash, into: &chunk.careful)
      if chunk.careful.rows.count > before { chunk.addedRecord() }
    }
    if let endless = pieces.endless {
      chunk.careful.problems.append(endless)
      chunk.careful.unread += [endless.location].compactMap(\.self)
    }
    return take(chunk)
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
    let header = SourceHeader(
      row, of: pieces.file, separator: mapping.separator, keeping: mapping.familyLanguage)
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
    mapping.absentColumns(at: SourceLocation(file: file.path, line: line), has: header.has)
  }

  /// Makes a record of a row, or says why not.
  func read(
    _ source: SourceRow, path: String, hash: String, into result: inout MappedRows
  ) {
    // Spreadsheets write a row of empty cells where something was deleted; it says nothing.
    if source.isBlank { return }
    if let fault = source.fault {
      return result.reject(source, because: [fault])
    }
    mapping.add(source, file: path, hash: hash, context: context, to: &result)
  }

  private func nothing(at source: SourceRow) -> Diagnostic {
    Diagnostic(
      .noRecords, at: source.location, "the report says that there is nothing in it",
      hint: "if that is wrong, export it again for the right term and course")
  }

  private func isEmptyMark(_ source: SourceRow) -> Bool {
    guard !mapping.emptyMarks.isEmpty, let first = source.firstCell else { return false }
    return mapping.emptyMarks.contains(String(first.trimmingSpaces))
  }
}
