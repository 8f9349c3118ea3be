import Diagnostics

/// The header row, matched with the columns that are known.
struct TableHeader {
  private(set) var positions: [Int?]
  private(set) var confidential: Set<Int> = []
  private(set) var problems: [Diagnostic] = []
  let width: Int
  let range: Range<Int>
  /// Whether every required column is there.
  private(set) var isUsable = true

  init(_ row: CSVRow, of file: InputFile, rules: [ColumnRule]) {
    positions = rules.map { _ in nil }
    width = row.fields.count
    range = row.range
    for (position, field) in row.fields.enumerated() {
      match(field, at: position, row, file, rules)
    }
    for (rule, position) in zip(rules, positions) where rule.isRequired && position == nil {
      isUsable = false
      problems.append(
        Diagnostic(
          .missingColumn, at: SourceLocation(file: file.path, line: row.line),
          "there is no column \"\(rule.name)\"",
          hint: "add the column \(rule.name), or rename the one that holds it"))
    }
  }

  private mutating func match(
    _ field: CSVField, at position: Int, _ row: CSVRow, _ file: InputFile, _ rules: [ColumnRule]
  ) {
    let name = file.text(field.start..<field.end)
    let start = field.isQuoted ? field.start - 1 : field.start
    let location = file.location(of: start, from: row.range.lowerBound, line: row.line)
    func problem(_ code: DiagnosticCode, _ message: String, _ hint: String) {
      problems.append(
        Diagnostic(code, at: location, message, excerpt: Excerpt(cell: name), hint: hint))
    }
    if let known = rules.firstIndex(where: { $0.name == name }) {
      guard positions[known] == nil else {
        isUsable = false
        let first = positions[known].map { row.fields[$0] }
        let place = first.map { field in
          file.location(
            of: field.isQuoted ? field.start - 1 : field.start, from: row.range.lowerBound,
            line: row.line)
        }
        problems.append(
          Diagnostic(
            .duplicateColumn, at: location, "the column \"\(name)\" is there twice",
            excerpt: Excerpt(cell: name), hint: "remove one",
            related: place.map { [.init("the first", at: $0)] } ?? []))
        return
      }
      positions[known] = position
    } else if name == SourceColumn.name {
      // What an import wrote beside its rows.
      return
    } else if ConfidentialName.matches(name) {
      confidential.insert(position)
      problem(
        .confidentialColumn, "the column \"\(name)\" is confidential; its cells are not read",
        "remove the column before the file comes here")
    } else {
      let nearest = NearestName.find(name, in: rules.map(\.name))
      problem(
        .unknownColumn, "the column \"\(name)\" is not known; its cells are not used",
        nearest.map { "rename it \($0)" }
          ?? "remove it, or use one of \(rules.map(\.name).joined(separator: ", "))")
    }
  }
}
