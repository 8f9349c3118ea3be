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
}

extension TableContents {
  /// The codes of all rows, used or not.
  func codes(_ code: (Record) -> String) -> Set<String> {
    setAside.union(rows.map { code($0.record) })
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
  func read<Record: Sendable>(
    _ file: InputFile, key: Column? = nil, _ findings: inout Findings,
    parse: (inout TableRow<Column>) -> Record?
  ) -> TableContents<Record>? {
    var reader = CSVReader(file.bytes, limits: limits)
    var row = CSVRow()
    guard reader.next(&row) else {
      findings.add(
        Diagnostic(
          .missingHeader, at: SourceLocation(file: file.path), "the file is empty",
          hint: "begin it with \(Column.allCases.map(\.rule.name).joined(separator: ","))"))
      return nil
    }
    guard let table = table(file, header: row, &findings) else { return nil }
    reader.expectedFields = table.width
    var contents = TableContents<Record>()
    var current = TableRow<Column>(table)
    var waiting: [Dependency: [RowReference]] = [:]
    while reader.next(&current.csv) {
      let isSound = current.isSound()
      let record = isSound ? parse(&current) : nil
      let reference = current.reference
      if record == nil || !current.problems.isEmpty, let key, current.hasCells,
        let code = current.rawText(key)
      {
        contents.setAside.insert(code)
      }
      if !current.problems.isEmpty, findings.add(current.takeProblems(), of: reference) {
        current.dependency = nil
      } else if let dependency = current.dependency {
        waiting[dependency, default: []].append(reference)
        current.dependency = nil
      } else if let record {
        contents.rows.append(Parsed(record: record, row: reference))
      }
    }
    setAside(waiting, &findings)
    return contents
  }

  /// Reports rows that name something set aside: once for each such thing, not once a row.
  private func setAside(_ waiting: [Dependency: [RowReference]], _ findings: inout Findings) {
    for (dependency, rows) in waiting.sorted(by: { $0.key < $1.key }) {
      guard let first = rows.first else { continue }
      let more = rows.count - 1
      let others =
        more == 0 ? "" : more == 1 ? "; 1 more row names it" : "; \(more) more rows name it"
      let problem = Diagnostic(
        .namesRejectedRow, at: first.location,
        "the row is set aside because the \(dependency.noun) \"\(dependency.code)\" is"
          + others,
        hint: "correct the row of \"\(dependency.code)\" in \(dependency.home) first")
      findings.add(problem)
      for row in rows { findings.setAside(row, because: [problem]) }
    }
  }

  private func table(
    _ file: InputFile, header row: CSVRow, _ findings: inout Findings
  ) -> TableFile? {
    let rules = Column.allCases.map(\.rule)
    let header = TableHeader(row, of: file, rules: rules)
    let table = TableFile(file: file, rules: rules, header: header, limits: limits)
    if let fault = row.fault {
      let location = file.location(of: fault.offset, from: row.range.lowerBound, line: row.line)
      findings.add(fault.diagnostic(at: location, excerpt: nil, bytes: file.bytes, limits: limits))
      return nil
    }
    header.problems.forEach { findings.add($0) }
    return header.isUsable ? table : nil
  }
}
