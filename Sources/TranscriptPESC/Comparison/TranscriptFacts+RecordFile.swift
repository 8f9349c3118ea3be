public import TranscriptModel

extension TranscriptFacts {
  /// The facts that a record's file states (`docs/record.md`); `nil` when it is no record.
  ///
  /// `file` is the file's value as read, with scalars as written.
  public init?(recordFile file: PolicyNode) {
    guard file["format"]?.text == "mastery-transcript-record",
      file["formatVersion"]?.text == String(TranscriptRecord.formatVersion)
    else { return nil }
    self.init()
    addIdentity(file)
    addCredits(file)
    for group in file.list("courseGroups") { for course in group.list("courses") { add(course) } }
    for institution in file.list("institutions") {
      for course in institution.list("courses") {
        add(course, of: institution["name"]?.text ?? "")
      }
    }
    addCompetencies(file)
    for level in file["scale"]?.list("levels") ?? [] {
      let number = level["number"].flatMap { Rational(text: $0.text ?? "") }
      let text = number.map { $0.exactDecimalText() ?? $0.fractionText } ?? ""
      add("level \(level["code"]?.text ?? "")", "\(text) \(level["label"]?.text ?? "")")
    }
  }

  private mutating func addIdentity(_ file: PolicyNode) {
    let (document, student) = (file["document"], file["student"])
    let (school, name) = (file["issuer"]?["school"], student?["legalName"])
    add("document.id", (document?["number"] ?? document?["id"])?.text)
    add("document.replaces", document?["replaces"]?.text)
    add("school.name", school?["name"]?.text)
    add("school.ceeb", school?["ceeb"]?.text)
    add("student.id", student?["id"]?.text)
    add("student.sasid", student?["sasid"]?.text)
    add("student.first", name?["first"]?.text)
    add("student.middle", name?["middle"]?.text)
    add("student.last", name?["last"]?.text)
    add("student.birthDate", student?["birthDate"]?.text)
    add("student.classOf", student?["classOf"]?.text)
    add("student.grade", student?["gradeLevel"]?.text)
    if file["graduation"]?["status"]?.text == GraduationStatus.graduatedWord {
      add("graduation.date", file["graduation"]?["date"]?.text)
    }
  }

  private mutating func addCredits(_ file: PolicyNode) {
    guard let graduation = file["graduation"] else { return }
    add("credits.earned", credit: graduation.credit("creditsEarned"))
    add("credits.required", credit: graduation.credit("creditsRequired"))
    for line in graduation.list("requirements") where line["credit"]?.text == "true" {
      let title = line["title"]?.text ?? ""
      add("credits \(title).earned", credit: line.credit("earned"))
      add("credits \(title).required", credit: line.credit("required"))
    }
    add("gpa.unweighted", credit: file["gradePoints"]?.credit("unweighted"))
    add("gpa.weighted", credit: file["gradePoints"]?.credit("weighted"))
  }

  private mutating func add(_ course: PolicyNode) {
    let name = "course \(course["id"]?.text ?? "")"
    let status = course["status"]?.text.flatMap(CreditStatus.init(rawValue:))
    add("\(name).title", course["title"]?.text)
    add("\(name).credit", credit: course.credit("credit"))
    guard status == .earned || status == .partial else { return }
    add("\(name).earned", credit: course.credit("earned"))
    add("\(name).mark", course["mark"]?.text)
    add("\(name).date", course["date"]?.text)
  }

  private mutating func add(_ course: PolicyNode, of institution: String) {
    let title = course["title"]?.text ?? ""
    let name = "external \(institution), \(title), \(course["earnedOn"]?.text ?? "")"
    add("\(name).title", title)
    add("\(name).mark", course["mark"]?.text)
    add("\(name).earned", credit: course.credit("credit"))
  }

  private mutating func addCompetencies(_ file: PolicyNode) {
    var inCourses: Set<String> = []
    for course in file.list("courseGroups").flatMap({ $0.list("courses") }) {
      for competency in course.list("competencies") {
        inCourses.insert(competency["id"]?.text ?? "")
        add(competency: competency, place: "course \(course["id"]?.text ?? ""), ")
      }
    }
    for competency in file.list("graduationCompetencies") { add(competency: competency, place: "") }
    // A competency of several areas is stated once, with its outcome over all of them.
    let shared = Dictionary(
      file.list("acrossAreas").map { ($0["id"]?.text ?? "", $0) },
      uniquingKeysWith: { one, _ in one })
    var seen = inCourses
    for competency in file.list("areas").flatMap({ $0.list("competencies") }) {
      let id = competency["id"]?.text ?? ""
      guard seen.insert(id).inserted else { continue }
      add(competency: shared[id] ?? competency, place: "")
    }
    addAreas(of: Set(shared.keys), file)
  }

  /// Where each competency of several content areas stands in each of them.
  private mutating func addAreas(of shared: Set<String>, _ file: PolicyNode) {
    let labels = Dictionary(
      (file["scale"]?.list("levels") ?? []).map {
        ($0["code"]?.text ?? "", $0["label"]?.text ?? "")
      },
      uniquingKeysWith: { one, _ in one })
    var texts: [String: [String]] = [:]
    for area in file.list("areas") {
      for one in area.list("competencies") {
        guard let id = one["id"]?.text, shared.contains(id) else { continue }
        let word = one["level"]?.text.flatMap { labels[$0] } ?? one.statusWords ?? ""
        let day = one.isSatisfied ? one["date"]?.text : nil
        texts[id, default: []].append(
          "In \(area["title"]?.text ?? ""): \(word)" + (day.map { ", \($0)" } ?? ""))
      }
    }
    for name in values.keys where name.hasSuffix(".name") {
      guard let id = texts.keys.first(where: { name.hasSuffix("competency \($0).name") }) else {
        continue
      }
      add("\(name.dropLast(".name".count)).areas", texts[id]?.joined(separator: " "))
    }
  }

  private mutating func add(competency: PolicyNode, place: String) {
    let name = "\(place)competency \(competency["id"]?.text ?? "")"
    add("\(name).name", competency["shortName"]?.text)
    add("\(name).level", competency["level"]?.text)
    add("\(name).status", competency["level"] == nil ? competency.statusWords : nil)
    add("\(name).met", competency.isSatisfied ? "Yes" : nil)
    add("\(name).date", competency.isSatisfied ? competency["date"]?.text : nil)
  }
}

extension GraduationStatus {
  /// The record's word for a posted diploma.
  fileprivate static let graduatedWord = "graduated"
}

extension PolicyNode {
  fileprivate func list(_ key: String) -> [PolicyNode] { self[key]?.items ?? [] }

  fileprivate func credit(_ key: String) -> Rational? {
    self[key]?.text.flatMap { Rational(text: $0) }
  }

  fileprivate var statusWords: String? {
    self["status"]?.text.flatMap(AttainmentStatus.init(rawValue:))?.words
  }

  fileprivate var isSatisfied: Bool {
    self["status"]?.text.flatMap(AttainmentStatus.init(rawValue:))?.satisfies ?? false
  }
}
