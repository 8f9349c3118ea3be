import Diagnostics
import TranscriptModel

extension DistrictLoading {
  /// Reads one table, if it is there.
  mutating func table<Column: TableColumn, Record: Sendable>(
    _ path: String, isRequired: Bool, key: Column? = nil,
    parse: (inout TableRow<Column>) -> Record?
  ) -> TableContents<Record>? {
    guard let file = reader.table(path, isRequired: isRequired) else { return nil }
    return TableReader(Column.self, limits: limits).read(
      file, key: key, &reader.findings, parse: parse)
  }

  /// Reads areas and competencies; `false` when either table cannot be read.
  mutating func readFramework() -> Bool {
    let areas = readAreas()
    references.framework = CompetencyFramework(areas: areas ?? [], competencies: [])
    let table = CompetencyTable(references: references)
    let packages = reader.names(in: "framework").filter { $0.hasSuffix(".json") }
    guard
      var contents = self.table(
        "framework/competencies.csv", isRequired: packages.isEmpty, key: CompetencyColumn.code,
        parse: table.parse) ?? (packages.isEmpty ? nil : TableContents())
    else { return false }
    for name in packages { contents.append(package(at: "framework/" + name, table)) }
    let unique = Duplicates(code: .duplicateCompetency, noun: "competency").remove(
      from: contents.rows, CompetencyColumn.code, &reader.findings
    ) { $0.id.code }
    let check = FrameworkCheck(
      areas: references.framework.areas,
      setAside: contents.codes { $0.id.code }.subtracting(unique.map(\.record.id.code)))
    let competencies = check.resolve(unique, &reader.findings)
    references.framework = CompetencyFramework(areas: areas ?? [], competencies: competencies)
    references.competencies.add(competencies.map(\.id))
    references.competencies.setAside(
      contents.codes { $0.id.code }.subtracting(competencies.map(\.id.code)).map { Identifier($0) })
    references.competencies.isComplete = true
    return areas != nil
  }

  /// The competencies of a CASE package, through the mapping of that kind.
  private mutating func package(
    at path: String, _ table: CompetencyTable
  ) -> TableContents<Competency> {
    guard let file = reader.table(path, isRequired: true) else { return TableContents() }
    let mappings = declaredMappings()
    var context = MappingContext()
    context.crosswalk = mappings.crosswalk
    var options = ImportPlanner.Options()
    (options.today, options.asOf) = (references.today, references.asOf)
    let records = RecordImport(
      mappings: mappings.mappings + BuiltInMappings.all, context: context, options: options)
    let rows = JSONFormats(records: records, limits: limits).read(file)
    return self.records(
      rows, .competencies, path: path, key: CompetencyColumn.code, parse: table.parse)
  }

  /// The records of rows that were made of a file that is no table.
  mutating func records<Column: TableColumn, Record: Sendable>(
    _ mapped: MappedRows, _ kind: ImportTable, path: String, key: Column,
    parse: (inout TableRow<Column>) -> Record?
  ) -> TableContents<Record> {
    reader.findings.add(mapped.problems, setAside: mapped.rejected)
    let rows = mapped.rows.filter { $0.table == kind }
    let table = InputFile(path: path, table: kind, rows: rows)
    return TableReader(Column.self, limits: limits).read(
      table, key: key, origin: RecordOrigin(rows), &reader.findings, parse: parse)
      ?? TableContents()
  }

  /// What `mappings/` declares; read once.
  mutating func declaredMappings() -> DistrictMappings {
    if let mappings { return mappings }
    let read = DistrictMappings(&reader, scale: references.scale, limits: limits)
    mappings = read
    return read
  }

  private mutating func readAreas() -> [ContentArea]? {
    let contents = table(
      "framework/areas.csv", isRequired: true, key: AreaColumn.area, parse: AreaTable.parse)
    guard let contents else { return nil }
    let unique = Duplicates(code: .duplicateCode, noun: "content area").remove(
      from: contents.rows, AreaColumn.area, &reader.findings
    ) { $0.id.code }
    let areas = unique.map(\.record)
    references.areas.add(areas.map(\.id))
    references.areas.setAside(
      contents.codes { $0.id.code }.subtracting(areas.map(\.id.code)).map { Identifier($0) })
    references.areas.isComplete = true
    return areas
  }

  /// Reads `courses.csv`.
  mutating func readCourses() -> [CreditRule]? {
    let table = CourseTable(references: references)
    let contents = self.table(
      "courses.csv", isRequired: true, key: CourseColumn.course, parse: table.parse)
    guard let contents else { return nil }
    let unique = Duplicates(code: .duplicateCode, noun: "course").remove(
      from: contents.rows, CourseColumn.course, &reader.findings
    ) { $0.id.code }
    let courses = unique.map(\.record)
    references.courses.add(courses.map(\.id))
    references.courses.setAside(
      contents.codes { $0.id.code }.subtracting(courses.map(\.id.code)).map { Identifier($0) })
    references.courses.isComplete = true
    return courses
  }
}
