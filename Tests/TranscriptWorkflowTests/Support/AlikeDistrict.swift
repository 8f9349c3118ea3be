/// A small district in which everything looks like something else, made from a seed: titles that
/// are alike, hold each other, or are what documents say themselves.
///
/// All of it is fictional.
///
/// Everything in it is in order: each student has to get every document.
struct AlikeDistrict {
  /// The files below the folder `district`.
  private(set) var files: [String: [UInt8]] = [:]
  private var random: SeededGenerator
  /// The few names that this district gives to everything, so that they meet.
  private let titles: [String]
  private let scale: [String]
  private let students: [String]
  /// Whether waivers of all lines of the plan leave nothing to be asked for.
  private let isWaivable: Bool
  private var graduates: Set<String> = []
  private var contentCompetencies: [String] = []
  private var competencies: [String] = []
  private var courses: [String] = []
  /// Competencies of two areas.
  private var joint: [String] = []

  /// - Parameter count: how many students.
  init(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    titles = Array(
      Self.allTitles.shuffled(using: &random).prefix(Int.random(in: 3...9, using: &random)))
    scale = Self.scales.randomElement(using: &random) ?? []
    students = (1...count).map { "\($0)" }
    isWaivable = Bool.random(using: &random)
    self.random = random
    district()
    policy()
    framework()
    courseTable()
    studentTable()
    evidence()
    enrollments()
    decisions()
    transfers()
    waivers()
    notations()
    experiences()
    narratives()
  }

  /// Names of 60 characters or fewer: of subjects, of what documents say, of numbers and days, of
  /// other scripts, and of what other software would take for its own.
  static let allTitles = [
    "Algebra", "Algebra I", "Algebra I and II", "Algebra II", "Al", "Linear algebra", "Proficient",
    "Developing", "Level 3 Proficient", "3 Proficient", "3", "1", "0.50", "1.00", "2026",
    "Jun 2026", "Oct 6, 2026", "Not assessed", "Not yet", "In progress", "Planned", "Withdrawn",
    "Waived", "Met by decision", "Met by transfer", "Met", "1 of 2", "1 of 2 shown", "2 of 3",
    "No mark yet", "Total", "Credits", "Electives", "Mathematics", "Science", "English 9",
    "English 9 (honors)", "English", "Pebble Point High School", "Wren Abernathy", "Abernathy",
    "Algebra: Proficient", "Algebra Proficient", "Algebra; in both together: Proficient.",
    "Algebra (Exemplary)", "Exemplary and Developing", "Credit is posted in part.",
    "Open square right of the line: met without a level.", "Reading, writing and speaking",
    "الجبر الخطي", "الجبر", "代数", "線形代数", "선형 대수", "बीजगणित", "พีชคณิต", "אלגברה", "Άλγεβρα",
    "Алгебра", "<b>&{{7*7}}%n", "{{name}}", "soft\u{AD}hyphen", "softhyphen", "No\u{A0}break",
    "No break",
    "e\u{301}tude", "étude", "n\u{303}", "A – B", "A - B", "A—B", "“Quotes”", "\"Quotes\"",
    "a, b, c",
    "ſt ﬁ ﬂ", "fi fl", "4", "100 %", "½", "–", "No. 7", "CPR", "PR", "EX", "x²", "H₂O", "O’Neil",
    "Algebra 代数", "代数 I", "代数 and more", "الجبر 2", "الجبر (Algebra)", "Алгебра 9 – English",
    "Introduction to the Comparative Study of Everything, Part One",
    "Introduction to the Comparative",
  ].filter { $0.unicodeScalars.count <= 60 }

  /// Words for the levels, the lowest first; words of a scale may hold each other.
  private static let scales = [
    ["Beginning", "Developing", "Proficient", "Exemplary"],
    ["Not proficient", "Partially proficient", "Proficient", "Highly proficient"],
    ["Not met", "Nearly met", "Met", "Exceeded"],
    ["Emerging", "Emerging more", "Met with support", "Met"],
    ["No evidence yet", "In progress", "Meets", "Meets and extends"],
    ["起步", "发展中", "达标", "优秀"],
  ]
  private static let codes = ["BG", "DV", "PR", "EX"]

  private mutating func title() -> String { titles.randomElement(using: &random) ?? "Algebra" }
  /// A title of 30 characters or fewer, as the XML takes for a category of credit.
  private mutating func brief() -> String {
    String(String.UnicodeScalarView(title().unicodeScalars.prefix(30)))
  }

