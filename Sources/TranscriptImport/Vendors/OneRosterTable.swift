import Diagnostics

/// One table of a OneRoster set.
struct OneRosterTable {
  let path: String
  /// Rows that stand.
  private(set) var active: [SourceRow] = []
  /// Rows whose status is `tobedeleted`.
  private(set) var deleted: [SourceRow] = []
  private(set) var byID: [String: SourceRow] = [:]
  private(set) var deletedByID: [String: SourceRow] = [:]
  private(set) var problems: [Diagnostic] = []
  /// Rows that cannot be cut into cells.
  private(set) var unreadable: [(row: SourceRow, problem: Diagnostic)] = []
  /// Rows whose id an earlier row has, which says something else.
  private(set) var repeated: [(row: SourceRow, problem: Diagnostic)] = []

  /// The only columns that are read of some tables: the birth date of demographics, and of users what
  /// tells who they are.
  private static let only: [String: Set<String>] = [
    "demographics": ["sourcedid", "status", "datelastmodified", "birthdate"],
    "users": [
      "sourcedid", "status", "datelastmodified", "enableduser", "orgsourcedids", "role", "userids",
      "givenname", "familyname", "middlename", "identifier", "grades", "preferredgivenname",
      "preferredmiddlename", "preferredfamilyname", "primaryorgsourcedid",
    ],
  ]
  /// Ways to reach a person, or to be taken for one, that no table hands on.
  private static let withheld: Set<String> = ["email", "sms", "phone", "username", "password"]

  /// Reads the table `name`.
  init(_ file: InputFile, _ name: String) {
    path = file.path
    if let problem = EncodingCheck.problem(with: file) {
      problems.append(problem)
      return
    }
    var reader = CSVReader(file.bytes)
    var row = CSVRow()
    guard reader.next(&row) else { return }
    if let problem = HeaderProblem.find(in: row, of: file) {
      problems.append(problem)
      return
    }
    let header = SourceHeader(row, of: file, only: Self.only[name], except: Self.withheld)
    reader.expectedFields = header.width
    while reader.next(&row) { add(SourceRow(csv: row, header: header, file: file)) }
    dropRepeated()
  }

  private mutating func add(_ source: SourceRow) {
    if source.isBlank { return }
    if let fault = source.fault {
      problems.append(fault)
      unreadable.append((source, fault))
      return
    }
    let id = source.text("sourcedId")
    if source.text("status")?.lowercased() == "tobedeleted" {
      deleted.append(source)
      if let id, deletedByID[id] == nil { deletedByID[id] = source }
      return
    }
    active.append(source)
    guard let id else { return }
    guard let first = byID[id] else {
      byID[id] = source
      return
    }
    guard first.shownBytes != source.shownBytes else { return }
    let problem = Diagnostic(
      .duplicateCode, at: source.location,
      "the sourcedId is that of another row, which says something else; neither is used",
      excerpt: Excerpt(cell: id), hint: "remove the row that is wrong",
      related: [.init("the other row", at: first.location)])
    problems.append(problem)
    repeated += [(first, problem), (source, problem)]
  }

  /// Which of two rows with one id is right, nothing in the file says.
  private mutating func dropRepeated() {
    guard !repeated.isEmpty else { return }
    let ids = Set(repeated.compactMap { $0.row.text("sourcedId") })
    active.removeAll { $0.text("sourcedId").map(ids.contains) == true }
    for id in ids { byID[id] = nil }
  }

  /// The pairs of a manifest.
  var properties: [String: String] {
    Dictionary(
      active.compactMap { row in row.text("propertyName").map { ($0, row.text("value") ?? "") } },
      uniquingKeysWith: { first, _ in first })
  }
}
