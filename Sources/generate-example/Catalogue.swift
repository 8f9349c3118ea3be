/// What the hand-written files say can be taught and what is settled without evidence.
struct Catalogue {
  /// A course and the objectives that earn it.
  struct Course {
    let code: String
    let title: String
    let contentArea: String
    let objectives: [String]
  }

  /// A learning objective.
  struct Objective {
    let code: String
    let parents: [String]
    let unit: String
  }

  /// A content-area competency in one of its areas.
  struct Strand: Hashable {
    let competency: String
    let area: String
  }

  let courses: [String: Course]
  let objectives: [String: Objective]
  /// Areas by content-area competency.
  let areas: [String: [String]]
  /// Every content-area competency in every one of its areas, in the order of the file.
  let strands: [Strand]
  /// Competencies by student that are transferred, waived or decided: nothing is made up for these.
  let settled: [String: Set<String>]

  /// Reads the hand-written tables, given by path.
  init(files: [String: String]) {
    func rows(_ path: String) -> [[String: String]] { CSVText.rows(of: files[path] ?? "") }
    let competencies = rows("framework/competencies.csv")
    courses = Self.courses(rows("courses.csv"))
    objectives = Self.objectives(competencies)
    let content = competencies.filter { $0["tier"] == "content-area" }
    areas = Dictionary(
      content.map { ($0["code"] ?? "", CSVText.list($0["areas"])) }, uniquingKeysWith: { a, _ in a }
    )
    strands = content.flatMap { row in
      CSVText.list(row["areas"]).map { Strand(competency: row["code"] ?? "", area: $0) }
    }
    settled = Self.settled(
      rows("transfer.csv").map { ($0["student_id"] ?? "", CSVText.list($0["satisfies"])) }
        + rows("waivers.csv").map { ($0["student_id"] ?? "", [$0["requirement"] ?? ""]) }
        + rows("determinations.csv").map { ($0["student_id"] ?? "", [$0["competency"] ?? ""]) })
  }

  /// The area under which an objective of `course` is assessed, where its parents have several.
  func area(of objective: Objective, in course: Course) -> String {
    let areas = objective.parents.flatMap { self.areas[$0] ?? [] }
    return areas.contains(course.contentArea) ? course.contentArea : areas.first ?? ""
  }

  /// The strands that evidence of `objective` feeds when it is assessed in `course`.
  func strands(of objective: Objective, in course: Course) -> [Strand] {
    let area = area(of: objective, in: course)
    return objective.parents.map { Strand(competency: $0, area: area) }
  }

  private static func courses(_ rows: [[String: String]]) -> [String: Course] {
    let courses = rows.map { row in
      Course(
        code: row["course"] ?? "", title: row["title"] ?? "",
        contentArea: row["content_area"] ?? "", objectives: CSVText.list(row["competencies"]))
    }
    return Dictionary(courses.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private static func objectives(_ rows: [[String: String]]) -> [String: Objective] {
    let objectives = rows.filter { $0["tier"] == "objective" }.map { row in
      Objective(
        code: row["code"] ?? "", parents: CSVText.list(row["parents"]), unit: row["unit"] ?? "")
    }
    return Dictionary(objectives.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private static func settled(_ pairs: [(String, [String])]) -> [String: Set<String>] {
    var settled: [String: Set<String>] = [:]
    for (student, codes) in pairs {
      settled[student, default: []].formUnion(codes)
    }
    return settled
  }
}
