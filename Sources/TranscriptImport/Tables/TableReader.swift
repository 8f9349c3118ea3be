import Diagnostics

/// A record with the row that it was read from.
struct Parsed<Record: Sendable>: Sendable {
  var record: Record
  let row: RowReference
}

/// The records of one table, and the codes of the rows that are not used.
struct TableContents<Record: Sendable>: Sendable {
  var rows: [Parsed<Record>] = []
  var setAside: Set<String> = []
  /// The rows that are not used, as far as they could be cut into cells.
  var refused: [RowReference] = []
}

extension TableContents {
  /// The codes of all rows, used or not.
  func codes(_ code: (Record) -> String) -> Set<String> {
    setAside.union(rows.map { code($0.record) })
  }

  mutating func append(_ other: TableContents) {
    // One long table is taken over as it is, without a copy of its records.
    if rows.isEmpty { rows = other.rows } else { rows += other.rows }
    setAside.formUnion(other.setAside)
    refused += other.refused
  }
}

/// Reads one table: header, then every row, collecting what is wrong with each.
struct TableReader<Column: TableColumn> {
  let limits: CSVReader.Limits

  init(_: Column.Type, limits: ImportLimits) {
    var csv = CSVReader.Limits()
    csv.field = limits.field
    csv.fields = limits.columns
    self.limits = csv
  }

  /// The records that `parse` makes of the rows; `nil` when the header cannot be used.
  ///
  /// `origin` says where rows that were made of something else come from.
  func read<Record: Sendable>(
    _ file: InputFile, key: Column? = nil, origin: RecordOrigin? = nil,
    _ findings: inout Findings, parse: (inout TableRow<Column>) -> Record?
  ) -> TableContents<Record>? {
    guard let begun = begin(file, origin: origin, &findings) else { return nil }
    var reader = begun.reader
    var run = TableRun<Column, Record>(key: key)
    var current = TableRow<Column>(begun.table)
    var number = 0
    while reader.next(&current.csv) {
      if let origin { current.csv.line = origin.line(ofRow: number) }
      number += 1
      run.take(&current, &findings, parse: parse)
    }
    run.finish(&findings)
    return run.contents
  }

  /// Reads the header; the reader then stands before the first row.
  ///
  /// `nil` when the header cannot be used; what is wrong with it is reported.
  func begin(
    _ file: InputFile, origin: RecordOrigin? = nil, _ findings: inout Findings
  ) -> (reader: CSVReader, table: TableFile)? {
    var reader = CSVReader(file.bytes, limits: limits)
    var row = CSVRow()
    guard reader.next(&row) else {
      findings.add(
        Diagnostic(
          .missingHeader, at: SourceLocation(file: file.path), "the file is empty",
          hint: "begin it with \(Column.allCases.map(\.rule.name).joined(separator: ","))"))
      return nil
    }
    guard let table = table(file, header: row, origin: origin, &findings) else { return nil }
    reader.expectedFields = table.width
    return (reader, table)
  }

  private func table(
    _ file: InputFile, header row: CSVRow, origin: RecordOrigin?, _ findings: inout Findings
  ) -> TableFile? {
    let rules = Column.allCases.map(\.rule)
    if let problem = SeparatorCheck.problem(with: row, of: file, rules: rules) {
      findings.add(problem)
      return nil
    }
    let header = TableHeader(row, of: file, rules: rules)
    let table = TableFile(
      file: file, rules: rules, header: header, limits: limits, origin: origin)
    if let fault = row.fault {
      let location = file.location(of: fault.offset, from: row.range.lowerBound, line: row.line)
      findings.add(fault.diagnostic(at: location, excerpt: nil, file: file, limits: limits))
      return nil
    }
    header.problems.forEach { findings.add($0) }
    return header.isUsable ? table : nil
  }
}
