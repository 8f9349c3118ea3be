public import TranscriptModel

extension TranscriptFacts {
  /// The facts that a record states.
  public init(_ record: TranscriptRecord) {
    self.init(pagesOf: record)
    reserve()
    for course in record.courses { add(course, scale: record.scale) }
    for institution in record.institutions {
      for course in institution.courses { add(course, of: institution) }
    }
    Self.eachCompetency(of: record) { place, competency in
      add(competency, place: place, of: record)
    }
  }

  /// Those that its pages have to state: courses and competencies as rows alone.
  public init(pagesOf record: TranscriptRecord) {
    self.init()
    addIdentity(record)
    addCredits(record)
    for level in record.scale.levels {
      let number = level.number.exactDecimalText() ?? level.number.fractionText
      add("level \(level.code)", "\(number) \(level.label)")
    }
    for course in record.courses { add(Self.row(course, scale: record.scale)) }
    for institution in record.institutions {
      for course in institution.courses { add(Self.row(course, of: institution)) }
    }
    let printed = Set(record.areas.lazy.flatMap(\.competencies).map(\.id))
    Self.eachCompetency(of: record) { place, competency in
      // Objectives stand on no page; a row of theirs would let another row of that name say more.
      guard place.isEmpty || printed.contains(competency.id) else { return }
      add(Self.row(competency, place: place, of: record))
    }
  }

  private static func isPosted(_ course: RecordCourse) -> Bool {
    course.status == .earned || course.status == .partial
  }

  private static func row(_ course: RecordCourse, scale: PerformanceScale) -> StatedRow {
    let isPosted = isPosted(course)
    return StatedRow(
      .course, named: ["course ", course.id.code], title: course.title,
      level: isPosted ? course.mark.map { scale.level($0).code } : nil,
      earned: isPosted ? course.earned : nil)
  }

  private static func row(
    _ course: RecordExternalCourse, of institution: RecordInstitution
  ) -> StatedRow {
    StatedRow(
      .externalCourse, named: [name(course, of: institution)], title: course.title,
      level: course.mark,
      earned: course.credit)
  }

  private static func row(
    _ competency: RecordCompetency, place: String, of record: TranscriptRecord
  ) -> StatedRow {
    let areas = record.statements(ofAreasOf: competency.id)
    return StatedRow(
      .competency, named: [place, "competency ", competency.id.code], title: competency.shortName,
      level: competency.level.map { record.scale.level($0).code },
      status: competency.level == nil ? competency.status.words : nil,
      areas: areas.isEmpty ? nil : areas.joined(separator: " "))
  }

  private static func name(
    _ course: RecordExternalCourse, of institution: RecordInstitution
  ) -> String {
    "external \(institution.name), \(course.title), \(course.earnedOn.isoText)"
  }

  private mutating func addIdentity(_ record: TranscriptRecord) {
    let student = record.student
    add("document.id", record.document.number ?? record.document.id)
    add("document.replaces", record.document.replaces)
    add("school.name", record.issuer.school.name)
    add("school.ceeb", record.issuer.school.ceeb)
    add("student.id", student.id.code)
    add("student.sasid", student.sasid)
    add("student.first", student.legalName.first)
    add("student.middle", student.legalName.middle)
    add("student.last", student.legalName.last)
    add("student.birthDate", student.birthDate.isoText)
    add("student.classOf", String(student.classOf))
    add("student.grade", String(student.gradeLevel.number))
    if case .graduated(let date) = record.graduation.status {
      add("graduation.date", date.isoText)
    }
  }

  private mutating func addCredits(_ record: TranscriptRecord) {
    let graduation = record.graduation
    add("credits.earned", credit: graduation.creditsEarned)
    add("credits.required", credit: graduation.creditsRequired)
    for line in graduation.requirements where line.isCredit {
      add("credits \(line.title).earned", credit: line.earned)
      add("credits \(line.title).required", credit: line.required)
    }
    add("gpa.unweighted", credit: record.gradePoints?.unweighted)
    add("gpa.weighted", credit: record.gradePoints?.weighted)
  }

  private mutating func add(_ course: RecordCourse, scale: PerformanceScale) {
    let name = "course \(course.id.code)"
    add("\(name).title", course.title)
    add("\(name).credit", credit: course.credit)
    guard Self.isPosted(course) else { return }
    add("\(name).earned", credit: course.earned)
    add("\(name).mark", course.mark.map { scale.level($0).code })
    add("\(name).date", course.date?.isoText)
  }

  private mutating func add(_ course: RecordExternalCourse, of institution: RecordInstitution) {
    let name = Self.name(course, of: institution)
    add("\(name).title", course.title)
    add("\(name).mark", course.mark)
    add("\(name).earned", credit: course.credit)
  }

  /// Each competency with the name of its course, if it stands in one.
  private static func eachCompetency(
    of record: TranscriptRecord, _ body: (_ place: String, RecordCompetency) -> Void
  ) {
    var inCourses = Set<Identifier<Competency>>(minimumCapacity: 256)
    for course in record.courses {
      let place = "course \(course.id.code), "
      for competency in course.competencies {
        inCourses.insert(competency.id)
        body(place, competency)
      }
    }
    for competency in record.graduationCompetencies { body("", competency) }
    for competency in record.contentAreaCompetencies where !inCourses.contains(competency.id) {
      body("", competency)
    }
  }

  private mutating func add(
    _ competency: RecordCompetency, place: String, of record: TranscriptRecord
  ) {
    let name = "\(place)competency \(competency.id.code)"
    add("\(name).name", competency.shortName)
    add("\(name).level", competency.level.map { record.scale.level($0).code })
    add("\(name).status", competency.level == nil ? competency.status.words : nil)
    add("\(name).met", competency.status.satisfies ? "Yes" : nil)
    add("\(name).date", competency.status.satisfies ? competency.date?.isoText : nil)
    let areas = record.statements(ofAreasOf: competency.id)
    if !areas.isEmpty { add("\(name).areas", areas.joined(separator: " ")) }
  }
}

extension AttainmentStatus {
  /// What documents say where there is no level.
  var words: String {
    switch self {
    case .metByDecision: "Met by decision"
    case .transferred: "Met by transfer"
    default:
      rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("-", with: " ")
    }
  }
}
