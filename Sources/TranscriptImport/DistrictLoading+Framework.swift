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
    let contents = self.table(
      "framework/competencies.csv", isRequired: true, key: CompetencyColumn.code,
      parse: table.parse)
    guard let contents else { return false }
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