  private mutating func any<T>(_ values: [T]) -> T {
    values.randomElement(using: &random) ?? values[0]
  }
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func isOften(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func table(_ path: String, _ header: String, _ rows: [[String]]) {
    let lines = rows.map { $0.map(Self.cell).joined(separator: ",") }
    files["district/\(path)"] = Array(([header] + lines + [""]).joined(separator: "\n").utf8)
  }

  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A].contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private mutating func district() {
    let school = isOften(70) ? "Pebble Point High School" : title()
    files["district/district.yaml"] = Array(
      """
      district: Pebble Point School District
      fictional: true
      accent: "#1F3F77"
      school:
        name: \(Self.quoted(school))
        level: HighSchool
        address: [1 Slipway]
        city: Pebble Point
        state: CT
        postal_code: "06997"
        web: https://example.org
        monogram: P
      signatory: { name: Ottoline Marsh, office: Registrar }
      document_numbers: PPHS-{class_of}-{digest}

      """.utf8)
  }

  private mutating func policy() {
    let levels = zip(Self.codes, scale).enumerated().map { place, level in
      "    - { code: \(level.0), number: \(place + 1), label: \(Self.quoted(level.1)), description: \(Self.quoted("What \(level.1) means")) }"
    }.joined(separator: "\n")
    let areas = isOften(50) ? "each" : "overall"
    let plan = title()
    let equivalence =
      isOften(50)
      ? """
      equivalence:
        title: Equivalent
        adopted_on: 2024-06-19
        adopted_by: Board
        places: 2
        points: { EX: 4.0, PR: 3.0, DV: 2.0 }
        weights: { ap: 0.5, honors: 0.5 }

      """ : ""
    files["district/policy.yaml"] = Array(
      """
      policy: Pebble Point mastery policy
      version: 1
      effective_on: 2020-07-01
      scale:
        id: levels-4
        title: Levels 1 to 4
        bar: PR
        levels:
      \(levels)
      rules:
        graduation: { rule: highest-in-distinct, demonstrations: \(number(1...3)) }
        content-area: { rule: highest-in-distinct, demonstrations: \(number(1...3)), areas: \(areas) }
        objective: { rule: \(any(["highest-in-distinct, demonstrations: 1", "highest-in-distinct, demonstrations: 2", "highest", "most-recent"])) }
        course-mark: { rule: share-at-or-above, share: 1/2, floor: PR }
      credit_areas:
        - { id: m, title: \(Self.quoted(brief())), pesc: Math }
        - { id: s, title: \(Self.quoted(brief())), pesc: Science }
      plans:
        - id: p
          title: \(Self.quoted(plan))
          classes: { from: 2020 }
          credits: \(isWaivable ? 2 : number(2...9))
          requirements:
            - { id: lm, title: \(Self.quoted(brief())), credits: 1, areas: [m] }
            - { id: ls, title: \(Self.quoted(brief())), credits: \(isWaivable ? "1" : any(["0.5", "1/3", "1"])), areas: [s] }
            - { id: core, title: \(Self.quoted(title())), competencies: { tier: content-area, core: true } }
            - { id: sv, title: \(Self.quoted(title())), hours: 40, pathways: [service] }
      \(equivalence)
      """.utf8)
  }

  private mutating func framework() {
    let areas = ["A", "B", "C"]
    table("framework/areas.csv", "area,title,short_title", areas.map { [$0, title(), ""] })
    var rows: [[String]] = []
    for index in 1...number(1...2) {
      competencies.append("G.\(index)")
      rows.append(["G.\(index)", "graduation", "", "", title(), title() + ".", "", "", ""])
    }
    for area in areas {
      for index in 1...number(2...4) {
        let code = "\(area).\(index)"
        let isJoint = isOften(35)
        let other = any(areas.filter { $0 != area })
        rows.append([
          code, "content-area", isJoint ? "\(area);\(other)" : area, "", title(), title() + ".",
          "X:\(code)",
          "", isOften(80) ? "yes" : "no",
        ])
        contentCompetencies.append(code)
        if isJoint { joint.append(code) }
      }
    }
    competencies += contentCompetencies
    for index in 1...number(3...8) {
      let code = "O.\(index)"
      let parents = Set((1...number(1...2)).map { _ in any(contentCompetencies) }).sorted()
      rows.append([
        code, "objective", "", parents.joined(separator: ";"), title(), title() + ".", "", title(),
        "",
      ])
      competencies.append(code)
    }
    table(
      "framework/competencies.csv",
      "code,tier,areas,parents,short_name,statement,alignments,unit,core", rows)
  }

