import Diagnostics
import TranscriptModel

/// A set of OneRoster 1.2 or 1.1 tables: users, enrollments and results joined into our rows.
///
/// `manifest.csv` is respected: a table that it calls absent is not read, one that it promises must
/// be there. Of `demographics.csv` only the birth date is read.
struct OneRosterSet {
  static let tables = [
    "academicSessions", "categories", "classes", "courses", "demographics", "enrollments",
    "lineItemLearningObjectiveIds", "lineItems", "manifest", "orgs", "resultLearningObjectiveIds",
    "results", "roles", "users", "lineItemScoreScales", "resultScoreScales", "scoreScales",
    "userProfiles", "userResources", "classResources", "courseResources", "resources",
  ]

  private let rows: [String: OneRosterTable]
  private(set) var problems: [Diagnostic] = []
  /// SHA-256 over the hashes of the tables, in order of name.
  let hash: String

  /// The table that a file holds, by its name: `v1p2_users.csv` and `export/users.csv` are `users`.
  static func table(of file: InputFile) -> String? {
    guard file.path.hasSuffix(".csv") else { return nil }
    let name = file.path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
    guard let table = tables.first(where: { name == $0 || name.hasSuffix("_" + $0) }) else {
      return nil
    }
    var reader = CSVReader(Array(file.bytes.prefix(1 << 14)))
    var row = CSVRow()
    guard reader.next(&row) else { return nil }
    let header = SourceHeader(row, of: file)
    return header.has("sourcedId") || (table == "manifest" && header.has("propertyName"))
      ? table : nil
  }

  /// Reads the tables of a set.
  init(_ files: [(table: String, file: InputFile)]) {
    var rows: [String: OneRosterTable] = [:]
    var problems: [Diagnostic] = []
    let manifest = files.first { $0.table == "manifest" }.map { OneRosterTable($0.file) }
    let states = manifest?.properties ?? [:]
    let version = states["oneroster.version"] ?? "1.2"
    if !version.hasPrefix("1.2"), !version.hasPrefix("1.1"), let manifest {
      problems.append(
        Diagnostic(
          .unknownFormat, at: SourceLocation(file: manifest.path),
          "the set is of OneRoster \(version); 1.2 and 1.1 are read",
          hint: "export it as OneRoster 1.2"))
    }
    for (table, file) in files where table != "manifest" && states["file.\(table)"] != "absent" {
      let read = OneRosterTable(file)
      problems += read.problems
      rows[table] = read
    }
    for (property, state) in states.sorted(by: { $0.key < $1.key })
    where property.hasPrefix("file.") && state != "absent" {
      let table = String(property.dropFirst(5))
      guard Self.tables.contains(table), rows[table] == nil else { continue }
      problems.append(
        Diagnostic(
          .missingFile, at: SourceLocation(file: "\(table).csv"),
          "the manifest promises the table and it is not there",
          hint: "export the whole set, or call it absent in manifest.csv"))
    }
    self.rows = rows
    self.problems = problems
    let hashes = files.sorted { $0.table < $1.table }.map { SHA256.hex($0.file.bytes) }
    hash = SHA256.hex(Array(hashes.joined().utf8))
  }

  private func row(_ table: String, _ id: String?) -> SourceRow? {
    id.flatMap { rows[table]?.byID[$0] }
  }

  private func all(_ table: String) -> [SourceRow] { rows[table]?.active ?? [] }

  /// The records of each kind that there are, by the name of its mapping.
  var records: [(kind: String, records: [FlatRecord])] {
    [
      ("oneroster-users", users), ("oneroster-enrollments", enrollments),
      ("oneroster-results", results),
    ].filter { !$0.1.isEmpty }
  }

  private func record(_ row: SourceRow, _ values: [String: String?]) -> FlatRecord {
    FlatRecord(
      location: row.location, values: values.compactMapValues { $0 }, names: Set(values.keys),
      file: row.file, row: row)
  }

  // MARK: Students

  private var users: [FlatRecord] {
    let students = Set(
      all("roles").filter { $0.text("role") == "student" }.compactMap { $0.text("userSourcedId") })
    return all("users").compactMap { user in
      let id = user.text("sourcedId")
      // 1.1 has the role in the user's own row.
      let isStudent = user.text("role") == "student" || id.map(students.contains) == true
      guard isStudent else { return nil }
      let grade = Self.grade(user.text("grades"))
      return record(
        user,
        [
          "sourcedId": id, "identifier": user.text("identifier"), "sasid": Self.sasid(user),
          "givenName": user.text("givenName"), "middleName": user.text("middleName"),
          "familyName": user.text("familyName"), "preferredName": Self.preferredName(user),
          "grade": grade, "birthDate": row("demographics", id)?.text("birthDate"),
          "classOf": grade.flatMap(Int.init).flatMap { grade in
            latestSchoolYear.map { String($0 + 12 - grade) }
          },
        ])
    }
  }

  /// The calendar year in which the latest school year of the set ends.
  private var latestSchoolYear: Int? {
    all("academicSessions").compactMap { $0.text("schoolYear").flatMap(Int.init) }.max()
  }

  /// `09` and `9` are grade 9; `KG` and the like are no grade of a high school.
  private static func grade(_ text: String?) -> String? {
    text?.split(separator: ",").compactMap { Int($0.trimmingSpaces) }.max().map(String.init)
  }

