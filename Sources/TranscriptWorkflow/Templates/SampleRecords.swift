import TranscriptModel

/// Records of made-up students, to try templates with: no district is needed.
struct SampleRecords {
  let scale: PerformanceScale
  let grades: [Int: GradeLevel]
  /// The last grade.
  let senior: GradeLevel

  /// `nil` only if the model refused four levels with a bar among them, or a grade.
  init?() {
    let levels = [
      ("BG", "Beginning", "First steps; no credit is awarded"),
      ("DV", "Developing", "Meets parts of it, or meets it with support"),
      ("PR", "Proficient", "Meets the standard independently"),
      ("EX", "Exemplary", "Extends the skill to new, harder problems"),
    ].enumerated().map { index, level in
      PerformanceLevel(
        code: level.0, number: Rational(index + 1), label: level.1, description: level.2)
    }
    guard let scale = PerformanceScale(id: "sample", title: "Levels", levels: levels, bar: 2),
      let senior = GradeLevel(12)
    else { return nil }
    self.scale = scale
    self.senior = senior
    grades = Dictionary(
      (9...12).compactMap { number in GradeLevel(number).map { (number, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every status of the usual record, and records that are unlike it.
  var all: [(name: String, record: TranscriptRecord)] {
    [
      ("usual", usual(.official)), ("draft", usual(.draft)), ("unofficial", usual(.unofficial)),
      ("amended", usual(.amended)), ("issued-to-student", make(issuedTo: .student)),
      ("mid-year", make(edition: .midYear)), ("crest", make(crest: Self.crest)),
      ("new-student", newStudent), ("long", long),
      ("markup-in-names", hostile),
    ]
  }

  /// Twenty-four students of one class for the school's profile.
  var ofOneClass: [TranscriptRecord] {
    (0..<24).map { index in
      let points = number("2.6") + number("0.05") * Rational(index)
      return make(gradePoints: gradePoints(points))
    }
  }

  /// The usual record of a student with this name.
  func named(_ name: String) -> TranscriptRecord { make(student: student(name, "", grade: 12)) }

  private func usual(_ status: DocumentStatus) -> TranscriptRecord { make(status) }

  private var newStudent: TranscriptRecord {
    make(
      student: student("Bo", "Ng", grade: 9),
      areas: areas.map { area in
        RecordArea(
          id: area.id, title: area.title, shortTitle: area.shortTitle,
          competencies: area.competencies.map { competency($0.id.code, $0.shortName, level: nil) })
      }, courses: [], isSparse: true)
  }

  private var long: TranscriptRecord {
    let text = "A title so long that it needs more than one line wherever it stands"
    let manyCourses = (9...12).map { grade in
      courses(grade, (0..<12).map { "\(text) \($0):3:1" }.joined(separator: ","))
    }
    return make(
      student: student(
        "Maximiliana Konstantina Alexandra", "Featherstonehaugh-Wojciechowska", grade: 12),
      areas: (0..<10).map { area in
        self.area("A\(area)", "Area \(area)", (0..<20).map { "Skill \(area)-\($0):3" })
      }, courses: manyCourses)
  }

  /// Text is text: what looks like markup, a tag or a directive prints as itself.
  private var hostile: TranscriptRecord {
    make(
      student: student("<b>&{{7*7}}%n", "</name>'\"]]>", grade: 12),
      areas: [area("X", "{{> page-1}} & <dots/>", ["{{{name}}} \\u0041:3", "&amp; %s:2"])])
  }
}

extension SampleRecords {
  private func make(
    _ status: DocumentStatus = .official, student: RecordStudent? = nil,
    areas: [RecordArea]? = nil, courses: [RecordCourseGroup]? = nil,
    gradePoints points: RecordGradePoints? = nil, isSparse: Bool = false,
    edition: DocumentEdition = .usual, issuedTo: DocumentReceiver? = nil, crest: String? = nil
  ) -> TranscriptRecord {
    TranscriptRecord(
      document: DocumentIdentity(
        number: status == .draft ? nil : "PREVIEW-2027-4KQ7", id: String(repeating: "0", count: 32),
        status: status, asOf: day(2026, 10, 9), issuedOn: day(2026, 10, 15),
        replaces: status == .amended ? "PREVIEW-2027-2HMX" : nil, edition: edition,
        issuedTo: issuedTo),
      issuer: issuer(crest: crest), policy: policy, inputHash: String(repeating: "0", count: 64),
      student: student ?? self.student("Ondine", "Takács-Mbeki", grade: 12), scale: scale,
      creditAreas: [], areas: areas ?? self.areas,
      graduationCompetencies: [
        competency("G1", "Communicates with purpose", level: 3, shownIn: "Portfolio, two readers"),
        competency("G2", "Directs own learning", level: nil, shownIn: "Capstone, due in April"),
      ],
      courseGroups: courses ?? self.courses, institutions: isSparse ? [] : institutions,
      graduation: graduation, gradePoints: isSparse ? nil : points ?? gradePoints(number("3.42")),
      notations: isSparse ? [] : notations, experiences: isSparse ? [] : experiences,
      narrative: isSparse
        ? nil
        : RecordNarrative(
          text: "Ondine reads a river the way others read a page. The flood map of the mill race "
            + "took two winters, and the town now keeps it on the wall of its office.",
          author: "Idris Vanterpool, advisor"))
  }

  /// A roof with a gable window: a line, a curve and an outline inside another.
  private static let crest =
    "M20 2L38 20V38H2V20Z M20 12C15 12 12 16 12 20C12 24 15 28 20 28C25 28 28 24 28 20C28 16 25 12 20 12Z"

  private func issuer(crest: String?) -> DistrictProfile {
    DistrictProfile(
      district: "Sample District", isFictional: true, accent: "#12524B",
      school: School(
        name: "Sample Regional High School", address: ["1 Template Lane"], city: "Fernhollow",
        state: "CT", postalCode: "06997", phone: "860-555-0100",
        email: "registrar@fernhollow.example", ceeb: "079997", monogram: "S",
        crest: crest),
      signatory: Signatory(name: "Wilhelmina Achterberg", office: "Registrar"),
      documentNumbers: "PREVIEW-{class_of}-{digest}")
  }

  private var policy: PolicyReference {
    PolicyReference(
      title: "Sample policy", version: "1", effectiveOn: day(2023, 7, 1),
      adoptedOn: day(2023, 5, 9),
      adoptedBy: "Board of Education",
      competencyRule: "the highest level shown in 2 distinct summative demonstrations",
      graduationCompetencyRule: "the level that a panel gives to a portfolio",
      objectiveRule: "the highest level shown in a summative demonstration",
      courseMarkRule: "the level that at least half of them reach")
  }

  private func student(_ first: String, _ last: String, grade: Int) -> RecordStudent {
    RecordStudent(
      id: "SAMPLE", sasid: "0000123456",
      legalName: LegalName(first: last.isEmpty ? nil : first, last: last.isEmpty ? first : last),
      displayName: last.isEmpty ? first : "\(first) \(last)", birthDate: day(2009, 3, 2),
      gradeLevel: grades[grade] ?? senior, classOf: 2027 + 12 - grade,
      enrolledOn: day(2023, 8, 28))
  }
}