  private mutating func courseTable() {
    var rows: [[String]] = []
    for index in 1...number(4...8) {
      let needed = Array(competencies.shuffled(using: &random).prefix(number(1...5)))
      let atLeast = isOften(30) ? "\(number(1...needed.count))" : ""
      rows.append([
        "K\(index)", title(), any(["1", "0.5", "1/3", "2"]), any(["m", "s", "m;s", "s;m"]),
        needed.joined(separator: ";"), atLeast, any(["", "", "honors", "ap", "dual"]),
        any(["none", "none", "proportional", "half"]), any(["", "A", "B"]),
        isOften(15) ? "credit" : "course",
      ])
      courses.append("K\(index)")
    }
    table(
      "courses.csv",
      "course,title,credit,credit_areas,competencies,at_least,level,partial,content_area,kind", rows
    )
  }

  private mutating func name() -> (first: String, last: String) {
    (
      isOften(40) ? personal() : any(["Wren", "José", "Sana"]),
      isOften(40) ? personal() : any(["Abernathy", "Ibarra", "Al"])
    )
  }

  /// A title as a name: at most 35 characters, none of them invisible.
  private mutating func personal() -> String {
    String(String.UnicodeScalarView(title().unicodeScalars.filter { $0 != "\u{AD}" }.prefix(35)))
  }

  private mutating func studentTable() {
    let languages = ["", "en", "es", "pt-BR", "ht", "pl", "zh-Hans", "ar"]
    let rows = students.map { id in
      let name = name()
      let graduated = isWaivable && isOften(30) ? any(["2026-06-10", "2026-10-06"]) : ""
      let left = graduated.isEmpty && isOften(10) ? any(["2026-06-10", "2026-10-06"]) : ""
      // No two of a name have a day of birth in common: they would be held for a person to look at.
      let place = (Int(id) ?? 0) - 1
      let day = "200\(7 + place / 20)-04-\(10 + place % 20)"
      if !graduated.isEmpty { graduates.insert(id) }
      return [
        id, isOften(20) ? "" : name.first, name.last, day, any(["9", "10", "11", "12"]),
        any(["2026", "2027", "2028"]),
        graduated, graduated.isEmpty ? "" : title(), left, any(languages),
      ]
    }
    table(
      "students.csv",
      "student_id,legal_first,legal_last,birth_date,grade_level,class_of,graduated_on,"
        + "graduation_authorized_by,withdrawn_on,family_language", rows)
  }

  private static let days = ["2025-06-10", "2026-06-10", "2026-09-29", "2026-10-06", "2026-10-12"]

  private mutating func evidence() {
    var rows: [[String]] = []
    for student in students {
      // Some show nothing, some everything, always well or badly.
      let share = any([0, 20, 50, 80, 100])
      let most = number(0...3)
      for competency in competencies where isOften(share) {
        for _ in 1...number(1...4) {
          let status = any(["rated", "rated", "rated", "rated", "excused", "missed"])
          let level = status == "rated" ? Self.codes[min(3, max(0, most + number(-1...1)))] : ""
          let areas = contentArea(of: competency)
          rows.append([
            "e\(rows.count)", student, competency, any(Self.days), level, "test",
            any(["summative", "summative", "summative", "formative"]), title(), status,
            isOften(50) ? areas : "",
          ])
        }
      }
    }
    table(
      "evidence/2026.csv",
      "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title,status,"
        + "content_area", rows)
  }

  /// One of the areas of a competency of two; empty for any other.
  private mutating func contentArea(of code: String) -> String {
    guard joint.contains(code) else { return "" }
    let line = String(decoding: files["district/framework/competencies.csv"] ?? [], as: UTF8.self)
      .split(separator: "\n").first { $0.hasPrefix("\(code),") }
    let areas = line?.split(separator: ",", omittingEmptySubsequences: false)[2].split(
      separator: ";")
    return any((areas ?? [""]).map(String.init))
  }