  private static func preferredName(_ user: SourceRow) -> String? {
    guard let given = user.text("preferredGivenName") else { return nil }
    let family = user.text("preferredFamilyName") ?? user.text("familyName")
    return [given, family].compactMap(\.self).joined(separator: " ")
  }

  /// `{SASID:1000000001}` among the user's ids.
  private static func sasid(_ user: SourceRow) -> String? {
    let ids = (user.text("userIds") ?? "").split { "{},".contains($0) }
    let pair = ids.first { $0.lowercased().contains("sasid") }
    return pair?.split(separator: ":").last.map { String($0.trimmingSpaces) }
  }

  // MARK: Enrollments

  private var enrollments: [FlatRecord] {
    all("enrollments").filter { $0.text("role") == "student" }.map { enrollment in
      let course = row("classes", enrollment.text("classSourcedId"))
      let term = course?.text("termSourcedIds")?.split(separator: ",").first
      let session = row("academicSessions", term.map { String($0.trimmingSpaces) })
      let user = row("users", enrollment.text("userSourcedId"))
      let end = session?.text("schoolYear").flatMap(Int.init)
      return record(
        enrollment,
        [
          "student": user?.text("identifier") ?? enrollment.text("userSourcedId"),
          "course": row("courses", course?.text("courseSourcedId"))?.text("courseCode"),
          "schoolYear": end.map { "\($0 - 1)-\($0)" }, "grade": Self.grade(user?.text("grades")),
        ])
    }
  }

  // MARK: Results

  /// A result for each learning objective that it names, or that its line item does.
  private var results: [FlatRecord] {
    let own = Dictionary(grouping: all("resultLearningObjectiveIds")) {
      $0.text("resultSourcedId") ?? ""
    }
    let items = Dictionary(grouping: all("lineItemLearningObjectiveIds")) {
      $0.text("lineItemSourcedId") ?? ""
    }
    return all("results").flatMap { result -> [FlatRecord] in
      let id = result.text("sourcedId") ?? ""
      let named = own[id] ?? []
      let objectives = named.isEmpty ? items[result.text("lineItemSourcedId") ?? ""] ?? [] : named
      guard let fault = fault(of: result, objectives) else {
        return objectives.map { self.result(result, $0) }
      }
      var record = self.result(result, nil)
      record.fault = fault
      return [record]
    }
  }

  /// Why a result cannot be evidence of anything.
  private func fault(of result: SourceRow, _ objectives: [SourceRow]) -> Diagnostic? {
    let item = result.text("lineItemSourcedId") ?? ""
    if row("lineItems", item) == nil {
      return result.problem(
        .unmappedValue, "lineItemSourcedId",
        "the result's line item \"\(item)\" is not in lineItems.csv, or is to be deleted there",
        hint: "export the whole set again, or remove the result", isPersonal: false)
    }
    guard objectives.isEmpty else { return nil }
    return result.problem(
      .missingCell, "lineItemSourcedId",
      "neither the result nor its line item names a learning objective",
      hint: "name it in resultLearningObjectiveIds.csv or lineItemLearningObjectiveIds.csv",
      isPersonal: false)
  }

  private func result(_ result: SourceRow, _ objective: SourceRow?) -> FlatRecord {
    let item = row("lineItems", result.text("lineItemSourcedId"))
    let user = row("users", result.text("studentSourcedId"))
    let objectiveID = objective?.text("learningObjectiveId")
    let score = objective?.text("textScore") ?? objective?.text("score")
    return record(
      result,
      [
        "sourcedId": result.text("sourcedId"), "objective": objectiveID,
        "student": user?.text("identifier") ?? result.text("studentSourcedId"),
        "score": score ?? result.text("textScore") ?? result.text("score"),
        "scoreStatus": result.text("scoreStatus"), "scoreDate": result.text("scoreDate"),
        "dateLastModified": result.text("dateLastModified"), "title": item?.text("title"),
        "category": row("categories", item?.text("categorySourcedId"))?.text("title"),
      ])
  }
}

/// One table of a set, without the rows that are to be deleted.
struct OneRosterTable {
  let path: String
  private(set) var active: [SourceRow] = []
  private(set) var byID: [String: SourceRow] = [:]
  private(set) var problems: [Diagnostic] = []

  init(_ file: InputFile) {
    path = file.path
    if let problem = EncodingCheck.problem(with: file) {
      problems.append(problem)
      return
    }
    var reader = CSVReader(file.bytes)
    var row = CSVRow()
    guard reader.next(&row) else { return }
    let header = SourceHeader(row, of: file)
    reader.expectedFields = header.width
    while reader.next(&row) {
      let source = SourceRow(csv: row, header: header, file: file)
      if let fault = source.fault {
        problems.append(fault)
      } else if source.text("status")?.lowercased() != "tobedeleted" {
        active.append(source)
        if let id = source.text("sourcedId"), byID[id] == nil { byID[id] = source }
      }
    }
  }

  /// The pairs of a manifest.
  var properties: [String: String] {
    Dictionary(
      active.compactMap { row in row.text("propertyName").map { ($0, row.text("value") ?? "") } },
      uniquingKeysWith: { first, _ in first })
  }
}