  private mutating func enrollments() {
    var rows: [[String]] = []
    for student in students {
      for course in courses where isOften(70) {
        let years = ["2024-25", "2025-26", "2026-27", "2027-28"].shuffled(using: &random)
        for year in years.prefix(number(1...3)) {
          let statuses =
            switch year {
            case "2026-27": ["completed", "withdrawn", "enrolled", "planned"]
            case "2027-28": ["planned"]
            default: ["completed", "withdrawn"]
            }
          let end = "20\(year.suffix(2))-06-10"
          for status in statuses.shuffled(using: &random).prefix(isOften(10) ? 2 : 1) {
            rows.append([
              student, course, year, any(["9", "10", "11", "12"]), status,
              status == "enrolled" || status == "planned" || isOften(20) ? end : "",
            ])
          }
        }
      }
    }
    table(
      "enrollments.csv", "student_id,course,school_year,grade_level,status,expected_on", rows)
  }

  private mutating func decisions() {
    var rows: [[String]] = []
    for student in students where isOften(60) {
      for _ in 1...number(1...4) {
        let competency = any(isOften(50) && !joint.isEmpty ? joint : competencies)
        let isLowering = isOften(20)
        rows.append([
          "d\(rows.count)", student, competency, isOften(60) ? contentArea(of: competency) : "",
          isLowering ? any(Self.codes) : any(["", "PR", "EX"]), any(Self.days), "Panel", "Panel",
          title(),
          isLowering ? "lowers" : "meets",
        ])
      }
    }
    table(
      "determinations.csv",
      "determination_id,student_id,competency,content_area,level,decided_on,decided_by,role,reason,act",
      rows)
  }

  private mutating func transfers() {
    var rows: [[String]] = []
    for student in students where isOften(50) {
      let school = title()
      for _ in 1...number(1...6) {
        rows.append([
          "t\(rows.count)", student, isOften(70) ? school : title(),
          any(["transfer", "transfer", "transfer", "dual-enrollment", "examination"]), title(),
          any(["A", "B", "A", "3", "PR", "92", "Proficient", "1.00", title()]),
          any(["1", "0.5", "1/3", "1/7"]), any(["m", "s"]),
          any(["2025-06-10", "2026-06-10"]), any(["", "9", "10", "11"]), any(["", "", "3"]),
          any(["", "", "honors", "ap"]), isOften(40) ? any(competencies) : "",
        ])
      }
    }
    table(
      "transfer.csv",
      "transfer_id,student_id,institution,kind,title,mark,credit,credit_areas,earned_on,grade_level,"
        + "college_credit,level,satisfies", rows)
  }

  private mutating func waivers() {
    var rows: [[String]] = []
    for student in students where graduates.contains(student) {
      rows += ["lm", "ls", "core", "sv"].map { [student, $0, "", title(), "2026-06-10"] }
    }
    for student in students where !graduates.contains(student) && isOften(50) {
      let targets = (["lm", "ls", "core", "sv"] + competencies).shuffled(using: &random)
      for target in targets.prefix(number(1...4)) {
        let credit = target.hasPrefix("l") && isOften(50) ? any(["0.5", "1/3"]) : ""
        rows.append([student, target, credit, title(), any(Self.days)])
      }
    }
    table("waivers.csv", "student_id,requirement,credit,authorized_by,authorized_on", rows)
  }

  private mutating func notations() {
    var rows: [[String]] = []
    for student in students where isOften(50) {
      for _ in 1...number(1...5) {
        rows.append([
          student, any(["seal-of-biliteracy", "state-goal", "award", "honor", "habits-honor"]),
          title(), isOften(50) ? title() : "", any(Self.days + ["2027-06-10"]),
        ])
      }
    }
    table("notations.csv", "student_id,kind,title,detail,awarded_on", rows)
  }

  private mutating func experiences() {
    var rows: [[String]] = []
    for student in students where isOften(50) {
      for _ in 1...number(1...4) {
        rows.append([
          student, any(["internship", "service", "exhibition", "career-technical"]), title(),
          isOften(50) ? title() : "", isOften(50) ? title() : "", any(["", "5.5", "40", "1/3"]),
          any(["2025-06-10", "2026-06-10"]), any(["", "2026-10-06", "2027-06-10"]),
        ])
      }
    }
    table(
      "experiences.csv",
      "student_id,pathway,title,organization,description,hours,started_on,ended_on", rows)
  }

  private mutating func narratives() {
    for student in students where isOften(50) {
      let sentences = (1...number(1...8)).map { _ in
        any([
          "\(title()): \(any(scale)).", "\(title()) \(any(scale)) 1.00 Jun 2026", title(),
          "Wren asks why.",
        ])
      }
      files["district/narratives/\(student).txt"] = Array(
        "author: \(any(["Ann", "Proficient"])), Advisor\n\n\(sentences.joined(separator: any([" ", "\n\n"])))\n"
          .utf8)
    }
  }
}
